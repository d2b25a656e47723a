import type { BmdResponse, CaseView, Interval } from "@materbone/clinical";
import type { Benchmark } from "./benchmark.ts";
import { type ExpectationsOver, type ExpectedRange, expectationsOver, expectedRange } from "./expectations-over.ts";
import { type Expectation, percentileOf } from "./site-benchmark.ts";

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
export type BenchmarkComparison = ComparedChange | { readonly kind: "notCompared"; readonly reason: NotComparedReason };

/** A change with what was expected, over the readings of the times. */
export type ComparedChange = ExpectedRange & {
  readonly kind: "compared";
  readonly place: BenchmarkPlace | "depends";
  /** Places of the readings that the band covers. */
  readonly places: readonly BenchmarkPlace[];
  /** Does the band cover every reading? */
  readonly isWhole: boolean;
  /** Expectation by the readings; the first is the earliest weaning. */
  readonly expectations: readonly Expectation[];
  readonly percentile: Interval;
};

export type BenchmarkPlace = "inside" | "above" | "below";

/** Sets one change of a woman beside the benchmark, by every reading of when she weaned and was scanned. */
export function compareWithBenchmark(view: CaseView, response: BmdResponse, benchmark: Benchmark): BenchmarkComparison {
  const band = benchmark[response.site];
  if (band.kind === "noBand") return { kind: "notCompared", reason: "noBand" };
  const { weaned } = view;
  if (weaned === undefined || !isBounded(weaned)) return { kind: "notCompared", reason: "weaningNotRecorded" };
  const from = response.from.when;
  const to = response.to.when;
  if (from === undefined || to === undefined || !isBounded(from) || !isBounded(to)) {
    return { kind: "notCompared", reason: "timeNotRecorded" };
  }
  return compareReadings(response.percent, expectationsOver(band, { weaned, from, to }));
}

function compareReadings(percent: number, { readings, isWhole }: ExpectationsOver): BenchmarkComparison {
  if (readings.length === 0) return { kind: "notCompared", reason: "outsideMonths" };
  const expectations = readings.map(({ expectation }) => expectation);
  const found = new Set(expectations.map((expectation) => placeOf(percent, expectation)));
  const places = PLACES.filter((place) => found.has(place));
  const [only] = places;
  const percentiles = expectations.map((expectation) => percentileOf(percent, expectation));
  return {
    kind: "compared",
    place: places.length === 1 && isWhole && only !== undefined ? only : "depends",
    places,
    isWhole,
    expectations,
    ...expectedRange(readings),
    percentile: { earliest: Math.min(...percentiles), latest: Math.max(...percentiles) },
  };
}

const PLACES: readonly BenchmarkPlace[] = ["inside", "above", "below"];

function placeOf(percent: number, { lowerPercent, upperPercent }: Expectation): BenchmarkPlace {
  if (percent > upperPercent) return "above";
  return percent < lowerPercent ? "below" : "inside";
}

function isBounded({ earliest, latest }: Interval): boolean {
  return Number.isFinite(earliest) && Number.isFinite(latest);
}
