import { type Phrase, say, sayProblem, type Terms, type Text } from "@materbone/clinical";
import type { DefinitionName, DefinitionProblem, DefinitionProblemKind } from "./definition-problem.ts";
import { sayBound } from "./window-words.ts";

type Kind = DefinitionProblemKind["kind"];
type Words = { readonly [K in Kind]: Phrase<Extract<DefinitionProblemKind, { kind: K }>> };

/** What is wrong at a place of a cohort definition and how to mend it, one sentence or two, without the place. */
export function sayDefinitionProblem(problem: DefinitionProblem, terms: Terms): string {
  return say(words[problem.kind] as Phrase<DefinitionProblem>, problem, terms);
}

const things: Readonly<Record<DefinitionName, Text>> = {
  stream: { en: "stream", zh: "事件流" },
  window: { en: "window", zh: "时间窗" },
  conceptSet: { en: "concept set", zh: "概念集" },
  codeSystem: { en: "code system", zh: "编码系统" },
};

/** Where a name of its kind is written down. */
const places: Readonly<Record<DefinitionName, Text>> = {
  stream: { en: 'Define it under "streams".', zh: "请在“streams”中定义。" },
  window: { en: 'Define it under "windows".', zh: "请在“windows”中定义。" },
  conceptSet: {
    en: 'Define it under "concepts", or use one of the library.',
    zh: "请在“concepts”中定义，或使用内置概念集。",
  },
  codeSystem: { en: "Write a short name, or the URI that the source uses.", zh: "请写简称，或来源所用的 URI。" },
};

const ids: Readonly<Record<"tier" | "exclusion", Text>> = {
  tier: { en: "tier", zh: "层级" },
  exclusion: { en: "exclusion", zh: "排除条件" },
};

/** The longest piece of a file that a message repeats. */
const LONGEST = 60;

/** A piece of the file, shortened; signs that cannot be seen are written as their code point. */
function short(text: string): string {
  const seen = text.replace(/\p{C}/gu, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
  return seen.length > LONGEST ? `${seen.slice(0, LONGEST)}…` : seen;
}

function some(list: readonly string[], t: Terms): string {
  return `${t.series(list.slice(0, 12))}${list.length > 12 ? "…" : ""}`;
}

const words: Words = {
  schema: { en: ({ problem }, t) => sayProblem(problem, t), zh: ({ problem }, t) => sayProblem(problem, t) },
  unknownName: {
    en: ({ what, name, nearest, known }, t) =>
      `There is no ${things[what].en} "${short(name)}".${nearest === undefined ? ` ${places[what].en}${known.length === 0 ? "" : ` Known: ${some(known, t)}.`}` : ` Did you mean "${nearest}"?`}`,
    zh: ({ what, name, nearest, known }, t) =>
      `没有${things[what].zh}“${short(name)}”。${nearest === undefined ? `${places[what].zh}${known.length === 0 ? "" : `可用：${some(known, t)}。`}` : `是否应为“${nearest}”？`}`,
  },
  noBound: {
    en: () =>
      'A bound of a window counts from the delivery: { "months": 18 }, { "days": -7 } for days before, or "open". Write one of them.',
    zh: () => '时间窗的一端自分娩计算：{ "months": 18 }、{ "days": -7 }（分娩前为负值）或“open”。请写其一。',
  },
  idTwice: {
    en: ({ what, id }) => `The ${ids[what].en} id "${id}" is used twice. Give each ${ids[what].en} its own id.`,
    zh: ({ what, id }) => `${ids[what].zh}编号“${id}”重复。请为每个${ids[what].zh}设置不同的编号。`,
  },
  tooDeep: {
    en: ({ maximum }) => `Criteria are nested more than ${maximum} deep here. Write the inner ones side by side.`,
    zh: ({ maximum }) => `条件在此处嵌套超过 ${maximum} 层。请将内层条件并列书写。`,
  },
  atLeastTooMany: {
    en: ({ atLeast, of }, t) =>
      `At least ${atLeast} of ${of} ${t.count(of, "criterion", "criteria")} can never be met. Lower "atLeast", or add criteria.`,
    zh: ({ atLeast, of }) => `${of} 项条件中至少符合 ${atLeast} 项不可能成立。请减小“atLeast”，或增加条件。`,
  },
  spanOfOneDay: {
    en: ({ spanDays }) =>
      `${spanDays} ${spanDays === 1 ? "day" : "days"} from the first to the last need two days at least. Write "atLeastDays": 2 or more.`,
    zh: ({ spanDays }) => `首末相隔 ${spanDays} 天至少需要两个日期。请将“atLeastDays”写为 2 或更大。`,
  },
  spanBeyondWindow: {
    en: ({ spanDays, window, longestDays }) =>
      `${spanDays} days do not fit into the window "${window}", which is ${longestDays} days long at most. Shorten the span, or widen the window.`,
    zh: ({ spanDays, window, longestDays }) =>
      `时间窗“${window}”最长 ${longestDays} 天，容不下相隔 ${spanDays} 天。请缩短相隔天数，或放宽时间窗。`,
  },
  nearItself: {
    en: ({ key, event }) =>
      key === "near"
        ? `Every event of "${short(event)}" is near itself, so that this asks for nothing. Name another stream; for several days, write "atLeastDays".`
        : `Every event of "${short(event)}" is near itself, so that none could count. Name another stream.`,
    zh: ({ key, event }) =>
      key === "near"
        ? `“${short(event)}”的每个事件都在自身附近，此条件不起作用。请指定另一事件流；如需多个日期，请写“atLeastDays”。`
        : `“${short(event)}”的每个事件都在自身附近，因此无一计入。请指定另一事件流。`,
  },
  windowBackwards: {
    en: ({ from, to }, t) =>
      `The window goes from ${sayBound(from, t)} to ${sayBound(to, t)}, backwards. Write the earlier bound as "from"; before delivery is negative.`,
    zh: ({ from, to }, t) =>
      `时间窗自${sayBound(from, t)}至${sayBound(to, t)}，次序颠倒。“from”应为较早的一端；分娩前为负值。`,
  },
  rangeBackwards: {
    en: ({ from, to }) => `The range from ${from} to ${to} runs backwards. Write the smaller number as "from".`,
    zh: ({ from, to }) => `范围 ${from} 至 ${to} 次序颠倒。“from”应为较小的数。`,
  },
  unitsMissing: {
    en: () =>
      'A value is compared here without saying in which unit. Add "units"; for scores, { "unit": "", "factor": 1, "none": true } stands for no unit.',
    zh: () =>
      '此处比较数值而未注明单位。请添加“units”；评分类可写 { "unit": "", "factor": 1, "none": true } 表示无单位。',
  },
  firstFactor: {
    en: ({ unit, factor }) =>
      `The first unit ("${short(unit)}") has the factor ${factor}, and the others are converted to it. Write 1.`,
    zh: ({ unit, factor }) => `首个单位“${short(unit)}”的系数为 ${factor}，而其余单位均换算为它。请写 1。`,
  },
  unitTwice: {
    en: ({ unit }) => `The unit "${short(unit)}" stands twice. Keep one.`,
    zh: ({ unit }) => `单位“${short(unit)}”重复。请只保留一个。`,
  },
  noUnitUnclear: {
    en: ({ unit }) =>
      unit === ""
        ? 'An empty unit stands for no unit. Add "none": true, or write the unit.'
        : `"none": true stands for no unit, and "${short(unit)}" is one. Remove one of the two.`,
    zh: ({ unit }) =>
      unit === ""
        ? "空单位表示无单位。请添加“none”: true，或写明单位。"
        : `“none”: true 表示无单位，而“${short(unit)}”是单位。请删除其一。`,
  },
  thresholdImplausible: {
    en: ({ number, from, to }) =>
      `The threshold ${number} lies outside the plausible values from ${from} to ${to}, so that it sorts nothing. Correct one of them.`,
    zh: ({ number, from, to }) => `界值 ${number} 不在合理范围 ${from} 至 ${to} 之内，无法区分任何数值。请更正其一。`,
  },
  thresholdDecimals: {
    en: ({ number, decimals }, t) =>
      `Values are compared with ${decimals} ${t.count(decimals, "decimal", "decimals")}, and the threshold ${number} has more. Round it, or raise "decimals".`,
    zh: ({ number, decimals }) =>
      `数值按 ${decimals} 位小数比较，而界值 ${number} 位数更多。请修约界值，或增大“decimals”。`,
  },
  controlCharacter: {
    en: ({ value }) => `"${short(value)}" holds a sign that cannot be seen. Type the text anew.`,
    zh: ({ value }) => `“${short(value)}”含不可见字符。请重新输入。`,
  },
  spaceAround: {
    en: ({ value }) => `"${short(value)}" begins or ends with a blank, and would match nothing. Remove it.`,
    zh: ({ value }) => `“${short(value)}”首尾有空格，将匹配不到任何编码。请删除空格。`,
  },
  checkDigit: {
    en: ({ system, code }) =>
      `The check digit of ${system} ${short(code)} does not fit. Compare the code with its source.`,
    zh: ({ system, code }) => `${system} ${short(code)} 的校验位不符。请与来源核对。`,
  },
};
