import type { ValueSpan } from "./evidence-figure-data.ts";

/** @throws RangeError when the value is not finite */
export function finite(name: string, value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`${name} is not finite: ${value}`);
  return value;
}

/** @throws RangeError when the value is not a finite number of 0 or more */
export function notNegative(name: string, value: number): number {
  if (!(value >= 0) || !Number.isFinite(value)) throw new RangeError(`${name} is not 0 or more: ${value}`);
  return value;
}

/** @throws RangeError when the value is not a whole number of 0 or more */
export function count(name: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} is not a count: ${value}`);
  return value;
}

/** @throws RangeError when an end is not finite or the ends stand the wrong way round */
export function span(name: string, { lower, upper }: ValueSpan): ValueSpan {
  if (!(lower <= upper) || !Number.isFinite(upper - lower)) {
    throw new RangeError(`${name} is not an interval: ${lower} to ${upper}`);
  }
  return { lower, upper };
}

/**
 * The interval of an estimate; `undefined` where its variance is not known.
 *
 * @throws RangeError when only one end is given, or the ends are no interval
 */
export function spanOrNone(name: string, lower: number | undefined, upper: number | undefined): ValueSpan | undefined {
  if (lower === undefined && upper === undefined) return undefined;
  return span(name, { lower: lower ?? Number.NaN, upper: upper ?? Number.NaN });
}

/** @throws TypeError when two data of one figure name the same place */
export function onePlaceEach(places: readonly string[]): void {
  const seen = new Set<string>();
  for (const place of places) {
    if (seen.has(place)) throw new TypeError(`two data at ${place}`);
    seen.add(place);
  }
}
