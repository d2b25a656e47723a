import type { ColumnType } from "../ir/expression.ts";

export type DialectName = "duckdb" | "postgres" | "trino" | "spark";

/** Where the rows of a table are. */
export type TableName =
  /** Catalog, schema and table as the engine names them, the last alone or with those before it. */
  | { readonly kind: "table"; readonly name: readonly string[] }
  /** Parquet files, read by DuckDB itself; paths as they are, never patterns. */
  | { readonly kind: "parquet"; readonly paths: readonly string[] }
  /** The source brings no such rows. */
  | { readonly kind: "empty" };

/** What one engine writes in its own way; everything else is printed once, in `print-expression.ts` and `print-query.ts`. */
export type Dialect = {
  readonly name: DialectName;
  /** The only place that quotes names. */
  readonly identifier: (name: string) => string;
  /** The only place that quotes texts: well-formed Unicode without NUL. */
  readonly text: (value: string) => string;
  readonly types: Readonly<Record<ColumnType, string>>;
  /** Of a text: compared and ordered by code point. */
  readonly byCodePoint: (sql: string) => string;
  readonly startsWith: (sql: string, prefix: string) => string;
  readonly addMonths: (sql: string, months: number) => string;
  readonly addDays: (sql: string, days: number) => string;
  /** Of integers that are known to be a day of the calendar. */
  readonly makeDate: (year: string, month: string, day: string) => string;
  readonly daysBetween: (from: string, to: string) => string;
  readonly lastDayOfMonth: (sql: string) => string;
  readonly dateAsText: (sql: string) => string;
  /** NULLs left out. */
  readonly leastOrGreatest: (name: "least" | "greatest", parts: readonly string[]) => string;
  readonly minOrMaxOfBoolean: (name: "min" | "max", sql: string) => string;
  /** Said of a step that several others read, so that it is worked out once. */
  readonly readOften: string;
  /** Said of a table of the contract or the source, so that conditions reach the files and indexes. */
  readonly readThrough: string;
  /** Parquet files as rows, where the engine can read them by itself. */
  readonly parquet?: (paths: readonly string[]) => string;
};

/** `"name"`, as the SQL standard has it. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `'text'`, as the SQL standard has it: a backslash is a backslash. */
export function quotedText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/**
 * Texts that begin with a prefix, as a range of code points: readers of Parquet skip row groups by it.
 *
 * @param x - the text, compared by code point
 */
export function prefixRange(x: string, prefix: string, text: (value: string) => string): string {
  const after = textAfterPrefix(prefix);
  const from = `${x} >= ${text(prefix)}`;
  return after === undefined ? `(${from})` : `(${from} AND ${x} < ${text(after)})`;
}

/** The first text, by code point, after all that begin with `prefix`; `undefined` where none is. */
function textAfterPrefix(prefix: string): string | undefined {
  const points = [...prefix];
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const point = (last.codePointAt(0) ?? 0) + 1;
    if (point <= 0x10ffff) {
      return points.join("") + String.fromCodePoint(point >= 0xd800 && point <= 0xdfff ? 0xe000 : point);
    }
  }
  return undefined;
}
