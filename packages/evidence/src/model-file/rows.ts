import type { Column, DataTable } from "./data-table.ts";
import { evaluate } from "./evaluate.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import type { Exclusion } from "./exclusion.ts";
import { type Expression, expressionText, namesIn, numberText } from "./formula-tree.ts";
import { frameOf } from "./frame.ts";
import type { Condition } from "./model-schema.ts";
import { readFormula } from "./moderators.ts";

/** Names of columns that label rows where the model names none. */
const LABELS = ["slab", "label", "study", "author"] as const;

/** The label of every record: the column `label`, else the first of the usual ones, else the row of the file. */
export function rowLabels(table: DataTable, label: string | undefined): readonly string[] {
  const name = label ?? LABELS.find((candidate) => table.columns.has(candidate));
  const column = name === undefined ? undefined : table.columns.get(name);
  return table.rows.map((row, place) => column?.cells[place]?.text ?? String(row));
}

/** Places in the table of the records that are kept, and the others with the reason; or what is wrong. */
export type PickedRows =
  | { readonly kind: "picked"; readonly places: readonly number[]; readonly excluded: readonly Exclusion[] }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** Applies the conditions of `subset`: an expression such as `year > 1970 & alloc == "random"`, or a list. */
export function pickRows(
  subset: string | Condition | readonly Condition[] | undefined,
  table: DataTable,
  labels: readonly string[],
): PickedRows {
  const all = table.rows.map((_, place) => place);
  if (subset === undefined) return { kind: "picked", places: all, excluded: [] };
  const without = (place: number, reason: Exclusion["reason"]): Exclusion => ({
    row: table.rows[place],
    label: labels[place],
    reason,
  });
  const judge =
    typeof subset === "string"
      ? expressionJudge(subset, table)
      : {
          kind: "judge" as const,
          columns: [subset].flat().map(({ column }) => column),
          keeps: conditionJudge([subset].flat(), table),
        };
  if (judge.kind === "refused") return judge;
  const places: number[] = [];
  const excluded: Exclusion[] = [];
  for (const place of all) {
    const missing = judge.columns.filter((name) => table.columns.get(name)?.cells[place] === undefined);
    if (missing.length > 0) excluded.push(without(place, { kind: "missing", columns: [...new Set(missing)] }));
    else if (judge.keeps(place)) places.push(place);
    else excluded.push(without(place, { kind: "subset" }));
  }
  if (places.length === 0)
    return { kind: "refused", problems: [{ in: "data", kind: "noRowsLeft", read: all.length, excluded }] };
  return { kind: "picked", places, excluded };
}

type Judge =
  | { readonly kind: "judge"; readonly columns: readonly string[]; readonly keeps: (place: number) => boolean }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

function expressionJudge(text: string, table: DataTable): Judge {
  const parsed = readFormula(text, "/subset");
  if (parsed.kind === "refused") return parsed;
  const columns = namesIn(parsed.expression);
  const complete = table.rows
    .map((_, place) => place)
    .filter((place) => columns.every((name) => table.columns.get(name)?.cells[place] !== undefined));
  const wrapped: Expression = { kind: "call", name: "I", arguments: [{ name: undefined, value: parsed.expression }] };
  try {
    const values = evaluate(wrapped, frameOf(table, complete), {}, new Map());
    if (values.kind !== "factor" || values.levels.some((level) => level !== "TRUE" && level !== "FALSE")) {
      const problem = {
        in: "model",
        at: "/subset",
        kind: "formulaUse",
        text: expressionText(parsed.expression),
        why: "argument",
      } as const;
      return { kind: "refused", problems: [problem] };
    }
    const kept = new Set(complete.filter((_, record) => values.levels[values.codes[record]] === "TRUE"));
    return { kind: "judge", columns, keeps: (place) => kept.has(place) };
  } catch (fault) {
    if (fault instanceof EvaluationFault) return { kind: "refused", problems: fault.at("/subset") };
    throw fault;
  }
}

function conditionJudge(conditions: readonly Condition[], table: DataTable): (place: number) => boolean {
  return (place) =>
    conditions.every((condition) => {
      const column = table.columns.get(condition.column) as Column;
      const cell = column.cells[place];
      if (cell === undefined) return false;
      const same = (value: string | number): boolean =>
        typeof value === "number"
          ? cell.number === value
          : cell.text === value || (cell.number !== undefined && numberText(cell.number) === value);
      const number = cell.number ?? Number.NaN;
      return (
        (condition.is === undefined || same(condition.is)) &&
        (condition.not === undefined || !same(condition.not)) &&
        (condition.in === undefined || condition.in.some(same)) &&
        (condition.notIn === undefined || !condition.notIn.some(same)) &&
        (condition.above === undefined || number > condition.above) &&
        (condition.atLeast === undefined || number >= condition.atLeast) &&
        (condition.below === undefined || number < condition.below) &&
        (condition.atMost === undefined || number <= condition.atMost)
      );
    });
}

/** Parts records that have a value in every one of the columns from the others. */
export function completeRows(
  places: readonly number[],
  columns: readonly string[],
  table: DataTable,
  labels: readonly string[],
): { readonly places: readonly number[]; readonly excluded: readonly Exclusion[] } {
  const kept: number[] = [];
  const excluded: Exclusion[] = [];
  for (const place of places) {
    const missing = columns.filter((name) => table.columns.get(name)?.cells[place] === undefined);
    if (missing.length === 0) kept.push(place);
    else
      excluded.push({
        row: table.rows[place],
        label: labels[place],
        reason: { kind: "missing", columns: [...new Set(missing)] },
      });
  }
  return { places: kept, excluded };
}
