import { type Dialect, prefixRange, quotedName, quotedText } from "./dialect.ts";

/** Trino; printed and parsed, not run on a cluster. Its `least` is NULL when a part is, so each part falls back to the others. */
export const trinoDialect: Dialect = {
  name: "trino",
  identifier: quotedName,
  text: quotedText,
  types: { integer: "BIGINT", double: "DOUBLE", text: "VARCHAR", date: "DATE", boolean: "BOOLEAN" },
  byCodePoint: (sql) => sql,
  startsWith: (sql, prefix) => prefixRange(sql, prefix, quotedText),
  addMonths: (sql, months) => `date_add('month', ${months}, ${sql})`,
  addDays: (sql, days) => `date_add('day', ${days}, ${sql})`,
  makeDate: (year, month, day) =>
    `date_add('day', ${day} - 1, date_add('month', ${month} - 1, date_add('year', ${year} - 1, DATE '0001-01-01')))`,
  daysBetween: (from, to) => `date_diff('day', ${from}, ${to})`,
  lastDayOfMonth: (sql) => `last_day_of_month(${sql})`,
  dateAsText: (sql) => `CAST(${sql} AS VARCHAR)`,
  leastOrGreatest: (name, parts) =>
    parts.length === 1
      ? parts.join("")
      : `${name}(${parts.map((part, i) => `coalesce(${[part, ...parts.filter((_, j) => j !== i)].join(", ")})`).join(", ")})`,
  minOrMaxOfBoolean: (name, sql) => `${name}(${sql})`,
  readOften: "",
  readThrough: "",
};
