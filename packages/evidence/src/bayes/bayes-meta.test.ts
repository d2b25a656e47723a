import { normalQuantile } from "@materbone/numerics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectNear } from "../meta/expect-near.fixture.ts";
import { fitMeta } from "../meta/fit-meta.ts";
import { effectsOf } from "../meta/golden-cases.fixture.ts";
import type { Effects } from "../meta/meta-fit.ts";
import { bayesMeta, type Posterior } from "./bayes-meta.ts";
import { type MeanPrior, type TauPrior, tauPriorCdf, tauPriorDensity } from "./tau-prior.ts";

const FLAT: MeanPrior = { kind: "flat" };

/**
 * The same posteriors by brute force: the joint density of mu and tau on a fine grid of both, summed by the trapezoid rule.
 * With a half-normal prior the density is even in tau and falls off fast on all sides, so that the sums converge faster than
 * any power of the step.
 */
function bruteForce(
  { yi, vi }: Effects,
  tauPrior: TauPrior,
  meanPrior: MeanPrior,
  { tauTo, muFrom, muTo, steps }: Record<"tauTo" | "muFrom" | "muTo" | "steps", number>,
): Record<"muMean" | "muSd" | "tauMean" | "tauSd" | "shrunken0" | "muBelow0" | "predictiveSd", number> {
  const logs: number[][] = [];
  let highest = Number.NEGATIVE_INFINITY;
  const taus = Array.from({ length: steps + 1 }, (_, i) => (tauTo * i) / steps);
  const mus = Array.from({ length: steps + 1 }, (_, j) => muFrom + ((muTo - muFrom) * j) / steps);
  for (const tau of taus) {
    const row = mus.map((mu) => {
      let log = Math.log(tauPriorDensity(tauPrior, tau));
      if (meanPrior.kind === "normal") log -= (mu - meanPrior.mean) ** 2 / (2 * meanPrior.sd ** 2);
      for (let i = 0; i < yi.length; i++) {
        const v = vi[i] + tau * tau;
        log -= (Math.log(v) + (yi[i] - mu) ** 2 / v) / 2;
      }
      highest = Math.max(highest, log);
      return log;
    });
    logs.push(row);
  }
  const sums = { one: 0, mu: 0, mu2: 0, tau: 0, tau2: 0, theta: 0, below: 0 };
  taus.forEach((tau, i) => {
    mus.forEach((mu, j) => {
      const weight = (i === 0 || i === steps ? 0.5 : 1) * Math.exp(logs[i][j] - highest);
      const own = tau ** 2 / (tau ** 2 + vi[0]);
      sums.one += weight;
      sums.mu += weight * mu;
      sums.mu2 += weight * mu * mu;
      sums.tau += weight * tau;
      sums.tau2 += weight * tau * tau;
      sums.theta += weight * (own * yi[0] + (1 - own) * mu);
      sums.below += weight * (mu < 0 ? 1 : mu === 0 ? 0.5 : 0);
    });
  });
  // tau times an even density has a corner at 0: the first term of Euler and Maclaurin takes it off.
  const atZero = logs[0].reduce((sum, log) => sum + Math.exp(log - highest), 0);
  sums.tau += ((tauTo / steps) * atZero) / 12;
  const muMean = sums.mu / sums.one;
  const tauMean = sums.tau / sums.one;
  const muVariance = sums.mu2 / sums.one - muMean ** 2;
  return {
    muMean,
    muSd: Math.sqrt(muVariance),
    tauMean,
    tauSd: Math.sqrt(sums.tau2 / sums.one - tauMean ** 2),
    shrunken0: sums.theta / sums.one,
    muBelow0: sums.below / sums.one,
    predictiveSd: Math.sqrt(muVariance + sums.tau2 / sums.one),
  };
}

describe("bayesMeta against brute force over mu and tau", () => {
  it.each([
    ["bcg_logRR", { kind: "halfNormal", scale: 0.5 }, FLAT, { tauTo: 4, muFrom: -4, muTo: 3, steps: 1400 }],
    [
      "bcg_logRR",
      { kind: "halfNormal", scale: 0.5 },
      { kind: "normal", mean: 0, sd: 0.5 },
      { tauTo: 4, muFrom: -4, muTo: 3, steps: 1400 },
    ],
    [
      "synthetic_plo_pct_change",
      { kind: "halfNormal", scale: 5 },
      FLAT,
      { tauTo: 40, muFrom: -15, muTo: 40, steps: 1200 },
    ],
  ] as const)("%s, %j, %j", (dataset, tauPrior, meanPrior, grid) => {
    const effects = effectsOf(dataset);
    const fit = bayesMeta(effects, tauPrior, meanPrior);
    const wanted = bruteForce(effects, tauPrior, meanPrior, grid);
    expectNear(fit.mu.mean, wanted.muMean, 1e-8);
    expectNear(fit.mu.sd, wanted.muSd, 1e-8);
    expectNear(fit.tau.mean, wanted.tauMean, 1e-8);
    expectNear(fit.tau.sd, wanted.tauSd, 1e-8);
    expectNear(fit.predictive.mean, wanted.muMean, 1e-8);
    expectNear(fit.predictive.sd, wanted.predictiveSd, 1e-8);
    expectNear(fit.shrunken[0].mean, wanted.shrunken0, 1e-8);
    // A count of grid points about 0: to the step of the grid.
    expectNear(1 - fit.probabilityAbove0, wanted.muBelow0, 0, 1e-4);
  });
});

describe("bayesMeta against closed forms", () => {
  const priors: readonly TauPrior[] = [
    { kind: "halfNormal", scale: 0.7 },
    { kind: "halfCauchy", scale: 0.7 },
    { kind: "uniform", upper: 3 },
  ];

  it.each(priors)("one study under a flat mean teaches nothing of tau: %j", (prior) => {
    const fit = bayesMeta({ yi: Float64Array.of(1.5), vi: Float64Array.of(0.2) }, prior, FLAT, 90);
    expect(tauPriorCdf(prior, fit.tau.lower)).toBeCloseTo(0.05, 11);
    expect(tauPriorCdf(prior, fit.tau.median)).toBeCloseTo(0.5, 11);
    expect(tauPriorCdf(prior, fit.tau.upper)).toBeCloseTo(0.95, 11);
    expect(fit.mu.median).toBeCloseTo(1.5, 9);
    if (prior.kind === "halfCauchy") {
      expect(fit.tau.mean).toBeUndefined();
      expect(fit.mu.mean).toBeUndefined();
      return;
    }
    const secondMoment = prior.kind === "halfNormal" ? 0.49 : 3;
    expectNear(fit.tau.mean, prior.kind === "halfNormal" ? 0.7 * Math.sqrt(2 / Math.PI) : 1.5, 1e-10);
    expectNear(fit.mu.sd, Math.sqrt(0.2 + secondMoment), 1e-10);
    expectNear(fit.predictive.sd, Math.sqrt(0.2 + 2 * secondMoment), 1e-10);
  });

  it("a prior of tau at 0 gives the common effect and its normal posterior", () => {
    const effects = effectsOf("molloy2014_ZCOR");
    const [common] = fitMeta(effects, undefined, { method: "FE", test: "z" }).coefficients;
    const fit = bayesMeta(effects, { kind: "uniform", upper: 1e-7 }, FLAT);
    expectNear(fit.mu.mean, common.estimate, 1e-9);
    expectNear(fit.mu.sd, common.se, 1e-9);
    expectNear(fit.mu.lower, common.ciLower, 1e-9);
    expectNear(fit.mu.upper, common.ciUpper, 1e-9);
    for (const one of fit.shrunken) expectNear(one.mean, common.estimate, 1e-9);
  });

  it("a narrow prior of the mean is its posterior", () => {
    const fit = bayesMeta(
      effectsOf("bcg_logRR"),
      { kind: "halfNormal", scale: 0.5 },
      { kind: "normal", mean: 2, sd: 1e-6 },
    );
    expectNear(fit.mu.mean, 2, 1e-9);
    expectNear(fit.mu.sd, 1e-6, 1e-6);
    // The data move it by their share of the precision, 1e-12 of about 30.
    expectNear(fit.mu.upper, 2 + 1e-6 * normalQuantile(0.975), 1e-10);
  });

  it("two studies under a half-Cauchy prior have a mean and no variance", () => {
    const fit = bayesMeta(
      { yi: Float64Array.of(1, 2), vi: Float64Array.of(0.1, 0.3) },
      { kind: "halfCauchy", scale: 1 },
      FLAT,
    );
    expect(fit.tau.mean).toBeGreaterThan(0);
    expect(fit.tau.sd).toBeUndefined();
  });
});

describe("laws of bayesMeta", () => {
  const study = fc.record({
    y: fc.double({ min: -3, max: 3, noNaN: true }),
    v: fc.double({ min: 0.01, max: 2, noNaN: true }),
  });
  const studies = fc.array(study, { minLength: 1, maxLength: 8 });

  function effectsFrom(list: readonly { readonly y: number; readonly v: number }[], unit = 1, shift = 0): Effects {
    return {
      yi: Float64Array.from(list, ({ y }) => unit * y + shift),
      vi: Float64Array.from(list, ({ v }) => unit * unit * v),
    };
  }

  function numbers({ mean, sd, median, lower, upper }: Posterior): readonly number[] {
    return [mean ?? 0, sd ?? 0, median, lower, upper];
  }

  it("has the unit of the effects, moves with them, and orders its quantiles", () => {
    fc.assert(
      fc.property(studies, fc.double({ min: 0.2, max: 20, noNaN: true }), (list, unit) => {
        const one = bayesMeta(effectsFrom(list), { kind: "halfNormal", scale: 0.5 }, FLAT);
        const scaled = bayesMeta(effectsFrom(list, unit, 7), { kind: "halfNormal", scale: 0.5 * unit }, FLAT);
        numbers(one.mu).forEach((value, at) => {
          expectNear(numbers(scaled.mu)[at], unit * value + (at === 1 ? 0 : 7), 1e-8, 1e-8 * unit);
        });
        for (const { lower, median, upper } of [one.mu, one.tau, one.predictive, ...one.shrunken]) {
          expect(lower).toBeLessThanOrEqual(median);
          expect(median).toBeLessThanOrEqual(upper);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("is finite for a thousand studies", () => {
    const list = Array.from({ length: 1000 }, (_, i) => ({ y: Math.sin(i), v: 0.05 + (i % 7) / 10 }));
    const fit = bayesMeta(effectsFrom(list), { kind: "halfCauchy", scale: 1 }, FLAT);
    const likelihood = fitMeta(effectsFrom(list), undefined, { method: "REML", test: "z" });
    expect(Math.abs((fit.tau.mean ?? 0) - Math.sqrt(likelihood.tau2))).toBeLessThan(0.01);
    expect(fit.tau.sd).toBeGreaterThan(0.005);
    expect(fit.tau.sd).toBeLessThan(0.05);
  });

  it("refuses what is no study, prior or level", () => {
    const one = { yi: Float64Array.of(1), vi: Float64Array.of(1) };
    const prior: TauPrior = { kind: "halfNormal", scale: 1 };
    expect(() => bayesMeta({ yi: Float64Array.of(1), vi: Float64Array.of(0) }, prior, FLAT)).toThrow(RangeError);
    expect(() => bayesMeta({ yi: new Float64Array(0), vi: new Float64Array(0) }, prior, FLAT)).toThrow(RangeError);
    expect(() => bayesMeta(one, { kind: "halfNormal", scale: Number.NaN }, FLAT)).toThrow(RangeError);
    expect(() => bayesMeta(one, prior, { kind: "normal", mean: 0, sd: 0 })).toThrow(RangeError);
    expect(() => bayesMeta(one, prior, FLAT, 100)).toThrow(RangeError);
  });
});
