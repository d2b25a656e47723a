import type { SkeletalSite, Text } from "@materbone/clinical";
import knowledge from "../../knowledge/population.json" with { type: "json" };
import type { KernelParameter } from "../model-kernel.ts";
import type { PhysiologicalBound } from "./acceptance.ts";
import type { Distribution } from "./distribution.ts";
import type { WomenPrior } from "./draw-woman.ts";
import { ploPrior } from "./plo-prior.ts";

/** A spread about a model's own value, unless it states its median. */
export type StatedSpread = {
  readonly name: string;
  readonly distribution:
    | { readonly kind: "logNormal"; readonly sdLog: number; readonly median?: number; readonly high?: number }
    | { readonly kind: "normal"; readonly sd: number }
    | { readonly kind: "truncatedNormal"; readonly sd: number; readonly low: number; readonly high: number }
    | { readonly kind: "uniform"; readonly low: number; readonly high: number };
  /** Id of a source. */
  readonly source: string;
};

/** How virtual women differ, are tried and are weighed; each figure with its source or "assumed". */
export type PopulationKnowledge = {
  readonly version: string;
  readonly checked: string;
  readonly sources: readonly { readonly id: string; readonly cite: string; readonly status: string }[];
  /** First those of the prior of PLO. */
  readonly spreads: readonly StatedSpread[];
  readonly correlations: readonly { readonly between: readonly [string, string]; readonly value: number }[];
  /** The parameter that stands for how strongly one woman is hit: the one that her scans are asked about. */
  readonly susceptibility: string;
  readonly note: Text;
  readonly levels: {
    readonly sites: readonly {
      readonly site: SkeletalSite;
      readonly medianGPerCm2: number;
      readonly sdLog: number;
      /** SD of log BMD that the model leaves unexplained. */
      readonly residualLogSd: number;
    }[];
    readonly correlation: number;
    readonly source: string;
    readonly note: Text;
  };
  readonly bounds: readonly (PhysiologicalBound & { readonly unit: string; readonly source: string })[];
  readonly trial: { readonly nursingMonths: number; readonly lactationMonth: number; readonly note: Text };
  readonly anchorNote: Text;
  readonly anchors: readonly {
    readonly id: string;
    readonly site: SkeletalSite;
    /** Months from the end of nursing. */
    readonly months: number;
    /** Percent change. */
    readonly mean: number;
    readonly sd: number;
    readonly women: number;
    readonly use: "weigh" | "compare";
    readonly source: readonly string[];
  }[];
};

// The file's correlations and kinds are wider to the compiler than to a reader; population-knowledge.test.ts checks them.
const stated: PopulationKnowledge = knowledge as unknown as PopulationKnowledge;

/** Id of the source of what plo-prior.json states. */
const PLO_PRIOR = "plo-prior";

export const populationKnowledge: PopulationKnowledge = {
  ...stated,
  spreads: [
    ...ploPrior.drawn.map(({ name, distribution }) => ({ name, distribution, source: PLO_PRIOR })),
    ...stated.spreads,
  ],
};

/** The prior of a model's women: each stated spread about the model's own value; spreads of other models are left out. */
export function statedPrior(parameters: readonly KernelParameter[]): WomenPrior {
  const valueByName = new Map(parameters.map(({ name, value }) => [name, value]));
  const drawn = populationKnowledge.spreads.flatMap(({ name, distribution }) => {
    const value = valueByName.get(name);
    return value === undefined ? [] : [{ name, distribution: about(value, distribution) }];
  });
  const names = new Set(drawn.map(({ name }) => name));
  const correlations = populationKnowledge.correlations.filter(({ between }) =>
    between.every((name) => names.has(name)),
  );
  return { parameters: drawn, correlations };
}

function about(value: number, spread: StatedSpread["distribution"]): Distribution {
  switch (spread.kind) {
    case "logNormal":
      return { ...spread, median: spread.median ?? value };
    case "normal":
    case "truncatedNormal":
      return { ...spread, mean: value };
    case "uniform":
      return spread;
  }
}
