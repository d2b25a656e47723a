import {
  type BmdResponse,
  bmdResponses,
  type CaseView,
  type Interval,
  type LscSource,
  type Terms,
} from "@materbone/clinical";
import {
  type Benchmark,
  type BenchmarkComparison,
  type ComparedChange,
  compareWithBenchmark,
  type SiteBenchmark,
} from "@materbone/evidence";
import type { Tone } from "../tables/table.ts";

/** A change of BMD with its place beside the change without a drug. */
export type ResponseBeside = {
  readonly response: BmdResponse;
  readonly comparison: BenchmarkComparison;
  readonly site: SiteBenchmark;
};

/** Every pair of scans of a woman beside the benchmark, in the order of the responses. */
export function besideBenchmark(view: CaseView, lsc: LscSource, benchmark: Benchmark): readonly ResponseBeside[] {
  return bmdResponses(view, lsc).map((response) => ({
    response,
    comparison: compareWithBenchmark(view, response, benchmark),
    site: benchmark[response.site],
  }));
}

/** Above and below ask what else moved the number; neither is praise. */
export const PLACE_TONE: Readonly<Record<ComparedChange["place"], Tone>> = {
  inside: "quiet",
  above: "question",
  below: "question",
  depends: "question",
};

/** "+14.0" or "+14.0 to +17.0". */
export function expectedText({ expectedPercent }: ComparedChange, t: Terms): string {
  return signedRange(expectedPercent, t);
}

/** "+0.1 to +27.9": the lowest and the highest over the readings. */
export function bandText({ lowerPercent, upperPercent }: ComparedChange, t: Terms): string {
  return signedRange({ earliest: lowerPercent, latest: upperPercent }, t);
}

/** "88.7" or "94.5–97.7"; what would print as an end of the scale is "> 99.9" or "< 0.1". */
export function percentileText({ percentile }: ComparedChange, t: Terms): string {
  const [low, high] = [oneIn(percentile.earliest, t), oneIn(percentile.latest, t)];
  if (low === high) return low;
  return t.lang === "zh" ? `${low}～${high}` : `${low}–${high}`;
}

function oneIn(percentile: number, t: Terms): string {
  const printed = t.fixed(percentile, 1);
  if (printed === "100.0") return "> 99.9";
  return printed === "0.0" ? "< 0.1" : printed;
}

/** A dash between two signed numbers cannot be read. */
function signedRange({ earliest, latest }: Interval, t: Terms): string {
  const [low, high] = [t.signed(earliest, 1), t.signed(latest, 1)];
  if (low === high) return low;
  return t.lang === "zh" ? `${low} 至 ${high}` : `${low} to ${high}`;
}
