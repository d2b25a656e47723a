import type { DeliveryWindow, WindowBound } from "../definition/definition-schema.ts";
import { addDays, addMonths, and, col, compare } from "../ir/build-expression.ts";
import type { Expression } from "../ir/expression.ts";
import { isTrue } from "./is-true.ts";

/** Whether the event of a row lies in a window around the delivery of the same row, as far as their days are known. */
export type InWindow = {
  /** Some day of the event and some day of the delivery agree with it. */
  readonly possibly: Expression;
  /** Every day of the event and every day of the delivery agree with it. */
  readonly certainly: Expression;
};

/**
 * Both ends belong to the window. Columns `date_low`, `date_high` are the event's, `delivery_low`, `delivery_high` the
 * delivery's. An event without a date lies in a window that is open at both ends, and in no other.
 */
export function inWindow(window: DeliveryWindow): InWindow {
  const { from, to } = window;
  return {
    possibly: both(
      from === "open" ? undefined : compare(col("date_high"), ">=", after(col("delivery_low"), from)),
      to === "open" ? undefined : compare(col("date_low"), "<=", after(col("delivery_high"), to)),
    ),
    certainly: both(
      from === "open" ? undefined : compare(col("date_low"), ">=", after(col("delivery_high"), from)),
      to === "open" ? undefined : compare(col("date_high"), "<=", after(col("delivery_low"), to)),
    ),
  };
}

function both(from: Expression | undefined, to: Expression | undefined): Expression {
  return isTrue(and(...[from, to].filter((part) => part !== undefined)));
}

function after(day: Expression, bound: Exclude<WindowBound, "open">): Expression {
  return "months" in bound ? addMonths(day, bound.months) : addDays(day, bound.days);
}
