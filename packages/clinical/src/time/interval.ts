/** A closed interval of the real line; an open end is infinite. */
export type Interval = { readonly earliest: number; readonly latest: number };

/** What an interval says about a bound: every reading agrees, none does, or it depends on the reading. */
export type Certainty = "yes" | "no" | "perhaps";

export const EVERYTHING: Interval = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY };

export function point(value: number): Interval {
  return { earliest: value, latest: value };
}

export function isPoint(interval: Interval): boolean {
  return interval.earliest === interval.latest;
}

/** False when either end is infinite. */
export function isBounded(interval: Interval): boolean {
  return Number.isFinite(interval.earliest) && Number.isFinite(interval.latest);
}

/** All differences `later - earlier` that the two intervals allow. */
export function elapsed(from: Interval, to: Interval): Interval {
  return { earliest: to.earliest - from.latest, latest: to.latest - from.earliest };
}

/** Is the time inside `[from, to]`, both ends included? */
export function liesWithin(time: Interval, window: Interval): Certainty {
  if (time.earliest >= window.earliest && time.latest <= window.latest) return "yes";
  if (time.latest < window.earliest || time.earliest > window.latest) return "no";
  return "perhaps";
}

/** Is every reading of `a` at or before every reading of `b`? */
export function isNotAfter(a: Interval, b: Interval): Certainty {
  if (a.latest <= b.earliest) return "yes";
  if (a.earliest > b.latest) return "no";
  return "perhaps";
}

/** The earliest of several times: the interval of the minimum. */
export function earliestOf(times: readonly Interval[]): Interval | undefined {
  if (times.length === 0) return undefined;
  return {
    earliest: Math.min(...times.map((time) => time.earliest)),
    latest: Math.min(...times.map((time) => time.latest)),
  };
}

/** The latest of several times: the interval of the maximum. */
export function latestOf(times: readonly Interval[]): Interval | undefined {
  if (times.length === 0) return undefined;
  return {
    earliest: Math.max(...times.map((time) => time.earliest)),
    latest: Math.max(...times.map((time) => time.latest)),
  };
}
