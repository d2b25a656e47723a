import type { MetaFit } from "../meta/meta-fit.ts";
import { leaveOneOut } from "./leave-one-out.ts";

/** Where one study stands in a Baujat plot. */
export type BaujatPlace = {
  /** Its part of the heterogeneity: squared residual over its variance in the model. */
  readonly contribution: number;
  /** Squared change of the pooled effect without it, over the variance of the pooled effect without it. */
  readonly influence: number;
};

/**
 * Which studies make the heterogeneity of a pooled effect, and which move it.
 *
 * @returns one place for each study; `undefined` where the others cannot be pooled
 * @throws TypeError for a fit with moderators
 * @see Baujat et al. (2002), Stat Med 21:2641
 */
export function baujatPlaces(fit: MetaFit): readonly (BaujatPlace | undefined)[] {
  if (fit.design !== undefined) throw new TypeError("a Baujat plot is of a pooled effect");
  const pooled = fit.coefficients[0].estimate;
  const { yi, vi } = fit.effects;
  return leaveOneOut(fit).map((without, row) => {
    if (without.kind === "notEstimable") return undefined;
    const { estimate, se } = without.fit.coefficients[0];
    return {
      contribution: (yi[row] - pooled) ** 2 / (vi[row] + fit.tau2),
      influence: (estimate - pooled) ** 2 / se ** 2,
    };
  });
}
