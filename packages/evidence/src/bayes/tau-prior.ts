import { normalCdf, normalDensity } from "@materbone/numerics";

/** Prior of the SD between studies. `scale` and `upper` have the unit of the effects. */
export type TauPrior =
  | { readonly kind: "halfNormal"; readonly scale: number }
  | { readonly kind: "halfCauchy"; readonly scale: number }
  | { readonly kind: "uniform"; readonly upper: number };

/** Prior of the mean effect. */
export type MeanPrior =
  | { readonly kind: "flat" }
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number };

/**
 * @throws RangeError when a scale is not finite and above 0
 */
export function requireTauPrior(prior: TauPrior): void {
  const size = prior.kind === "uniform" ? prior.upper : prior.scale;
  if (!(size > 0 && size < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `the prior of tau needs a ${prior.kind === "uniform" ? "bound" : "scale"} above 0, got ${size}`,
    );
  }
}

/** Density of the prior at tau of 0 or more. */
export function tauPriorDensity(prior: TauPrior, tau: number): number {
  switch (prior.kind) {
    case "halfNormal":
      return (2 * normalDensity(tau / prior.scale)) / prior.scale;
    case "halfCauchy":
      return 2 / (Math.PI * prior.scale * (1 + (tau / prior.scale) ** 2));
    case "uniform":
      return tau <= prior.upper ? 1 / prior.upper : 0;
  }
}

/** P(tau <= x) of the prior. */
export function tauPriorCdf(prior: TauPrior, x: number): number {
  if (!(x > 0)) return 0;
  switch (prior.kind) {
    case "halfNormal":
      return 1 - 2 * normalCdf(x / prior.scale, "upper");
    case "halfCauchy":
      return (2 / Math.PI) * Math.atan(x / prior.scale);
    case "uniform":
      return Math.min(1, x / prior.upper);
  }
}
