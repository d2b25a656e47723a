/** Outcome columns; a group's columns are mean, SD, size, events, person-time, or the four cells of a 2x2 table. */
export type ColumnName =
  | "mi"
  | "sdi"
  | "ni"
  | "m1i"
  | "sd1i"
  | "n1i"
  | "m2i"
  | "sd2i"
  | "n2i"
  | "ri"
  | "xi"
  | "ti"
  | "x1i"
  | "t1i"
  | "x2i"
  | "t2i"
  | "ai"
  | "bi"
  | "ci"
  | "di";

/** One value per row; `undefined` where the paper gives none. */
export type EffectColumns = Readonly<Partial<Record<ColumnName, ArrayLike<number | undefined>>>>;

/** One mean, one SD. */
export type OneGroupMeasure = "MN" | "SMN" | "MNLN" | "CVLN" | "SDLN";
/** Group 1 against group 2. */
export type TwoGroupMeasure = "MD" | "SMD" | "SMDH" | "SMD1" | "SMD1H" | "ROM" | "CVR" | "VR";
/** After (1) against before (2) in the same people. */
export type PrePostMeasure = "MC" | "SMCC" | "SMCR" | "SMCRH" | "SMCRP" | "SMCRPH" | "ROMC" | "PCHG" | "CVRC" | "VRC";
export type ProportionMeasure = "PR" | "PLN" | "PLO" | "PAS" | "PFT";
export type RateMeasure = "IR" | "IRLN" | "IRS" | "IRFT";
export type TwoRateMeasure = "IRR" | "IRD" | "IRSD";
export type TwoByTwoMeasure = "RR" | "OR" | "RD" | "AS" | "PETO";
export type CorrelationMeasure = "COR" | "ZCOR";

/** metafor's names; `PCHG`, the percent change, is our own. */
export type Measure =
  | OneGroupMeasure
  | TwoGroupMeasure
  | PrePostMeasure
  | ProportionMeasure
  | RateMeasure
  | TwoRateMeasure
  | TwoByTwoMeasure
  | CorrelationMeasure;

/**
 * Estimator of the sampling variance.
 *
 * `LS` large-sample, `LS2` the same with the corrected effect's factor squared, `UB` unbiased, `HO` one SD for both
 * groups, `AV` with the studies' average in place of each study's own effect or coefficient of variation.
 */
export type VarianceType = "LS" | "LS2" | "UB" | "HO" | "AV";

export type MeasureInfo = {
  readonly title: string;
  readonly columns: readonly ColumnName[];
  /** The first is the default. */
  readonly varianceTypes: readonly VarianceType[];
  /** Scale of `yi`: of the outcome itself, SDs, logarithm, logit, arcsine or square root, Fisher's z, percent. */
  readonly scale: "outcome" | "sd" | "log" | "logit" | "arcsine" | "root" | "fisherZ" | "percent" | "share" | "rate";
};

const ONE_MEAN: readonly ColumnName[] = ["mi", "sdi", "ni"];
const TWO_MEANS: readonly ColumnName[] = ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"];
const PRE_POST: readonly ColumnName[] = ["m1i", "m2i", "sd1i", "sd2i", "ri", "ni"];
const SHARE: readonly ColumnName[] = ["xi", "ni"];
const RATE: readonly ColumnName[] = ["xi", "ti"];
const TWO_RATES: readonly ColumnName[] = ["x1i", "t1i", "x2i", "t2i"];
const CELLS: readonly ColumnName[] = ["ai", "bi", "ci", "di"];
const LS: readonly VarianceType[] = ["LS"];

export const MEASURES: Readonly<Record<Measure, MeasureInfo>> = {
  MN: { title: "mean", columns: ONE_MEAN, varianceTypes: LS, scale: "outcome" },
  SMN: { title: "standardised mean", columns: ONE_MEAN, varianceTypes: LS, scale: "sd" },
  MNLN: { title: "log mean", columns: ONE_MEAN, varianceTypes: LS, scale: "log" },
  CVLN: { title: "log coefficient of variation", columns: ONE_MEAN, varianceTypes: LS, scale: "log" },
  SDLN: { title: "log SD", columns: ["sdi", "ni"], varianceTypes: LS, scale: "log" },
  MD: { title: "mean difference", columns: TWO_MEANS, varianceTypes: ["LS", "HO"], scale: "outcome" },
  SMD: {
    title: "standardised mean difference",
    columns: TWO_MEANS,
    varianceTypes: ["LS", "LS2", "UB", "AV"],
    scale: "sd",
  },
  SMDH: {
    title: "standardised mean difference, unequal variances",
    columns: TWO_MEANS,
    varianceTypes: LS,
    scale: "sd",
  },
  SMD1: { title: "mean difference in SDs of group 2", columns: TWO_MEANS, varianceTypes: LS, scale: "sd" },
  SMD1H: {
    title: "mean difference in SDs of group 2, unequal variances",
    columns: TWO_MEANS,
    varianceTypes: LS,
    scale: "sd",
  },
  ROM: { title: "log ratio of means", columns: TWO_MEANS, varianceTypes: ["LS", "HO", "AV"], scale: "log" },
  CVR: { title: "log ratio of coefficients of variation", columns: TWO_MEANS, varianceTypes: LS, scale: "log" },
  VR: { title: "log ratio of SDs", columns: ["sd1i", "n1i", "sd2i", "n2i"], varianceTypes: LS, scale: "log" },
  MC: { title: "mean change", columns: PRE_POST, varianceTypes: LS, scale: "outcome" },
  SMCC: { title: "mean change in SDs of the change", columns: PRE_POST, varianceTypes: LS, scale: "sd" },
  SMCR: { title: "mean change in SDs of the first mean", columns: PRE_POST, varianceTypes: LS, scale: "sd" },
  SMCRH: {
    title: "mean change in SDs of the first mean, unequal variances",
    columns: PRE_POST,
    varianceTypes: LS,
    scale: "sd",
  },
  SMCRP: { title: "mean change in pooled SDs", columns: PRE_POST, varianceTypes: LS, scale: "sd" },
  SMCRPH: {
    title: "mean change in pooled SDs, unequal variances",
    columns: PRE_POST,
    varianceTypes: LS,
    scale: "sd",
  },
  ROMC: { title: "log ratio of means after and before", columns: PRE_POST, varianceTypes: LS, scale: "log" },
  PCHG: { title: "percent change of the mean", columns: PRE_POST, varianceTypes: LS, scale: "percent" },
  CVRC: {
    title: "log ratio of coefficients of variation after and before",
    columns: PRE_POST,
    varianceTypes: LS,
    scale: "log",
  },
  VRC: {
    title: "log ratio of SDs after and before",
    columns: ["sd1i", "sd2i", "ri", "ni"],
    varianceTypes: LS,
    scale: "log",
  },
  PR: { title: "proportion", columns: SHARE, varianceTypes: LS, scale: "share" },
  PLN: { title: "log proportion", columns: SHARE, varianceTypes: LS, scale: "log" },
  PLO: { title: "log odds", columns: SHARE, varianceTypes: LS, scale: "logit" },
  PAS: { title: "arcsine root of the proportion", columns: SHARE, varianceTypes: LS, scale: "arcsine" },
  PFT: { title: "Freeman-Tukey double arcsine of the proportion", columns: SHARE, varianceTypes: LS, scale: "arcsine" },
  IR: { title: "rate", columns: RATE, varianceTypes: LS, scale: "rate" },
  IRLN: { title: "log rate", columns: RATE, varianceTypes: LS, scale: "log" },
  IRS: { title: "root of the rate", columns: RATE, varianceTypes: LS, scale: "root" },
  IRFT: { title: "Freeman-Tukey root of the rate", columns: RATE, varianceTypes: LS, scale: "root" },
  IRR: { title: "log ratio of rates", columns: TWO_RATES, varianceTypes: LS, scale: "log" },
  IRD: { title: "difference of rates", columns: TWO_RATES, varianceTypes: LS, scale: "rate" },
  IRSD: { title: "difference of roots of rates", columns: TWO_RATES, varianceTypes: LS, scale: "root" },
  RR: { title: "log risk ratio", columns: CELLS, varianceTypes: LS, scale: "log" },
  OR: { title: "log odds ratio", columns: CELLS, varianceTypes: LS, scale: "log" },
  RD: { title: "risk difference", columns: CELLS, varianceTypes: LS, scale: "share" },
  AS: { title: "difference of arcsine roots of risks", columns: CELLS, varianceTypes: LS, scale: "arcsine" },
  PETO: { title: "log odds ratio by Peto's method", columns: CELLS, varianceTypes: LS, scale: "log" },
  COR: { title: "correlation", columns: ["ri", "ni"], varianceTypes: LS, scale: "share" },
  ZCOR: { title: "Fisher's z of the correlation", columns: ["ri", "ni"], varianceTypes: LS, scale: "fisherZ" },
};
