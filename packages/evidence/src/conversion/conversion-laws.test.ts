import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MedianMethod } from "../effect-size/effect-origin.ts";
import { MEDIAN_METHODS, medianMeanAndSd } from "./convert-median.ts";
import type { MeanAndSdOrReason } from "./mean-and-sd.ts";
import { summaryOf } from "./median-summary.fixture.ts";
import { type MedianReport, readMedianSummary } from "./median-summary.ts";
import { quantileEstimate, quantileFits } from "./quantile-estimation.ts";

function expectConverted(
  actual: MeanAndSdOrReason,
  expected: { readonly mean: number; readonly sd: number },
  tolerance: number,
): void {
  if (actual.kind !== "meanAndSd") throw new Error(`expected a mean and SD, got ${JSON.stringify(actual)}`);
  expect(Math.abs(actual.mean - expected.mean)).toBeLessThanOrEqual(tolerance * Math.abs(expected.mean));
  expect(Math.abs(actual.sd - expected.sd)).toBeLessThanOrEqual(tolerance * expected.sd);
}

describe("laws of the conversions", () => {
  const step = fc.double({ min: 0.05, max: 10, noNaN: true });
  const size = fc.integer({ min: 5, max: 200 });
  const report = fc
    .record({ n: size, start: step, steps: fc.tuple(step, step, step, step) })
    .chain(({ n, start, steps }) => {
      const values = [start];
      for (const width of steps) values.push(values[values.length - 1] + width);
      const [min, q1, median, q3, max] = values;
      return fc.constantFrom<MedianReport>(
        { n, min, median, max },
        { n, q1, median, q3 },
        { n, min, q1, median, q3, max },
      );
    });
  const moved = (from: MedianReport, f: (value: number) => number): MedianReport => {
    const values = Object.entries(from).map(([name, value]) => [name, name === "n" ? value : f(value ?? 0)] as const);
    return Object.fromEntries(values) as MedianReport;
  };

  // All but MLN, whose published likelihood depends on the unit.
  const unitFree: readonly MedianMethod[] = MEDIAN_METHODS.filter((method) => method !== "unknownNonNormal");
  it.each(unitFree)("%s scales with the unit", (method) => {
    fc.assert(
      fc.property(report, fc.double({ min: 0.02, max: 500, noNaN: true }), (from, unit) => {
        // Beta is for values up to 1 and would come and go with the unit.
        const convert = (r: MedianReport): MeanAndSdOrReason =>
          method === "quantileEstimation"
            ? quantileEstimate(summaryOf(r), ["normal", "logNormal", "gamma", "weibull"])
            : medianMeanAndSd(summaryOf(r), method);
        const before = convert(from);
        const after = convert(moved(from, (value) => value * unit));
        expect(after.kind).toBe(before.kind);
        if (before.kind !== "meanAndSd") return;
        const tolerance = method === "boxCox" ? 1e-3 : 1e-6;
        expectConverted(after, { mean: before.mean * unit, sd: before.sd * unit }, tolerance);
      }),
      { numRuns: method === "quantileEstimation" ? 15 : 50 },
    );
  });

  it.each(["luoWanShi", "luoWan", "wan", "hozo"] as const)("%s moves with the values and turns with them", (method) => {
    fc.assert(
      fc.property(report, fc.double({ min: -50, max: 50, noNaN: true }), (from, shift) => {
        const before = medianMeanAndSd(summaryOf(from), method);
        const after = medianMeanAndSd(summaryOf(moved(from, (value) => value + shift)), method);
        expect(after.kind).toBe(before.kind);
        if (before.kind !== "meanAndSd" || after.kind !== "meanAndSd") return;
        expect(after.mean).toBeCloseTo(before.mean + shift, 9);
        expect(after.sd).toBeCloseTo(before.sd, 9);
        const { n, median } = from;
        const turned = medianMeanAndSd(
          summaryOf({
            n,
            median: -(median ?? 0),
            ...(from.max === undefined ? {} : { min: -from.max, max: -(from.min ?? 0) }),
            ...(from.q3 === undefined ? {} : { q1: -from.q3, q3: -(from.q1 ?? 0) }),
          }),
          method,
        );
        if (turned.kind !== "meanAndSd") throw new Error("expected a mean and SD");
        expect(turned.mean).toBeCloseTo(-before.mean, 9);
        expect(turned.sd).toBeCloseTo(before.sd, 9);
      }),
    );
  });

  it.each(MEDIAN_METHODS)("%s gives finite numbers or a reason for any summary", (method) => {
    const value = fc.double({ min: -9, max: 9, noNaN: true }).map((power) => 10 ** power);
    const values = fc.tuple(value, value, value, value, value).map((five) => five.toSorted((a, b) => a - b));
    const anything = fc.tuple(fc.integer({ min: 1, max: 5000 }), values, fc.constantFrom(1, 2, 3), fc.boolean());
    fc.assert(
      fc.property(anything, ([n, [min, q1, median, q3, max], form, isLinear]) => {
        // On a wide scale, and close together.
        const f = (x: number): number => (isLinear ? 1 + 1e-6 * Math.log(x) : x);
        const range = { min: f(min), max: f(max) };
        const quartiles = { q1: f(q1), q3: f(q3) };
        const read = readMedianSummary({ n, median: f(median), ...(form & 1 && range), ...(form & 2 && quartiles) });
        if (read.kind !== "summary") return;
        const converted = medianMeanAndSd(read.summary, method);
        if (converted.kind === "notDefined") {
          // A search that does not settle would be a flaw of ours.
          expect(converted.reason.kind).not.toBe("noConvergence");
          return;
        }
        expect(Number.isFinite(converted.mean)).toBe(true);
        expect(converted.sd).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it("finds mean and SD of a log-normal sample by its exact quartiles, whatever method knows of logarithms", () => {
    const [mu, sigma] = [1, 0.6];
    const quartile = 0.6744897501960817;
    const exact = {
      n: 100_000,
      q1: Math.exp(mu - quartile * sigma),
      median: Math.exp(mu),
      q3: Math.exp(mu + quartile * sigma),
    };
    const mean = Math.exp(mu + sigma ** 2 / 2);
    const sd = mean * Math.sqrt(Math.expm1(sigma ** 2));
    for (const method of ["logNormal", "quantileEstimation", "boxCox"] as const) {
      expectConverted(medianMeanAndSd(summaryOf(exact), method), { mean, sd }, 1e-3);
    }
  });

  it("finds a gamma, a Weibull and a beta distribution by their exact quartiles", () => {
    // Exponential: both a gamma and a Weibull distribution of shape 1.
    const exponential = { n: 50, q1: Math.log(4 / 3), median: Math.LN2, q3: Math.log(4) };
    const fits = quantileFits(summaryOf(exponential), ["gamma", "weibull"]);
    for (const { mean, sd, distance } of fits) {
      expect(mean).toBeCloseTo(1, 6);
      expect(sd).toBeCloseTo(1, 6);
      expect(distance).toBeLessThan(1e-12);
    }
    // Uniform: beta of shapes 1 and 1.
    const [beta] = quantileFits(summaryOf({ n: 50, q1: 0.25, median: 0.5, q3: 0.75 }), ["beta"]);
    expect(beta.mean).toBeCloseTo(0.5, 6);
    expect(beta.sd).toBeCloseTo(Math.sqrt(1 / 12), 6);
  });
});
