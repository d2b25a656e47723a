import { describe, expect, it } from "vitest";
import { smallSampleCorrection } from "./small-sample-correction.ts";

describe("smallSampleCorrection", () => {
  // Γ(m/2) / (√(m/2) Γ((m-1)/2)) by mpmath 1.3.0 at 40 digits.
  it.each([
    [1.1, 0.11192460046118036],
    [2, 0.5641895835477563],
    [3, 0.7236012545582677],
    [11, 0.9299598099757785],
    [20, 0.9619445337407487],
    [100.5, 0.9925155865729186],
    [1e6, 0.9999992499997812],
  ])("of %f degrees of freedom", (df, expected) => {
    expect(Math.abs(smallSampleCorrection(df) / expected - 1)).toBeLessThan(1e-14);
  });

  it("refuses degrees of freedom where no mean exists", () => {
    for (const df of [1, 0, -1, Number.NaN, Infinity]) expect(() => smallSampleCorrection(df)).toThrow(RangeError);
  });
});
