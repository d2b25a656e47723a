import type { Dialect } from "./dialect.ts";

/**
 * Spark SQL 3.3 and later (ANSI mode or not); printed and parsed, not run on a cluster. Its quotes depend on settings
 * (`escapedStringLiterals`, `variable.substitute`), so a text with a quote, a backslash, `$` or a control character is given
 * by its UTF-8 bytes.
 */
export const sparkDialect: Dialect = {
  name: "spark",
  identifier: (name) => `\`${name.replaceAll("`", "``")}\``,
  text: (value) =>
    /['"\\$\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value) ? `CAST(X'${utf8Hex(value)}' AS STRING)` : `'${value}'`,
  types: { integer: "BIGINT", double: "DOUBLE", text: "STRING", date: "DATE", boolean: "BOOLEAN" },
  byCodePoint: (sql) => sql,
  startsWith: (sql, prefix) => `startswith(${sql}, ${sparkDialect.text(prefix)})`,
  addMonths: (sql, months) => `add_months(${sql}, ${months})`,
  addDays: (sql, days) => `date_add(${sql}, ${days})`,
  makeDate: (year, month, day) => `make_date(CAST(${year} AS INT), CAST(${month} AS INT), CAST(${day} AS INT))`,
  daysBetween: (from, to) => `CAST(datediff(${to}, ${from}) AS BIGINT)`,
  lastDayOfMonth: (sql) => `last_day(${sql})`,
  dateAsText: (sql) => `CAST(${sql} AS STRING)`,
  leastOrGreatest: (name, parts) => (parts.length === 1 ? parts.join("") : `${name}(${parts.join(", ")})`),
  minOrMaxOfBoolean: (name, sql) => `${name}(${sql})`,
  readOften: "",
  readThrough: "",
};

function utf8Hex(value: string): string {
  return encodeURIComponent(value)
    .replaceAll(
      /%([0-9A-F]{2})|([^%])/g,
      (_, hex: string | undefined, char: string | undefined) =>
        hex ?? (char ?? "").charCodeAt(0).toString(16).padStart(2, "0"),
    )
    .toUpperCase();
}
