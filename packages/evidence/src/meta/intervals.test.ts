import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectNear } from "./expect-near.fixture.ts";
import { fitMeta } from "./fit-meta.ts";
import { designOf, effectsOf, GOLDEN_CASES } from "./golden-cases.fixture.ts";
import { heterogeneityInterval } from "./heterogeneity-interval.ts";
import type { IntervalOrReason } from "./meta-fit.ts";
import { fittedValues, predictionInterval, predictMeta } from "./predict-meta.ts";
import { studyWeights } from "./study-weights.ts";

/** Of the README of the reference results; metafor's own root finding is coarser for the bounds of the Q profile. */
const TOLERANCE = 1e-8;
const Q_PROFILE_TOLERANCE = 1e-6;

function bounds(interval: IntervalOrReason): readonly number[] {
  return interval.kind === "interval" ? [interval.lower, interval.upper] : [];
}

describe("intervals against metafor 5.1-12", () => {
  it.each(GOLDEN_CASES)("$name", ({ dataset, method, test, mods, level, expected }) => {
    const fit = fitMeta(effectsOf(dataset), designOf(dataset, mods), { method, test, level });
    const near = (actual: readonly number[] | Float64Array, wanted: readonly number[] | undefined): void => {
      if (wanted === undefined) return;
      expect(actual).toHaveLength(wanted.length);
      wanted.forEach((value, i) => {
        expectNear(actual[i], value, TOLERANCE);
      });
    };
    near(studyWeights(fit), expected.weights_pct);
    if (mods === "~ 1") {
      near(bounds(predictionInterval(fit)), expected.pi_default);
      near(bounds(predictionInterval(fit, "riley")), expected.pi_riley_t_km2);
    }
    const fitted = fittedValues(fit);
    near(
      fitted.map(({ estimate }) => estimate),
      expected.fitted,
    );
    near(
      fitted.map(({ se }) => se),
      expected.fitted_se,
    );
    near(
      fitted.map(({ ciLower }) => ciLower),
      expected.fitted_ci_lb,
    );
    near(
      fitted.map(({ ciUpper }) => ciUpper),
      expected.fitted_ci_ub,
    );
    near(
      fitted.map(({ prediction }) => bounds(prediction)[0]),
      expected.fitted_pi_lb,
    );
    near(
      fitted.map(({ prediction }) => bounds(prediction)[1]),
      expected.fitted_pi_ub,
    );

    const profile = expected.qp_ci;
    if (profile === undefined) return;
    const interval = heterogeneityInterval(fit);
    if (interval.kind !== "interval") throw new TypeError(interval.kind);
    expect(interval.lowerAtZero).toBe(profile.tau2[0] === 0);
    for (const [found, wanted] of [
      [interval.tau2, profile.tau2],
      [interval.i2, profile.I2],
      [interval.h2, profile.H2],
    ] as const) {
      expectNear(found.lower, wanted[0], Q_PROFILE_TOLERANCE);
      // ">" marks where metafor stopped looking; the bound is the same for all estimators and lies further out.
      if (profile.ub_sign === ">") expect(found.upper).toBeGreaterThan(wanted[1]);
      else expectNear(found.upper, wanted[1], Q_PROFILE_TOLERANCE);
    }
  });
});

describe("heterogeneityInterval", () => {
  it("does not depend on the estimator", () => {
    const effects = effectsOf("normand1999_MD");
    expect(heterogeneityInterval(fitMeta(effects, undefined, { method: "HS" }))).toEqual(
      heterogeneityInterval(fitMeta(effects, undefined, { method: "REML" })),
    );
  });

  it("is empty when effects are more alike than chance makes them", () => {
    const effects = { yi: Float64Array.of(1, 1.01, 0.99, 1), vi: Float64Array.of(1, 1, 1, 1) };
    expect(heterogeneityInterval(fitMeta(effects, undefined))).toEqual({ kind: "emptySet" });
  });

  it("says why it is not defined", () => {
    const one = fitMeta({ yi: Float64Array.of(1), vi: Float64Array.of(1) }, undefined);
    expect(heterogeneityInterval(one)).toEqual({ kind: "notDefined", reason: "noDegreesOfFreedom" });
    const common = fitMeta(effectsOf("bcg_logRR"), undefined, { method: "FE" });
    expect(heterogeneityInterval(common)).toEqual({ kind: "notDefined", reason: "commonEffect" });
    expect(() => heterogeneityInterval(one, 100)).toThrow(RangeError);
  });

  it("holds the estimate of Paule and Mandel and widens with the level", () => {
    const effect = fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true }));
    fc.assert(
      fc.property(fc.array(effect, { minLength: 3, maxLength: 9 }), (rows) => {
        const effects = { yi: Float64Array.from(rows, ([y]) => y), vi: Float64Array.from(rows, ([, v]) => v) };
        const fit = fitMeta(effects, undefined, { method: "PM" });
        const inner = heterogeneityInterval(fit, 80);
        const outer = heterogeneityInterval(fit, 99);
        if (inner.kind !== "interval" || outer.kind !== "interval") return;
        expect(outer.tau2.lower).toBeLessThanOrEqual(inner.tau2.lower);
        expect(outer.tau2.upper).toBeGreaterThanOrEqual(inner.tau2.upper);
        expect(inner.tau2.lower).toBeLessThanOrEqual(fit.tau2);
      }),
    );
  });
});

describe("predictionInterval", () => {
  const pair = { yi: Float64Array.of(1, 4), vi: Float64Array.of(1, 1) };

  it("is refused below three studies, by a common effect and without degrees of freedom", () => {
    expect(predictionInterval(fitMeta(pair, undefined))).toEqual({
      kind: "notDefined",
      reason: "fewerThanThreeStudies",
    });
    const three = { yi: Float64Array.of(1, 4, 9), vi: Float64Array.of(1, 1, 1) };
    expect(predictionInterval(fitMeta(three, undefined)).kind).toBe("interval");
    expect(predictionInterval(fitMeta(three, undefined, { method: "FE" }))).toEqual({
      kind: "notDefined",
      reason: "commonEffect",
    });
    const line = { names: ["intrcpt", "dose"], x: Float64Array.of(1, 0, 1, 1, 1, 3) };
    expect(predictionInterval(fitMeta(three, line), "riley", Float64Array.of(1, 2))).toEqual({
      kind: "notDefined",
      reason: "noDegreesOfFreedom",
    });
  });

  it("needs a row of the right length and of numbers", () => {
    const line = { names: ["intrcpt", "dose"], x: Float64Array.of(1, 0, 1, 1) };
    const fit = fitMeta(pair, line);
    expect(() => predictionInterval(fit)).toThrow(TypeError);
    expect(() => predictMeta(fit, Float64Array.of(1, 2, 3))).toThrow(TypeError);
    expect(() => predictMeta(fit, Float64Array.of(1, Number.NaN))).toThrow(RangeError);
    expect(predictMeta(fit, Float64Array.of(1, 2))[0].estimate).toBeCloseTo(7, 12);
  });
});
