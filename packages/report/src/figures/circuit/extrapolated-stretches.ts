import { type CircuitWarning, type Extrapolation, extrapolationWords, HOURS_PER_MONTH } from "@materbone/circuit";
import type { ExtrapolatedStretch } from "./simulation-data.ts";

type Open = { readonly reason: Extrapolation; readonly fromMonth: number; readonly toMonth: number };

/**
 * Where warnings say that the model extrapolates, months of the course; what several readings of one course say of the
 * same months, once.
 *
 * @param lastMonth - end of the course
 */
export function extrapolatedStretches(
  warnings: readonly CircuitWarning[],
  lastMonth: number,
): readonly ExtrapolatedStretch[] {
  const found = warnings.flatMap((warning): Open[] => {
    if (warning.kind !== "extrapolation") return [];
    const fromMonth = Math.max(0, warning.fromHours / HOURS_PER_MONTH);
    const toMonth = Math.min(lastMonth, warning.toHours / HOURS_PER_MONTH);
    return toMonth > fromMonth ? [{ reason: warning.reason, fromMonth, toMonth }] : [];
  });
  const joined: Open[] = [];
  for (const stretch of found.toSorted((a, b) => a.fromMonth - b.fromMonth)) {
    const at = joined.findIndex(({ reason, toMonth }) => reason === stretch.reason && toMonth >= stretch.fromMonth);
    const before = joined[at];
    if (before === undefined) joined.push(stretch);
    else joined[at] = { ...before, toMonth: Math.max(before.toMonth, stretch.toMonth) };
  }
  return joined.map(({ reason, ...months }) => ({ ...months, reason: extrapolationWords[reason] }));
}
