import type { Evaluator, LikelihoodMethod } from "../covariance-model/evaluation.ts";
import type { CovarianceFit } from "../covariance-model/fit-covariance.ts";
import type { KnownCovariance } from "../covariance-model/known-covariance.ts";
import type { Structure } from "../covariance-model/structures.ts";
import type { Coefficient, Design } from "../meta/meta-fit.ts";
import type { NamedTerm, RandomTerm } from "./random-term.ts";

export type MultilevelData = {
  readonly yi: Float64Array;
  /** Sampling variances, or their covariance; squared unit of `yi`. */
  readonly v: Float64Array | KnownCovariance;
  /** `undefined` for a pooled effect. */
  readonly design: Design | undefined;
  readonly random: readonly RandomTerm[];
};

export type MultilevelOptions = {
  /** Default `REML`. */
  readonly method?: LikelihoodMethod;
  /** Default `t`. */
  readonly test?: "z" | "t";
  /**
   * Degrees of freedom of t tests. `contain` (the default): groups of the smallest grouping within which a column does not
   * vary, less p; `residual`: k - p.
   */
  readonly dfs?: "contain" | "residual";
  /** Confidence level in percent, above 0 and below 100; default 95. */
  readonly level?: number;
  /** Known variances of nested groupings by their names, in place of estimated ones; finite, >= 0. */
  readonly variances?: Readonly<Record<string, number>>;
};

/** Variance between the groups of one grouping. */
export type VarianceComponent = {
  readonly name: string;
  /** Number of groups. */
  readonly groups: number;
  /** Squared unit of `yi`. */
  readonly variance: number;
  readonly known: boolean;
};

/** Covariance of the effects of one outer group. */
export type StructuredComponent = {
  readonly name: string;
  readonly structure: Structure;
  /** Number of outer groups. */
  readonly groups: number;
  /** Inner levels: numbers by size, others in dictionary order. */
  readonly inner: readonly string[];
  /** m x m, row-major. */
  readonly covariance: Float64Array;
  /** Variances, length m. */
  readonly tau2: Float64Array;
  /** m x m, row-major; 0 where a variance is 0. */
  readonly correlation: Float64Array;
};

/** What a reader has to know about a fit before its numbers. */
export type CovarianceNote =
  /** The fit lies at the boundary of what is possible, so that intervals and tests of this component mean little. */
  { readonly kind: "singular"; readonly component: string; readonly reason: SingularReason };

export type SingularReason =
  | "zeroVariance"
  /** Effects are combinations of one another. */
  | "perfectCorrelation"
  /** Residuals far apart in time are as alike as those close by, or no two are alike. */
  | "autocorrelationAtBound";

/** A fitted multilevel or multivariate model. */
export type MultilevelFit = {
  readonly data: MultilevelData;
  readonly k: number;
  /** Number of coefficients. */
  readonly p: number;
  readonly method: LikelihoodMethod;
  readonly test: "z" | "t";
  readonly level: number;
  readonly coefficients: readonly Coefficient[];
  /** Covariance of the coefficients, p x p, row-major. */
  readonly vcov: Float64Array;
  readonly variances: readonly VarianceComponent[];
  readonly structured: readonly StructuredComponent[];
  /** Test of (residual) heterogeneity, chi-square with `qeDf` degrees of freedom. */
  readonly qe: number;
  readonly qeDf: number;
  readonly qep: number;
  /** Omnibus test of all coefficients but the intercept (of the intercept when it is alone). */
  readonly qm: number;
  /** Chi-square with m degrees of freedom, or F with m and the second. */
  readonly qmDf: readonly [number, number | undefined];
  readonly qmp: number;
  /** Number of coefficients and estimated variances and correlations. */
  readonly parameters: number;
  readonly logLik: number;
  readonly deviance: number;
  readonly aic: number;
  readonly bic: number;
  readonly aicc: number;
  /** Typical sampling variance of one effect, from the variances alone: what I² is taken against. */
  readonly typicalVariance: number;
  readonly iterations: number;
  readonly notes: readonly CovarianceNote[];
  /** What the fit was made with. */
  readonly engine: MultilevelEngine;
};

export type MultilevelEngine = {
  readonly terms: readonly NamedTerm[];
  readonly fit: CovarianceFit;
  /** Of the model of the fit; its memory is scratch. */
  readonly evaluator: Evaluator;
};
