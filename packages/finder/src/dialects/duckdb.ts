import { type Dialect, prefixRange, quotedName, quotedText } from "./dialect.ts";

/** DuckDB 1.4. Texts compare by byte unless a collation is set, which the engine does not do. */
export const duckdbDialect: Dialect & Required<Pick<Dialect, "parquet">> = {
  name: "duckdb",
  identifier: quotedName,
  text: quotedText,
  types: { integer: "BIGINT", double: "DOUBLE", text: "VARCHAR", date: "DATE", boolean: "BOOLEAN" },
  byCodePoint: (sql) => sql,
  startsWith: (sql, prefix) => prefixRange(sql, prefix, quotedText),
  addMonths: (sql, months) => `CAST(${sql} + INTERVAL (${months}) MONTH AS DATE)`,
  addDays: (sql, days) => `(${sql} + (${days}))`,
  makeDate: (year, month, day) => `make_date(${year}, ${month}, ${day})`,
  daysBetween: (from, to) => `(${to} - ${from})`,
  lastDayOfMonth: (sql) => `last_day(${sql})`,
  dateAsText: (sql) => `CAST(${sql} AS VARCHAR)`,
  leastOrGreatest: (name, parts) => `${name}(${parts.join(", ")})`,
  minOrMaxOfBoolean: (name, sql) => `${name}(${sql})`,
  readOften: "MATERIALIZED ",
  readThrough: "NOT MATERIALIZED ",
  // Of a folder `person_id=5` the reader would make a column.
  parquet: (paths) =>
    `read_parquet([${paths.map((path) => quotedText(literalPath(path))).join(", ")}], hive_partitioning = false)`,
};

/** The path itself as DuckDB's readers take it: the signs of a pattern stand for themselves. */
export function literalPath(path: string): string {
  return path.replaceAll(/[*?[]/g, "[$&]");
}
