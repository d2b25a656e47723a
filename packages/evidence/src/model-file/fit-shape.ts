import * as z from "zod";
import { COEFFICIENT_TESTS, TAU2_METHODS } from "../meta/methods.ts";
import { MIXED_DFS } from "../mixed/mixed-fit.ts";

/** Shape of what `materbone evidence fit --format json` prints. A number that is not defined is null, and `notDefined` says why. */
export const EVIDENCE_FIT_SCHEMA = "materbone/evidence-fit/1";

export const numberOrNull = z.number().nullable();
export const boundsShape = z.strictObject({ lower: numberOrNull, upper: numberOrNull });
/** Degrees of freedom of a test: one for chi-square, two for F; the second is null with chi-square. */
const testDf = z.tuple([z.number(), numberOrNull]);

export const coefficientShape = z.strictObject({
  name: z.string(),
  estimate: numberOrNull,
  se: numberOrNull,
  statistic: numberOrNull,
  /** Degrees of freedom of t; null where the normal distribution is used. */
  df: numberOrNull,
  p: numberOrNull,
  ciLower: numberOrNull,
  ciUpper: numberOrNull,
});

export const waldShape = z.strictObject({ statistic: numberOrNull, df: testDf, p: numberOrNull });

export const rowShape = z.strictObject({
  /** Row of the data file; 1 is the header. */
  row: z.number().int(),
  label: z.string(),
  yi: numberOrNull,
  vi: numberOrNull,
  sei: numberOrNull,
  /** Interval of the effect alone, by its own variance and the normal distribution. */
  ciLower: numberOrNull,
  ciUpper: numberOrNull,
  /** Percent of the sum of the weights. */
  weight: numberOrNull.optional(),
  /** What stands behind the numbers where they are not as reported. */
  origins: z.array(z.strictObject({ kind: z.string(), message: z.string() }).loose()).optional(),
});

export const excludedShape = z.strictObject({
  row: z.number().int(),
  label: z.string(),
  reason: z.enum(["subset", "missing", "noEffect"]),
  columns: z.array(z.string()).optional(),
  details: z.array(z.strictObject({ kind: z.string() }).loose()).optional(),
  message: z.string(),
});

const noteShape = z.strictObject({ kind: z.string(), message: z.string() });

/** `at` is a JSON Pointer into this document. */
const notDefinedShape = z.strictObject({ at: z.string(), reason: z.string(), message: z.string() });

const hypothesisShape = z.strictObject({
  rows: z.array(coefficientShape.extend({ value: z.number() })),
  joint: waldShape.nullable(),
});

const robustShape = z.strictObject({
  type: z.enum(["CR0", "CR1", "CR2"]),
  cluster: z.string(),
  clusters: z.number().int(),
  /** Empty where no degrees of freedom are left; `notDefined` says why. */
  coefficients: z.array(coefficientShape),
  /** Joint test of all coefficients but the intercept; null for CR2. */
  omnibus: waldShape.nullable(),
});

const fitStatisticsShape = z.strictObject({
  logLik: numberOrNull,
  deviance: numberOrNull,
  aic: numberOrNull,
  bic: numberOrNull,
  aicc: numberOrNull,
});

/** Parts of every fit. */
const common = {
  schema: z.literal(EVIDENCE_FIT_SCHEMA),
  title: z.string().optional(),
  data: z.strictObject({ rows: z.number().int(), used: z.number().int(), excluded: z.number().int() }),
  rows: z.array(rowShape),
  excluded: z.array(excludedShape),
  notes: z.array(noteShape),
  notDefined: z.array(notDefinedShape),
};

/** Means and SDs computed from medians; null where the method gives none. */
const conversionsShape = z.array(
  z.strictObject({
    row: z.number().int(),
    label: z.string(),
    /** Inputs of the measure that the results went to. */
    into: z.strictObject({ mean: z.string(), sd: z.string() }),
    method: z.string(),
    mean: numberOrNull,
    sd: numberOrNull,
    messages: z.array(z.string()),
  }),
);

/** One result for each entry of `extras`, in its order. */
const extraShape = z.strictObject({ kind: z.string() }).loose();

/** Only effects and variances. */
export const effectsShape = z.strictObject({
  ...common,
  kind: z.literal("effects"),
  model: z.strictObject({ measure: z.string().nullable() }),
  k: z.number().int(),
  conversions: conversionsShape.optional(),
});

export const univariateShape = z.strictObject({
  ...common,
  kind: z.literal("univariate"),
  model: z.strictObject({
    measure: z.string().nullable(),
    formula: z.string(),
    method: z.enum(TAU2_METHODS),
    test: z.enum(COEFFICIENT_TESTS),
    level: z.number(),
    tau2Given: z.boolean(),
  }),
  k: z.number().int(),
  p: z.number().int(),
  coefficients: z.array(coefficientShape),
  /** p x p. */
  vcov: z.array(z.array(numberOrNull)),
  tau2: numberOrNull,
  seTau2: numberOrNull,
  tau: numberOrNull,
  i2: numberOrNull,
  h2: numberOrNull,
  r2: numberOrNull,
  qe: numberOrNull,
  qeDf: z.number(),
  qep: numberOrNull,
  qm: numberOrNull,
  qmDf: testDf,
  qmp: numberOrNull,
  /** Q-profile interval. */
  heterogeneityInterval: z
    .strictObject({ tau2: boundsShape, tau: boundsShape, i2: boundsShape, h2: boundsShape, lowerAtZero: z.boolean() })
    .nullable(),
  /** Of a pooled effect, by the quantile of the fit's own test. */
  predictionInterval: boundsShape.nullable(),
  /** Of a pooled effect, by t with k - 2 degrees of freedom. */
  predictionIntervalRiley: boundsShape.nullable(),
  fitStatistics: fitStatisticsShape,
  iterations: z.number().int(),
  /** Joint test of the columns of each term. */
  termTests: z.array(waldShape.extend({ term: z.string(), coefficients: z.array(z.string()) })),
  omnibus: waldShape.extend({ coefficients: z.array(z.string()) }).optional(),
  hypotheses: hypothesisShape.optional(),
  robust: robustShape.optional(),
  conversions: conversionsShape.optional(),
  extras: z.array(extraShape),
});

export const multilevelShape = z.strictObject({
  ...common,
  kind: z.literal("multilevel"),
  model: z.strictObject({
    measure: z.string().nullable(),
    formula: z.string(),
    method: z.enum(["ML", "REML"]),
    test: z.enum(["z", "t"]),
    /** Degrees of freedom of t tests; null with `z`. */
    dfs: z.enum(["contain", "residual"]).nullable(),
    level: z.number(),
    random: z.array(z.string()),
    sampling: z.enum(["independent", "rho", "given"]),
  }),
  k: z.number().int(),
  p: z.number().int(),
  coefficients: z.array(coefficientShape),
  vcov: z.array(z.array(numberOrNull)),
  /** Of `~ 1 | a/b`: a variance between the groups of each grouping. */
  variances: z.array(
    z.strictObject({ name: z.string(), groups: z.number().int(), sigma2: z.number(), sigma: z.number() }),
  ),
  /** Of `~ inner | outer`: variances and correlations of the effects of one outer group. */
  structured: z.array(
    z.strictObject({
      name: z.string(),
      struct: z.enum(["UN", "CS", "HCS", "DIAG", "ID"]),
      groups: z.number().int(),
      inner: z.array(z.string()),
      tau2: z.array(z.number()),
      rho: z.array(z.array(z.number())),
      covariance: z.array(z.array(z.number())),
    }),
  ),
  /** Percent of the variance of an effect beyond its sampling error. */
  i2: z
    .strictObject({
      total: numberOrNull,
      byLevel: z.array(z.strictObject({ name: z.string(), percent: numberOrNull })),
    })
    .nullable(),
  qe: numberOrNull,
  qeDf: z.number(),
  qep: numberOrNull,
  qm: numberOrNull,
  qmDf: testDf,
  qmp: numberOrNull,
  predictionInterval: boundsShape.nullable(),
  fitStatistics: fitStatisticsShape,
  /** Coefficients, variances and correlations. */
  parameters: z.number().int(),
  iterations: z.number().int(),
  termTests: z.array(waldShape.extend({ term: z.string(), coefficients: z.array(z.string()) })),
  omnibus: waldShape.extend({ coefficients: z.array(z.string()) }).optional(),
  hypotheses: hypothesisShape.optional(),
  robust: robustShape.optional(),
  conversions: conversionsShape.optional(),
  extras: z.array(extraShape),
});

export const mixedShape = z.strictObject({
  ...common,
  rows: z.array(z.strictObject({ row: z.number().int(), label: z.string() })),
  kind: z.literal("mixed"),
  model: z.strictObject({
    formula: z.string(),
    method: z.enum(["ML", "REML"]),
    df: z.enum(MIXED_DFS),
    level: z.number(),
    residual: z.enum(["independent", "CAR1", "byGroup"]),
    weights: z.string().nullable(),
  }),
  n: z.number().int(),
  p: z.number().int(),
  coefficients: z.array(coefficientShape),
  vcov: z.array(z.array(numberOrNull)),
  random: z.array(
    z.strictObject({
      group: z.string(),
      groups: z.number().int(),
      effects: z.array(z.string()),
      covariance: z.array(z.array(z.number())),
      sd: z.array(z.number()),
      correlation: z.array(z.array(z.number())),
    }),
  ),
  residual: z.strictObject({
    variances: z.array(z.strictObject({ group: z.string().nullable(), variance: z.number(), sd: z.number() })),
    /** Correlation one unit of time apart; null unless residuals are autocorrelated. */
    phi: numberOrNull,
  }),
  fitStatistics: z.strictObject({
    logLik: numberOrNull,
    minus2LogLik: numberOrNull,
    aic: numberOrNull,
    bic: numberOrNull,
  }),
  parameters: z.number().int(),
  iterations: z.number().int(),
  termTests: z.array(waldShape.extend({ term: z.string(), coefficients: z.array(z.string()) })),
  omnibus: waldShape.extend({ coefficients: z.array(z.string()) }).optional(),
  hypotheses: hypothesisShape.optional(),
  extras: z.array(extraShape),
});

export type MixedOutput = z.infer<typeof mixedShape>;
export type MultilevelOutput = z.infer<typeof multilevelShape>;
export type UnivariateOutput = z.infer<typeof univariateShape>;
export type EffectsOutput = z.infer<typeof effectsShape>;
