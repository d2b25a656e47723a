import { type Phrase, say, sayProblem, type Terms, type Text } from "@materbone/clinical";
import type { NamedThing, ScenarioProblem, ScenarioProblemKind } from "./scenario-problem.ts";

type Kind = ScenarioProblemKind["kind"];
type Words = { readonly [K in Kind]: Phrase<Extract<ScenarioProblemKind, { kind: K }>> };

/** What is wrong at a place of a scenario and how to mend it, one sentence or two, without the place. */
export function sayScenarioProblem(problem: ScenarioProblem, terms: Terms): string {
  return say(words[problem.kind] as Phrase<ScenarioProblem>, problem, terms);
}

const things: Readonly<Record<NamedThing, Text>> = {
  model: { en: "model", zh: "模型" },
  parameter: { en: "parameter", zh: "参数" },
  input: { en: "input", zh: "输入" },
  state: { en: "state", zh: "状态变量" },
  output: { en: "output", zh: "输出" },
  agent: { en: "drug", zh: "药物" },
  place: { en: "state or depot", zh: "状态变量或储库" },
};

const others: Readonly<Record<"parameter" | "input" | "state" | "depot", Text>> = {
  parameter: { en: 'a parameter: write it under "parameters"', zh: "参数：请写入“parameters”" },
  input: { en: 'an input: write it under "inputs"', zh: "输入：请写入“inputs”" },
  state: { en: 'a state: give its initial value under "start"', zh: "状态变量：请在“start”中给出其初值" },
  depot: { en: 'a depot: fill it by a dose with "into"', zh: "储库：请在剂量中以“into”给入" },
};

const events: Readonly<Record<"dose" | "change" | "output" | "since", Text>> = {
  dose: { en: "The dose", zh: "该剂量" },
  change: { en: "The change", zh: "该变化" },
  output: { en: "The output", zh: "该输出时间" },
  since: { en: "The time of reference", zh: "该对照时间" },
};

/** The longest piece of a file that a message repeats. */
const LONGEST = 60;

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function some(list: readonly string[], t: Terms): string {
  return `${t.series(list.slice(0, 12))}${list.length > 12 ? "…" : ""}`;
}

/** Limits hold together; the values of a switch are a choice. */
function zhBounds(bounds: readonly string[], t: Terms): string {
  return bounds.every((bound) => /^[<>]/u.test(bound)) ? bounds.join(" 且 ") : t.list(bounds);
}

/** A unit as a message asks for it. */
function unitName(unit: string, t: Terms): string {
  return unit === "1" || unit === "-" || unit === "0/1" ? t.text({ en: "none", zh: "无" }) : unit;
}

const words: Words = {
  schema: { en: ({ problem }, t) => sayProblem(problem, t), zh: ({ problem }, t) => sayProblem(problem, t) },
  unknownName: {
    en: ({ what, name, model, nearest, otherwise, known }, t) =>
      `${what === "model" ? "There is no model" : `The model ${model} has no ${things[what].en}`} "${short(name)}".${otherwise === undefined ? "" : ` It is ${others[otherwise].en}.`}${nearest !== undefined ? ` Did you mean "${nearest}"?` : otherwise !== undefined ? "" : ` Known: ${some(known, t)}.`} "materbone simulate --list" prints all.`,
    zh: ({ what, name, model, nearest, otherwise, known }, t) =>
      `${what === "model" ? "没有模型" : `模型 ${model} 没有${things[what].zh}`}“${short(name)}”。${otherwise === undefined ? "" : `它是${others[otherwise].zh}。`}${nearest !== undefined ? `是否应为“${nearest}”？` : otherwise !== undefined ? "" : `可用：${some(known, t)}。`}“materbone simulate --list”列出全部。`,
  },
  unreadableQuantity: {
    en: ({ value, unit }, t) =>
      `"${short(value)}" is not a number with a unit. Write a number, a blank and the unit (${unitName(unit, t)}).`,
    zh: ({ value, unit }, t) => `“${short(value)}”不是带单位的数值。请写数字、空格与单位（${unitName(unit, t)}）。`,
  },
  notFinite: {
    en: ({ value }) => `${short(value)} is not a finite number. Correct it.`,
    zh: ({ value }) => `${short(value)} 不是有限数。请更正。`,
  },
  unitMissing: {
    en: ({ value, unit }) => `${short(value)} has no unit. Write it, as in "${short(value)} ${unit}".`,
    zh: ({ value, unit }) => `${short(value)} 缺少单位。请补充，例如“${short(value)} ${unit}”。`,
  },
  unitUnknown: {
    en: ({ given, unit }, t) =>
      `The unit "${short(given)}" is not known. ${/^[,，]/u.test(given) ? "Write decimals with a point, and no commas in thousands. " : ""}The model counts in: ${unitName(unit, t)}.`,
    zh: ({ given, unit }, t) =>
      `无法识别单位“${short(given)}”。${/^[,，]/u.test(given) ? "小数请用句点，千位不用逗号。" : ""}模型所用单位：${unitName(unit, t)}。`,
  },
  unitUnlike: {
    en: ({ given, unit }, t) =>
      `"${short(given)}" measures something else: the model needs ${unitName(unit, t)}, or a unit that converts to it.`,
    zh: ({ given, unit }, t) => `“${short(given)}”的量纲不符：模型需要 ${unitName(unit, t)} 或可换算的单位。`,
  },
  timeUnit: {
    en: ({ value, known }, t) => `"${short(value)}" is not a unit of time. Write one of: ${t.series(known)}.`,
    zh: ({ value, known }, t) => `“${short(value)}”不是时间单位。可用：${t.series(known)}。`,
  },
  unreadableTime: {
    en: ({ value }) =>
      `"${short(value)}" is not a time. Write a number and its unit, such as "6 month", counted from the start; decimals take a point.`,
    zh: ({ value }) => `“${short(value)}”不是时间。请写自起点算起的数字与单位，例如“6 month”；小数用句点。`,
  },
  timeUnitMissing: {
    en: ({ value }) => `The time ${short(value)} has no unit. Write it, as in "${short(value)} month".`,
    zh: ({ value }) => `时间 ${short(value)} 缺少单位。请补充，例如“${short(value)} month”。`,
  },
  negativeDose: {
    en: ({ value }) => `The dose ${short(value)} is negative, and nothing can be taken out by a dose. Write 0 or more.`,
    zh: ({ value }) => `剂量 ${short(value)} 为负值，给药不能取出药物。请写 0 或正数。`,
  },
  largeDose: {
    en: ({ value, usual, agent }) =>
      `The dose ${short(value)} of ${agent} is more than 100 times the usual one (${usual}). Check the number and its unit.`,
    zh: ({ value, usual, agent }) =>
      `${agent} 剂量 ${short(value)} 超过常用剂量（${usual}）的 100 倍。请核对数值及单位。`,
  },
  outsideTime: {
    en: ({ what, time, from, to }) =>
      `${events[what].en} at ${time} lies outside the run, which goes from ${from} to ${to}. Move it, or add a later time to "outputs".`,
    zh: ({ what, time, from, to }) =>
      `${events[what].zh}（${time}）不在模拟时间 ${from} 至 ${to} 之内。请移动，或在“outputs”中增加更晚的时间。`,
  },
  tooManyDoses: {
    en: ({ count, limit }) =>
      `${count} doses are more than ${limit}: the integration stops and starts anew at each, so that more would run for hours. Give fewer, or a constant rate as an input or a parameter.`,
    zh: ({ count, limit }) =>
      `${count} 次给药超过 ${limit} 次：每次给药处积分须停下并重新开始，更多则需运行数小时。请减少次数，或改用恒定速率的输入或参数。`,
  },
  tooManyChanges: {
    en: ({ name, count, limit }) =>
      `${short(name)} has ${count} changes, more than ${limit}: the integration stops and starts anew at each. Give fewer; a ramp stands for many steps of an input.`,
    zh: ({ name, count, limit }) =>
      `${short(name)} 有 ${count} 处变化，超过 ${limit} 处：每处变化积分须停下并重新开始。请减少；输入可用线性变化代替多个阶跃。`,
  },
  emptyList: {
    en: ({ what, name }) =>
      `"${short(name)}" is an empty list. ${{ changes: "Write one value, or at least one change { at, value }; leave the name out for the model's own value.", doses: "Write at least one time, or leave the dose out.", times: "Write at least one time." }[what]}`,
    zh: ({ what, name }) =>
      `“${short(name)}”为空列表。${{ changes: "请写一个取值或至少一处变化 { at, value }；如用模型原值，请删除该名称。", doses: "请至少写一个时间，或删除该剂量。", times: "请至少写一个时间。" }[what]}`,
  },
  changeWithoutTime: {
    en: () =>
      'Only the first of a list may have no time: it is the value before any change. Write "at", or move it to the front.',
    zh: () => "列表中仅首项可不写时间，表示任何变化之前的取值。请补充“at”，或移至首位。",
  },
  noRest: {
    en: ({ model, reason }) => `The model ${model} has no rest state: ${reason.en}. Start from "published".`,
    zh: ({ model, reason }) => `模型 ${model} 没有稳态：${reason.zh}。请从“published”开始。`,
  },
  tooManyRows: {
    en: ({ count, limit }) =>
      `${count} rows are more than ${limit}, the most that one table holds in memory. Ask for fewer times.`,
    zh: ({ count, limit }) => `${count} 行超过 ${limit} 行，即内存中单表的上限。请减少输出时间。`,
  },
  tooLong: {
    en: ({ years, limit }) =>
      `${years} years are more than ${limit}; the models describe one life. Check the unit of the times.`,
    zh: ({ years, limit }) => `${years} 年超过 ${limit} 年；模型只描述一个人的一生。请核对时间单位。`,
  },
  notAscending: {
    en: ({ time, before }) =>
      `The change at ${time} stands after one that lasts to ${before}. Write changes in the order of time, none into another.`,
    zh: ({ time, before }) => `${time} 的变化排在持续至 ${before} 的变化之后。请按时间先后书写，且互不重叠。`,
  },
  rampBackwards: {
    en: ({ from, to }) =>
      `The ramp from ${from} to ${to} does not go forward. Write "to" after "from"; a jump is a step.`,
    zh: ({ from, to }) => `线性变化由 ${from} 至 ${to}，时间未前进。“to”须晚于“from”；跳变请用阶跃。`,
  },
  rampOfParameter: {
    en: ({ name }) =>
      `The parameter ${short(name)} changes only in steps, because constants are solved anew from it. Write steps { at, value }.`,
    zh: ({ name }) => `参数 ${short(name)} 只能阶跃变化，因为常数须据其重新反解。请写阶跃 { at, value }。`,
  },
  valueOrTimes: {
    en: () => 'A step needs either "value" or "times". Write one of them.',
    zh: () => "阶跃须有“value”或“times”之一。请只写一个。",
  },
  outOfBounds: {
    en: ({ name, value, bounds, reason }, t) =>
      `${name} is ${short(value)}, and the model holds only for ${t.list(bounds)}${reason === undefined ? "" : ` (${reason.en})`}. Check the number and its unit.`,
    zh: ({ name, value, bounds, reason }, t) =>
      `${name} 为 ${short(value)}，模型仅适用于 ${zhBounds(bounds, t)}${reason === undefined ? "" : `（${reason.zh}）`}。请核对数值及单位。`,
  },
  restWithValues: {
    en: () => 'A start at rest has no values of its own choosing. Remove "values", or start from "published".',
    zh: () => "从稳态开始时不能另给初值。请删除“values”，或改为从“published”开始。",
  },
  agentOrPlace: {
    en: () => 'A dose needs either "agent" or "into". Write one of them.',
    zh: () => "剂量须有“agent”或“into”之一。请只写一个。",
  },
  countAndUntil: {
    en: () => '"count" and "until" both say when the doses end. Keep one.',
    zh: () => "“count”与“until”都规定给药终点。请只保留一个。",
  },
  withoutEvery: {
    en: ({ key }) => `"${key}" needs "every". Add the interval of the doses, or remove "${key}".`,
    zh: ({ key }) => `“${key}”须与“every”同用。请补充给药间隔，或删除“${key}”。`,
  },
  notPositive: {
    en: ({ key, value }) => `"${key}" is ${value}, and has to be above 0.`,
    zh: ({ key, value }) => `“${key}”为 ${value}，须大于 0。`,
  },
  untilBeforeFirst: {
    en: ({ until, first }) => `"until" (${until}) is before the first dose (${first}). Correct one of them.`,
    zh: ({ until, first }) => `“until”（${until}）早于首次给药（${first}）。请更正其一。`,
  },
  gridBackwards: {
    en: ({ from, to }) => `The times from ${from} to ${to} do not go forward. Write "to" after "from".`,
    zh: ({ from, to }) => `时间由 ${from} 至 ${to} 未前进。“to”须晚于“from”。`,
  },
  nothingAfterStart: {
    en: ({ start }) => `No output lies after the start (${start}), so that there is nothing to run. Add a later time.`,
    zh: ({ start }) => `没有晚于起始时间（${start}）的输出，无可模拟。请增加更晚的时间。`,
  },
  columnTwice: {
    en: ({ name }) => `The column "${short(name)}" stands twice. Keep one, or give the change another name.`,
    zh: ({ name }) => `列“${short(name)}”重复。请只保留一个，或为该变化另取名称。`,
  },
};
