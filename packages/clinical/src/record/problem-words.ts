import type { Phrase } from "../language/phrase.ts";
import { say } from "../language/phrase.ts";
import type { Terms } from "../language/terms.ts";
import type { Text } from "../language/text.ts";
import { type Problem, type ProblemKind, shortened } from "./problem.ts";

type Kind = ProblemKind["kind"];
type Words = { readonly [K in Kind]: Phrase<Extract<ProblemKind, { kind: K }>> };

/** What is wrong at a place and how to mend it, one sentence or two. */
export function sayProblem(problem: Problem, terms: Terms): string {
  return say(words[problem.kind] as Phrase<Problem>, problem, terms);
}

const types: Readonly<Record<string, Text>> = {
  string: { en: "text in quotes", zh: "带引号的文本" },
  number: { en: "a number", zh: "数字" },
  boolean: { en: "true or false", zh: "true 或 false" },
  array: { en: "a list [ ]", zh: "列表 [ ]" },
  tuple: { en: "a pair [earliest, latest]", zh: "成对的值 [最早, 最晚]" },
  object: { en: "an object { }", zh: "对象 { }" },
  record: { en: "an object { }", zh: "对象 { }" },
  int: { en: "a whole number", zh: "整数" },
};

const idKinds: Readonly<Record<string, Text>> = {
  case: { en: "case", zh: "病例" },
  scan: { en: "scan", zh: "扫描" },
  densitometer: { en: "densitometer", zh: "骨密度仪" },
  claim: { en: "claim", zh: "论断" },
  study: { en: "study", zh: "研究" },
  document: { en: "document", zh: "文献" },
  arm: { en: "arm", zh: "组" },
  outcome: { en: "outcome", zh: "结局" },
};

/** What ids of these kinds are looked for in; the others in a series. */
const idPlaces: Readonly<Record<string, Text>> = {
  study: { en: "this literature", zh: "本文献库" },
  document: { en: "this literature", zh: "本文献库" },
};
const SERIES_PLACE: Text = { en: "this series", zh: "本系列" };

function typeNames(expected: readonly string[], t: Terms): string {
  return t.either(expected.map((name) => t.text(types[name] ?? { en: name, zh: name })));
}

function idPlace(what: string, t: Terms): string {
  return t.text(idPlaces[what] ?? SERIES_PLACE);
}

function idKind(what: string, t: Terms): string {
  return t.text(idKinds[what] ?? { en: what, zh: what });
}

/** The allowed words, the first dozen. */
function some(allowed: readonly string[], t: Terms): string {
  return allowed.length > 12 ? `${t.series(allowed.slice(0, 12))}…` : t.series(allowed);
}

const words: Words = {
  unknownKey: {
    en: ({ key, nearest }) =>
      `"${shortened(key)}" is not a field of this format.${nearest === undefined ? ' Remove it or put the text into "note".' : ` Did you mean "${nearest}"?`}`,
    zh: ({ key, nearest }) =>
      `本格式没有字段“${shortened(key)}”。${nearest === undefined ? "请删除，或将内容写入“note”。" : `是否应为“${nearest}”？`}`,
  },
  missing: {
    en: ({ key }) => `"${key}" is required and is missing. Add it.`,
    zh: ({ key }) => `缺少必填字段“${key}”，请补充。`,
  },
  wrongType: {
    en: ({ expected, value }, t) => `${value} stands where ${typeNames(expected, t)} is expected. Correct the value.`,
    zh: ({ expected, value }, t) => `此处应为${typeNames(expected, t)}，现为 ${value}。请更正。`,
  },
  notOneOf: {
    en: ({ value, allowed, nearest }, t) =>
      `${value} is not known here.${nearest === undefined ? "" : ` Did you mean "${nearest}"?`} Known: ${some(allowed, t)}.`,
    zh: ({ value, allowed, nearest }, t) =>
      `此处不能填 ${value}。${nearest === undefined ? "" : `是否应为“${nearest}”？`}可填：${some(allowed, t)}。`,
  },
  outOfRange: {
    en: ({ key, value, low, high }) =>
      `${key} is ${value}, ${low === undefined ? `above the largest possible value ${high}` : `below the smallest possible value ${low}`}. Check the number and its unit.`,
    zh: ({ key, value, low, high }) =>
      `${key} 为 ${value}，${low === undefined ? `超过可能的最大值 ${high}` : `低于可能的最小值 ${low}`}。请核对数值及单位。`,
  },
  bmdInMilligrams: {
    en: ({ value, inGrams }) =>
      `BMD ${value} cannot be g/cm². If it was printed in mg/cm², write ${inGrams}; nothing is converted silently.`,
    zh: ({ value, inGrams }) =>
      `骨密度 ${value} 不可能以 g/cm² 为单位。若原文为 mg/cm²，请改写为 ${inGrams}；程序不会自行换算。`,
  },
  tooFew: {
    en: ({ minimum }) => `This list needs at least ${minimum} ${minimum === 1 ? "entry" : "entries"}.`,
    zh: ({ minimum }) => `该列表至少需要 ${minimum} 项。`,
  },
  tooMany: {
    en: ({ maximum }) => `This list takes at most ${maximum} entries.`,
    zh: ({ maximum }) => `该列表最多 ${maximum} 项。`,
  },
  badFormat: {
    en: ({ key, value }) =>
      `${value} is not a valid ${key === "" ? "value" : key}. See the schema of this field (materbone schema).`,
    zh: ({ key, value }) =>
      `${value} 不是有效的${key === "" ? "取值" : ` ${key}`}。请查看该字段的格式说明（materbone schema）。`,
  },
  impossibleDate: {
    en: ({ value }) => `${value} is not a date of the calendar. Write YYYY, YYYY-MM or YYYY-MM-DD.`,
    zh: ({ value }) => `${value} 不是有效日期。请写作 YYYY、YYYY-MM 或 YYYY-MM-DD。`,
  },
  twoTimes: {
    en: () => "This time is given in two ways. Keep one of months, date and gestationalWeeks.",
    zh: () => "该时间重复给出。months、date、gestationalWeeks 只保留一项。",
  },
  timeOrder: {
    en: ({ value }) => `In ${value} the earliest time is after the latest. Write [earliest, latest].`,
    zh: ({ value }) => `${value} 中最早时间晚于最晚时间。请写作 [最早, 最晚]。`,
  },
  noLanguage: {
    en: () => 'This text has no language. Give "en", "zh" or both.',
    zh: () => "该文本未给出任何语言。请填写“en”或“zh”，或两者都填。",
  },
  noLimit: {
    en: () => 'A reference interval needs "low", "high" or both.',
    zh: () => "参考区间须有“low”或“high”，或两者都有。",
  },
  nameNeeded: {
    en: ({ key }) => `"other" needs words: add "${key}".`,
    zh: ({ key }) => `填“other”时须补充“${key}”加以说明。`,
  },
  rangeOrder: {
    en: ({ value }) => `The range ${value} runs backwards. Write [low, high].`,
    zh: ({ value }) => `范围 ${value} 次序颠倒。请写作 [低, 高]。`,
  },
  noBreadth: {
    en: ({ value }) => `The interval ${value} has no width. Correct an end, or leave the interval out.`,
    zh: ({ value }) => `区间 ${value} 宽度为零。请更正上下限，或删除该区间。`,
  },
  outsideSpread: {
    en: ({ value, low, high }) =>
      `The value ${value} does not lie between the ends of its spread, ${low} and ${high}. Correct what was copied wrongly.`,
    zh: ({ value, low, high }) => `数值 ${value} 不在其离散范围 ${low}～${high} 之内，请核对抄录。`,
  },
  notAnObject: {
    en: ({ value }) => `A record is a JSON object { }, and this is ${value}.`,
    zh: ({ value }) => `记录应为 JSON 对象 { }，现为 ${value}。`,
  },
  tooDeep: {
    en: ({ maximum }) =>
      `The record is nested more than ${maximum} levels deep here, and no field of this format is. Correct the value.`,
    zh: ({ maximum }) => `此处嵌套超过 ${maximum} 层，本格式没有这样的字段。请更正。`,
  },
  noSchema: {
    en: ({ expected }) => `The file does not say its format. Add "schema": "${expected}".`,
    zh: ({ expected }) => `文件未注明格式。请添加 "schema": "${expected}"。`,
  },
  otherSchema: {
    en: ({ value, expected }) => `The format ${value} cannot be read here; expected "${expected}".`,
    zh: ({ value, expected }) => `此处无法读取格式 ${value}；应为“${expected}”。`,
  },
  newerSchema: {
    en: ({ value, expected }) =>
      `The format ${value} is newer than this program, which reads up to "${expected}". Update Materbone.`,
    zh: ({ value, expected }) => `格式 ${value} 新于本程序（最高支持“${expected}”）。请升级 Materbone。`,
  },
  duplicateId: {
    en: ({ what, id }, t) =>
      `The ${idKind(what, t)} id "${shortened(id)}" is used twice. Give each ${idKind(what, t)} its own id.`,
    zh: ({ what, id }, t) => `${idKind(what, t)}编号“${shortened(id)}”重复。请为每个${idKind(what, t)}设置不同的编号。`,
  },
  unknownReference: {
    en: ({ what, id, nearest }, t) =>
      `There is no ${idKind(what, t)} "${shortened(id)}" in ${idPlace(what, t)}.${nearest === undefined ? "" : ` Did you mean "${nearest}"?`}`,
    zh: ({ what, id, nearest }, t) =>
      `${idPlace(what, t)}中没有编号为“${shortened(id)}”的${idKind(what, t)}。${nearest === undefined ? "" : `是否应为“${nearest}”？`}`,
  },
  noIndexPregnancy: {
    en: () => 'Several pregnancies and none is the index. Mark the one that PLO is dated from with "index": true.',
    zh: () => '有多次妊娠但未标明本次妊娠。请在据以计算产后时间的那次妊娠中填写 "index": true。',
  },
  twoIndexPregnancies: {
    en: () => "More than one pregnancy is marked as index. Mark exactly one.",
    zh: () => "有多次妊娠被标为本次（index）妊娠。请只标一次。",
  },
};
