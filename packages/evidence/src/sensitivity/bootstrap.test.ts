import { createRandom } from "@materbone/numerics";
import { describe, expect, it } from "vitest";
import { fitMeta } from "../meta/fit-meta.ts";
import { effectsOf, numbers } from "../meta/golden-cases.fixture.ts";
import { parametricBootstrap } from "./bootstrap.ts";

describe("parametricBootstrap", () => {
  const fit = fitMeta(effectsOf("bcg_logRR"), undefined, { test: "z" });

  it("draws from the fitted model: means and spread of refits are those that the fit states", () => {
    const draws = 4000;
    const { tau2, coefficients, coefficientIntervals, tau2Interval, failed } = parametricBootstrap(
      fit,
      draws,
      createRandom(20),
    );
    expect(failed).toBe(0);
    expect(tau2).toHaveLength(draws);
    const mean = coefficients.reduce((sum, value) => sum + value, 0) / draws;
    const sd = Math.sqrt(coefficients.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1));
    const [{ estimate, se, ciLower, ciUpper }] = fit.coefficients;
    // Five standard errors of a mean and of an SD of 4000 draws.
    expect(Math.abs(mean - estimate)).toBeLessThan((5 * se) / Math.sqrt(draws));
    expect(Math.abs(sd / se - 1)).toBeLessThan(0.08);
    expect(coefficientIntervals[0].lower).toBeCloseTo(ciLower, 1);
    expect(coefficientIntervals[0].upper).toBeCloseTo(ciUpper, 1);
    expect(tau2Interval.lower).toBeLessThan(fit.tau2);
    expect(tau2Interval.upper).toBeGreaterThan(fit.tau2);
  });

  it("is the same for the same random numbers, and keeps moderators", () => {
    const ablat = numbers("bcg_logRR", "ablat");
    const design = { names: ["intrcpt", "ablat"], x: Float64Array.from([...ablat].flatMap((value) => [1, value])) };
    const moderated = fitMeta(effectsOf("bcg_logRR"), design);
    const first = parametricBootstrap(moderated, 50, createRandom(1));
    expect(parametricBootstrap(moderated, 50, createRandom(1))).toEqual(first);
    expect(first.coefficients).toHaveLength(100);
    expect(moderated.effects.yi).toEqual(effectsOf("bcg_logRR").yi);
  });

  it("refuses a number of draws that is none", () => {
    for (const draws of [0, 1.5, Number.NaN])
      expect(() => parametricBootstrap(fit, draws, createRandom(1))).toThrow(RangeError);
  });
});
