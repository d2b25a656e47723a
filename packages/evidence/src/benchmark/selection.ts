import type { BenchmarkPoint } from "./benchmark-point.ts";
import type { SiteBenchmark } from "./site-benchmark.ts";

/** Points of one kind behind a band. `plo`: women with PLO who were measured; `contrast`: a drug arm less the published effect. */
export type SelectedGroup = {
  readonly kind: "healthy" | "healthyRecovered" | "plo" | "contrast";
  readonly points: readonly BenchmarkPoint[];
};

/** What a benchmark counts. */
export type BenchmarkSelection = {
  readonly studies: number;
  readonly women: number;
  /** In the order of `SelectedGroup.kind`; only those with a point. */
  readonly groups: readonly SelectedGroup[];
  /** Points that are shown beside the band and not in it. */
  readonly shown: readonly BenchmarkPoint[];
};

export function benchmarkSelection({ points }: SiteBenchmark): BenchmarkSelection {
  const used = points.filter(({ use }) => use === "fit");
  return {
    studies: used.length,
    women: used.reduce((sum, { women = 0 }) => sum + women, 0),
    groups: KINDS.flatMap((kind) => {
      const own = used.filter((point) => kindOf(point) === kind);
      return own.length === 0 ? [] : [{ kind, points: own }];
    }),
    shown: points.filter(({ use }) => use === "shown"),
  };
}

const KINDS: readonly SelectedGroup["kind"][] = ["healthy", "healthyRecovered", "plo", "contrast"];

function kindOf({ how, population }: BenchmarkPoint): SelectedGroup["kind"] {
  if (how === "contrast") return "contrast";
  if (how === "recoveredLoss") return "healthyRecovered";
  return population;
}
