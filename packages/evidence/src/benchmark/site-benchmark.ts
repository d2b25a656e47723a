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
  /** Months since weaning that the points cover; nothing is said outside. */
  readonly fromMonths: number;
  readonly toMonths: number;
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
  return {
    kind: "band",
    site,
    points,
    fit,
    asymptotePercent: fit.coefficients[0]?.estimate ?? Number.NaN,
    timeConstantMonths,
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
  const ofMean = (late - early) ** 2 * band.fit.vcov[0] + band.fit.tau2;
  const ofWomen = band.womenSd.points ** 2;
  const sdPoints = Math.sqrt(ofMean + ofWomen);
  const degreesOfFreedom = satterthwaite(
    [ofWomen, band.womenSd.kind === "pooled" ? band.womenSd.degreesOfFreedom : Number.POSITIVE_INFINITY],
    [ofMean, band.fit.k - band.fit.p],
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
