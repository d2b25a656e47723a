import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SolverError } from "../solver-error.ts";
import { integrate } from "./integrate.ts";

/** Integrals with closed forms, hard ones of the test sets of Kahaner (1971) and Piessens et al. (1983) among them. */
const KNOWN: readonly (readonly [string, (x: number) => number, number, number, number])[] = [
  ["exponential", Math.exp, 0, 1, Math.E - 1],
  ["square root", Math.sqrt, 0, 1, 2 / 3],
  ["logarithm", Math.log, 0, 1, -1],
  ["runge", (x) => 1 / (1 + 25 * x * x), -1, 1, (2 / 5) * Math.atan(5)],
  ["peak of width 1e-4", (x) => 1e-4 / ((x - 0.3) ** 2 + 1e-8), 0, 1, Math.atan(7e3) + Math.atan(3e3)],
  ["step", (x) => (x > 0.3 ? 1 : 0), 0, 1, 0.7],
  ["corner", (x) => Math.abs(x - Math.SQRT1_2), 0, 1, 0.25 + (Math.SQRT1_2 - 0.5) ** 2],
  ["oscillation", (x) => Math.cos(50 * x), 0, 3, Math.sin(150) / 50],
  ["odd function", (x) => x ** 3 - Math.sin(x), -2, 2, 0],
  ["normal density", (x) => Math.exp((-x * x) / 2), -Infinity, Infinity, Math.sqrt(2 * Math.PI)],
  ["half a normal", (x) => Math.exp((-x * x) / 2), 0, Infinity, Math.sqrt(Math.PI / 2)],
  ["Cauchy", (x) => 1 / (1 + x * x), -Infinity, Infinity, Math.PI],
  ["Cauchy below -1", (x) => 1 / (1 + x * x), -Infinity, -1, Math.PI / 4],
  ["gamma(5)", (x) => x ** 4 * Math.exp(-x), 0, Infinity, 24],
  ["normal second moment", (x) => x * x * Math.exp((-x * x) / 2), -Infinity, Infinity, Math.sqrt(2 * Math.PI)],
];

describe("integrate", () => {
  it.each(KNOWN)("agrees with the closed form: %s", (_name, f, a, b, exact) => {
    const { value, error } = integrate(f, a, b);
    const scale = Math.max(Math.abs(exact), 1e-3);
    expect(Math.abs(value - exact)).toBeLessThan(1e-10 * scale);
    expect(Math.abs(value - exact)).toBeLessThanOrEqual(error + 4 * Number.EPSILON * scale);
  });

  it("is exact for polynomials of degree 31 in one interval, and not of degree 60", () => {
    for (let degree = 0; degree <= 31; degree++) {
      const { value, evaluations } = integrate((x) => x ** degree, 0, 1, {
        relativeTolerance: 0,
        absoluteTolerance: 1,
      });
      expect(evaluations).toBe(21);
      expect(value * (degree + 1)).toBeCloseTo(1, 14);
    }
    const { value } = integrate((x) => (2 * x - 1) ** 60, 0, 1, { absoluteTolerance: 1 });
    expect(Math.abs(value - 1 / 61)).toBeGreaterThan(1e-15);
  });

  it("gains the order of its error term by halving", () => {
    // One rule on intervals of 4, 2 and 1 around a peaked function: the error falls by orders of magnitude, at a
    // rate that itself grows, as it does for an analytic function.
    const f = (x: number): number => 1 / (1 + x * x);
    const errorOf = (half: number): number => {
      const { value } = integrate(f, -half, half, { absoluteTolerance: 1e3 });
      return Math.abs(value - 2 * Math.atan(half));
    };
    expect(errorOf(8)).toBeLessThan(errorOf(16) / 5);
    expect(errorOf(4)).toBeLessThan(errorOf(8) / 50);
    expect(errorOf(2)).toBeLessThan(errorOf(4) / 500);
  });

  it("may be nested", () => {
    const inner = (x: number): number => integrate((y) => Math.exp(-x * y), 0, 1).value;
    const { value } = integrate(inner, 0, 1);
    // Integral of (1 - exp(-x)) / x over [0, 1]: 0.79659959929705313428.
    expect(value).toBeCloseTo(0.79659959929705, 12);
  });

  it("turns its sign with the ends, and is 0 over nothing", () => {
    expect(integrate(Math.exp, 1, 0).value).toBe(-integrate(Math.exp, 0, 1).value);
    expect(integrate(Math.exp, 2, 2).value).toBe(0);
    expect(integrate(() => 0, 0, 1).value).toBe(0);
  });

  it("reports what it cannot integrate", () => {
    expect(() => integrate((x) => 1 / x, 0, 1)).toThrow(SolverError);
    expect(() => integrate((x) => (x < 0.5 ? Number.NaN : 1), 0, 1)).toThrow(SolverError);
    expect(() => integrate((x) => Math.sin(1e4 * x), 0, 10, { maxIntervals: 3 })).toThrow("after 3 iterations");
  });

  it("refuses ends and options out of range", () => {
    expect(() => integrate(Math.exp, Number.NaN, 1)).toThrow(RangeError);
    expect(() => integrate(Math.exp, 0, 1, { relativeTolerance: -1 })).toThrow(RangeError);
    expect(() => integrate(Math.exp, 0, 1, { absoluteTolerance: Number.NaN })).toThrow(RangeError);
    expect(() => integrate(Math.exp, 0, 1, { maxIntervals: 0 })).toThrow(RangeError);
  });

  it("adds over neighbouring ranges and scales with the function", () => {
    const end = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(end, end, end, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, b, c, scale) => {
        const f = (x: number): number => Math.sin(3 * x) + x * x;
        const whole = integrate(f, a, c).value;
        expect(integrate(f, a, b).value + integrate(f, b, c).value).toBeCloseTo(whole, 9);
        expect(integrate((x) => scale * f(x), a, c).value / scale).toBeCloseTo(whole, 9);
      }),
    );
  });
});
