import { CONTRACT } from "../contract.ts";
import type { ColumnType, Expression } from "./expression.ts";
import { aggregateType, type Columns, fail, typeOf } from "./expression-type.ts";
import { isColumnName } from "./literals.ts";
import type { Query, Relation } from "./relation.ts";

/** Columns of every step, by its name, and of the result. */
export type QueryColumns = { readonly steps: ReadonlyMap<string, Columns>; readonly result: Columns };

/**
 * Checks a whole query: every name is known where it is used, every type fits, every literal can be held by every engine.
 * What passes can be printed in each dialect and evaluated.
 *
 * @throws TypeError naming the step and the column
 */
export function checkQuery(query: Query): QueryColumns {
  const steps = new Map<string, Columns>();
  for (const step of query.steps) {
    const at = `step "${step.name}"`;
    if (!isColumnName(step.name) || /^(contract|source)_/.test(step.name)) {
      fail(at, "a step's name is lower case letters, digits and _, and does not begin with contract_ or source_");
    }
    if (steps.has(step.name)) {
      fail(at, "another step has this name");
    }
    steps.set(step.name, columnsOf(step.relation, steps, at));
  }
  return { steps, result: columnsOf(query.result, steps, "result") };
}

/**
 * Names and types of a relation's columns.
 *
 * @param steps - columns of the steps that it may name
 * @param at - where the relation stands, for the message
 * @throws TypeError as `checkQuery`
 */
export function columnsOf(relation: Relation, steps: ReadonlyMap<string, Columns>, at = "relation"): Columns {
  const of = (inner: Relation): Columns => columnsOf(inner, steps, at);
  switch (relation.kind) {
    case "contract":
      return Object.hasOwn(CONTRACT, relation.table)
        ? new Map(Object.entries(CONTRACT[relation.table]))
        : fail(at, "no such table in the contract");
    case "source":
      if (!isColumnName(relation.table)) {
        fail(at, "a table's name is lower case letters, digits and _");
      }
      return named(Object.entries(relation.columns), at);
    case "step":
      return steps.get(relation.name) ?? fail(at, `no step "${relation.name}" before this one`);
    case "filter": {
      const columns = of(relation.from);
      needBoolean(relation.where, columns, `${at}, filter`);
      return columns;
    }
    case "project": {
      const from = of(relation.from);
      return named(
        Object.entries(relation.columns).map(([name, value]) => [name, typeOf(value, from, `${at}, column "${name}"`)]),
        at,
      );
    }
    case "join":
      return joinColumns(relation, of(relation.left), of(relation.right), `${at}, ${relation.how} join`);
    case "group": {
      const from = of(relation.from);
      return named(
        [
          ...picked(relation.by, from, `${at}, group`),
          ...Object.entries(relation.aggregates).map(
            ([name, value]) => [name, aggregateType(value, from, `${at}, column "${name}"`)] as const,
          ),
        ],
        at,
      );
    }
    case "union":
      return unionColumns(relation.of.map(of), `${at}, union`);
    case "distinct":
      return of(relation.from);
    case "window":
      return windowColumns(relation, of(relation.from), `${at}, window "${relation.as}"`);
    case "values":
      return valuesColumns(relation, `${at}, values`);
  }
}

/**
 * Columns that the condition of a join sees: those of both sides; of a semi or anti join, names that both have are left out.
 */
export function joinScope(left: Columns, right: Columns): Columns {
  return new Map([...left, ...right].filter(([name]) => !(left.has(name) && right.has(name))));
}

function joinColumns(join: Extract<Relation, { kind: "join" }>, left: Columns, right: Columns, at: string): Columns {
  for (const [leftName, rightName] of join.on) {
    const [[, leftType]] = picked([leftName], left, at) as [[string, ColumnType]];
    const [[, rightType]] = picked([rightName], right, at) as [[string, ColumnType]];
    if (leftType !== rightType) {
      fail(at, `"${leftName}" is ${leftType}, "${rightName}" is ${rightType}`);
    }
  }
  const keepsBoth = join.how === "inner" || join.how === "left";
  const both = keepsBoth ? [...left.keys()].filter((name) => right.has(name)) : [];
  if (both.length > 0) {
    fail(at, `both sides have ${both.join(", ")}`);
  }
  if (join.where !== undefined) {
    needBoolean(join.where, joinScope(left, right), at);
  }
  return keepsBoth ? new Map([...left, ...right]) : left;
}

function unionColumns(parts: readonly Columns[], at: string): Columns {
  const [first, ...rest] = parts;
  if (first === undefined) {
    return fail(at, "needs a part");
  }
  const shape = (columns: Columns): string => [...columns].map(([name, type]) => `${name} ${type}`).join(", ");
  for (const part of rest) {
    if (shape(part) !== shape(first)) {
      fail(at, `parts differ: (${shape(first)}) and (${shape(part)})`);
    }
  }
  return first;
}

function windowColumns(window: Extract<Relation, { kind: "window" }>, from: Columns, at: string): Columns {
  picked(window.partitionBy, from, at);
  if (window.orderBy.length === 0) {
    fail(at, "needs an order");
  }
  for (const order of window.orderBy) {
    typeOf(order.of, from, at);
  }
  const type = window.value.kind === "rowNumber" ? "integer" : typeOf(window.value.of, from, at);
  if (window.value.kind === "runningSum" && type !== "integer") {
    fail(at, `runningSum is for integers, not ${type}`);
  }
  if (window.value.kind === "runningMin" && (type === "text" || type === "boolean")) {
    fail(at, `runningMin is for numbers and dates, not ${type}`);
  }
  return named([...from, [window.as, type]], at);
}

function valuesColumns(values: Extract<Relation, { kind: "values" }>, at: string): Columns {
  const columns = named(Object.entries(values.columns), at);
  const types = [...columns.values()];
  for (const row of values.rows) {
    if (row.length !== types.length) {
      fail(at, `a row has ${row.length} cells for ${types.length} columns`);
    }
    row.forEach((cell, index) => {
      const type = typeOf(cell, new Map(), at);
      if (type !== types[index]) {
        fail(at, `cell ${index + 1} of a row is ${type}, not ${types[index]}`);
      }
    });
  }
  return columns;
}

function needBoolean(where: Expression, columns: Columns, at: string): void {
  const type = typeOf(where, columns, at);
  if (type !== "boolean") {
    fail(at, `a condition must be boolean, not ${type}`);
  }
}

function picked(names: readonly string[], from: Columns, at: string): (readonly [string, ColumnType])[] {
  return names.map((name) => [name, typeOf({ kind: "column", name }, from, at)]);
}

function named(entries: readonly (readonly [string, ColumnType])[], at: string): Columns {
  const columns = new Map<string, ColumnType>();
  for (const [name, type] of entries) {
    if (!isColumnName(name)) {
      fail(at, `"${name.slice(0, 80)}" is no name of a column`);
    }
    if (columns.has(name)) {
      fail(at, `two columns are named "${name}"`);
    }
    columns.set(name, type);
  }
  return columns.size > 0 ? columns : fail(at, "needs a column");
}
