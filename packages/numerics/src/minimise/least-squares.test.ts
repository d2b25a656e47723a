import { describe, expect, it } from "vitest";
import { SolverError } from "../solver-error.ts";
import { leastSquares, leastSquaresCovariance } from "./least-squares.ts";

/** NIST Statistical Reference Datasets, nonlinear regression, Misra1a: y = b1 (1 - exp(-b2 x)). */
const misra1a = {
  x: [77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760],
  y: [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78],
  certified: { b1: 238.94212918, sd1: 2.7070075241, b2: 5.5015643181e-4, sd2: 7.2668688436e-6, sum: 0.12455138894 },
};

/** In the logarithms of b1 and b2. */
function misraResiduals([log1, log2]: Float64Array): Float64Array {
  return Float64Array.from(misra1a.x, (x, i) => misra1a.y[i] - Math.exp(log1) * (1 - Math.exp(-Math.exp(log2) * x)));
}

const rosenbrock = ([x, y]: Float64Array): Float64Array => Float64Array.of(10 * (y - x * x), 1 - x);

const TIGHT = { xTolerance: 1e-11 };

describe("leastSquares", () => {
  it("finds the certified values of NIST's Misra1a from its far start, and their standard deviations", () => {
    const { certified } = misra1a;
    const fit = leastSquares(misraResiduals, Float64Array.of(Math.log(500), Math.log(1e-4)), TIGHT);
    expect(Math.exp(fit.x[0])).toBeCloseTo(certified.b1, 4);
    expect(Math.exp(fit.x[1]) * 1e4).toBeCloseTo(certified.b2 * 1e4, 6);
    expect(2 * fit.fx).toBeCloseTo(certified.sum, 9);
    const covariance = leastSquaresCovariance(fit);
    const variance = certified.sum / (misra1a.x.length - 2);
    expect(Math.sqrt(variance * covariance[0]) * certified.b1).toBeCloseTo(certified.sd1, 3);
    expect(Math.sqrt(variance * covariance[3]) * certified.b2 * 1e6).toBeCloseTo(certified.sd2 * 1e6, 2);
  });

  it("follows a bent valley to its end", () => {
    const { x, fx } = leastSquares(rosenbrock, Float64Array.of(-1.2, 1), TIGHT);
    expect(x[0]).toBeCloseTo(1, 8);
    expect(x[1]).toBeCloseTo(1, 8);
    expect(fx).toBeLessThan(1e-16);
  });

  it("stops at a bound and says which variable is held there", () => {
    // At y = 0.5 the valley leaves the least at x³ - 0.495 x - 0.005 = 0, by hand from the derivative along x.
    const fit = leastSquares(rosenbrock, Float64Array.of(0.2, 0.2), { upper: Float64Array.of(9, 0.5) });
    expect(fit.atBound).toEqual([false, true]);
    expect(fit.x[1]).toBe(0.5);
    expect(fit.x[0] ** 3 - 0.495 * fit.x[0] - 0.005).toBeCloseTo(0, 6);
    expect(leastSquaresCovariance(fit)[3]).toBe(0);
  });

  it("starts within the bounds whatever it is given", () => {
    const fit = leastSquares((x) => Float64Array.of(x[0] - 3), Float64Array.of(50), { upper: Float64Array.of(10) });
    expect(fit.x[0]).toBeCloseTo(3, 9);
  });

  it("says that variables are not told apart, and leaves one without effect where it was", () => {
    const sum = leastSquares(
      (x) => Float64Array.of(x[0] + x[1] - 1, 2 * (x[0] + x[1]) - 2),
      Float64Array.of(0, 0),
      TIGHT,
    );
    expect(sum.x[0] + sum.x[1]).toBeCloseTo(1, 8);
    expect(() => leastSquaresCovariance(sum)).toThrow(SolverError);
    const idle = leastSquares((x) => Float64Array.of(x[0] - 1), Float64Array.of(0, 7));
    expect(idle.x[1]).toBe(7);
  });

  it("refuses what it cannot work with", () => {
    const line = (x: Float64Array): Float64Array => x;
    expect(() => leastSquares(line, Float64Array.of())).toThrow(RangeError);
    expect(() => leastSquares(line, Float64Array.of(Number.NaN))).toThrow(RangeError);
    expect(() => leastSquares(line, Float64Array.of(1), { lower: Float64Array.of(2, 3) })).toThrow(RangeError);
    expect(() =>
      leastSquares(line, Float64Array.of(1), { lower: Float64Array.of(2), upper: Float64Array.of(1) }),
    ).toThrow(RangeError);
    expect(() => leastSquares(line, Float64Array.of(1), { scale: Float64Array.of(0) })).toThrow(RangeError);
    expect(() => leastSquares(line, Float64Array.of(1), { differenceStep: 0 })).toThrow(RangeError);
    expect(() => leastSquares(() => Float64Array.of(Number.NaN), Float64Array.of(1))).toThrow(SolverError);
    expect(() => leastSquares(rosenbrock, Float64Array.of(-1.2, 1), { maxIterations: 2 })).toThrow(SolverError);
  });
});
