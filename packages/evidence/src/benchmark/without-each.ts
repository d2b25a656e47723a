import type { BmdResponse, CaseView } from "@materbone/clinical";
import type { Literature } from "../literature/literature-record.ts";
import { type Benchmark, type BenchmarkOptions, benchmark, benchmarkWithoutEach } from "./benchmark.ts";
import type { BenchmarkEntry } from "./benchmark-knowledge.ts";
import type { BenchmarkPoint } from "./benchmark-point.ts";
import { type BenchmarkComparison, compareWithBenchmark } from "./compare.ts";

/** The benchmark, and again without each of the points that carry it. */
export type TestedBenchmark = {
  readonly benchmark: Benchmark;
  readonly withoutEach: readonly { readonly without: BenchmarkEntry; readonly benchmark: Benchmark }[];
};

/** How a change stands beside the benchmark without one of its points. */
export type ComparisonWithout = {
  readonly point: BenchmarkPoint;
  readonly comparison: BenchmarkComparison;
  /** Months since weaning that the band still covers; `undefined` where none is left. */
  readonly coveredMonths: readonly [from: number, to: number] | undefined;
};

export function testedBenchmark(literature: Literature, options: BenchmarkOptions = {}): TestedBenchmark {
  return { benchmark: benchmark(literature, options), withoutEach: benchmarkWithoutEach(literature, options) };
}

/**
 * A change beside the benchmark without each point that its band rests on: those of its site, and of the lumbar spine where
 * the site borrows its pace.
 */
export function compareWithoutEach(
  view: CaseView,
  response: BmdResponse,
  { benchmark: whole, withoutEach }: TestedBenchmark,
): readonly ComparisonWithout[] {
  const band = whole[response.site];
  const sites = band.kind === "band" && band.timeConstantFrom === "borrowed" ? [band.site, "lumbarSpine"] : [band.site];
  return withoutEach.flatMap(({ without, benchmark: rest }) => {
    const point = whole[without.site].points.find(({ id }) => id === without.id);
    if (point === undefined || !sites.includes(without.site)) return [];
    const left = rest[response.site];
    return [
      {
        point,
        comparison: compareWithBenchmark(view, response, rest),
        coveredMonths: left.kind === "band" ? ([left.fromMonths, left.toMonths] as const) : undefined,
      },
    ];
  });
}
