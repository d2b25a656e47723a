import type { Evaluator, LikelihoodMethod } from "../covariance-model/evaluation.ts";
import type { CovarianceFit } from "../covariance-model/fit-covariance.ts";
import type { Coefficient, Design } from "../meta/meta-fit.ts";
import type { Grouping } from "../multilevel/grouping.ts";
import type { CovarianceNote } from "../multilevel/multilevel-fit.ts";

/** Random effects of the groups of one grouping: `(1 | id)`, `(years | id)` or, uncorrelated, `(years || id)`. */
export type MixedEffects = {
  readonly group: Grouping;
  /** Each effect with what it is multiplied by in each row: 1 for an intercept. */
  readonly effects: readonly { readonly name: string; readonly values: Float64Array }[];
  readonly correlated: boolean;
};

/** How residuals vary; all variances are divided by the weight of the row. */
export type ResidualStructure =
  | { readonly kind: "independent" }
  /** A variance of its own for each group of rows. */
  | { readonly kind: "byGroup"; readonly by: Grouping }
  /** Correlation of phi^|t - t'| between rows of one group of `within` (default the first random effects'). */
  | { readonly kind: "CAR1"; readonly time: Float64Array; readonly within?: Grouping };

export type MixedData = {
  readonly y: Float64Array;
  readonly design: Design;
  readonly random: readonly MixedEffects[];
  /**
   * Precision of each row, above 0, length n: the residual variance is divided by it. A study mean of n women has the weight
   * n beside women of weight 1.
   */
  readonly weights?: Float64Array;
  /** Default `independent`. */
  readonly residual?: ResidualStructure;
};

/**
 * Degrees of freedom of t tests. `satterthwaite` matches the variance of each coefficient's variance (Fai and Cornelius 1996);
 * `kenwardRoger` does so with expected information and standard errors widened for the estimation of the variances (REML
 * only); `contain` counts groups and rows; `none` uses the normal distribution.
 */
export const MIXED_DFS = ["satterthwaite", "kenwardRoger", "contain", "none"] as const;
export type MixedDf = (typeof MIXED_DFS)[number];

export type MixedOptions = {
  /** Default `REML`. */
  readonly method?: LikelihoodMethod;
  /** Default `satterthwaite`. */
  readonly df?: MixedDf;
  /** Confidence level in percent, above 0 and below 100; default 95. */
  readonly level?: number;
};

/** Covariance of the random effects of one grouping. */
export type MixedComponent = {
  readonly group: string;
  /** Number of groups. */
  readonly groups: number;
  readonly effects: readonly string[];
  /** m x m, row-major. */
  readonly covariance: Float64Array;
  readonly sd: Float64Array;
  /** m x m, row-major; 0 where an SD is 0. */
  readonly correlation: Float64Array;
};

export type ResidualEstimate = {
  /** Variance of a row of weight 1, in each group of rows; one without a label for independent residuals. */
  readonly variances: readonly { readonly label: string | undefined; readonly variance: number }[];
  /** Correlation of residuals one unit of time apart; `undefined` unless they are autocorrelated. */
  readonly phi: number | undefined;
};

/** A fitted linear mixed model. */
export type MixedFit = {
  readonly data: MixedData;
  readonly n: number;
  /** Number of coefficients. */
  readonly p: number;
  readonly method: LikelihoodMethod;
  readonly df: MixedDf;
  readonly level: number;
  readonly coefficients: readonly Coefficient[];
  /** Covariance of the coefficients, p x p, row-major; adjusted for `kenwardRoger`. */
  readonly vcov: Float64Array;
  readonly random: readonly MixedComponent[];
  readonly residual: ResidualEstimate;
  /** Number of coefficients, variances and correlations. */
  readonly parameters: number;
  /** By the restricted likelihood for REML, without the term of the design (as in lme4 and nlme). */
  readonly logLik: number;
  readonly minus2LogLik: number;
  readonly aic: number;
  /** With log n, as in lme4. */
  readonly bic: number;
  readonly iterations: number;
  readonly notes: readonly CovarianceNote[];
  /** What the fit was made with. */
  readonly engine: { readonly fit: CovarianceFit; readonly evaluator: Evaluator };
};
