import type { MetaFit } from "./meta-fit.ts";

/** Share of each study in the sum of the weights 1 / (vi + tau²), percent, length k. */
export function studyWeights(fit: MetaFit): Float64Array {
  const weights = fit.effects.vi.map((v) => 1 / (v + fit.tau2));
  let sum = 0;
  for (const weight of weights) sum += weight;
  return weights.map((weight) => (100 * weight) / sum);
}
