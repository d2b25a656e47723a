import { type Dialect, quotedName, quotedText } from "./dialect.ts";

/** PostgreSQL 12 and later, in a database of encoding UTF-8. */
export const postgresDialect: Dialect = {
  name: "postgres",
  identifier: quotedName,
  /** `E''` means the same whatever `standard_conforming_strings` says. */
  text: (value) => (value.includes("\\") ? ` E${quotedText(value.replaceAll("\\", "\\\\"))}` : quotedText(value)),
  types: { integer: "bigint", double: "double precision", text: "text", date: "date", boolean: "boolean" },
  byCodePoint: (sql) => `(${sql} COLLATE "C")`,
  startsWith: (sql, prefix) => `starts_with(${sql}, ${postgresDialect.text(prefix)})`,
  addMonths: (sql, months) => `CAST(${sql} + INTERVAL '${months} months' AS date)`,
  addDays: (sql, days) => `(${sql} + (${days}))`,
  makeDate: (year, month, day) => `make_date(CAST(${year} AS int), CAST(${month} AS int), CAST(${day} AS int))`,
  daysBetween: (from, to) => `CAST(${to} - ${from} AS bigint)`,
  lastDayOfMonth: (sql) => `(CAST(date_trunc('month', CAST(${sql} AS timestamp)) + INTERVAL '1 month' AS date) - 1)`,
  dateAsText: (sql) => `to_char(${sql}, 'YYYY-MM-DD')`,
  leastOrGreatest: (name, parts) => `${name}(${parts.join(", ")})`,
  minOrMaxOfBoolean: (name, sql) => `${name === "min" ? "bool_and" : "bool_or"}(${sql})`,
  readOften: "MATERIALIZED ",
  readThrough: "NOT MATERIALIZED ",
};
