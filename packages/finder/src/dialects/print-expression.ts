import { BLANKS } from "../ir/blanks.ts";
import type { Aggregate, Expression } from "../ir/expression.ts";
import { type Columns, typeOf } from "../ir/expression-type.ts";
import type { Dialect } from "./dialect.ts";

/** Where an expression is printed: its columns, and how each is called there. */
export type Scope = {
  readonly dialect: Dialect;
  readonly columns: Columns;
  readonly column: (name: string) => string;
};

/** Largest integer that a double holds without a neighbour that it could stand for. */
const MAX_INTEGER = 2 ** 53 - 1;

/** SQL of a checked expression, in brackets where it could bind with its surroundings; its type is exactly the declared one. */
export function printExpression(expression: Expression, scope: Scope): string {
  const { dialect } = scope;
  const sql = (inner: Expression): string => printExpression(inner, scope);
  const list = (parts: readonly Expression[]): string[] => parts.map(sql);
  switch (expression.kind) {
    case "column":
      return scope.column(expression.name);
    case "text":
      return dialect.text(expression.value);
    case "integer":
      return `CAST(${expression.value} AS ${dialect.types.integer})`;
    case "double":
      return doubleLiteral(expression.value, dialect);
    case "boolean":
      return expression.value ? "TRUE" : "FALSE";
    case "date":
      return `DATE '${expression.value}'`;
    case "null":
      return `CAST(NULL AS ${dialect.types[expression.type]})`;
    case "compare":
      return `(${compared(expression.left, scope, expression.op)} ${expression.op} ${compared(expression.right, scope, expression.op)})`;
    case "and":
    case "or":
      return expression.of.length === 0
        ? expression.kind === "and"
          ? "TRUE"
          : "FALSE"
        : `(${list(expression.of).join(expression.kind === "and" ? " AND " : " OR ")})`;
    case "not":
      return `(NOT ${sql(expression.of)})`;
    case "isNull":
      return `(${sql(expression.of)} IS NULL)`;
    case "isIn":
      return printIsIn(expression, scope);
    case "startsWith":
      return dialect.startsWith(sql(expression.of), expression.prefix);
    case "part":
      return `substring(${sql(expression.of)}, ${expression.start}, ${expression.length})`;
    case "trimmed":
      return `trim(BOTH ${dialect.text(BLANKS)} FROM ${sql(expression.of)})`;
    case "addMonths":
      return dialect.addMonths(sql(expression.date), expression.months);
    case "addDays":
      return dialect.addDays(sql(expression.date), expression.days);
    case "makeDate":
      return printMakeDate(sql(expression.year), sql(expression.month), sql(expression.day), dialect);
    case "daysBetween":
      return dialect.daysBetween(sql(expression.from), sql(expression.to));
    case "completedMonths":
      return completedMonths(sql(expression.from), sql(expression.to), dialect);
    case "completedYears":
      return `CAST(floor(${asDouble(completedMonths(sql(expression.from), sql(expression.to), dialect), dialect)} / 1.2E1) AS ${dialect.types.integer})`;
    case "add":
      return `(${sql(expression.left)} + ${sql(expression.right)})`;
    case "subtract":
      return `(${sql(expression.left)} - ${sql(expression.right)})`;
    case "multiply":
      return `(${sql(expression.left)} * ${sql(expression.right)})`;
    case "printed":
      return printPrinted(sql(expression.of), expression.decimals, dialect);
    case "case": {
      const branches = expression.when.map((branch) => `WHEN ${sql(branch.if)} THEN ${sql(branch.then)}`);
      const otherwise = expression.otherwise === undefined ? "" : ` ELSE ${sql(expression.otherwise)}`;
      return `CASE ${branches.join(" ")}${otherwise} END`;
    }
    case "coalesce":
      return `coalesce(${list(expression.of).join(", ")})`;
    case "concat":
      // DuckDB takes what is put together with a typed NULL for an integer.
      return `CAST((${list(expression.of).join(" || ")}) AS ${dialect.types.text})`;
    case "least":
    case "greatest":
      return dialect.leastOrGreatest(
        expression.kind,
        expression.of.map((part) => ordered(part, scope)),
      );
    case "asText":
      return typeOf(expression.of, scope.columns, "asText") === "date"
        ? dialect.dateAsText(sql(expression.of))
        : `CAST(${sql(expression.of)} AS ${dialect.types.text})`;
    case "asDouble":
      return asDouble(sql(expression.of), dialect);
    case "asInteger": {
      const of = sql(expression.of);
      const number = (value: 0 | 1): string => `CAST(${value} AS ${dialect.types.integer})`;
      return `CASE WHEN ${of} THEN ${number(1)} WHEN NOT ${of} THEN ${number(0)} END`;
    }
  }
}

/** An expression as it stands in an ORDER BY or an order comparison: texts by code point. */
export function ordered(expression: Expression, scope: Scope): string {
  const sql = printExpression(expression, scope);
  return typeOf(expression, scope.columns, "order") === "text" ? scope.dialect.byCodePoint(sql) : sql;
}

/** SQL of a checked aggregate. */
export function printAggregate(aggregate: Aggregate, scope: Scope): string {
  switch (aggregate.kind) {
    case "countRows":
      return "count(*)";
    case "countDistinct":
      return `count(DISTINCT ${printExpression(aggregate.of, scope)})`;
    case "min":
    case "max":
      return typeOf(aggregate.of, scope.columns, aggregate.kind) === "boolean"
        ? scope.dialect.minOrMaxOfBoolean(aggregate.kind, printExpression(aggregate.of, scope))
        : `${aggregate.kind}(${ordered(aggregate.of, scope)})`;
    case "sum":
      return `CAST(sum(${printExpression(aggregate.of, scope)}) AS ${scope.dialect.types.integer})`;
  }
}

/** One side of a comparison. Equality of texts needs no collation, and an index serves it without one. */
function compared(expression: Expression, scope: Scope, op: string): string {
  if (expression.kind === "integer") {
    return expression.value < 0 ? `(${expression.value})` : String(expression.value);
  }
  return op === "=" || op === "<>" ? printExpression(expression, scope) : ordered(expression, scope);
}

function printIsIn(isIn: Extract<Expression, { kind: "isIn" }>, scope: Scope): string {
  const of = printExpression(isIn.of, scope);
  if (isIn.values.length === 0) {
    return `CASE WHEN ${of} IS NOT NULL THEN FALSE END`;
  }
  const isDate = typeOf(isIn.of, scope.columns, "isIn") === "date";
  const values = isIn.values.map((value) =>
    typeof value === "number" ? String(value) : isDate ? `DATE '${value}'` : scope.dialect.text(value),
  );
  return `(${of} IN (${values.join(", ")}))`;
}

/** An exponent makes the literal a double in every dialect, not a decimal; PostgreSQL has no such literal and casts. */
function doubleLiteral(value: number, dialect: Dialect): string {
  const digits = (value === 0 ? 0 : value).toExponential().toUpperCase().replace("E+", "E");
  return `CAST(${digits} AS ${dialect.types.double})`;
}

function asDouble(sql: string, dialect: Dialect): string {
  return `CAST(${sql} AS ${dialect.types.double})`;
}

/** Months between the calendar months, less one while the day of `from` (or the month's last day) is not reached in `to`. */
function completedMonths(from: string, to: string, dialect: Dialect): string {
  const part = (name: string, sql: string): string => `CAST(EXTRACT(${name} FROM ${sql}) AS ${dialect.types.integer})`;
  const lastDay = part("DAY", dialect.lastDayOfMonth(to));
  const short = `${part("DAY", to)} < ${part("DAY", from)} AND ${part("DAY", to)} < ${lastDay}`;
  const one = `CAST(1 AS ${dialect.types.integer})`;
  const zero = `CAST(0 AS ${dialect.types.integer})`;
  return `((${part("YEAR", to)} - ${part("YEAR", from)}) * 12 + ${part("MONTH", to)} - ${part("MONTH", from)} - CASE WHEN ${short} THEN ${one} ELSE ${zero} END)`;
}

/** Only days of the calendar reach the engine's own function, which stops, or answers otherwise, on others. */
function printMakeDate(year: string, month: string, day: string, dialect: Dialect): string {
  const isLeap = `(${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0))`;
  const last = `CASE WHEN ${month} IN (4, 6, 9, 11) THEN 30 WHEN ${month} = 2 THEN CASE WHEN ${isLeap} THEN 29 ELSE 28 END ELSE 31 END`;
  const isDay = `${year} BETWEEN 1 AND 9999 AND ${month} BETWEEN 1 AND 12 AND ${day} BETWEEN 1 AND ${last}`;
  return `CASE WHEN ${isDay} THEN ${dialect.makeDate(year, month, day)} END`;
}

/** A number too large for an exact integer has no printed value: NULL, and no engine stops on it. */
function printPrinted(sql: string, decimals: number, dialect: Dialect): string {
  const scale = `1E${decimals}`;
  const half = (magnitude: string): string =>
    `CAST(floor(${magnitude} * ${doubleOf(scale, dialect)} + ${doubleOf("5E-1", dialect)}) AS ${dialect.types.integer})`;
  const limit = doubleLiteral(MAX_INTEGER / 10 ** decimals, dialect);
  return `CASE WHEN abs(${sql}) < ${limit} THEN CASE WHEN ${sql} < 0 THEN -${half(`(-${sql})`)} ELSE ${half(sql)} END END`;
}

function doubleOf(literal: string, dialect: Dialect): string {
  return `CAST(${literal} AS ${dialect.types.double})`;
}
