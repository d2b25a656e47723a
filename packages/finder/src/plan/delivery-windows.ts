import type { DeliveryWindow, ResolvedDefinition, WindowBound } from "../definition/definition-schema.ts";
import { addDays, addMonths, and, col, compare, isNull, or } from "../ir/build-expression.ts";
import type { Expression } from "../ir/expression.ts";
import { isTrue } from "./is-true.ts";

/** Whether the event of a row lies in a window around the delivery of the same row, as far as their days are known. */
export type InWindow = {
  /** Some day of the event and some day of the delivery agree with it. */
  readonly possibly: Expression;
  /** Every day of the event and every day of the delivery agree with it. */
  readonly certainly: Expression;
};

type Bound = Exclude<WindowBound, "open">;

/**
 * The days to which the bounds of windows lead from a delivery, each once, though several windows share one: columns for a
 * row with `delivery_low` and `delivery_high`.
 */
export function boundColumns(
  definition: ResolvedDefinition,
  windows: readonly string[],
): Readonly<Record<string, Expression>> {
  const bounds = windows.flatMap((name) => {
    const window = definition.windows[name];
    return window === undefined ? [] : [window.from, window.to].filter((bound) => bound !== "open");
  });
  return Object.fromEntries(
    bounds.flatMap((bound) =>
      (["low", "high"] as const).map((end) => [boundColumn(bound, end), after(col(`delivery_${end}`), bound)]),
    ),
  );
}

function boundColumn(bound: Bound, end: "low" | "high"): string {
  const [unit, number] = "months" in bound ? (["months", bound.months] as const) : (["days", bound.days] as const);
  return `${number < 0 ? "before" : "after"}_${Math.abs(number)}_${unit}_${end}`;
}

/**
 * Both ends belong to the window. Columns `date_low`, `date_high` are the event's, those of `boundColumns` the
 * delivery's. An event without a date lies in a window that is open at both ends, possibly in one that is open at one, and in
 * no other.
 */
export function inWindow({ from, to }: DeliveryWindow): InWindow {
  const possibly = both(
    from === "open" ? undefined : compare(col("date_high"), ">=", col(boundColumn(from, "low"))),
    to === "open" ? undefined : compare(col("date_low"), "<=", col(boundColumn(to, "high"))),
  );
  const isOpen = from === "open" || to === "open";
  return {
    possibly: isOpen ? or(isNull(col("date_low")), possibly) : possibly,
    certainly: both(
      from === "open" ? undefined : compare(col("date_low"), ">=", col(boundColumn(from, "high"))),
      to === "open" ? undefined : compare(col("date_high"), "<=", col(boundColumn(to, "low"))),
    ),
  };
}

function both(from: Expression | undefined, to: Expression | undefined): Expression {
  return isTrue(and(...[from, to].filter((part) => part !== undefined)));
}

function after(day: Expression, bound: Bound): Expression {
  return "months" in bound ? addMonths(day, bound.months) : addDays(day, bound.days);
}
