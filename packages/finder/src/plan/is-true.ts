import { bool, coalesce } from "../ir/build-expression.ts";
import type { Expression } from "../ir/expression.ts";

/** The condition with NULL taken for false, for columns that later steps deny or count. */
export function isTrue(condition: Expression): Expression {
  return coalesce(condition, bool(false));
}
