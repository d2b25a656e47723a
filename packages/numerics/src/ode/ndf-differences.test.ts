import { describe, expect, it } from "vitest";
import { ALPHA, ERROR_CONSTANT, MAX_ORDER, rescaleDifferences } from "./ndf-differences.ts";

/** Backward differences of order 0 to `order` of t^power at t = 1, spaced by h. */
function differencesOfPower(power: number, order: number, h: number): Float64Array[] {
  let row = Array.from({ length: order + 1 }, (_, k) => (1 - k * h) ** power);
  return Array.from({ length: order + 1 }, () => {
    const first = Float64Array.of(row[0]);
    row = row.slice(1).map((value, k) => row[k] - value);
    return first;
  });
}

describe("rescaleDifferences", () => {
  it("is exact for every power that the order represents", () => {
    for (let order = 1; order <= MAX_ORDER; order++) {
      for (let power = 0; power <= order; power++) {
        for (const factor of [0.3, 1, 2.5]) {
          const differences = differencesOfPower(power, order, 0.1);
          rescaleDifferences(differences, order, factor, 1, new Float64Array(108));
          const expected = differencesOfPower(power, order, 0.1 * factor);
          differences.forEach((difference, k) => {
            expect(difference[0]).toBeCloseTo(expected[k][0], 12);
          });
        }
      }
    }
  });
});

describe("constants", () => {
  it("are those of Shampine and Reichelt's formulas", () => {
    // Order 1: 1 - kappa = 1.185, error 0.5 - 0.185; order 5 is the BDF: 137/60 and 1/6.
    expect(ALPHA[1]).toBeCloseTo(1.185, 14);
    expect(ERROR_CONSTANT[1]).toBeCloseTo(0.315, 14);
    expect(ALPHA[2]).toBeCloseTo(5 / 3, 14);
    expect(ERROR_CONSTANT[2]).toBeCloseTo(1 / 6, 14);
    expect(ALPHA[5]).toBeCloseTo(137 / 60, 14);
    expect(ERROR_CONSTANT[5]).toBeCloseTo(1 / 6, 14);
  });
});
