import type { ColumnType } from "../ir/expression.ts";

/**
 * Columns of the one statement of a definition. Which are filled depends on `part`:
 *
 * - `stage`: a step of the funnel. `item` its id, `people` and `episodes` how many reach it. Additive over persons, so that
 *   the sum over single women (the evaluator) equals the count over all (SQL).
 * - `candidate`: one row per candidate; `item` the tier, `certain` whether it is met whatever the exact days were.
 * - `flag`: an exclusion that is possibly met, or that only flags; `item` its id.
 * - `evidence`: an event of a candidate that a criterion or the clock looked at, and every event of a stream that is asked
 *   for near another; `item` the stream.
 * - `unused`: an event of the candidate whose value the stream asks for but cannot use: its unit is none of the stream's, or
 *   it is not plausible; `item` the stream.
 */
export const RESULT_COLUMNS = {
  part: "text",
  item: "text",
  people: "integer",
  episodes: "integer",
  person_id: "integer",
  episode: "integer",
  source_id: "text",
  person_ref: "text",
  birth_low: "date",
  birth_high: "date",
  delivery_low: "date",
  delivery_high: "date",
  delivery_ref: "text",
  certain: "boolean",
  kind: "text",
  system: "text",
  code: "text",
  date_low: "date",
  date_high: "date",
  value: "double",
  unit: "text",
  site: "text",
  source_ref: "text",
} as const satisfies Readonly<Record<string, ColumnType>>;

export type ResultPart = "stage" | "candidate" | "flag" | "evidence" | "unused";
