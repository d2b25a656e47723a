import type { Aggregate, ColumnType, Expression } from "./expression.ts";

/* Short words for plans: each returns the plain object of `Expression`; `checkQuery` checks what they make. */

export function col(name: string): Expression {
  return { kind: "column", name };
}

export function text(value: string): Expression {
  return { kind: "text", value };
}

export function integer(value: number): Expression {
  return { kind: "integer", value };
}

export function double(value: number): Expression {
  return { kind: "double", value };
}

export function bool(value: boolean): Expression {
  return { kind: "boolean", value };
}

/** @param value - ISO date */
export function day(value: string): Expression {
  return { kind: "date", value };
}

export function nullOf(type: ColumnType): Expression {
  return { kind: "null", type };
}

export function compare(
  left: Expression,
  op: Extract<Expression, { kind: "compare" }>["op"],
  right: Expression,
): Expression {
  return { kind: "compare", op, left, right };
}

export function equal(left: Expression, right: Expression): Expression {
  return compare(left, "=", right);
}

/** Of no parts: true. */
export function and(...of: readonly Expression[]): Expression {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind: "and", of };
}

/** Of no parts: false. */
export function or(...of: readonly Expression[]): Expression {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind: "or", of };
}

export function not(of: Expression): Expression {
  return { kind: "not", of };
}

export function isNull(of: Expression): Expression {
  return { kind: "isNull", of };
}

export function isNotNull(of: Expression): Expression {
  return not(isNull(of));
}

export function isIn(of: Expression, values: readonly (string | number)[]): Expression {
  return { kind: "isIn", of, values };
}

export function startsWith(of: Expression, prefix: string): Expression {
  return { kind: "startsWith", of, prefix };
}

export function part(of: Expression, start: number, length: number): Expression {
  return { kind: "part", of, start, length };
}

export function trimmed(of: Expression): Expression {
  return { kind: "trimmed", of };
}

export function addMonths(date: Expression, months: number): Expression {
  return { kind: "addMonths", date, months };
}

export function addDays(date: Expression, days: number): Expression {
  return { kind: "addDays", date, days };
}

export function makeDate(year: Expression, month: Expression, day: Expression): Expression {
  return { kind: "makeDate", year, month, day };
}

export function daysBetween(from: Expression, to: Expression): Expression {
  return { kind: "daysBetween", from, to };
}

export function completedMonths(from: Expression, to: Expression): Expression {
  return { kind: "completedMonths", from, to };
}

export function completedYears(from: Expression, to: Expression): Expression {
  return { kind: "completedYears", from, to };
}

export function add(left: Expression, right: Expression): Expression {
  return { kind: "add", left, right };
}

export function subtract(left: Expression, right: Expression): Expression {
  return { kind: "subtract", left, right };
}

export function multiply(left: Expression, right: Expression): Expression {
  return { kind: "multiply", left, right };
}

export function printed(of: Expression, decimals: 0 | 1 | 2 | 3): Expression {
  return { kind: "printed", of, decimals };
}

export function when(condition: Expression, then: Expression, otherwise?: Expression): Expression {
  return choose([{ if: condition, then }], otherwise);
}

export function choose(
  branches: readonly { readonly if: Expression; readonly then: Expression }[],
  otherwise?: Expression,
): Expression {
  return { kind: "case", when: branches, ...(otherwise === undefined ? {} : { otherwise }) };
}

/** One condition of `choose` with its value. */
export function branch(
  condition: Expression,
  then: Expression,
): { readonly if: Expression; readonly then: Expression } {
  return { if: condition, then };
}

export function coalesce(...of: readonly Expression[]): Expression {
  return { kind: "coalesce", of };
}

export function least(...of: readonly Expression[]): Expression {
  return { kind: "least", of };
}

export function greatest(...of: readonly Expression[]): Expression {
  return { kind: "greatest", of };
}

export function asText(of: Expression): Expression {
  return { kind: "asText", of };
}

/** Of at least one text. */
export function concat(...of: readonly Expression[]): Expression {
  return { kind: "concat", of };
}

export function asDouble(of: Expression): Expression {
  return { kind: "asDouble", of };
}

export function asInteger(of: Expression): Expression {
  return { kind: "asInteger", of };
}

export const countRows: Aggregate = { kind: "countRows" };

export function countDistinct(of: Expression): Aggregate {
  return { kind: "countDistinct", of };
}

export function min(of: Expression): Aggregate {
  return { kind: "min", of };
}

export function max(of: Expression): Aggregate {
  return { kind: "max", of };
}

export function sum(of: Expression): Aggregate {
  return { kind: "sum", of };
}
