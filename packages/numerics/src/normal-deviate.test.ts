import { describe, expect, it } from "vitest";
import { normalQuantile } from "./distributions/normal.ts";
import { normalDeviate, normalScore } from "./normal-deviate.ts";
import { createRandom } from "./random.ts";

describe("a normal number by inversion", () => {
  it("agrees with the quantile of the distribution from one end to the other", () => {
    for (const p of [1e-300, 1e-20, 2 ** -53, 1e-6, 0.02, 0.0749, 0.0751, 0.3, 0.5, 0.7, 0.925, 0.98, 1 - 2 ** -53]) {
      // AS 241 states a relative error of about 1e-16; the logarithm and the quotient add a few units in the last place.
      expect(Math.abs(normalScore(p) - normalQuantile(p))).toBeLessThanOrEqual(4e-15 * Math.abs(normalQuantile(p)));
    }
  });

  it("agrees with printed quantiles", () => {
    // Wichura 1988, p. 480.
    expect(normalScore(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalScore(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalScore(1e-20)).toBeCloseTo(-9.262340089798409, 13);
  });

  it("refuses what is no probability", () => {
    for (const p of [0, 1, -0.1, Number.NaN]) expect(() => normalScore(p)).toThrow(RangeError);
  });

  it("takes one number of the source for one, and another where that is 0", () => {
    const numbers = [0, 0, 0.5, 0.975];
    const source = (): number => numbers.shift() ?? 0.1;
    expect(normalDeviate(source)).toBe(0);
    expect(normalDeviate(source)).toBeCloseTo(1.959963984540054, 14);
    expect(numbers).toEqual([]);
  });

  it("has mean 0 and variance 1", () => {
    const random = createRandom(5);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < 100_000; i++) {
      const z = normalDeviate(random);
      sum += z;
      squares += z * z;
    }
    // Four standard errors.
    expect(Math.abs(sum / 1e5)).toBeLessThan(4 / Math.sqrt(1e5));
    expect(Math.abs(squares / 1e5 - 1)).toBeLessThan(4 * Math.sqrt(2 / 1e5));
  });
});
