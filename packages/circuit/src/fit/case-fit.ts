import { SKELETAL_SITES, type SkeletalSite } from "@materbone/clinical";
import { exp } from "@materbone/numerics";
import { type PopulationBand, populationBand } from "../population/population-bands.ts";
import { populationKnowledge } from "../population/population-knowledge.ts";
import type { PopulationBatch } from "../population/simulate-batch.ts";
import type { VirtualWomen } from "../population/virtual-women.ts";
import { type BmdObservation, type LevelPrior, levelLikelihood } from "./level-likelihood.ts";
import { type MapFit, mapFit, STAYS_AT_PRIOR } from "./map-fit.ts";
import { resample } from "./resample.ts";
import type { ScanObservation } from "./scan-observations.ts";

/** Courses of stored women that a fit reads: with her treatment first, without drugs second. */
export type FitCourses = {
  readonly batch: PopulationBatch;
  readonly women: VirtualWomen;
  /** Times of both courses, months post partum, ascending; those of the scans are among them. */
  readonly months: readonly number[];
  /** Columns of both courses: density over its rest level at each site, in the order of `SKELETAL_SITES`. */
  readonly columns: number;
};

/** What one woman's scans say under one reading of her course. */
export type CaseFit = {
  readonly sites: readonly SiteFit[];
  /** Susceptibility in SD of the prior, 0 = the median woman of the prior. */
  readonly susceptibility: FittedParameter;
  readonly resampling:
    | { readonly kind: "resampled"; readonly effectiveSampleSize: number; readonly bands: readonly SiteBands[] }
    | { readonly kind: "tooFew"; readonly effectiveSampleSize: number; readonly needed: number };
};

export type FittedParameter = {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Posterior SD over prior SD. */
  readonly told: number;
  /** The scans told next to nothing of it: it is the prior's. */
  readonly staysAtPrior: boolean;
  /** It lies at the end of what the prior draws: no stored woman is beyond it, and more women help nothing. */
  readonly liesAtLimit: boolean;
};

/** Density at rest, g/cm². */
export type SiteFit = { readonly site: SkeletalSite; readonly scans: number; readonly restLevel: FittedParameter };

/** Density of the women that fit, g/cm², at the months of the courses. */
export type SiteBands = {
  readonly site: SkeletalSite;
  readonly treated: PopulationBand;
  readonly untreated: PopulationBand;
};

/** Standard normal quantile of 0.975. */
const Z95 = 1.959963984540054;
/** SD within which 0.95 of an exponential lies, and more of half a normal: -ln 0.05. */
const ONE_SIDED_95 = -Math.log(0.05);

/** The prior of the rest levels, in the order of `SKELETAL_SITES`. */
export function levelPrior(): LevelPrior {
  const { sites, correlation } = populationKnowledge.levels;
  const inOrder = SKELETAL_SITES.map((site) => {
    const known = sites.find((each) => each.site === site);
    if (known === undefined) throw new RangeError(`no prior of the rest level of ${site}`);
    return known;
  });
  return {
    meanLog: inOrder.map(({ medianGPerCm2 }) => Math.log(medianGPerCm2)),
    sdLog: inOrder.map(({ sdLog }) => sdLog),
    correlation: inOrder.map((a) => inOrder.map((b) => (a === b ? 1 : correlation))),
  };
}

/**
 * Fits a woman's rest levels and susceptibility to her scans, and weighs stored women by them.
 *
 * @param scans - at least one
 * @param ratiosAt - density over rest level of a woman with that score, at each scan and each of its times, with treatment
 * @param highestScore - beyond which the prior has no woman
 * @throws RangeError when a time of a scan is not among the months of the courses
 */
export function caseFit(
  scans: readonly ScanObservation[],
  { batch, women, months, columns }: FitCourses,
  ratiosAt: (score: number) => Float64Array,
  highestScore: number,
): CaseFit {
  const prior = levelPrior();
  const observations = scans.map(observationOf);
  const likelihood = levelLikelihood(observations, prior);
  const fit = mapFit(likelihood, prior, ratiosAt, highestScore);
  const places = scans.flatMap(({ site, months: times }) =>
    times.map((month) => SKELETAL_SITES.indexOf(site) * months.length + placeOf(months, month)),
  );
  const perWoman = 2 * columns * months.length;
  const ratios = new Float64Array(women.women * places.length);
  for (let woman = 0; woman < women.women; woman++) {
    places.forEach((place, at) => {
      ratios[woman * places.length + at] = batch.values[woman * perWoman + place];
    });
  }
  const found = resample(likelihood, ratios, women.weights, women.seed);
  return {
    ...parametersOf(fit, scans, highestScore),
    resampling:
      found.kind === "tooFew"
        ? found
        : {
            kind: "resampled",
            effectiveSampleSize: found.effectiveSampleSize,
            bands: SKELETAL_SITES.flatMap((site, column) => {
              if (!scans.some((scan) => scan.site === site)) return [];
              const bandOf = (course: 0 | 1): PopulationBand => {
                const values = new Float64Array(women.women * months.length);
                for (let woman = 0; woman < women.women; woman++) {
                  const level = found.levelsGPerCm2[woman * SKELETAL_SITES.length + column];
                  const start = woman * perWoman + (course * columns + column) * months.length;
                  for (let at = 0; at < months.length; at++) {
                    values[woman * months.length + at] = level * batch.values[start + at];
                  }
                }
                return populationBand(values, months.length, found.weights);
              };
              return [{ site, treated: bandOf(0), untreated: bandOf(1) }];
            }),
          },
  };
}

function observationOf({ site, bmdGPerCm2, precisionGPerCm2, months }: ScanObservation): BmdObservation {
  const residual = populationKnowledge.levels.sites.find((each) => each.site === site)?.residualLogSd ?? 0;
  const precision = precisionGPerCm2 / bmdGPerCm2;
  // The published residual holds some measurement error already: counted twice, the fit is a little too careful.
  const logSd = Math.sqrt(precision * precision + residual * residual);
  return { site: SKELETAL_SITES.indexOf(site), bmdGPerCm2, logSd, months };
}

function parametersOf(
  fit: MapFit,
  scans: readonly ScanObservation[],
  highestScore: number,
): Pick<CaseFit, "sites" | "susceptibility"> {
  const { score, scoreSd, liesAtLimit, told, levelMeanLog, levelSdLog } = fit;
  return {
    susceptibility: {
      estimate: score,
      low: score - (liesAtLimit ? ONE_SIDED_95 : Z95) * scoreSd,
      high: Math.min(score + Z95 * scoreSd, highestScore),
      told: told.score,
      staysAtPrior: !liesAtLimit && told.score > STAYS_AT_PRIOR,
      liesAtLimit,
    },
    sites: SKELETAL_SITES.flatMap((site, at) => {
      const count = scans.filter((scan) => scan.site === site).length;
      if (count === 0) return [];
      const restLevel = {
        estimate: exp(levelMeanLog[at]),
        low: exp(levelMeanLog[at] - Z95 * levelSdLog[at]),
        high: exp(levelMeanLog[at] + Z95 * levelSdLog[at]),
        told: told.levels[at],
        staysAtPrior: told.levels[at] > STAYS_AT_PRIOR,
        liesAtLimit: false,
      };
      return [{ site, scans: count, restLevel }];
    }),
  };
}

function placeOf(months: readonly number[], month: number): number {
  // Times went through hours and back: a minute is 2e-5 months.
  const place = months.findIndex((each) => Math.abs(each - month) < 1e-4);
  if (place < 0) throw new RangeError(`month ${month} is not among the times of the courses`);
  return place;
}
