import { cellProblem } from "../ir/literals.ts";
import type { Cell, Row } from "../ir/relation.ts";
import { RESULT_COLUMNS, type ResultPart } from "../plan/result.ts";

type Column = keyof typeof RESULT_COLUMNS;
type ValueOf<T> = T extends "integer" | "double" ? number : T extends "boolean" ? boolean : string;

/** A row of `RESULT_COLUMNS` whose cells have the types of their columns. */
export type ResultRow = { readonly [C in Column]: ValueOf<(typeof RESULT_COLUMNS)[C]> | null } & {
  readonly part: ResultPart;
};

const PARTS: readonly string[] = ["stage", "candidate", "flag", "evidence", "unused"] satisfies readonly ResultPart[];

/**
 * Checks the cells of rows against `RESULT_COLUMNS`.
 *
 * @throws TypeError that names row and column, never the cell, when an engine gave something else
 */
export function checkedRows(rows: readonly Row[]): readonly ResultRow[] {
  rows.forEach((row, index) => {
    for (const [name, type] of Object.entries(RESULT_COLUMNS)) {
      const cell: Cell | undefined = row[name];
      if (cell === undefined) throw new TypeError(`row ${index} of the answer has no column ${name}`);
      const problem = cell === null ? undefined : cellProblem(cell, type);
      if (problem !== undefined) throw new TypeError(`row ${index}, column ${name} of the answer: ${problem}`);
    }
    if (typeof row.part !== "string" || !PARTS.includes(row.part)) {
      throw new TypeError(`row ${index} of the answer is of no known part`);
    }
  });
  return rows as readonly ResultRow[];
}

/** The cell of a column that this part fills. @throws TypeError when it is NULL */
export function filled<C extends Column>(row: ResultRow, column: C): NonNullable<ResultRow[C]> {
  const cell = row[column];
  if (cell === null) throw new TypeError(`column ${column} of a row "${row.part}" is NULL`);
  return cell as NonNullable<ResultRow[C]>;
}
