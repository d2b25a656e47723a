import { linearScale, type Scale, valueAxis } from "../scale.ts";
import type { ValueSpan } from "./evidence-figure-data.ts";

/** A scale with the values written at it. */
export type TickAxis = Scale & { readonly ticks: readonly number[]; readonly decimals: number };

/** Intervals may stretch an axis by this share of the range of the rest; longer ones are cut. */
const STRETCH = 0.35;
const PIXELS_PER_TICK = 48;
/** Air at the ends, as a share of the range. */
const AIR = 0.04;
/** Smaller than the digits that are printed of an effect or a diagnostic. */
const NOTHING = 1e-4;

/**
 * An axis that holds the core values whole, and intervals as far as they do not squeeze the rest.
 *
 * @param stretch - how far intervals may reach beyond the core, as a share of its range
 */
export function effectAxis(
  core: readonly number[],
  spans: readonly ValueSpan[],
  range: readonly [number, number],
  stretch: number = STRETCH,
): TickAxis {
  return paddedAxis([...core, ...stretched(core, spans, stretch)], range);
}

/** Ends of intervals, cut where they reach further beyond the core than the share of its range. */
export function stretched(core: readonly number[], spans: readonly ValueSpan[], share: number): readonly number[] {
  const [low, high] = [Math.min(...core), Math.max(...core)];
  const room = (high - low || Math.abs(high) || 1) * share;
  return spans.flatMap(({ lower, upper }) => [Math.max(lower, low - room), Math.min(upper, high + room)]);
}

/** An axis that holds the values with some air at its ends; along the upright direction too. */
export function paddedAxis(values: readonly number[], range: readonly [number, number]): TickAxis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Values that no printed digit tells apart are drawn as one, and what is next to nothing as nothing.
  const spread = high - low > Math.max(size * 1e-6, NOTHING) ? high - low : size > NOTHING ? size : 1;
  return axisWithin([low - spread * AIR, high + spread * AIR], range);
}

/** An axis from 0 to a little more than the largest of values of 0 or more. */
export function axisFromZero(values: readonly number[], range: readonly [number, number]): TickAxis {
  const largest = Math.max(...values);
  return axisWithin([0, (largest > NOTHING ? largest : 1) * (1 + 2 * AIR)], range);
}

/** Round ticks inside a domain, three or more; its ends stay where they are. */
export function axisWithin(domain: readonly [number, number], range: readonly [number, number]): TickAxis {
  const wanted = Math.max(2, Math.floor(Math.abs(range[1] - range[0]) / PIXELS_PER_TICK));
  const scale = linearScale(domain, range);
  for (let count = wanted; ; count++) {
    const { ticks, decimals } = valueAxis(domain, count);
    const inside = ticks.filter((tick) => tick >= domain[0] && tick <= domain[1]);
    if (inside.length >= 3 || count > wanted + 6) return { ...scale, ticks: inside, decimals };
  }
}

/** Months from 0 on, with ticks at the steps in which scans are taken. */
export function monthsAxis(months: readonly number[], range: readonly [number, number]): TickAxis {
  return withMonthTicks(linearScale([0, Math.max(1, ...months) * (1 + AIR)], range));
}

/** The same ticks on any axis of months. */
export function withMonthTicks(scale: Scale): TickAxis {
  const [first, last] = scale.domain;
  const pixels = Math.abs(scale.range[1] - scale.range[0]) / (last - first);
  const step = MONTH_STEPS.find((each) => each * pixels >= PIXELS_PER_MONTH_TICK) ?? last - first;
  const ticks: number[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) ticks.push(month);
  return { ...scale, ticks, decimals: 0 };
}

const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240];
const PIXELS_PER_MONTH_TICK = 40;
