import { normalDeviate } from "@materbone/numerics";
import { describe, expect, it } from "vitest";
import { statedPrior } from "../population/population-knowledge.ts";
import { weightedQuantile, weightedSample } from "../population/weighted-quantiles.ts";
import { highestScore } from "../population/woman-of-prior.ts";
import { womanRandom } from "../population/woman-stream.ts";
import { circuitSimulation } from "../simulation-models.ts";
import { type BmdObservation, type LevelPrior, levelLikelihood } from "./level-likelihood.ts";
import { mapFit } from "./map-fit.ts";
import { resample } from "./resample.ts";

/** Bone that is lost for six months in proportion to a woman's susceptibility, and comes back. */
const ratioAt = (score: number, months: number): number => {
  const loss = 0.06 * Math.exp(0.5 * score);
  return months <= 6 ? 1 - loss * (months / 6) : 1 - loss * Math.exp(-(months - 6) / 8);
};

const PRIOR: LevelPrior = {
  meanLog: [Math.log(0.95), Math.log(0.85)],
  sdLog: [0.2, 0.2],
  correlation: [
    [1, 0.6],
    [0.6, 1],
  ],
};
const NOISE = 0.01;
const VISITS = [6, 12, 24];

/** A woman of the prior with her scans. */
function drawnWoman(woman: number) {
  const random = womanRandom(21, woman);
  const score = normalDeviate(random);
  const first = normalDeviate(random);
  const second = 0.6 * first + 0.8 * normalDeviate(random);
  const levels = [Math.exp(PRIOR.meanLog[0] + 0.2 * first), Math.exp(PRIOR.meanLog[1] + 0.2 * second)];
  const observations: BmdObservation[] = VISITS.flatMap((months) =>
    levels.map((level, site) => ({
      site,
      bmdGPerCm2: level * ratioAt(score, months) * Math.exp(NOISE * normalDeviate(random)),
      logSd: NOISE,
      months: [months],
    })),
  );
  return { score, levels, observations };
}

const ratiosOf = (observations: readonly BmdObservation[]) => (score: number) =>
  Float64Array.from(
    observations.flatMap(({ months }) => months),
    (month) => ratioAt(score, month),
  );

describe("likelihood of the rest level", () => {
  it("is the textbook posterior of one normal mean", () => {
    // Gelman et al. 2013, 2.5: precisions add, means are weighted by them.
    const prior: LevelPrior = { meanLog: [0], sdLog: [0.1], correlation: [[1]] };
    const likelihood = levelLikelihood([{ site: 0, bmdGPerCm2: Math.exp(0.2), logSd: 0.05, months: [3] }], prior);
    const { meanLog, logLikelihood } = likelihood.given(Float64Array.of(1));
    expect(meanLog[0]).toBeCloseTo(0.2 / 0.0025 / (1 / 0.0025 + 1 / 0.01), 12);
    expect(likelihood.sdLog[0]).toBeCloseTo(Math.sqrt(1 / (1 / 0.0025 + 1 / 0.01)), 12);
    // Density of 0.2 under a normal of variance 0.0125.
    expect(logLikelihood).toBeCloseTo(-0.5 * Math.log(2 * Math.PI * 0.0125) - 0.04 / 0.025, 12);
  });

  it("lets one site tell of another as far as they are correlated", () => {
    const likelihood = levelLikelihood(
      [{ site: 0, bmdGPerCm2: 0.95 * Math.exp(0.2), logSd: 1e-6, months: [0] }],
      PRIOR,
    );
    const { meanLog } = likelihood.given(Float64Array.of(1));
    expect(meanLog[1]).toBeCloseTo(PRIOR.meanLog[1] + 0.6 * 0.2, 6);
    expect(likelihood.sdLog[1]).toBeCloseTo(0.2 * 0.8, 6);
  });

  it("weighs the readings of an unclear time by how well each fits", () => {
    const observations = [
      { site: 0, bmdGPerCm2: 0.9, logSd: 0.01, months: [0] },
      { site: 0, bmdGPerCm2: 0.81, logSd: 0.01, months: [3, 9] },
    ];
    const { readings } = levelLikelihood(observations, PRIOR).given(Float64Array.of(1, 0.98, 0.9));
    expect(readings.map(({ weight }) => weight).reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 12);
    expect(readings[1].weight).toBeGreaterThan(0.99);
  });

  it("refuses observations that are none", () => {
    const good = { site: 0, bmdGPerCm2: 0.9, logSd: 0.01, months: [0] };
    for (const bad of [
      { ...good, bmdGPerCm2: 0 },
      { ...good, logSd: 0 },
      { ...good, months: [] },
      { ...good, site: 2 },
      { ...good, bmdGPerCm2: Number.NaN },
    ]) {
      expect(() => levelLikelihood([bad], PRIOR)).toThrow(RangeError);
    }
    expect(() => levelLikelihood([], PRIOR)).toThrow(RangeError);
    expect(() => levelLikelihood(Array(6).fill({ ...good, months: [1, 2, 3] }), PRIOR)).toThrow("readings");
  });
});

describe("fit to one woman's scans", () => {
  it("covers women of the prior in 95 of 100", () => {
    const women = 300;
    let score = 0;
    let level = 0;
    for (let woman = 0; woman < women; woman++) {
      const drawn = drawnWoman(woman);
      const fit = mapFit(levelLikelihood(drawn.observations, PRIOR), PRIOR, ratiosOf(drawn.observations));
      if (Math.abs(fit.score - drawn.score) < 1.96 * fit.scoreSd) score += 1;
      if (Math.abs(fit.levelMeanLog[0] - Math.log(drawn.levels[0])) < 1.96 * fit.levelSdLog[0]) level += 1;
    }
    // Three standard errors of a share of 0.95 of 300.
    const slack = 3 * Math.sqrt((0.95 * 0.05) / women);
    expect(Math.abs(score / women - 0.95)).toBeLessThan(slack);
    expect(Math.abs(level / women - 0.95)).toBeLessThan(slack);
  });

  it("says that one scan tells the level and leaves susceptibility at the prior", () => {
    const observations = drawnWoman(1).observations.slice(0, 1);
    const fit = mapFit(levelLikelihood(observations, PRIOR), PRIOR, ratiosOf(observations));
    expect(fit.told.score).toBeGreaterThan(0.95);
    expect(fit.told.levels[0]).toBeLessThan(0.3);
    // The other site is known through its correlation alone: 0.8 of the prior SD at best.
    expect(fit.told.levels[1]).toBeGreaterThan(0.8);
  });
});

describe("fit at the limit of the prior", () => {
  /** A gain that no woman within two SD has. */
  const observations: BmdObservation[] = [
    { site: 0, bmdGPerCm2: 0.5, logSd: 0.02, months: [6] },
    { site: 0, bmdGPerCm2: 0.8, logSd: 0.02, months: [24] },
  ];
  const fitted = (highest?: number) =>
    mapFit(levelLikelihood(observations, PRIOR), PRIOR, ratiosOf(observations), highest);

  it("goes no further than the prior draws, looks at no woman beyond it, and says so", () => {
    expect(fitted().score).toBeGreaterThan(2.5);
    const seen: number[] = [];
    const fit = mapFit(
      levelLikelihood(observations, PRIOR),
      PRIOR,
      (score) => {
        seen.push(score);
        return ratiosOf(observations)(score);
      },
      2,
    );
    expect(fit).toMatchObject({ score: 2, liesAtLimit: true });
    expect(Math.max(...seen)).toBeLessThanOrEqual(2 + 1e-12);
    expect(fit.scoreSd).toBeGreaterThan(0);
    expect(fit.told.score).toBeLessThan(0.5);
  });

  it("is the same fit where the limit is far", () => {
    const far = drawnWoman(3).observations;
    const likelihood = levelLikelihood(far, PRIOR);
    const free = mapFit(likelihood, PRIOR, ratiosOf(far));
    const bounded = mapFit(likelihood, PRIOR, ratiosOf(far), 3);
    expect([free.liesAtLimit, bounded.liesAtLimit]).toEqual([false, false]);
    expect(bounded.score).toBeCloseTo(free.score, 3);
  });

  it("is ln(12 / 2.3) / 0.8 in the prior of PLO", () => {
    expect(highestScore(statedPrior(circuitSimulation.kernel.parameters))).toBeCloseTo(2.065, 4);
  });
});

describe("resampling stored women", () => {
  const stored = Array.from({ length: 4_000 }, (_, woman) => normalDeviate(womanRandom(77, woman)));
  const equal = new Float64Array(stored.length).fill(1 / stored.length);

  it("agrees with Laplace's approximation where that is good", () => {
    const { observations } = drawnWoman(3);
    const likelihood = levelLikelihood(observations, PRIOR);
    const ratiosAt = ratiosOf(observations);
    const fit = mapFit(likelihood, PRIOR, ratiosAt);
    const ratios = Float64Array.from(stored.flatMap((score) => [...ratiosAt(score)]));
    const found = resample(likelihood, ratios, equal, 77);
    if (found.kind !== "resampled") throw new Error(found.kind);
    const mean = stored.reduce((sum, score, woman) => sum + found.weights[woman] * score, 0);
    const level = stored.reduce(
      (sum, _, woman) => sum + found.weights[woman] * Math.log(found.levelsGPerCm2[2 * woman]),
      0,
    );
    // Monte Carlo error of the effective women, and the skewness that Laplace leaves out: a fifth of an SD.
    expect(Math.abs(mean - fit.score)).toBeLessThan(
      0.2 * fit.scoreSd + (4 * fit.scoreSd) / Math.sqrt(found.effectiveSampleSize),
    );
    expect(Math.abs(level - fit.levelMeanLog[0])).toBeLessThan(0.3 * fit.levelSdLog[0]);
    expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it("covers a later scan of women of the prior in 95 of 100", () => {
    const women = 120;
    let covered = 0;
    for (let woman = 0; woman < women; woman++) {
      const { observations, levels, score } = drawnWoman(woman);
      const seen = observations.slice(0, 4);
      const ratiosAt = ratiosOf(seen);
      const ratios = Float64Array.from(stored.flatMap((each) => [...ratiosAt(each)]));
      const found = resample(levelLikelihood(seen, PRIOR), ratios, equal, 77);
      if (found.kind !== "resampled") throw new Error(found.kind);
      const predicted = stored.map((each, k) => found.levelsGPerCm2[2 * k] * ratioAt(each, 24));
      const sample = weightedSample(predicted, found.weights);
      const truth = levels[0] * ratioAt(score, 24);
      if (truth > weightedQuantile(sample, 0.025) && truth < weightedQuantile(sample, 0.975)) covered += 1;
    }
    expect(Math.abs(covered / women - 0.95)).toBeLessThan(3 * Math.sqrt((0.95 * 0.05) / women));
  });

  it("gives the same women for the same seed", () => {
    const { observations } = drawnWoman(4);
    const ratiosAt = ratiosOf(observations);
    const ratios = Float64Array.from(stored.flatMap((score) => [...ratiosAt(score)]));
    const likelihood = levelLikelihood(observations, PRIOR);
    expect(resample(likelihood, ratios, equal, 77)).toEqual(resample(likelihood, ratios, equal, 77));
  });

  it("refuses a band when too few stored women fit", () => {
    const observations = [
      { site: 0, bmdGPerCm2: 0.9, logSd: 0.002, months: [6] },
      { site: 0, bmdGPerCm2: 1.4, logSd: 0.002, months: [24] },
    ];
    const ratiosAt = ratiosOf(observations);
    const few = stored.slice(0, 300);
    const ratios = Float64Array.from(few.flatMap((score) => [...ratiosAt(score)]));
    const found = resample(levelLikelihood(observations, PRIOR), ratios, new Float64Array(300).fill(1), 77);
    expect(found.kind).toBe("tooFew");
  });
});
