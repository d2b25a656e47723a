import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SolverError } from "../solver-error.ts";
import { nelderMead } from "./nelder-mead.ts";

const rosenbrock = (x: Float64Array): number => 100 * (x[1] - x[0] ** 2) ** 2 + (1 - x[0]) ** 2;

describe("nelderMead", () => {
  it("finds the minima of the usual hard functions", () => {
    const banana = nelderMead(rosenbrock, Float64Array.of(-1.2, 1));
    expect(banana.x[0]).toBeCloseTo(1, 6);
    expect(banana.x[1]).toBeCloseTo(1, 6);
    expect(banana.iterations).toBeLessThan(600);

    // Powell's singular function: the Hessian vanishes at the minimum.
    const powell = nelderMead(
      ([a, b, c, d]: Float64Array) => (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4,
      Float64Array.of(3, -1, 0, 1),
    );
    expect(powell.fx).toBeLessThan(1e-11);

    // Himmelblau: any of four minima, all 0.
    const himmelblau = nelderMead(
      ([a, b]: Float64Array) => (a * a + b - 11) ** 2 + (a + b * b - 7) ** 2,
      Float64Array.of(0, 0),
    );
    expect(himmelblau.fx).toBeLessThan(1e-12);
  });

  it("works in one variable and in six", () => {
    expect(nelderMead((x) => Math.cosh(x[0] - 3), Float64Array.of(0)).x[0]).toBeCloseTo(3, 6);
    const bowl = nelderMead(
      (x) => x.reduce((sum, value, i) => sum + 10 ** i * (value - i) ** 2, 0),
      Float64Array.of(9, 9, 9, 9, 9, 9),
    );
    for (let i = 0; i < 6; i++) expect(bowl.x[i]).toBeCloseTo(i, 4);
  });

  it("stays where the function is finite", () => {
    const { x } = nelderMead((p) => (p[0] <= 0 ? Infinity : p[0] - Math.log(p[0]) + p[1] ** 2), Float64Array.of(5, 2));
    expect(x[0]).toBeCloseTo(1, 5);
    expect(x[1]).toBeCloseTo(0, 5);
  });

  it("leaves the start as it was", () => {
    const start = Float64Array.of(-1.2, 1);
    nelderMead(rosenbrock, start);
    expect([...start]).toEqual([-1.2, 1]);
  });

  it("reports steps when it cannot go on", () => {
    expect(() => nelderMead(rosenbrock, Float64Array.of(-1.2, 1), { maxIterations: 7 })).toThrow("after 7 iterations");
    expect(() => nelderMead((x) => (x[0] > 1 ? Number.NaN : -x[0]), Float64Array.of(0.5))).toThrow(SolverError);
  });

  it("refuses starts and options out of range", () => {
    expect(() => nelderMead(() => 1, new Float64Array())).toThrow(RangeError);
    expect(() => nelderMead(() => 1, Float64Array.of(Number.NaN))).toThrow(RangeError);
    expect(() => nelderMead(() => Infinity, Float64Array.of(1))).toThrow(RangeError);
    expect(() => nelderMead(rosenbrock, Float64Array.of(1, 1), { steps: Float64Array.of(1) })).toThrow(RangeError);
    expect(() => nelderMead(rosenbrock, Float64Array.of(1, 1), { steps: Float64Array.of(1, 0) })).toThrow(RangeError);
    expect(() => nelderMead(rosenbrock, Float64Array.of(1, 1), { xTolerance: 0 })).toThrow(RangeError);
  });

  it("finds the middle of any ellipse", () => {
    const middle = fc.double({ min: -20, max: 20, noNaN: true });
    const axis = fc.double({ min: 0.05, max: 20, noNaN: true });
    fc.assert(
      fc.property(middle, middle, axis, axis, (a, b, p, q) => {
        const { x } = nelderMead((t) => ((t[0] - a) / p) ** 2 + ((t[1] - b) / q) ** 2, Float64Array.of(1, -1));
        expect(Math.abs(x[0] - a) / p).toBeLessThan(1e-5);
        expect(Math.abs(x[1] - b) / q).toBeLessThan(1e-5);
      }),
      { numRuns: 50 },
    );
  });
});
