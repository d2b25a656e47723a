import type { ContractTable } from "../contract.ts";
import type { Aggregate, ColumnType, Expression } from "./expression.ts";
import type { OrderBy, Relation } from "./relation.ts";

type Join = Extract<Relation, { kind: "join" }>;
type Window = Extract<Relation, { kind: "window" }>;

export function contractTable(table: ContractTable): Relation {
  return { kind: "contract", table };
}

export function sourceTable(table: string, columns: Readonly<Record<string, ColumnType>>): Relation {
  return { kind: "source", table, columns };
}

export function step(name: string): Relation {
  return { kind: "step", name };
}

export function filter(from: Relation, where: Expression): Relation {
  return { kind: "filter", from, where };
}

export function project(from: Relation, columns: Readonly<Record<string, Expression>>): Relation {
  return { kind: "project", from, columns };
}

/** The columns of these names, unchanged: `...keep("person_id", "code")` within `project`. */
export function keep(...names: readonly string[]): Readonly<Record<string, Expression>> {
  return Object.fromEntries(names.map((name) => [name, { kind: "column", name } as const]));
}

/** @param on - pairs of columns, or names that both sides have (semi and anti joins only) */
export function join(
  how: Join["how"],
  left: Relation,
  right: Relation,
  on: readonly (string | readonly [left: string, right: string])[],
  where?: Expression,
): Relation {
  const pairs = on.map((pair): readonly [string, string] => (typeof pair === "string" ? [pair, pair] : pair));
  return { kind: "join", how, left, right, on: pairs, ...(where === undefined ? {} : { where }) };
}

export function group(
  from: Relation,
  by: readonly string[],
  aggregates: Readonly<Record<string, Aggregate>>,
): Relation {
  return { kind: "group", from, by, aggregates };
}

export function union(...of: readonly Relation[]): Relation {
  return { kind: "union", of };
}

export function distinct(from: Relation): Relation {
  return { kind: "distinct", from };
}

export function window(
  from: Relation,
  as: string,
  value: Window["value"],
  partitionBy: readonly string[],
  orderBy: readonly OrderBy[],
): Relation {
  return { kind: "window", from, as, value, partitionBy, orderBy };
}

/** NULLs last unless told. */
export function ascending(of: Expression, nulls: OrderBy["nulls"] = "last"): OrderBy {
  return { of, nulls };
}

/** NULLs last unless told. */
export function descending(of: Expression, nulls: OrderBy["nulls"] = "last"): OrderBy {
  return { of, descending: true, nulls };
}

export function values(
  columns: Readonly<Record<string, ColumnType>>,
  rows: readonly (readonly Expression[])[],
): Relation {
  return { kind: "values", columns, rows };
}
