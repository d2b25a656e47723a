import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectSizes } from "./effect-sizes.ts";
import { logRatioFromPercent, percentChange, percentFromLogRatio } from "./percent-change.ts";

describe("percent change", () => {
  it("is exact for one person, who has no SD", () => {
    expect(percentChange({ mean: 0.618, sd: 0 }, { mean: 0.8468, sd: 0 }, 0).percent).toBeCloseTo(37.02, 2);
  });

  it("has the SD that PCHG takes", () => {
    const columns = { m1i: [0.812], m2i: [0.698], sd1i: [0.095], sd2i: [0.09], ri: [0.91], ni: [12] };
    const [row] = effectSizes("PCHG", columns);
    if (row?.kind !== "effect") throw new Error("expected an effect");
    const { percent, sdPercent } = percentChange({ mean: 0.698, sd: 0.09 }, { mean: 0.812, sd: 0.095 }, 0.91);
    expect(row.yi).toBeCloseTo(percent, 12);
    expect(row.vi * 12).toBeCloseTo(sdPercent ** 2, 10);
  });

  it("has an SD of 1% for two SDs of 1% with correlation one half", () => {
    expect(percentChange({ mean: 1, sd: 0.01 }, { mean: 1, sd: 0.01 }, 0.5).sdPercent).toBeCloseTo(1, 12);
  });

  it("goes to a log ratio and back", () => {
    fc.assert(
      fc.property(fc.double({ min: -99.9, max: 1000, noNaN: true }), (percent) => {
        const back = percentFromLogRatio(logRatioFromPercent(percent));
        expect(Math.abs(back - percent)).toBeLessThan(1e-12 * (100 + Math.abs(percent)));
      }),
    );
  });

  it("is free of the unit", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (unit) => {
        const plain = percentChange({ mean: 0.7, sd: 0.09 }, { mean: 0.8, sd: 0.1 }, 0.9);
        const scaled = percentChange({ mean: 0.7 * unit, sd: 0.09 * unit }, { mean: 0.8 * unit, sd: 0.1 * unit }, 0.9);
        expect(scaled.percent).toBeCloseTo(plain.percent, 10);
        expect(scaled.sdPercent).toBeCloseTo(plain.sdPercent, 10);
      }),
    );
  });

  it("refuses numbers out of range", () => {
    expect(() => percentChange({ mean: 0, sd: 1 }, { mean: 1, sd: 1 }, 0)).toThrow("mean before");
    expect(() => percentChange({ mean: 1, sd: 1 }, { mean: 1, sd: -1 }, 0)).toThrow("SD after");
    expect(() => percentChange({ mean: 1, sd: 1 }, { mean: 1, sd: 1 }, 2)).toThrow(RangeError);
    expect(() => logRatioFromPercent(-100)).toThrow(RangeError);
    expect(() => percentFromLogRatio(Number.NaN)).toThrow(RangeError);
  });
});
