import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaCdf, betaDensity, betaQuantile } from "./beta.ts";
import { chiSquareCdf, chiSquareDensity, chiSquareQuantile } from "./chi-square.ts";
import { fCdf, fDensity, fQuantile } from "./f.ts";
import { normalCdf, normalDensity, normalLogCdf, normalQuantile } from "./normal.ts";
import { tCdf, tDensity, tQuantile } from "./t.ts";
import type { Tail } from "./tail.ts";

const tail = fc.constantFrom<Tail>("lower", "upper");
/** Probabilities down to 1e-250, as often far out as in the middle. */
const probability = fc.oneof(
  fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
  fc.double({ min: -250, max: -1, noNaN: true }).map((exponent) => 10 ** exponent),
);
const df = fc.double({ min: -0.5, max: 4, noNaN: true }).map((exponent) => 10 ** exponent);
const real = fc.double({ min: -60, max: 60, noNaN: true });
const positive = fc.double({ min: -6, max: 5, noNaN: true }).map((exponent) => 10 ** exponent);

function expectRelative(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

type Family = {
  readonly name: string;
  readonly cdf: (x: number, df1: number, df2: number, tail: Tail) => number;
  readonly quantile: (p: number, df1: number, df2: number, tail: Tail) => number;
  readonly density: (x: number, df1: number, df2: number) => number;
};

const families: readonly Family[] = [
  {
    name: "normal",
    cdf: (x, _df1, _df2, side) => normalCdf(x, side),
    quantile: (p, _df1, _df2, side) => normalQuantile(p, side),
    density: (x) => normalDensity(x),
  },
  {
    name: "t",
    cdf: (x, df1, _df2, side) => tCdf(x, df1, side),
    quantile: (p, df1, _df2, side) => tQuantile(p, df1, side),
    density: (x, df1) => tDensity(x, df1),
  },
  {
    name: "chi-square",
    cdf: (x, df1, _df2, side) => chiSquareCdf(x, df1, side),
    quantile: (p, df1, _df2, side) => chiSquareQuantile(p, df1, side),
    density: (x, df1) => chiSquareDensity(x, df1),
  },
  { name: "F", cdf: fCdf, quantile: fQuantile, density: fDensity },
  { name: "beta", cdf: betaCdf, quantile: betaQuantile, density: betaDensity },
];

describe.each(families)("$name distribution", ({ name, cdf, quantile, density }) => {
  it("gives the probability back from its quantile", () => {
    fc.assert(
      fc.property(probability, df, df, tail, (p, df1, df2, side) => {
        const x = quantile(p, df1, df2, side);
        // A result that is rounded to a number next to 1, or below the smallest number, cannot come back.
        fc.pre(Math.abs(x) < 1e300 && Math.abs(x) > 1e-300);
        fc.pre(name !== "beta" || x < 0.9);
        // What one rounding of x does to the probability: x f(x) / p times 1e-16.
        const condition = Math.abs(x * density(x, df1, df2)) / p;
        expectRelative(cdf(x, df1, df2, side), p, 1e-12 + 4e-16 * condition);
      }),
      { numRuns: 400 },
    );
  });

  it("has tails that add to one and rise with x", () => {
    fc.assert(
      fc.property(real, fc.double({ min: 1e-9, max: 1, noNaN: true }), df, df, (x, step, df1, df2) => {
        expect(cdf(x, df1, df2, "lower") + cdf(x, df1, df2, "upper")).toBeCloseTo(1, 13);
        const further = x + step;
        expect(cdf(further, df1, df2, "lower")).toBeGreaterThanOrEqual(cdf(x, df1, df2, "lower") * (1 - 1e-13));
        expect(cdf(further, df1, df2, "upper")).toBeLessThanOrEqual(cdf(x, df1, df2, "upper") * (1 + 1e-13));
      }),
      { numRuns: 400 },
    );
  });

  it("has a density that is the slope of the probability", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), df, df, (p, df1, df2) => {
        const x = quantile(p, df1, df2, "lower");
        fc.pre(Math.abs(x) > 1e-200 && (name !== "beta" || x < 0.9));
        const h = Math.min(Math.abs(x), p / density(x, df1, df2)) * 1e-5;
        const slope = (cdf(x + h, df1, df2, "lower") - cdf(x - h, df1, df2, "lower")) / (2 * h);
        expectRelative(density(x, df1, df2), slope, 1e-6);
      }),
      { numRuns: 200 },
    );
  });

  it("refuses what is not a probability or a number", () => {
    for (const p of [-1e-9, 1.000001, Number.NaN]) expect(() => quantile(p, 3, 4, "lower")).toThrow(RangeError);
    expect(() => cdf(Number.NaN, 3, 4, "lower")).toThrow(RangeError);
    if (name === "normal") return;
    for (const wrong of [0, -1, Number.NaN]) {
      expect(() => cdf(0.5, wrong, 4, "lower")).toThrow(RangeError);
      expect(() => quantile(0.5, wrong, 4, "lower")).toThrow(RangeError);
    }
  });
});

describe("relations between distributions", () => {
  it("t is symmetric, its square is F", () => {
    fc.assert(
      fc.property(positive, df, (t, n) => {
        expect(tCdf(-t, n)).toBe(tCdf(t, n, "upper"));
        expectRelative(fCdf(t * t, 1, n, "upper"), 2 * tCdf(t, n, "upper"), 1e-12);
      }),
    );
  });

  it("F turns over with its degrees of freedom", () => {
    fc.assert(
      fc.property(positive, df, df, (x, df1, df2) => {
        const upper = fCdf(x, df1, df2, "upper");
        fc.pre(upper > 1e-290);
        expectRelative(fCdf(1 / x, df2, df1, "lower"), upper, 1e-11);
      }),
    );
  });

  it("t becomes normal and F chi-square as the last degrees of freedom grow", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 5, noNaN: true }), df, (x, n) => {
        expectRelative(tCdf(-x, 1e13), normalCdf(-x), 1e-10);
        expect(tCdf(-x, Number.POSITIVE_INFINITY)).toBe(normalCdf(-x));
        expectRelative(fCdf(x, n, 1e18, "upper"), chiSquareCdf(n * x, n, "upper"), 1e-10);
        expect(fCdf(x, n, Number.POSITIVE_INFINITY)).toBe(chiSquareCdf(n * x, n));
      }),
    );
  });

  it("one and two degrees of freedom have closed forms", () => {
    fc.assert(
      fc.property(positive, (x) => {
        expectRelative(tCdf(-x, 1), Math.atan(1 / x) / Math.PI, 1e-14);
        expectRelative(chiSquareCdf(x, 2), -Math.expm1(-x / 2), 1e-14);
        expectRelative(fCdf(x, 2, 2, "upper"), 1 / (1 + x), 1e-14);
        if (x < 1000) expectRelative(chiSquareCdf(x * x, 1, "upper"), 2 * normalCdf(-x), 1e-12);
      }),
    );
  });

  it("holds with large degrees of freedom, up to where it says no", () => {
    // Around the mean log F is nearly normal: mean (1/df2 - 1/df1), variance 2 (1/df1 + 1/df2).
    for (const [df1, df2] of [
      [1e9, 1e9],
      [1e11, 3e11],
    ] as const) {
      const variance = 2 * (1 / df1 + 1 / df2);
      for (const z of [-2, 0.01, 1.5]) {
        const x = Math.exp(1 / df2 - 1 / df1 + z * Math.sqrt(variance));
        expect(Math.abs(fCdf(x, df1, df2) - normalCdf(z))).toBeLessThan(1e-5);
      }
    }
    expect(() => fCdf(1, 1e13, 1e13)).toThrow(RangeError);
    expectRelative(fCdf(1.5, 3, 1e13, "upper"), chiSquareCdf(4.5, 3, "upper"), 1e-11);
  });

  it("gives the probability back where the first guess is far off", () => {
    // Found by a property test. With a = 1 the upper tail is (1 - x)^b; a is the next number.
    const [p, a, b] = [2.59702709512163e-106, 1.0000000000000002, 3689.4329214017093];
    const x = betaQuantile(p, a, b, "upper");
    // One rounding of x changes p by 3e-14.
    expectRelative(betaCdf(x, a, b, "upper"), p, 2e-13);
    expectRelative(x, -Math.expm1(Math.log(p) / b), 1e-15);
  });

  it("gives the ends", () => {
    const infinity = Number.POSITIVE_INFINITY;
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0, "upper")]).toEqual([-infinity, infinity, infinity]);
    expect([tQuantile(0, 3), tQuantile(1, 3), tQuantile(0.5, 3)]).toEqual([-infinity, infinity, 0]);
    expect([chiSquareQuantile(0, 3), chiSquareQuantile(0, 3, "upper")]).toEqual([0, infinity]);
    expect([fQuantile(1, 3, 4), fQuantile(1, 3, 4, "upper")]).toEqual([infinity, 0]);
    expect([betaQuantile(0, 3, 4), betaQuantile(1, 3, 4)]).toEqual([0, 1]);
    expect([normalCdf(-infinity), tCdf(infinity, 3), chiSquareCdf(infinity, 3), fCdf(infinity, 3, 4)]).toEqual([
      0, 1, 1, 1,
    ]);
    expect([chiSquareCdf(-1, 3), fCdf(0, 3, 4, "upper"), betaCdf(2, 3, 4)]).toEqual([0, 1, 1]);
  });

  it("keeps the logarithm of the normal distribution where the probability is gone", () => {
    expect(normalCdf(-50)).toBe(0);
    // -x²/2 - log(x sqrt(2 pi)) - 1/x² + 5/(2 x⁴) with x = 1000; DLMF 7.12.1.
    const expected = -500_000 - Math.log(1000 * Math.sqrt(2 * Math.PI)) - 1e-6 + 2.5e-12;
    expectRelative(normalLogCdf(-1000), expected, 1e-15);
    fc.assert(
      fc.property(fc.double({ min: -37, max: 8, noNaN: true }), (x) =>
        expectRelative(Math.exp(normalLogCdf(x)), normalCdf(x), 2e-13),
      ),
    );
  });
});
