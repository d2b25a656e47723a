import type { Model } from "./model.ts";
import { logLikelihood } from "./tau2-likelihood.ts";

export type FitStatistics = {
  readonly logLik: number;
  readonly deviance: number;
  readonly aic: number;
  readonly bic: number;
  readonly aicc: number;
};

/**
 * Statistics at the weights of the last pass. The deviance of the full likelihood is taken from the saturated model,
 * that of the restricted one is -2 log L; the restricted likelihood counts k - p observations.
 *
 * @param parameters - coefficients, and tau² when it was estimated
 * @see Hurvich & Tsai (1989), Biometrika 76:297, for AICc
 */
export function fitStatistics(model: Model, restricted: boolean, parameters: number): FitStatistics {
  const logLik = logLikelihood(model, restricted);
  const n = restricted ? model.k - model.p : model.k;
  const counted = Math.max(n, parameters + 2);
  return {
    logLik,
    deviance: -2 * (restricted ? logLik : logLik - saturatedLogLikelihood(model)),
    aic: -2 * logLik + 2 * parameters,
    bic: -2 * logLik + parameters * Math.log(n),
    aicc: -2 * logLik + (2 * parameters * counted) / (counted - parameters - 1),
  };
}

/** Every effect fitted by itself, with its sampling variance alone. */
function saturatedLogLikelihood(model: Model): number {
  let sum = 0;
  for (let i = 0; i < model.k; i++) sum += Math.log(model.vi[i]);
  return -0.5 * (model.k * Math.log(2 * Math.PI) + sum);
}
