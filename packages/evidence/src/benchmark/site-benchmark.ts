import { minimise1d, tCdf, tQuantile } from "@materbone/numerics";
import type { WomenSd } from "../literature/between-women-sd.ts";
import type { PooledSite } from "../literature/stratum.ts";
import { fitMeta } from "../meta/fit-meta.ts";
import type { Design, Effects, MetaFit } from "../meta/meta-fit.ts";
import { benchmarkKnowledge } from "./benchmark-knowledge.ts";
import type { BenchmarkPoint } from "./benchmark-point.ts";

/**
 * Change without a drug at one site: percent = asymptote x (1 - exp(-months / time constant)), a random-effects
 * meta-regression through the origin, with the SD between women on top for one woman.
 */
export type SiteBand = {
  readonly kind: "band";
  readonly site: PooledSite;
  /** Points of the fit, and points that are only shown. */
  readonly points: readonly BenchmarkPoint[];
  readonly fit: MetaFit;
  /** Gain in percent that the course tends to. */
  readonly asymptotePercent: number;
  readonly timeConstantMonths: number;
  /** `borrowed`: the points of this site do not tell it; the lumbar spine's is used. */
  readonly timeConstantFrom: "fitted" | "borrowed";
  readonly womenSd: WomenSd;
  /** Variance of the asymptote and the fitted time constant, joint; a borrowed constant counts as known. */
  readonly courseVariance: CourseVariance;
  /** Months since weaning that the points cover; nothing is said outside. */
  readonly fromMonths: number;
  readonly toMonths: number;
};

/** Variances and covariance of the parameters of a course, with the degrees of freedom that the points leave. */
export type CourseVariance = {
  /** Of the asymptote, percent². */
  readonly asymptote: number;
  /** Of the time constant, months². */
  readonly timeConstant: number;
  readonly covariance: number;
  readonly degreesOfFreedom: number;
};

export type SiteBenchmark =
  | SiteBand
  | {
      readonly kind: "noBand";
      readonly site: PooledSite;
      readonly points: readonly BenchmarkPoint[];
      readonly reason: "fewerThanThreeStudies";
    };

/** What is expected of one woman between two times, percent of the earlier scan. */
export type Expectation = {
  readonly expectedPercent: number;
  readonly lowerPercent: number;
  readonly upperPercent: number;
  readonly sdPoints: number;
  readonly degreesOfFreedom: number;
};

/**
 * @param borrowedMonths - time constant of another site, for a site whose points cannot tell their own
 */
export function siteBenchmark(
  site: PooledSite,
  points: readonly BenchmarkPoint[],
  womenSd: WomenSd,
  borrowedMonths: number | undefined,
): SiteBenchmark {
  const used = points.filter(isUsed);
  if (used.length < benchmarkKnowledge.fewestStudies.value) {
    return { kind: "noBand", site, points, reason: "fewerThanThreeStudies" };
  }
  const effects: Effects = {
    yi: Float64Array.from(used, ({ percent }) => percent),
    vi: Float64Array.from(used, ({ vi }) => vi),
  };
  const months = used.map(({ monthsSinceWeaning }) => monthsSinceWeaning);
  const timeConstantMonths = borrowedMonths ?? likeliestTimeConstant(effects, months);
  const fit = fitMeta(effects, recoveryDesign(months, timeConstantMonths), { method: "REML", test: "adhoc" });
  const asymptotePercent = fit.coefficients[0]?.estimate ?? Number.NaN;
  return {
    kind: "band",
    site,
    points,
    fit,
    asymptotePercent,
    timeConstantMonths,
    courseVariance:
      borrowedMonths === undefined
        ? courseVariance(effects, months, fit.tau2, asymptotePercent, timeConstantMonths)
        : ofAsymptoteAlone(fit),
    timeConstantFrom: borrowedMonths === undefined ? "fitted" : "borrowed",
    womenSd,
    fromMonths: Math.min(...months),
    toMonths: Math.max(...months),
  };
}

/**
 * What is expected of one woman, or why nothing is.
 *
 * @param fromMonths - months from weaning to the earlier scan; a scan before weaning counts as at weaning
 * @param toMonths - months from weaning to the later scan
 * @returns `undefined` when the later scan lies outside the months that the points cover
 */
export function expectationAt(band: SiteBand, fromMonths: number, toMonths: number): Expectation | undefined {
  const isCovered = toMonths >= band.fromMonths - BINARY_TAIL_MONTHS && toMonths <= band.toMonths + BINARY_TAIL_MONTHS;
  if (!isCovered || !(fromMonths <= toMonths)) return undefined;
  const early = recovered(Math.max(0, fromMonths), band.timeConstantMonths);
  const late = recovered(toMonths, band.timeConstantMonths);
  const gain = band.asymptotePercent / 100;
  const expectedPercent = ((1 + gain * late) / (1 + gain * early) - 1) * 100;
  const { asymptote, timeConstant, covariance, degreesOfFreedom: df } = band.courseVariance;
  const share = late - early;
  const slope = paceSlope(toMonths, band) - paceSlope(Math.max(0, fromMonths), band);
  const ofMean = share ** 2 * asymptote + 2 * share * slope * covariance + slope ** 2 * timeConstant + band.fit.tau2;
  const ofWomen = band.womenSd.points ** 2;
  const sdPoints = Math.sqrt(ofMean + ofWomen);
  const degreesOfFreedom = satterthwaite(
    [ofWomen, band.womenSd.kind === "pooled" ? band.womenSd.degreesOfFreedom : Number.POSITIVE_INFINITY],
    [ofMean, df],
  );
  const reach = tQuantile((100 + benchmarkKnowledge.levelPercent) / 200, degreesOfFreedom) * sdPoints;
  return {
    expectedPercent,
    lowerPercent: expectedPercent - reach,
    upperPercent: expectedPercent + reach,
    sdPoints,
    degreesOfFreedom,
  };
}

/** Months are differences of times: 6.3 - 0.3 is a little less than the 6 months that a band begins with. */
const BINARY_TAIL_MONTHS = 1e-9;

/** Where an observed change stands among women without a drug, percent of them below it. */
export function percentileOf(percent: number, expectation: Expectation): number {
  const { expectedPercent, sdPoints, degreesOfFreedom } = expectation;
  return 100 * tCdf((percent - expectedPercent) / sdPoints, degreesOfFreedom);
}

type UsedPoint = BenchmarkPoint & { readonly percent: number; readonly vi: number };

function isUsed(point: BenchmarkPoint): point is UsedPoint {
  return point.use === "fit" && point.percent !== undefined && point.vi !== undefined;
}

/** Share of the gain that is reached. */
function recovered(months: number, timeConstantMonths: number): number {
  return -Math.expm1(-months / timeConstantMonths);
}

/** Change of the expected percent with the time constant, per month of it. */
function paceSlope(
  months: number,
  { asymptotePercent, timeConstantMonths }: Pick<SiteBand, "asymptotePercent" | "timeConstantMonths">,
): number {
  return (-asymptotePercent * months * Math.exp(-months / timeConstantMonths)) / timeConstantMonths ** 2;
}

/**
 * Both parameters are estimated, so both cost: linearised least squares with weights 1 / (vi + tau²), k - 2 degrees of freedom, and
 * the modified Knapp-Hartung factor, which never narrows. Points of one month cannot tell a pace: it then counts as known.
 */
function courseVariance(
  { yi, vi }: Effects,
  months: readonly number[],
  tau2: number,
  asymptotePercent: number,
  timeConstantMonths: number,
): CourseVariance {
  let [aa, at, tt, q] = [0, 0, 0, 0];
  months.forEach((month, row) => {
    const weight = 1 / ((vi[row] ?? Number.NaN) + tau2);
    const share = recovered(month, timeConstantMonths);
    const slope = paceSlope(month, { asymptotePercent, timeConstantMonths });
    aa += weight * share ** 2;
    at += weight * share * slope;
    tt += weight * slope ** 2;
    q += weight * ((yi[row] ?? Number.NaN) - asymptotePercent * share) ** 2;
  });
  const degreesOfFreedom = months.length - 2;
  const factor = Math.max(1, q / degreesOfFreedom);
  const determinant = aa * tt - at ** 2;
  if (!(determinant > SINGULAR * aa * tt)) {
    return { asymptote: factor / aa, timeConstant: 0, covariance: 0, degreesOfFreedom };
  }
  return {
    asymptote: (factor * tt) / determinant,
    timeConstant: (factor * aa) / determinant,
    covariance: (-factor * at) / determinant,
    degreesOfFreedom,
  };
}

/** Share of the determinant below which two columns count as one, far above the rounding of their products. */
const SINGULAR = 1e-12;

function ofAsymptoteAlone({ vcov, k, p }: MetaFit): CourseVariance {
  return { asymptote: vcov[0] ?? Number.NaN, timeConstant: 0, covariance: 0, degreesOfFreedom: k - p };
}

function recoveryDesign(months: readonly number[], timeConstantMonths: number): Design {
  return { names: ["recovery"], x: Float64Array.from(months, (month) => recovered(month, timeConstantMonths)) };
}

/** By full likelihood: restricted likelihoods of different designs cannot be compared. */
function likeliestTimeConstant(effects: Effects, months: readonly number[]): number {
  const { lowest, highest } = benchmarkKnowledge.timeConstantMonths;
  const { x } = minimise1d(
    (timeConstant) => -fitMeta(effects, recoveryDesign(months, timeConstant), { method: "ML", test: "z" }).logLik,
    lowest,
    highest,
  );
  return x;
}

/** Degrees of freedom of a sum of two variance estimates (Satterthwaite 1946, Biometrics Bulletin 2:110-114). */
function satterthwaite(...parts: readonly (readonly [variance: number, df: number])[]): number {
  const total = parts.reduce((sum, [variance]) => sum + variance, 0);
  return total ** 2 / parts.reduce((sum, [variance, df]) => sum + variance ** 2 / df, 0);
}
