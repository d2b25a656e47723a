import type { CoefficientTest, Tau2Method } from "./methods.ts";

/** One effect per row with its sampling variance; both of length k. */
export type Effects = {
  readonly yi: Float64Array;
  /** Squared unit of `yi`; finite, above 0. */
  readonly vi: Float64Array;
};

/** Design matrix of a meta-regression. */
export type Design = {
  /** Names of the p columns; `intrcpt` is the intercept. */
  readonly names: readonly string[];
  /** k x p, row-major; of full column rank. */
  readonly x: Float64Array;
};

export type MetaOptions = {
  /** Default `REML`. */
  readonly method?: Tau2Method;
  /** Default `adhoc`. */
  readonly test?: CoefficientTest;
  /** Confidence level in percent, above 0 and below 100; default 95. */
  readonly level?: number;
  /** A known tau² instead of an estimated one; finite, >= 0, and 0 for `FE`. */
  readonly tau2?: number;
};

export type Coefficient = {
  readonly name: string;
  readonly estimate: number;
  readonly se: number;
  readonly statistic: number;
  /** Degrees of freedom of a t test; `undefined` for a normal one. */
  readonly df: number | undefined;
  readonly p: number;
  readonly ciLower: number;
  readonly ciUpper: number;
};

/** What a reader has to know about a fit before its numbers. */
export type MetaNote =
  /** One study: nothing is known about the variance between studies. */
  | { readonly kind: "oneStudy" }
  /** As many coefficients as studies: no residual heterogeneity can be estimated. */
  | { readonly kind: "saturated" }
  /** The estimate of tau² is at its lower bound. */
  | { readonly kind: "tau2AtZero" }
  /** Residuals are all 0, so that the Knapp-Hartung variance is 0 and its interval a point. */
  | { readonly kind: "effectsAlike" };

/** A fitted univariate model: pooled effect or meta-regression. */
export type MetaFit = {
  /** What was fitted. */
  readonly effects: Effects;
  /** `undefined` for a pooled effect. */
  readonly design: Design | undefined;
  readonly k: number;
  /** Number of coefficients. */
  readonly p: number;
  readonly method: Tau2Method;
  readonly test: CoefficientTest;
  readonly level: number;
  /** Variance between studies, squared unit of `yi`. */
  readonly tau2: number;
  /** Its standard error by the estimator's own formula; `undefined` where it has none. */
  readonly seTau2: number | undefined;
  /** Percent. */
  readonly i2: number;
  readonly h2: number;
  /** Test of (residual) heterogeneity, chi-square with `qeDf` degrees of freedom. */
  readonly qe: number;
  readonly qeDf: number;
  readonly qep: number;
  /** Omnibus test of all coefficients but the intercept (of the intercept when it is alone). */
  readonly qm: number;
  /** Chi-square with m degrees of freedom, or F with m and the second. */
  readonly qmDf: readonly [number, number | undefined];
  readonly qmp: number;
  /** Percent of heterogeneity the moderators account for (FE: adjusted R²); `undefined` without moderators or intercept. */
  readonly r2: number | undefined;
  readonly coefficients: readonly Coefficient[];
  /** Covariance of the coefficients, p x p, row-major. */
  readonly vcov: Float64Array;
  /** What (X'WX)⁻¹ was multiplied by to give `vcov`: 1 for `z` and `t`, the Knapp-Hartung factor else. */
  readonly varianceFactor: number;
  /** By the restricted likelihood for REML, by the full one else. */
  readonly logLik: number;
  readonly deviance: number;
  readonly aic: number;
  readonly bic: number;
  readonly aicc: number;
  readonly iterations: number;
  readonly notes: readonly MetaNote[];
};

/** An interval, or the reason why none is given. */
export type IntervalOrReason =
  | { readonly kind: "interval"; readonly lower: number; readonly upper: number }
  | { readonly kind: "notDefined"; readonly reason: NoIntervalReason };

export type NoIntervalReason =
  /** Fewer than three studies. */
  | "fewerThanThreeStudies"
  /** The common-effect model predicts no other study. */
  | "commonEffect"
  /** No degrees of freedom are left. */
  | "noDegreesOfFreedom";
