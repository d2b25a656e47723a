import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SolverError } from "../solver-error.ts";
import { findRoot } from "./find-root.ts";

function rootOf(f: (x: number) => number, lower: number, upper: number): { x: number; evaluations: number } {
  let evaluations = 0;
  const root = findRoot(
    (x) => {
      evaluations++;
      return f(x);
    },
    lower,
    upper,
  );
  if (root.kind !== "root") throw new Error("expected a root");
  return { x: root.x, evaluations };
}

describe("findRoot", () => {
  it("finds known roots to rounding", () => {
    expect(rootOf((x) => x * x - 2, 0, 2).x).toBeCloseTo(Math.SQRT2, 15);
    expect(rootOf(Math.cos, 1, 2).x).toBeCloseTo(Math.PI / 2, 15);
    // Wallis's cubic, root to 20 digits: 2.0945514815423265915.
    expect(rootOf((x) => x ** 3 - 2 * x - 5, 2, 3).x).toBeCloseTo(2.0945514815423265, 14);
    // Dottie number: 0.73908513321516064166.
    expect(rootOf((x) => Math.cos(x) - x, 0, 1).x).toBeCloseTo(0.7390851332151607, 15);
  });

  it("needs few evaluations where the function is smooth, and no more than three bisections' worth where it is not", () => {
    expect(rootOf((x) => x ** 3 - 2 * x - 5, 2, 3).evaluations).toBeLessThan(12);
    // Flat at the root: x^9 and a step.
    expect(rootOf((x) => (x - 0.3) ** 9, -1, 4).evaluations).toBeLessThan(180);
    expect(rootOf((x) => (x < 0.3 ? -1 : 1), -1, 4).evaluations).toBeLessThan(180);
    expect(rootOf((x) => Math.atan(1e6 * (x - 0.123456)), -1e6, 1e7).evaluations).toBeLessThan(100);
  });

  it("takes a root at an end, and one whose ends are infinite values", () => {
    expect(rootOf((x) => x, 0, 5).x).toBe(0);
    expect(rootOf((x) => x - 5, 0, 5).x).toBe(5);
    expect(rootOf((x) => Math.log(x) + 1, 0, 10).x).toBeCloseTo(1 / Math.E, 15);
    expect(rootOf((x) => x, -Number.MAX_VALUE, Number.MAX_VALUE / 2).x).toBe(0);
  });

  it("ends where numbers have no finer ones between them", () => {
    // 13, 14 and 15 of the smallest number: the sign changes between the first and the last.
    const smallest = Number.MIN_VALUE;
    const { x } = rootOf((x) => (x > 14 * smallest ? 1 : -1), 13 * smallest, 15 * smallest);
    expect([13 * smallest, 14 * smallest, 15 * smallest]).toContain(x);
    // Found by a property test: the rounding of the function leaves it no value 0.
    const root = 7e-323;
    expect(rootOf((x) => 0.5185185185185186 * ((x - root) ** 3 + (x - root)), -150, 170).x).toBeCloseTo(root, 15);
  });

  it("says that ends of one sign hold no bracketed root", () => {
    expect(findRoot((x) => x * x + 1, -1, 1)).toEqual({ kind: "notBracketed", fLower: 2, fUpper: 2 });
  });

  it("stops at the tolerance it was given", () => {
    const loose = findRoot((x) => Math.exp(x) - 5, 0, 10, { absoluteTolerance: 0.1 });
    if (loose.kind !== "root") throw new Error("expected a root");
    expect(Math.abs(loose.x - Math.log(5))).toBeLessThan(0.1);
  });

  it("reports steps when it cannot go on", () => {
    expect(() => findRoot((x) => (x > 0.5 ? Number.NaN : -1), 0, 1)).toThrow(SolverError);
    try {
      findRoot((x) => (x - 0.3) ** 9, -1, 4, { maxIterations: 3 });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(SolverError);
      expect((error as SolverError).iterations).toBe(3);
    }
  });

  it("refuses ends and options out of range", () => {
    expect(() => findRoot((x) => x, 1, -1)).toThrow(RangeError);
    expect(() => findRoot((x) => x, Number.NaN, 1)).toThrow(RangeError);
    expect(() => findRoot((x) => x, -1, Infinity)).toThrow(RangeError);
    expect(() => findRoot((x) => x, -1, 1, { absoluteTolerance: -1 })).toThrow(RangeError);
    expect(() => findRoot((x) => x, -1, 1, { maxIterations: 0 })).toThrow(RangeError);
  });

  it("finds the root that a monotone cubic was drawn around", () => {
    const inner = fc.double({ min: -100, max: 100, noNaN: true });
    const slope = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(inner, slope, fc.boolean(), (root, scale, down) => {
        const f = (x: number): number => (down ? -1 : 1) * scale * ((x - root) ** 3 + (x - root));
        expect(Math.abs(rootOf(f, -150, 170).x - root)).toBeLessThan(1e-12);
      }),
    );
  });
});
