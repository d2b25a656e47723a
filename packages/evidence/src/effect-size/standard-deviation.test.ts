import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  correlationOfChange,
  sdFromGroupP,
  sdFromInterval,
  sdFromP,
  sdFromStandardError,
  sdOfChange,
} from "./standard-deviation.ts";

const sd = fc.double({ min: 0.01, max: 100, noNaN: true });
const size = fc.integer({ min: 2, max: 200 });

describe("SDs from what papers give", () => {
  it("agrees with the worked examples of the Cochrane Handbook", () => {
    // 6.5.2.2: 95% CI 30.0 to 34.2 of 25 people by t = 2.0639; by 3.92 for large samples.
    expect(sdFromInterval(30, 34.2, 25)).toBeCloseTo((5 * 4.2) / (2 * 2.0639), 4);
    expect(sdFromInterval(30, 34.2, 100, 95, "normal")).toBeCloseTo((10 * 4.2) / 3.92, 3);
    // 6.5.2.3: p = 0.008, difference 3.8, 25 and 22 people; SE 1.37 as rounded there gives 4.69.
    expect(sdFromGroupP(3.8, 0.008, 25, 22) * Math.sqrt(1 / 25 + 1 / 22)).toBeCloseTo(1.37, 2);
    // 6.5.2.8: SDs 4.0 and 4.4, SD of the change 2.8.
    expect(correlationOfChange(4, 4.4, 2.8).r).toBeCloseTo(0.78, 2);
  });

  it("says that three SDs contradict each other", () => {
    expect(correlationOfChange(1, 1, 3)).toMatchObject({ kind: "contradiction" });
  });

  it("gives 0 for equal SDs that move together, and the sum for opposite ones", () => {
    expect(sdOfChange(0.1, 0.1, 1)).toBe(0);
    expect(sdOfChange(0.1, 0.3, -1)).toBeCloseTo(0.4, 15);
  });

  it("turns an SD into each statement and back", () => {
    fc.assert(
      fc.property(sd, size, fc.double({ min: -50, max: 50, noNaN: true }), (s, n, mean) => {
        const se = s / Math.sqrt(n);
        expect(sdFromStandardError(se, n) / s).toBeCloseTo(1, 12);
        const half = 1.959963984540054 * se;
        expect(sdFromInterval(mean - half, mean + half, n, 95, "normal") / s).toBeCloseTo(1, 9);
      }),
    );
  });

  it("gives a smaller SD by t than by the normal, whose quantile is smaller", () => {
    fc.assert(
      fc.property(size, fc.double({ min: 1e-6, max: 0.99, noNaN: true }), (n, p) => {
        expect(sdFromP(2, p, n)).toBeLessThan(sdFromP(2, p, n, "normal"));
        expect(sdFromP(-2, p, n)).toBe(sdFromP(2, p, n));
      }),
    );
  });

  it("refuses numbers out of range", () => {
    expect(() => sdOfChange(0, 1, 0)).toThrow(RangeError);
    expect(() => sdOfChange(1, 1, 1.1)).toThrow(RangeError);
    expect(() => sdOfChange(1, 1, Number.NaN)).toThrow(RangeError);
    expect(() => sdFromStandardError(1, 0)).toThrow(RangeError);
    expect(() => sdFromInterval(2, 1, 9)).toThrow(RangeError);
    expect(() => sdFromInterval(1, 2, 1)).toThrow(RangeError);
    expect(() => sdFromInterval(1, 2, 9, 100)).toThrow(RangeError);
    expect(() => sdFromP(0, 0.05, 9)).toThrow(RangeError);
    expect(() => sdFromP(1, 1, 9)).toThrow(RangeError);
    expect(() => sdFromGroupP(1, 0.5, 1, 1)).toThrow(RangeError);
  });
});
