import type { LabReading } from "../laboratory/reading.ts";

/**
 * Why a measured value has no class: no interval applies, the intervals that may apply disagree, or a censored value
 * ("<20") lies on both sides of a limit.
 */
export type UnclassedWhy = "noInterval" | "intervalsDisagree" | "censored";

/** @returns `undefined` when the value is classed */
export function whyUnclassed({ flag, applied }: LabReading): UnclassedWhy | undefined {
  if (flag === "noInterval") return "noInterval";
  if (flag !== "undetermined") return undefined;
  return applied.every((one) => one.flag === "undetermined") ? "censored" : "intervalsDisagree";
}
