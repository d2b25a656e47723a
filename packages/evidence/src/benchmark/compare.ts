import type { BmdResponse, CaseView, Interval } from "@materbone/clinical";
import type { Benchmark } from "./benchmark.ts";
import { type Expectation, expectationAt, percentileOf, type SiteBand } from "./site-benchmark.ts";

/** Why a change is not set beside the benchmark. */
export type NotComparedReason =
  /** The site has no band. */
  | "noBand"
  | "weaningNotRecorded"
  | "timeNotRecorded"
  /** The later scan lies before the first or after the last months that the band covers. */
  | "outsideMonths";

/**
 * A change beside the change without a drug. `depends`: some readings of the times put it inside, others outside or beyond
 * the months of the band. It never says what caused the change.
 */
export type BenchmarkComparison =
  | {
      readonly kind: "compared";
      readonly place: "inside" | "above" | "below" | "depends";
      /** Expectation by the readings of the times; the first is the earliest reading. */
      readonly expectations: readonly Expectation[];
      readonly percentile: Interval;
      /** Months from weaning to the later scan, over the readings. */
      readonly monthsSinceWeaning: Interval;
    }
  | { readonly kind: "notCompared"; readonly reason: NotComparedReason };

/** Sets one change of a woman beside the benchmark, by every reading of when she weaned and was scanned. */
export function compareWithBenchmark(view: CaseView, response: BmdResponse, benchmark: Benchmark): BenchmarkComparison {
  const band = benchmark[response.site];
  if (band.kind === "noBand") return { kind: "notCompared", reason: "noBand" };
  const { weaned } = view;
  if (weaned === undefined || !isBounded(weaned)) return { kind: "notCompared", reason: "weaningNotRecorded" };
  const { from, to } = response;
  if (from.when === undefined || to.when === undefined || !isBounded(from.when) || !isBounded(to.when)) {
    return { kind: "notCompared", reason: "timeNotRecorded" };
  }
  return compareReadings(band, response.percent, timesOf(weaned, from.when, to.when));
}

type Times = { readonly fromMonths: number; readonly toMonths: number };

function compareReadings(band: SiteBand, percent: number, times: readonly Times[]): BenchmarkComparison {
  const covered = times.flatMap(({ fromMonths, toMonths }) => {
    const expectation = expectationAt(band, fromMonths, toMonths);
    return expectation === undefined ? [] : [{ expectation, toMonths }];
  });
  if (covered.length === 0) return { kind: "notCompared", reason: "outsideMonths" };
  const places = new Set(covered.map(({ expectation }) => placeOf(percent, expectation)));
  const [only] = places;
  const isSure = places.size === 1 && covered.length === times.length && only !== undefined;
  const percentiles = covered.map(({ expectation }) => percentileOf(percent, expectation));
  const months = covered.map(({ toMonths }) => toMonths);
  return {
    kind: "compared",
    place: isSure ? only : "depends",
    expectations: covered.map(({ expectation }) => expectation),
    percentile: { earliest: Math.min(...percentiles), latest: Math.max(...percentiles) },
    monthsSinceWeaning: { earliest: Math.min(...months), latest: Math.max(...months) },
  };
}

function placeOf(percent: number, { lowerPercent, upperPercent }: Expectation): "inside" | "above" | "below" {
  if (percent > upperPercent) return "above";
  return percent < lowerPercent ? "below" : "inside";
}

/** The corners of what the times allow, without those in which the scans change places. */
function timesOf(weaned: Interval, from: Interval, to: Interval): readonly Times[] {
  const times: Times[] = [];
  for (const weaning of ends(weaned)) {
    for (const earlier of ends(from)) {
      for (const later of ends(to)) {
        if (later >= earlier) times.push({ fromMonths: earlier - weaning, toMonths: later - weaning });
      }
    }
  }
  return times;
}

function ends({ earliest, latest }: Interval): readonly number[] {
  return earliest === latest ? [earliest] : [earliest, latest];
}

function isBounded({ earliest, latest }: Interval): boolean {
  return Number.isFinite(earliest) && Number.isFinite(latest);
}
