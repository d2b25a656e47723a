import { exp } from "@materbone/numerics";
import type { SimulationModel } from "../simulation-model.ts";
import type { WomenPrior } from "./draw-woman.ts";
import { populationKnowledge, statedPrior } from "./population-knowledge.ts";

/**
 * Parameters of the woman with that score of susceptibility, all else at the middle of the prior.
 *
 * @param score - SD of the prior, at most `highestScore`; 0 is its median woman
 */
export function womanOfPrior({ kernel }: SimulationModel, prior: WomenPrior, score: number): Float64Array {
  const drawn = new Map(prior.parameters.map(({ name, distribution }) => [name, distribution]));
  return Float64Array.from(kernel.parameters, ({ name, value }) => {
    const distribution = drawn.get(name);
    if (distribution === undefined) return value;
    const own = name === populationKnowledge.susceptibility ? score : 0;
    switch (distribution.kind) {
      case "logNormal":
        return distribution.median * exp(distribution.sdLog * own);
      case "normal":
      case "truncatedNormal":
        return distribution.mean + distribution.sd * own;
      case "uniform":
        return (distribution.low + distribution.high) / 2;
    }
  });
}

/** Score of susceptibility beyond which the prior has no woman; infinite where it has no such limit. */
export function highestScore({ parameters }: WomenPrior): number {
  const distribution = parameters.find(({ name }) => name === populationKnowledge.susceptibility)?.distribution;
  return distribution?.kind === "logNormal" && distribution.high !== undefined
    ? Math.log(distribution.high / distribution.median) / distribution.sdLog
    : Number.POSITIVE_INFINITY;
}

/** Parameters of the median woman of the stated prior. */
export function medianWoman(model: SimulationModel): Float64Array {
  return womanOfPrior(model, statedPrior(model.kernel.parameters), 0);
}
