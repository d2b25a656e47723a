import type { Interval } from "@materbone/clinical";
import { type Expectation, expectationAt, type SiteBand } from "./site-benchmark.ts";

/** When she weaned and when the two scans were made, months postpartum; each bounded. */
export type ComparedTimes = { readonly weaned: Interval; readonly from: Interval; readonly to: Interval };

/** What is expected by one reading of the times. */
export type ReadExpectation = {
  readonly expectation: Expectation;
  /** Months from weaning to the earlier scan, negative before it. */
  readonly fromMonths: number;
  /** Months from weaning to the later scan. */
  readonly monthsSinceWeaning: number;
};

export type ExpectationsOver = {
  /** Of the readings that the band covers, those between which every other lies; the earliest weaning first. */
  readonly readings: readonly ReadExpectation[];
  /** Does the band cover every reading? */
  readonly isWhole: boolean;
};

/** What readings of the times span. */
export type ExpectedRange = {
  readonly expectedPercent: Interval;
  readonly lowerPercent: number;
  readonly upperPercent: number;
  readonly monthsSinceWeaning: Interval;
};

/**
 * What is expected between two scans, by every reading of when she weaned and was scanned. Readings in which the scans
 * change places are left out.
 */
export function expectationsOver(band: SiteBand, { weaned, from, to }: ComparedTimes): ExpectationsOver {
  const readings: ReadExpectation[] = [];
  let isWhole = true;
  for (const weaning of turnsOf(weaned, [...ends(from), ...ends(to).flatMap((later) => startsOf(band, later))])) {
    for (const later of turnsOf(to, [weaning + band.fromMonths, weaning + band.toMonths])) {
      for (const earlier of ends(from)) {
        if (earlier > later) continue;
        const fromMonths = earlier - weaning;
        const monthsSinceWeaning = later - weaning;
        const expectation = expectationAt(band, fromMonths, monthsSinceWeaning);
        if (expectation === undefined) isWhole = false;
        else readings.push({ expectation, fromMonths, monthsSinceWeaning });
      }
    }
  }
  return { readings, isWhole };
}

/** @throws RangeError without a reading */
export function expectedRange(readings: readonly ReadExpectation[]): ExpectedRange {
  if (readings.length === 0) throw new RangeError("readings must not be empty");
  const of = (value: (reading: ReadExpectation) => number): Interval => {
    const values = readings.map(value);
    return { earliest: Math.min(...values), latest: Math.max(...values) };
  };
  return {
    expectedPercent: of(({ expectation }) => expectation.expectedPercent),
    lowerPercent: of(({ expectation }) => expectation.lowerPercent).earliest,
    upperPercent: of(({ expectation }) => expectation.upperPercent).latest,
    monthsSinceWeaning: of(({ monthsSinceWeaning }) => monthsSinceWeaning),
  };
}

/** Weanings that put a scan at the first and last months of the band. */
function startsOf(band: SiteBand, month: number): readonly number[] {
  return [month - band.fromMonths, month - band.toMonths];
}

/**
 * The ends of a time, and between them the months where the expectation turns: a scan before weaning counts as at weaning, and
 * nothing is said outside the months of the band.
 */
function turnsOf(time: Interval, turns: readonly number[]): readonly number[] {
  const inside = turns.filter((month) => month > time.earliest && month < time.latest);
  return [...new Set([time.earliest, ...inside, time.latest])].sort((a, b) => a - b);
}

function ends({ earliest, latest }: Interval): readonly number[] {
  return earliest === latest ? [earliest] : [earliest, latest];
}
