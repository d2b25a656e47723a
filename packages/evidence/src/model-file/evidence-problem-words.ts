import { type Phrase, type Problem, say, sayProblem, type Terms, type Text } from "@materbone/clinical";
import type { DataProblem, EvidenceProblem, FormulaFault, ModelProblem, NumberRule } from "./evidence-problem.ts";
import type { Exclusion } from "./exclusion.ts";
import { sayExclusion } from "./fit-words.ts";

type Words<P extends { readonly kind: string }> = { readonly [K in P["kind"]]: Phrase<Extract<P, { kind: K }>> };

/** What is wrong and how to mend it, in one or two sentences, without the place. */
export function sayEvidenceProblem(problem: EvidenceProblem, terms: Terms): string {
  if (problem.in === "data") return say(dataWords[problem.kind] as Phrase<DataProblem>, problem, terms);
  return say(modelWords[problem.kind] as Phrase<ModelProblem>, problem, terms);
}

/** The longest piece of a file that a message repeats. */
const LONGEST = 60;

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function some(list: readonly string[], terms: Terms): string {
  const quoted = list.slice(0, 12).map((one) => short(one));
  return `${terms.series(quoted)}${list.length > 12 ? "…" : ""}`;
}

const meant = (near: string | undefined): string => (near === undefined ? "" : ` Did you mean "${short(near)}"?`);
const meantZh = (near: string | undefined): string => (near === undefined ? "" : `是否应为“${short(near)}”？`);

/** Most causes of rows left out that a message tells. */
const MOST_CAUSES = 3;

/** Why rows are left out, the most common first, each with its rows. */
function causes(excluded: readonly Exclusion[], terms: Terms): readonly string[] {
  const rowsByCause = new Map<string, string[]>();
  for (const { row, reason } of excluded) {
    const cause = sayExclusion(reason, terms);
    const rows = rowsByCause.get(cause);
    if (rows === undefined) rowsByCause.set(cause, [String(row)]);
    else rows.push(String(row));
  }
  return [...rowsByCause]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_CAUSES)
    .map(([cause, rows]) =>
      terms.lang === "zh" ? `第 ${some(rows, terms)} 行：${cause}` : `Row ${some(rows, terms)}: ${cause}`,
    );
}

const rules: Readonly<Record<NumberRule, Text>> = {
  positive: { en: "above 0", zh: "大于 0" },
  notNegative: { en: "0 or more", zh: "不小于 0" },
  wholeAbove0: { en: "a whole number above 0", zh: "大于 0 的整数" },
  "between-1And1": { en: "within -1 and 1", zh: "在 -1 与 1 之间" },
  countWithinTotal: { en: "a count within its total", zh: "不超过总数的计数" },
  finite: { en: "a finite number that can be computed with", zh: "可计算的有限数" },
  ordered: { en: "in the order min, q1, median, q3, max", zh: "按 min、q1、median、q3、max 递增" },
};

const dataWords: Words<DataProblem> = {
  noRows: {
    en: () => "No rows of data. The first line names the columns; one row for each study follows.",
    zh: () => "没有数据行。首行为列名，其后每项研究一行。",
  },
  fullWidthSeparator: {
    en: ({ separator }) =>
      `Cells are parted by the full-width "${separator}". Write a comma, semicolon or tab of half width.`,
    zh: ({ separator }) => `单元格以全角“${separator}”分隔。请改用半角逗号、分号或制表符。`,
  },
  unclosedQuote: {
    en: () => 'A text in quotes that begins here is never closed. Add the closing ".',
    zh: () => "此处开始的引号文本未闭合。请补上右引号。",
  },
  rowLength: {
    en: ({ expected, found }) =>
      `${found} cells, and the header names ${expected} columns. Quote text that holds the separator, and leave missing cells empty.`,
    zh: ({ expected, found }) =>
      `该行有 ${found} 个单元格，而标题行有 ${expected} 列。含分隔符的文本请加引号，缺失值请留空。`,
  },
  duplicateColumn: {
    en: ({ column }) => `The column name "${short(column)}" stands twice. Rename one.`,
    zh: ({ column }) => `列名“${short(column)}”重复。请改名。`,
  },
  unnamedColumn: {
    en: ({ position }) => `Column ${position} has values and no name. Name it in the first line.`,
    zh: ({ position }) => `第 ${position} 列有取值而无列名。请在首行命名。`,
  },
  textInNumberColumn: {
    en: ({ column, value }) =>
      `"${short(value)}" in the number column "${short(column)}". Write a number, or NA when there is none.`,
    zh: ({ column, value }) => `数值列“${short(column)}”中出现文本“${short(value)}”。请填写数字，无值时填 NA。`,
  },
  mixedColumn: {
    en: ({ column, value }) =>
      `"${short(value)}" in column "${short(column)}", which holds numbers elsewhere. Write a number or NA; if the column names groups, write factor(${short(column)}) in the model.`,
    zh: ({ column, value }) =>
      `列“${short(column)}”其余为数字，此处为“${short(value)}”。请填写数字或 NA；若该列表示分组，请在模型中写 factor(${short(column)})。`,
  },
  impossibleNumber: {
    en: ({ column, value, must }, t) =>
      `${value} in column "${short(column)}" has to be ${t.text(rules[must])}. Check the value.`,
    zh: ({ column, value, must }, t) => `列“${short(column)}”的 ${value} 须${t.text(rules[must])}。请核对。`,
  },
  noValue: {
    en: ({ of }) =>
      `${short(of)} has no finite value there. Check the cells it is computed from, or leave the row out with "subset".`,
    zh: ({ of }) => `此处 ${short(of)} 没有有限的结果。请核对用于计算的单元格，或用“subset”排除该行。`,
  },
  noRowsLeft: {
    en: ({ read, excluded }, t) => `None of the ${read} rows can be used. ${causes(excluded, t).join(" ")}`,
    zh: ({ read, excluded }, t) => `${read} 行数据均不可用。${causes(excluded, t).join("")}`,
  },
};

const faults: Readonly<Record<FormulaFault, Text>> = {
  textWhereNumber: { en: "a text stands where numbers are needed", zh: "需要数字处为文本" },
  numberWhereName: { en: "a column or a function of columns is needed there", zh: "此处应为列名或列的函数" },
  argumentCount: { en: "values are missing", zh: "缺少参数" },
  argument: { en: "these values are not understood there", zh: "参数无法识别" },
  barOutsideMixed: {
    en: 'a bar has a meaning only in "random" and in "mixed"',
    zh: "竖线只能用于“random”与“mixed”",
  },
  noBar: { en: "a group after a bar is needed, such as (1 | id)", zh: "需要竖线后的分组，如 (1 | id)" },
  response: { en: "moderators have nothing left of the tilde", zh: "调节变量公式的波浪号左侧应为空" },
};

const expectations: Readonly<Record<string, Text>> = {
  value: { en: "a column, number or function", zh: "列名、数字或函数" },
  operator: { en: "an operator such as + or :", zh: "运算符，如 + 或 :" },
  shallower: { en: "fewer brackets", zh: "更少的括号嵌套" },
};

/** With all the words that a place takes: they are the formats of the model, and few. */
function saySchema(problem: Problem, terms: Terms): string {
  if (problem.kind !== "notOneOf") return sayProblem(problem, terms);
  const { value, allowed, nearest } = problem;
  return terms.lang === "zh"
    ? `此处不能填 ${value}。${meantZh(nearest)}可填：${terms.series(allowed)}。`
    : `${value} is not known here.${meant(nearest)} Known: ${terms.series(allowed)}.`;
}

const modelWords: Words<ModelProblem> = {
  schema: { en: ({ problem }, t) => saySchema(problem, t), zh: ({ problem }, t) => saySchema(problem, t) },
  unknownField: {
    en: ({ key, nearest, known }, t) =>
      `"${short(key)}" is not known here.${meant(nearest)}${known.length === 0 ? "" : ` Known: ${t.series(known)}.`}`,
    zh: ({ key, nearest, known }, t) =>
      `此处没有字段“${short(key)}”。${meantZh(nearest)}${known.length === 0 ? "" : `可用：${t.series(known)}。`}`,
  },
  unknownColumn: {
    en: ({ column, nearest, known }, t) =>
      `The data have no column "${short(column)}".${meant(nearest)}${known.length === 0 ? "" : ` Columns: ${some(known, t)}.`}`,
    zh: ({ column, nearest, known }, t) =>
      `数据中没有列“${short(column)}”。${meantZh(nearest)}${known.length === 0 ? "" : `现有列：${some(known, t)}。`}`,
  },
  emptyColumn: {
    en: ({ column }) => `Column "${short(column)}" holds no value. Name another column.`,
    zh: ({ column }) => `列“${short(column)}”没有任何取值。请改用其他列。`,
  },
  formulaSyntax: {
    en: ({ formula, position, found, expected }, t) =>
      `The formula "${short(formula)}" cannot be read at character ${position}${found === "" ? " (its end)" : ` ("${short(found)}")`}: ${t.text(expectations[expected] ?? { en: `"${expected}"`, zh: `“${expected}”` })} is expected there.`,
    zh: ({ formula, position, found, expected }, t) =>
      `公式“${short(formula)}”在第 ${position} 个字符${found === "" ? "（末尾）" : `（“${short(found)}”）`}处无法识别：此处应为${t.text(expectations[expected] ?? { en: `"${expected}"`, zh: `“${expected}”` })}。`,
  },
  formulaFunction: {
    en: ({ name, nearest, known }, t) =>
      `The function ${short(name)} is not known in formulas.${meant(nearest)} Known: ${known.length > 0 ? t.series(known) : ""}.`,
    zh: ({ name, nearest, known }, t) => `公式中没有函数 ${short(name)}。${meantZh(nearest)}可用：${t.series(known)}。`,
  },
  formulaUse: {
    en: ({ text, why }, t) => `${short(text)} cannot be used: ${t.text(faults[why])}.`,
    zh: ({ text, why }, t) => `${short(text)} 无法使用：${t.text(faults[why])}。`,
  },
  unknownLevel: {
    en: ({ column, level, levels }, t) =>
      `"${short(level)}" is no group of ${short(column)}. Groups: ${some(levels, t)}.`,
    zh: ({ column, level, levels }, t) => `${short(column)} 中没有组“${short(level)}”。现有：${some(levels, t)}。`,
  },
  oneLevel: {
    en: ({ term, level }) =>
      `${short(term)} has the one group "${short(level)}" in the rows of the fit, so that nothing can be compared. Leave it out.`,
    zh: ({ term, level }) => `拟合所用的行中 ${short(term)} 仅有一组“${short(level)}”，无从比较。请删除该项。`,
  },
  missingInput: {
    en: ({ measure, input }) =>
      `The measure ${measure} needs ${input}: add it to "columns" with a column or a number, or name a column ${input}.`,
    zh: ({ measure, input }) =>
      `效应量 ${measure} 需要 ${input}：请在“columns”中给出列名或数字，或将某列命名为 ${input}。`,
  },
  collinear: {
    en: ({ coefficient, others }, t) =>
      `The column ${short(coefficient)} ${others.length === 0 ? "is 0 in every row" : `follows from ${some(others, t)}`}, so that its coefficient cannot be estimated. Leave a term out.`,
    zh: ({ coefficient, others }, t) =>
      `列 ${short(coefficient)} ${others.length === 0 ? "在各行均为 0" : `可由 ${some(others, t)} 推出`}，无法估计其系数。请删去一项。`,
  },
  tooManyCoefficients: {
    en: ({ p, k }) => `${p} coefficients cannot be estimated from ${k} rows. Leave terms out.`,
    zh: ({ p, k }) => `${k} 行数据无法估计 ${p} 个系数。请减少项数。`,
  },
  unknownCoefficient: {
    en: ({ name, nearest, known }, t) =>
      `The model has no coefficient "${short(name)}".${meant(nearest)} Coefficients: ${some(known, t)}.`,
    zh: ({ name, nearest, known }, t) => `模型中没有系数“${short(name)}”。${meantZh(nearest)}现有：${some(known, t)}。`,
  },
  matrixShape: {
    en: ({ expected, found }) =>
      `The covariance has to have ${expected} rows and columns, one for each row of the data (or of the cluster), and has ${found}.`,
    zh: ({ expected, found }) => `协方差矩阵应有 ${expected} 行 ${expected} 列（对应数据或组内各行），现为 ${found}。`,
  },
  matrixNotPositive: {
    en: () => "The covariance of the sampling errors is not symmetric and positive definite. Check its values.",
    zh: () => "抽样误差协方差矩阵不是对称正定矩阵。请核对取值。",
  },
  predictionValue: {
    en: ({ column }) => `A prediction needs a value of "${short(column)}". Add it to "at".`,
    zh: ({ column }) => `预测需要“${short(column)}”的取值。请在“at”中补充。`,
  },
  notTogether: {
    en: ({ first, second }) => `"${first}" and "${second}" do not go together. Remove one.`,
    zh: ({ first, second }) => `“${first}”与“${second}”不能同时使用。请删去一个。`,
  },
  needs: {
    en: ({ what, needs }) => `"${what}" needs ${needs}. Add it.`,
    zh: ({ what, needs }) => `“${what}”需要 ${needs}。请补充。`,
  },
  unidentified: {
    en: ({ component, others }, t) =>
      others.length === 0
        ? `The data tell nothing of the variance of ${short(component)}. Leave it out.`
        : `The variance of ${short(component)} cannot be told from that of ${some(others, t)}. Leave one out.`,
    zh: ({ component, others }, t) =>
      others.length === 0
        ? `数据无法估计 ${short(component)} 的方差。请删去。`
        : `${short(component)} 的方差与 ${some(others, t)} 的方差无法区分。请删去其一。`,
  },
  noConvergence: {
    en: ({ iterations }) =>
      `The estimate did not settle in ${iterations} iterations. Try another method (DL, PM), or fewer moderators.`,
    zh: ({ iterations }) => `估计在 ${iterations} 次迭代后仍未收敛。请换用其他方法（DL、PM）或减少调节变量。`,
  },
  engine: {
    en: ({ message }) => `The model cannot be fitted: ${short(message)}.`,
    zh: ({ message }) => `无法拟合该模型：${short(message)}。`,
  },
  notComputable: {
    en: () => "Numbers so large, so small or so unlike cannot be computed with. Check the units of the columns.",
    zh: () => "数值过大、过小或相差过于悬殊，无法计算。请核对各列的单位。",
  },
};
