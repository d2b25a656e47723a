import type { Aggregate, ColumnType, Expression } from "./expression.ts";
import { cellProblem, isStorableText } from "./literals.ts";

/** Names and types of the columns of a relation, in their order. */
export type Columns = ReadonlyMap<string, ColumnType>;

/** No plan moves a day by more than ten thousand years. */
const MAX_MONTHS = 120_000;
const MAX_DAYS = 3_660_000;

/**
 * The type of an expression over rows with these columns.
 *
 * @param at - where the expression stands, for the message
 * @throws TypeError naming `at`, when a column is missing, types do not fit, or a literal is not one that every engine holds
 */
export function typeOf(expression: Expression, columns: Columns, at: string): ColumnType {
  const of = (inner: Expression): ColumnType => typeOf(inner, columns, at);
  const need = (inner: Expression, type: ColumnType): void => {
    const found = of(inner);
    if (found !== type) {
      fail(at, `${expression.kind} needs ${type}, not ${found}`);
    }
  };
  switch (expression.kind) {
    case "column": {
      const type = columns.get(expression.name);
      return type ?? fail(at, `no column "${expression.name}" among ${[...columns.keys()].join(", ")}`);
    }
    case "text":
    case "integer":
    case "double":
    case "boolean":
    case "date":
      return literalType(expression.value, expression.kind, at);
    case "null":
      return expression.type;
    case "compare":
      return sameType([expression.left, expression.right], of, expression.op, at) && "boolean";
    case "and":
    case "or":
      for (const part of expression.of) {
        need(part, "boolean");
      }
      return "boolean";
    case "not":
      need(expression.of, "boolean");
      return "boolean";
    case "isNull":
      return of(expression.of) && "boolean";
    case "isIn": {
      const type = of(expression.of);
      if (type === "double" || type === "boolean") {
        fail(at, `isIn is for text, integer and date, not ${type}`);
      }
      for (const value of expression.values) {
        literalType(value, type, at);
      }
      return "boolean";
    }
    case "startsWith":
      need(expression.of, "text");
      if (expression.prefix === "" || !isStorableText(expression.prefix)) {
        fail(at, "a prefix must be a well-formed text that is not empty");
      }
      return "boolean";
    case "part":
      need(expression.of, "text");
      if (expression.start < 1 || expression.length < 1) fail(at, "a part begins at 1 or later and has a length");
      return (
        whole(expression.start, MAX_DAYS, "start", at) && whole(expression.length, MAX_DAYS, "length", at) && "text"
      );
    case "trimmed":
      need(expression.of, "text");
      return "text";
    case "addMonths":
      need(expression.date, "date");
      return whole(expression.months, MAX_MONTHS, "months", at) && "date";
    case "addDays":
      need(expression.date, "date");
      return whole(expression.days, MAX_DAYS, "days", at) && "date";
    case "makeDate":
      need(expression.year, "integer");
      need(expression.month, "integer");
      need(expression.day, "integer");
      return "date";
    case "daysBetween":
    case "completedMonths":
    case "completedYears":
      need(expression.from, "date");
      need(expression.to, "date");
      return "integer";
    case "add":
    case "subtract":
    case "multiply": {
      const type = sameType([expression.left, expression.right], of, expression.kind, at);
      return type === "integer" || type === "double"
        ? type
        : fail(at, `${expression.kind} is for numbers, not ${type}`);
    }
    case "printed":
      need(expression.of, "double");
      return "integer";
    case "case": {
      if (expression.when.length === 0) {
        fail(at, "case needs a condition");
      }
      for (const branch of expression.when) {
        need(branch.if, "boolean");
      }
      const values = expression.when.map((branch) => branch.then);
      return sameType(expression.otherwise === undefined ? values : [...values, expression.otherwise], of, "case", at);
    }
    case "coalesce":
      return sameType(expression.of, of, "coalesce", at);
    case "concat":
      for (const part of expression.of) {
        need(part, "text");
      }
      return expression.of.length > 0 ? "text" : fail(at, "concat needs a value");
    case "least":
    case "greatest": {
      const type = sameType(expression.of, of, expression.kind, at);
      return type === "boolean" ? fail(at, `${expression.kind} is not for booleans`) : type;
    }
    case "asText": {
      const type = of(expression.of);
      return type === "integer" || type === "date" ? "text" : fail(at, `asText is for integer and date, not ${type}`);
    }
    case "asDouble":
      need(expression.of, "integer");
      return "double";
    case "asInteger":
      need(expression.of, "boolean");
      return "integer";
  }
}

/**
 * The type of an aggregate over rows with these columns.
 *
 * @throws TypeError as `typeOf`
 */
export function aggregateType(aggregate: Aggregate, columns: Columns, at: string): ColumnType {
  switch (aggregate.kind) {
    case "countRows":
      return "integer";
    case "countDistinct":
      return typeOf(aggregate.of, columns, at) && "integer";
    case "min":
    case "max":
      return typeOf(aggregate.of, columns, at);
    case "sum": {
      const type = typeOf(aggregate.of, columns, at);
      return type === "integer" ? type : fail(at, `sum is for integers, not ${type}`);
    }
  }
}

/** @throws TypeError always, with the place and the problem */
export function fail(at: string, problem: string): never {
  throw new TypeError(`${at}: ${problem}`);
}

function literalType(value: string | number | boolean, type: ColumnType, at: string): ColumnType {
  const problem = cellProblem(value, type);
  return problem === undefined ? type : fail(at, problem);
}

function sameType(
  parts: readonly Expression[],
  of: (part: Expression) => ColumnType,
  what: string,
  at: string,
): ColumnType {
  const types = [...new Set(parts.map(of))];
  const [type] = types;
  if (type === undefined) {
    return fail(at, `${what} needs a value`);
  }
  return types.length === 1 ? type : fail(at, `${what} mixes ${types.join(" and ")}`);
}

function whole(value: number, limit: number, what: string, at: string): true {
  return (Number.isInteger(value) && Math.abs(value) <= limit) || fail(at, `${what} must be whole and within ${limit}`);
}
