import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noncentralChiSquareCdf } from "./noncentral-chi-square.ts";
import { noncentralFCdf } from "./noncentral-f.ts";
import { noncentralTCdf } from "./noncentral-t.ts";
import { normalCdf } from "./normal.ts";
import { tCdf } from "./t.ts";

const df = fc.double({ min: 0, max: 2.5, noNaN: true }).map((exponent) => 10 ** exponent);
const delta = fc.double({ min: -8, max: 8, noNaN: true });
const x = fc.double({ min: 0.01, max: 30, noNaN: true });

function expectRelative(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

describe("non-central distributions", () => {
  it("are central without non-centrality", () => {
    fc.assert(
      fc.property(x, df, (t, n) => {
        expectRelative(noncentralTCdf(-t, n, 0), tCdf(-t, n), 1e-12);
        expectRelative(noncentralTCdf(t, n, 0, "upper"), tCdf(t, n, "upper"), 1e-12);
      }),
    );
  });

  it("have tails that add to one", () => {
    fc.assert(
      fc.property(x, df, df, delta, (t, n, m, d) => {
        const sums = [
          noncentralTCdf(t, n, d) + noncentralTCdf(t, n, d, "upper"),
          noncentralChiSquareCdf(t, n, d * d) + noncentralChiSquareCdf(t, n, d * d, "upper"),
          noncentralFCdf(t, n, m, d * d) + noncentralFCdf(t, n, m, d * d, "upper"),
        ];
        for (const sum of sums) expect(sum).toBeCloseTo(1, 12);
      }),
    );
  });

  it("the square of t is F, that of a normal number chi-square", () => {
    fc.assert(
      fc.property(x, df, delta, (t, n, d) => {
        const outside = noncentralTCdf(-t, n, d) + noncentralTCdf(t, n, d, "upper");
        expectRelative(noncentralFCdf(t * t, 1, n, d * d, "upper"), outside, 1e-11);
        const beyond = normalCdf(-t - d) + normalCdf(t - d, "upper");
        expectRelative(noncentralChiSquareCdf(t * t, 1, d * d, "upper"), beyond, 1e-11);
      }),
    );
  });

  it("fall with the non-centrality", () => {
    fc.assert(
      fc.property(x, df, df, delta, (t, n, m, d) => {
        // The non-central forms are held to 1e-9; where a step changes less than that, rounding decides.
        const slack = 1 + 1e-9;
        expect(noncentralTCdf(t, n, d + 0.1)).toBeLessThanOrEqual(noncentralTCdf(t, n, d) * slack);
        const lambda = d * d;
        const further = lambda + 0.1;
        expect(noncentralChiSquareCdf(t, n, further)).toBeLessThanOrEqual(noncentralChiSquareCdf(t, n, lambda) * slack);
        expect(noncentralFCdf(t, n, m, further)).toBeLessThanOrEqual(noncentralFCdf(t, n, m, lambda) * slack);
      }),
      // Probabilities of 1e-311, which doubles hold with few digits.
      { examples: [[1.042244571665677, 304.70729091743266, 1, 1.9213005988212354e-239]] },
    );
  });

  it("give the ends and refuse what has no meaning", () => {
    const infinity = Number.POSITIVE_INFINITY;
    expect([noncentralTCdf(-infinity, 3, 1), noncentralTCdf(infinity, 3, 1)]).toEqual([0, 1]);
    expect(noncentralTCdf(0, 3, 1)).toBe(normalCdf(-1));
    expect([noncentralChiSquareCdf(0, 3, 1), noncentralChiSquareCdf(infinity, 3, 1)]).toEqual([0, 1]);
    expect([noncentralFCdf(-1, 3, 4, 1, "upper"), noncentralFCdf(infinity, 3, 4, 1)]).toEqual([1, 1]);
    for (const wrong of [0, -1, Number.NaN]) {
      expect(() => noncentralTCdf(1, wrong, 1)).toThrow(RangeError);
      expect(() => noncentralChiSquareCdf(1, wrong, 1)).toThrow(RangeError);
      expect(() => noncentralFCdf(1, 3, wrong, 1)).toThrow(RangeError);
    }
    for (const wrong of [-0.1, infinity, Number.NaN]) {
      expect(() => noncentralChiSquareCdf(1, 3, wrong)).toThrow(RangeError);
      expect(() => noncentralFCdf(1, 3, 4, wrong)).toThrow(RangeError);
    }
    expect(() => noncentralTCdf(1, 3, infinity)).toThrow(RangeError);
  });
});
