import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SolverError } from "../solver-error.ts";
import { minimise1d } from "./minimise-1d.ts";

describe("minimise1d", () => {
  it("finds known minima to the root of rounding", () => {
    expect(minimise1d((x) => (x - 2) ** 2, -10, 10).x).toBeCloseTo(2, 8);
    expect(minimise1d(Math.cos, 0, 6).x).toBeCloseTo(Math.PI, 7);
    // x log x: minimum at 1/e.
    expect(minimise1d((x) => x * Math.log(x), 0, 3).x).toBeCloseTo(1 / Math.E, 7);
    // Gamma function has its minimum at 1.46163214496836234126 (log-gamma by Stirling's series, shifted by 12).
    const logGamma = (x: number): number => {
      let shift = 0;
      let z = x;
      for (; z < 12; z++) shift += Math.log(z);
      return (z - 0.5) * Math.log(z) - z + 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5) - shift;
    };
    expect(minimise1d(logGamma, 1, 2).x).toBeCloseTo(1.46163214496836, 6);
  });

  it("is quick on smooth functions and never slow on kinks", () => {
    expect(minimise1d((x) => Math.exp(x) - 2 * x, -5, 5).iterations).toBeLessThan(25);
    const kink = minimise1d((x) => Math.abs(x - 0.1234), -10, 10);
    expect(kink.x).toBeCloseTo(0.1234, 8);
    expect(kink.iterations).toBeLessThan(120);
  });

  it("goes to the end where the function falls that way", () => {
    expect(minimise1d((x) => x, 1, 4).x).toBeCloseTo(1, 6);
    expect(minimise1d((x) => -x, 1, 4).x).toBeCloseTo(4, 6);
  });

  it("stays out of what is not allowed", () => {
    expect(minimise1d((x) => (x > 6 ? Infinity : (x - 2.5) ** 2), 0, 10).x).toBeCloseTo(2.5, 7);
  });

  it("reports steps when it cannot go on", () => {
    expect(() => minimise1d(() => Number.NaN, 0, 1)).toThrow(SolverError);
    expect(() => minimise1d((x) => Math.abs(x - 0.3), 0, 1, { maxIterations: 5 })).toThrow("after 5 iterations");
  });

  it("refuses ends and options out of range", () => {
    expect(() => minimise1d((x) => x, 1, 1)).toThrow(RangeError);
    expect(() => minimise1d((x) => x, 0, Infinity)).toThrow(RangeError);
    expect(() => minimise1d((x) => x, 0, 1, { absoluteTolerance: 0 })).toThrow(RangeError);
    expect(() => minimise1d((x) => x, 0, 1, { relativeTolerance: Number.NaN })).toThrow(RangeError);
    expect(() => minimise1d((x) => x, 0, 1, { maxIterations: 0 })).toThrow(RangeError);
  });

  it("moves with the function", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (m, s) => {
          const { x } = minimise1d((t) => Math.log1p(((t - m) / s) ** 2), -60, 70);
          expect(Math.abs(x - m)).toBeLessThan(1e-5 * (s + Math.abs(m)));
        },
      ),
    );
  });
});
