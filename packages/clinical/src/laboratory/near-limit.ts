import type { PrintedValue } from "./printed-value.ts";
import type { LabReading } from "./reading.ts";

/** A value just outside its interval whose missing digit could bring it back inside. */
export type NearLimit = {
  readonly side: "low" | "high";
  readonly limit: PrintedValue;
  /** Distance beyond the limit, percent of the limit. */
  readonly percentBeyond: number;
};

/**
 * Is the value outside an interval by no more than `percentOfLimit`, and printed with fewer decimals than the limit?
 * Values in another unit than the interval are passed over: their digits cannot be compared.
 *
 * @param percentOfLimit - largest distance that still counts as near, percent
 */
export function nearLimit(reading: LabReading, percentOfLimit: number): NearLimit | undefined {
  for (const { value, flag, interval, low, high } of reading.applied) {
    if (flag !== "low" && flag !== "high") continue;
    const limit = flag === "low" ? low : high;
    if (limit === undefined || limit.value === 0 || interval.unit !== reading.unit) continue;
    if (reading.value.censored !== undefined || reading.value.decimals >= limit.decimals) continue;
    const percentBeyond = (Math.abs(value - limit.value) / limit.value) * 100;
    // The tail of binary fractions must not push 1.02 beyond 2 % of 1.00.
    if (Number(percentBeyond.toPrecision(12)) <= percentOfLimit) return { side: flag, limit, percentBeyond };
  }
  return undefined;
}
