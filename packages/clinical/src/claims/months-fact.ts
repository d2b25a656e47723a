import type { Terms } from "../language/terms.ts";
import type { Interval } from "../time/interval.ts";

/** A range of months as a fact, an open end `null`; `null` as a whole when nothing is known. */
export type MonthsFact = readonly [number | null, number | null] | null;

export function monthsFact(interval: Interval | undefined): MonthsFact {
  if (interval === undefined) return null;
  return [finite(interval.earliest), finite(interval.latest)];
}

/** "6 months", "24–36 months"; "6 个月"; a length that is not known takes no unit. */
export function sayLength(months: MonthsFact, t: Terms): string {
  const interval = intervalOf(months);
  if (interval === undefined) return t.lang === "zh" ? "时长不详" : "an unknown time";
  const text = t.monthInterval(interval);
  if (t.lang === "zh") return `${text} 个月`;
  return `${text} ${t.count(interval.earliest === interval.latest ? interval.earliest : 2, "month", "months")}`;
}

function intervalOf(months: MonthsFact): Interval | undefined {
  if (months === null || (months[0] === null && months[1] === null)) return undefined;
  return { earliest: months[0] ?? Number.NEGATIVE_INFINITY, latest: months[1] ?? Number.POSITIVE_INFINITY };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
