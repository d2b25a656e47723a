import type { SeriesContext } from "../record/case-view.ts";
import type { PhysiologicalState, PrintedNumber, ReferenceInterval } from "../record/laboratory.ts";
import { type PrintedValue, printedValue } from "./printed-value.ts";
import type { Analyte, Season } from "./vocabulary.ts";

/** A reference interval with its limits read once. */
export type PreparedInterval = {
  readonly interval: Pick<ReferenceInterval, "low" | "high" | "unit" | "season" | "state" | "laboratory">;
  readonly low: PrintedValue | undefined;
  readonly high: PrintedValue | undefined;
};

/** What selects among the intervals of an analyte. */
export type Sampling = {
  /** Seasons that the sample may be of; all four when not known. */
  readonly seasons: readonly Season[];
  /** `undefined` when not known. */
  readonly state: PhysiologicalState | undefined;
  readonly laboratory: string | undefined;
};

type IntervalIndex = ReadonlyMap<Analyte, readonly PreparedInterval[]>;

const NONE: readonly PreparedInterval[] = [];
const indexes = new WeakMap<readonly ReferenceInterval[], IntervalIndex>();

/** The intervals of a series for one analyte that may apply to a sample; several when what selects is not known. */
export function applicableIntervals(
  context: SeriesContext,
  analyte: Analyte,
  sampling: Sampling,
): readonly PreparedInterval[] {
  const intervals = context.laboratory?.intervals;
  if (intervals === undefined) return NONE;
  const ofAnalyte = indexOf(intervals).get(analyte) ?? NONE;
  if (ofAnalyte.length === 0 || (ofAnalyte.length === 1 && isUnconditional(ofAnalyte[0]))) return ofAnalyte;
  const ofLaboratory = ofAnalyte.filter(({ interval: { laboratory } }) => isSameLaboratory(laboratory, sampling));
  return ofSeasons(ofState(ofLaboratory, sampling.state), sampling.seasons);
}

export function prepare(interval: PreparedInterval["interval"]): PreparedInterval {
  return { interval, low: limit(interval.low), high: limit(interval.high) };
}

/** Limits repeat from woman to woman: each spelling is read once. */
function limit(printed: PrintedNumber | undefined): PrintedValue | undefined {
  if (printed === undefined) return undefined;
  const known = limits.get(printed);
  if (known !== undefined) return known;
  if (limits.size >= MEMORY_LIMIT) limits.clear();
  const read = printedValue(printed);
  limits.set(printed, read);
  return read;
}

/** Distinct limits kept; a stream of unlike intervals must not grow the memory. */
const MEMORY_LIMIT = 1000;
const limits = new Map<PrintedNumber, PrintedValue>();

function indexOf(intervals: readonly ReferenceInterval[]): IntervalIndex {
  const known = indexes.get(intervals);
  if (known !== undefined) return known;
  const index = new Map<Analyte, PreparedInterval[]>();
  for (const interval of intervals) {
    const ofAnalyte = index.get(interval.analyte) ?? [];
    ofAnalyte.push(prepare(interval));
    index.set(interval.analyte, ofAnalyte);
  }
  indexes.set(intervals, index);
  return index;
}

function isUnconditional(prepared: PreparedInterval | undefined): boolean {
  return (
    prepared?.interval.season === undefined &&
    prepared?.interval.state === undefined &&
    prepared?.interval.laboratory === undefined
  );
}

function isSameLaboratory(laboratory: string | undefined, sampling: Sampling): boolean {
  return laboratory === undefined || sampling.laboratory === undefined || laboratory === sampling.laboratory;
}

/** An interval for the state goes before one without; one for another state does not apply. */
function ofState(
  intervals: readonly PreparedInterval[],
  state: PhysiologicalState | undefined,
): readonly PreparedInterval[] {
  if (state === undefined) return intervals;
  const own = intervals.filter(({ interval }) => interval.state === state);
  return own.length > 0 ? own : intervals.filter(({ interval }) => interval.state === undefined);
}

/**
 * An interval for the season goes before one without. A season that none is made for, as spring between a summer and a
 * winter interval, selects nothing, and every one is kept.
 */
function ofSeasons(intervals: readonly PreparedInterval[], seasons: readonly Season[]): readonly PreparedInterval[] {
  if (intervals.every(({ interval }) => interval.season === undefined)) return intervals;
  const kept = new Set<PreparedInterval>();
  for (const season of seasons) {
    for (const prepared of ofSeason(intervals, season)) kept.add(prepared);
  }
  return intervals.filter((prepared) => kept.has(prepared));
}

function ofSeason(intervals: readonly PreparedInterval[], season: Season): readonly PreparedInterval[] {
  const own = intervals.filter(({ interval }) => interval.season === season);
  if (own.length > 0) return own;
  const allYear = intervals.filter(({ interval }) => interval.season === undefined);
  return allYear.length > 0 ? allYear : intervals;
}
