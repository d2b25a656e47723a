import { DAYS_PER_MONTH } from "@materbone/circuit";
import type { GivenAgent } from "./course-inputs.ts";

/** How often a dose is given, as a reader says it. */
export type DoseInterval =
  | { readonly kind: "once" }
  | { readonly kind: "days"; readonly count: number; readonly everyDays: number }
  | { readonly kind: "months"; readonly count: number; readonly everyDays: number };

const OFFERED: Readonly<Record<GivenAgent, readonly DoseInterval[]>> = {
  zoledronicAcid: [{ kind: "once" }, months(6), months(12), months(18)],
  alendronate: [days(1), days(7)],
  denosumab: [{ kind: "once" }, months(6)],
  teriparatide: [days(1), days(7)],
  calcitriol: [days(1)],
  calcium: [days(1)],
};

/** The intervals to choose from for an agent; one in use that is not among them, as a record may hold, stands last. */
export function doseIntervals(agent: GivenAgent, everyDays: number | undefined): readonly DoseInterval[] {
  const offered = OFFERED[agent];
  if (offered.some((interval) => isSame(interval, everyDays))) return offered;
  return [...offered, everyDays === undefined ? { kind: "once" } : days(everyDays)];
}

/** The interval in use among those offered, as its position. */
export function chosenInterval(offered: readonly DoseInterval[], everyDays: number | undefined): number {
  return Math.max(
    0,
    offered.findIndex((interval) => isSame(interval, everyDays)),
  );
}

export function daysOf(interval: DoseInterval): number | undefined {
  return interval.kind === "once" ? undefined : interval.everyDays;
}

function isSame(interval: DoseInterval, everyDays: number | undefined): boolean {
  const own = daysOf(interval);
  // Half a year is 182 days in one record and 183 in another.
  if (own === undefined || everyDays === undefined) return own === everyDays;
  return Math.abs(own - everyDays) <= (interval.kind === "months" ? 0.01 * own : 0);
}

function days(count: number): DoseInterval {
  return { kind: "days", count, everyDays: count };
}

function months(count: number): DoseInterval {
  return { kind: "months", count, everyDays: count * DAYS_PER_MONTH };
}
