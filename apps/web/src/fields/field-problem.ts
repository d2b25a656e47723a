import { type Phrase, type Problem, say, sayProblem, type Terms, type Text } from "@materbone/clinical";
import { labelOf } from "./label-of.ts";

/** What is wrong with the text of a field, in the words of the form; `undefined` when nothing is. */
export function sayFieldProblems(
  problems: readonly Problem[] | undefined,
  label: string,
  hint: Text | undefined,
  terms: Terms,
): string | undefined {
  const [first] = problems ?? [];
  if (problems === undefined || first === undefined) return undefined;
  if (problems.every((problem) => problem.kind === "missing")) {
    const names = problems.map((problem) => labelOf(problem.at, terms));
    return say(STILL_NEEDED, { names }, terms);
  }
  if (first.kind === "outOfRange") return say(OUT_OF_RANGE, { ...first, label }, terms);
  if (first.kind === "badFormat" || first.kind === "wrongType") {
    return say(NOT_READ, { hint: hint === undefined ? "" : terms.text(hint) }, terms);
  }
  return sayProblem(first, terms);
}

const STILL_NEEDED: Phrase<{ readonly names: readonly string[] }> = {
  en: ({ names }, t) => `Kept here until this is filled in too: ${t.series(names)}.`,
  zh: ({ names }, t) => `已暂存，还需填写：${t.series(names)}。`,
};

const NOT_READ: Phrase<{ readonly hint: string }> = {
  en: ({ hint }) => `This cannot be read here and waits as text.${hint === "" ? "" : ` ${hint}`}`,
  zh: ({ hint }) => `无法识别，暂作文本保留。${hint}`,
};

type Range = {
  readonly label: string;
  readonly value: string;
  readonly low: number | undefined;
  readonly high: number | undefined;
};

const OUT_OF_RANGE: Phrase<Range> = {
  en: ({ label, value, low, high }) =>
    low === undefined
      ? `${label}: ${value} is above the largest possible value, ${high}. Check the number and its unit.`
      : `${label}: ${value} is below the smallest possible value, ${low}. Check the number and its unit.`,
  zh: ({ label, value, low, high }) =>
    low === undefined
      ? `${label}：${value} 超过可能的最大值 ${high}，请核对数值及单位。`
      : `${label}：${value} 低于可能的最小值 ${low}，请核对数值及单位。`,
};
