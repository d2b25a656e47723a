import type { Aggregate } from "../ir/expression.ts";
import { compileExpression, isGreater, isLess, type Layout } from "./compile-expression.ts";
import type { Tuple, Value } from "./tuple.ts";

export type CompiledAggregate = (tuples: readonly Tuple[]) => Value;

/** A function over the tuples of one group; NULLs are left out. */
export function compileAggregate(aggregate: Aggregate, layout: Layout): CompiledAggregate {
  if (aggregate.kind === "countRows") {
    return (tuples) => tuples.length;
  }
  const of = compileExpression(aggregate.of, layout);
  switch (aggregate.kind) {
    case "countDistinct":
      return (tuples) => {
        const seen = new Set<Value>();
        for (const tuple of tuples) {
          const value = of(tuple);
          if (value !== null) {
            seen.add(value);
          }
        }
        return seen.size;
      };
    case "min":
      return best(of, isLess);
    case "max":
      return best(of, isGreater);
    case "sum":
      return (tuples) => {
        let sum: number | null = null;
        for (const tuple of tuples) {
          const value = of(tuple);
          if (typeof value === "number") {
            sum = (sum ?? 0) + value;
          }
        }
        return sum;
      };
  }
}

function best(of: (tuple: Tuple) => Value, isBetter: (value: Value, best: Value) => boolean): CompiledAggregate {
  return (tuples) => {
    let found: Value = null;
    for (const tuple of tuples) {
      const value = of(tuple);
      if (isBetter(value, found)) {
        found = value;
      }
    }
    return found;
  };
}
