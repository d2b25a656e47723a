import { nearest } from "@materbone/clinical";
import { appraisalKnowledge } from "./appraisal-knowledge.ts";
import type { LiteratureCsvProblem } from "./literature-csv-problem.ts";
import { APPRAISAL_ANSWERS, type Appraisal } from "./literature-record.ts";

/** Answers of one tool by the ids of its items. */
export type ToolAnswers = Appraisal["answers"];

/** Items of a tool, as a cell names them. */
export function itemsOf(tool: Appraisal["tool"]): readonly string[] {
  return appraisalKnowledge.tools.find(({ id }) => id === tool)?.items.map(({ id }) => id) ?? [];
}

/** Reads `selection=yes+exposure=unclear`; what cannot be read is named with its row, column, value and mend. */
export function readAnswers(
  row: number,
  tool: Appraisal["tool"],
  cell: string,
  problems: LiteratureCsvProblem[],
): ToolAnswers {
  const items = itemsOf(tool);
  const answers: Record<string, ToolAnswers[string]> = {};
  for (const part of cell.split("+")) {
    const [given = "", said, ...rest] = part.split("=").map((each) => each.trim());
    if (said === undefined || rest.length > 0) {
      problems.push({ row, kind: "notAnAnswer", column: tool, value: part.trim(), example: `${items[0]}=yes` });
      continue;
    }
    const item = oneOf(row, tool, given, items, problems);
    const answer = oneOf(row, tool, said, APPRAISAL_ANSWERS, problems);
    if (item === undefined || answer === undefined) continue;
    if (Object.hasOwn(answers, item)) problems.push({ row, kind: "answeredTwice", column: tool, value: item });
    answers[item] = { answer };
  }
  return answers;
}

/** Answers as a cell holds them, in the order of the tool; reasons have no place in it. */
export function answersCell({ tool, answers }: Pick<Appraisal, "tool" | "answers">): string {
  return itemsOf(tool)
    .flatMap((item) => (answers[item] === undefined ? [] : [`${item}=${answers[item].answer}`]))
    .join("+");
}

/** The word of a list that is meant, whatever its case. */
export function oneOf<const T extends string>(
  row: number,
  column: string,
  value: string,
  allowed: readonly T[],
  problems: LiteratureCsvProblem[],
): T | undefined {
  const found = allowed.find((each) => each.toLowerCase() === value.toLowerCase());
  if (found === undefined) {
    problems.push({ row, kind: "notOneOf", column, value, nearest: nearest(value, allowed), allowed });
  }
  return found;
}
