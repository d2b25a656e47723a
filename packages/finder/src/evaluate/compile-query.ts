import { checkQuery } from "../ir/check-query.ts";
import type { Query, Row } from "../ir/relation.ts";
import { type CompiledRelation, compileRelation, type PersonTables } from "./compile-relation.ts";
import { toRow } from "./tuple.ts";

/**
 * The rows of the query over one person's rows, in no order.
 *
 * @throws RangeError when a result is none that a cell can hold: an integer beyond 2^53, a date after 9999
 */
export type CompiledQuery = (tables: PersonTables) => readonly Row[];

/**
 * Compiles a query once, to be asked of one person after another.
 *
 * @throws TypeError when the query does not pass `checkQuery`
 */
export function compileQuery(query: Query): CompiledQuery {
  const columns = [...checkQuery(query).result];
  const steps = new Map<string, CompiledRelation>();
  for (const step of query.steps) {
    steps.set(step.name, compileRelation(step.relation, steps));
  }
  const result = compileRelation(query.result, steps);
  return (tables) =>
    result.rows({ tables, steps: new Map(), contract: new Map() }).map((tuple) => toRow(tuple, columns));
}
