import { compareTexts } from "../ir/compare-texts.ts";
import { dayOfIso, isoOfDay } from "../ir/day-number.ts";
import type { ColumnType } from "../ir/expression.ts";
import type { Columns } from "../ir/expression-type.ts";
import { cellProblem } from "../ir/literals.ts";
import type { Cell, Row } from "../ir/relation.ts";

/** A cell while it is worked with: dates are days since 1970-01-01. */
export type Value = string | number | boolean | null;

/** A row while it is worked with: its values in the order of the columns. */
export type Tuple = readonly Value[];

/**
 * Order of two values of one type, neither NULL: negative, 0 or positive. Texts by code point, false before true.
 */
export function compareValues(a: string | number | boolean, b: string | number | boolean): number {
  if (a === b) {
    return 0;
  }
  if (typeof a === "string" && typeof b === "string") {
    return compareTexts(a, b);
  }
  return a < b ? -1 : 1;
}

/** Key of a tuple's values at these places: equal exactly when the values are, NULL equal to NULL. No text holds NUL. */
export function keyOf(tuple: Tuple, places: readonly number[]): Value {
  const [first] = places;
  if (places.length === 1 && first !== undefined) {
    return at(tuple, first);
  }
  let key = "";
  for (const place of places) {
    const value = at(tuple, place);
    key += value === null ? "\u0000\u0000" : `\u0000=${value === 0 ? 0 : value}`;
  }
  return key;
}

/** The value at a place that the compiled query knows to exist. */
export function at(tuple: Tuple, place: number): Value {
  return tuple[place] ?? null;
}

export function toTuples(rows: readonly Row[], columns: Columns): readonly Tuple[] {
  const entries = [...columns];
  return rows.map((row) =>
    entries.map(([name, type]) => {
      const cell = row[name] ?? null;
      return type === "date" && typeof cell === "string" ? dayOfIso(cell) : cell;
    }),
  );
}

/** @throws RangeError naming the column, when a value is none that a cell can hold: an integer beyond 2^53, infinity */
export function toRow(tuple: Tuple, columns: readonly (readonly [string, ColumnType])[]): Row {
  const row: Record<string, Cell> = {};
  columns.forEach(([name, type], place) => {
    const value = at(tuple, place);
    const cell = type === "date" && typeof value === "number" ? (isoOfDay(value) ?? "") : value;
    if (cell !== null && cellProblem(cell, type) !== undefined) {
      throw new RangeError(`column "${name}" came to a value that is no ${type}`);
    }
    row[name] = cell === 0 ? 0 : cell;
  });
  return row;
}
