import { bayesMeta, type Posterior } from "../bayes/bayes-meta.ts";
import type { TauPrior } from "../bayes/tau-prior.ts";
import { MEASURES } from "../effect-size/measures.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import { type ExtraContext, type ExtraOutput, requirePooled, rowName } from "./extra-context.ts";
import { TAU_PRIOR_SCALE } from "./extra-defaults.ts";
import type { ExtraRequest } from "./extras-schema.ts";
import type { Prepared } from "./prepare.ts";

/** The Bayesian random-effects model on the effects of a pooled fit. */
export function bayesExtra(request: Extract<ExtraRequest, { kind: "bayes" }>, context: ExtraContext): ExtraOutput {
  const { prepared, fit, undefineds, at } = context;
  requirePooled("bayes", context);
  const tauPrior = request.tau ?? defaultTauPrior(prepared);
  if (tauPrior === undefined) {
    throw new EvaluationFault({ in: "model", at, kind: "needs", what: "bayes", needs: '"tau"' });
  }
  const result = bayesMeta(fit.effects, tauPrior, request.mu ?? { kind: "flat" }, fit.level);
  const posterior = (one: Posterior, pointer: string): Readonly<Record<string, number | null>> => ({
    mean: undefineds.number(one.mean, `${pointer}/mean`, "momentInfinite"),
    sd: undefineds.number(one.sd, `${pointer}/sd`, "momentInfinite"),
    median: one.median,
    lower: one.lower,
    upper: one.upper,
  });
  return {
    kind: "bayes",
    tauPrior,
    muPrior: result.meanPrior,
    mu: posterior(result.mu, `${at}/mu`),
    tau: posterior(result.tau, `${at}/tau`),
    predictive: posterior(result.predictive, `${at}/predictive`),
    probabilityAbove0: result.probabilityAbove0,
    predictiveAbove0: result.predictiveAbove0,
    shrunken: result.shrunken.map((one, place) => ({
      ...rowName(prepared, place),
      ...posterior(one, `${at}/shrunken/${place}`),
    })),
  };
}

/** A half-normal prior where the scale of the effects is known to be logarithmic or in SDs; elsewhere the unit decides. */
export function defaultTauPrior({ measure }: Pick<Prepared, "measure">): TauPrior | undefined {
  if (measure === undefined) return undefined;
  const { scale } = MEASURES[measure];
  const suits = scale === "log" || scale === "sd" || scale === "logit" || scale === "fisherZ";
  return suits ? { kind: "halfNormal", scale: TAU_PRIOR_SCALE } : undefined;
}
