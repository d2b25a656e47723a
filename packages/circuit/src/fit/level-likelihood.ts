import { choleskyInPlace, exp, log, solveCholesky, solveLower } from "@materbone/numerics";

/** One measured BMD of one woman. */
export type BmdObservation = {
  /** Position among the sites of the fit. */
  readonly site: number;
  readonly bmdGPerCm2: number;
  /** SD of its logarithm: precision of the device and what the model leaves unexplained. */
  readonly logSd: number;
  /** Times at which it may have been measured, months post partum; all of them equally likely. */
  readonly months: readonly number[];
};

/** What is known of the rest levels before a scan: normal in the logarithm of g/cm², correlated over the sites. */
export type LevelPrior = {
  readonly meanLog: readonly number[];
  readonly sdLog: readonly number[];
  /** Correlation of each pair of sites, sites by sites. */
  readonly correlation: readonly (readonly number[])[];
};

/** The woman's rest levels, given a course. */
export type LevelPosterior = {
  readonly logLikelihood: number;
  /** Mean of log level at each site, over the readings of unclear times. */
  readonly meanLog: Float64Array;
  /** Weight of each reading of the times, sum 1. */
  readonly readings: readonly { readonly weight: number; readonly meanLog: Float64Array }[];
};

export type LevelLikelihood = {
  readonly sites: number;
  /** Ratios that a course gives, one after another: each observation at each of its times. */
  readonly ratioCount: number;
  /** SD of log level at each site once the scans are seen, given a course and the times. */
  readonly sdLog: Float64Array;
  /** Lower factor of their covariance, sites by sites. */
  readonly factor: Float64Array;
  /** The rest levels integrated out. @param ratios - BMD over rest level, in the order of the observations; none can be seen at 0 or below */
  readonly given: (ratios: Float64Array) => LevelPosterior;
};

/** Readings of all unclear times together that are followed up. */
const MOST_READINGS = 243;

const LOG_TWO_PI = 1.8378770664093453;

/**
 * Likelihood of a woman's scans for a course of BMD relative to her rest level, the rest levels integrated out in closed form:
 * log BMD = log level + log ratio + error.
 *
 * @throws RangeError when an observation or the prior is out of range, or too many times are unclear
 */
export function levelLikelihood(observations: readonly BmdObservation[], prior: LevelPrior): LevelLikelihood {
  const n = observations.length;
  const sites = prior.meanLog.length;
  checkObservations(observations, sites);
  const covariance = priorCovariance(prior);
  const all = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) all[i * n + j] = covariance[observations[i].site * sites + observations[j].site];
    all[i * n + i] += observations[i].logSd ** 2;
  }
  if (!choleskyInPlace(all, n)) throw new RangeError("the prior of the rest levels is no covariance");
  let logDeterminant = 0;
  for (let i = 0; i < n; i++) logDeterminant += 2 * log(all[i * n + i]);
  const posterior = posteriorCovariance(observations, covariance, all, sites);
  const factor = Float64Array.from(posterior);
  if (!choleskyInPlace(factor, sites)) throw new RangeError("the posterior of the rest levels is no covariance");
  const readings = allReadings(observations);
  const logBmd = observations.map(({ bmdGPerCm2 }) => log(bmdGPerCm2));

  return {
    sites,
    ratioCount: observations.reduce((sum, { months }) => sum + months.length, 0),
    sdLog: Float64Array.from({ length: sites }, (_, site) => Math.sqrt(posterior[site * sites + site])),
    factor,
    given: (ratios) => {
      if (!ratios.every((ratio) => ratio > 0)) return impossible(prior);
      const logRatios = Float64Array.from(ratios, log);
      const distance = new Float64Array(n);
      const each = readings.map((places) => {
        for (let i = 0; i < n; i++) {
          distance[i] = logBmd[i] - logRatios[places[i]] - prior.meanLog[observations[i].site];
        }
        const shifted = Float64Array.from(distance);
        solveLower(all, n, shifted);
        const square = shifted.reduce((sum, value) => sum + value * value, 0);
        solveCholesky(all, n, distance);
        const meanLog = Float64Array.from({ length: sites }, (_, site) => {
          let mean = prior.meanLog[site];
          for (let i = 0; i < n; i++) mean += covariance[site * sites + observations[i].site] * distance[i];
          return mean;
        });
        return { logDensity: -0.5 * (square + logDeterminant + n * LOG_TWO_PI), meanLog };
      });
      return mixed(each, sites);
    },
  };
}

function mixed(
  each: readonly { readonly logDensity: number; readonly meanLog: Float64Array }[],
  sites: number,
): LevelPosterior {
  const largest = Math.max(...each.map(({ logDensity }) => logDensity));
  const densities = each.map(({ logDensity }) => exp(logDensity - largest));
  const sum = densities.reduce((total, density) => total + density, 0);
  const readings = each.map(({ meanLog }, reading) => ({ weight: densities[reading] / sum, meanLog }));
  const meanLog = Float64Array.from({ length: sites }, (_, site) =>
    readings.reduce((total, reading) => total + reading.weight * reading.meanLog[site], 0),
  );
  return { logLikelihood: largest + log(sum / each.length), meanLog, readings };
}

/** No bone is left, so that no scan could have been made. */
function impossible({ meanLog }: LevelPrior): LevelPosterior {
  const own = Float64Array.from(meanLog);
  return { logLikelihood: Number.NEGATIVE_INFINITY, meanLog: own, readings: [{ weight: 1, meanLog: own }] };
}

/** Every choice of one time for each observation, as positions among the ratios. */
function allReadings(observations: readonly BmdObservation[]): readonly (readonly number[])[] {
  let readings: readonly (readonly number[])[] = [[]];
  let start = 0;
  for (const { months } of observations) {
    const first = start;
    readings = readings.flatMap((reading) => months.map((_, time) => [...reading, first + time]));
    if (readings.length > MOST_READINGS) throw new RangeError(`the unclear times have over ${MOST_READINGS} readings`);
    start += months.length;
  }
  return readings;
}

function priorCovariance({ meanLog, sdLog, correlation }: LevelPrior): Float64Array {
  const sites = meanLog.length;
  const covariance = new Float64Array(sites * sites);
  for (let a = 0; a < sites; a++) {
    if (!(sdLog[a] > 0)) throw new RangeError(`SD of a rest level must be above 0, got ${sdLog[a]}`);
    for (let b = 0; b < sites; b++) covariance[a * sites + b] = (a === b ? 1 : correlation[a][b]) * sdLog[a] * sdLog[b];
  }
  return covariance;
}

/** Prior covariance less what the scans explain. */
function posteriorCovariance(
  observations: readonly BmdObservation[],
  covariance: Float64Array,
  factor: Float64Array,
  sites: number,
): Float64Array {
  const n = observations.length;
  const posterior = Float64Array.from(covariance);
  const explained = Array.from({ length: sites }, (_, site) => {
    const column = Float64Array.from(observations, (each) => covariance[site * sites + each.site]);
    solveLower(factor, n, column);
    return column;
  });
  for (let a = 0; a < sites; a++) {
    for (let b = 0; b < sites; b++) {
      for (let i = 0; i < n; i++) posterior[a * sites + b] -= explained[a][i] * explained[b][i];
    }
  }
  return posterior;
}

function checkObservations(observations: readonly BmdObservation[], sites: number): void {
  if (observations.length === 0) throw new RangeError("a fit needs at least one measured BMD");
  for (const { site, bmdGPerCm2, logSd, months } of observations) {
    if (!(Number.isInteger(site) && site >= 0 && site < sites)) throw new RangeError(`no such site: ${site}`);
    if (!(bmdGPerCm2 > 0 && Number.isFinite(bmdGPerCm2))) throw new RangeError(`BMD must be above 0: ${bmdGPerCm2}`);
    if (!(logSd > 0 && Number.isFinite(logSd))) throw new RangeError(`SD of log BMD must be above 0: ${logSd}`);
    if (months.length === 0 || !months.every(Number.isFinite)) throw new RangeError(`times must be finite: ${months}`);
  }
}
