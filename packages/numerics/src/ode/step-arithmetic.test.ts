import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combine, errorNorm, wholeRoot } from "./step-arithmetic.ts";

describe("wholeRoot", () => {
  it("is the root to a few roundings", () => {
    fc.assert(
      fc.property(fc.double({ min: -38, max: 38, noNaN: true }), fc.integer({ min: 1, max: 8 }), (exponent, degree) => {
        const x = 10 ** exponent;
        expect(Math.abs(wholeRoot(x, degree) / x ** (1 / degree) - 1)).toBeLessThan(1e-13);
      }),
    );
  });

  it("clamps what no controller asks for", () => {
    expect(wholeRoot(0, 5)).toBeCloseTo(1e-8, 15);
    expect(wholeRoot(Number.POSITIVE_INFINITY, 5) / 1e8).toBeCloseTo(1, 12);
  });
});

describe("combine", () => {
  it("adds any number of weighted vectors to a base", () => {
    const vectors = Float64Array.from(Array.from({ length: 9 }, (_, j) => [j + 1, (j + 1) ** 2]).flat());
    const weights = Float64Array.from({ length: 9 }, (_, j) => j + 2);
    for (let count = 0; count <= 9; count++) {
      const out = new Float64Array(2);
      combine(2, out, Float64Array.of(100, 200), count, weights, vectors);
      let [first, second] = [100, 200];
      for (let j = 0; j < count; j++) {
        first += (j + 2) * (j + 1);
        second += (j + 2) * (j + 1) ** 2;
      }
      expect(Array.from(out)).toEqual([first, second]);
    }
  });
});

describe("errorNorm", () => {
  it("measures by the larger of two states, and shows what is not finite", () => {
    const norm = (error: number) =>
      errorNorm(
        2,
        Float64Array.of(error, 0),
        Float64Array.of(1, 0),
        Float64Array.of(-3, 0),
        0.1,
        Float64Array.of(0.2, 1),
      );
    expect(norm(1)).toBeCloseTo(2 / Math.SQRT2, 14);
    expect(norm(Number.NaN)).toBeNaN();
  });
});
