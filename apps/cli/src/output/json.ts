import type { Interval } from "@materbone/clinical";

/** An interval as a pair; an open end, which JSON has no number for, is null. */
export function pair(interval: Interval | undefined): [number | null, number | null] | null {
  return interval === undefined ? null : [end(interval.earliest), end(interval.latest)];
}

/** JSON for a machine: two spaces, ending with a newline. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function end(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
