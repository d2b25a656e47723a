import { describe, expect, it } from "vitest";
import { denseSystem } from "./dense-system.ts";

/** x' = A x. */
function linear(rows: readonly (readonly number[])[]) {
  const n = rows.length;
  return denseSystem(
    n,
    (_, y, out) => {
      rows.forEach((row, i) => {
        out[i] = row.reduce((sum, a, k) => sum + a * y[k], 0);
      });
    },
    (_, __, j) => {
      j.set(rows.flat());
    },
  );
}

describe("denseSystem", () => {
  it("solves shift * I - J, exchanging rows where a pivot is 0", () => {
    // Shift 1: [[0, -2, 1], [-3, 5, 0], [-1, -1, 1 - 4]]
    const system = linear([
      [1, 2, -1],
      [3, -4, 0],
      [1, 1, 4],
    ]);
    const jacobian = new Float64Array(system.jacobianLength);
    const factors = new Float64Array(system.factorsLength);
    system.linearise(0, new Float64Array(3), jacobian, new Float64Array(3));
    expect(system.factor(jacobian, 1, factors)).toBe(true);
    const x = Float64Array.of(-1, 7, -12);
    system.solve(factors, x);
    // By hand: [1, 2, 3] gives 0 - 4 + 3, -3 + 10, -1 - 2 - 9.
    [1, 2, 3].forEach((value, i) => {
      expect(x[i]).toBeCloseTo(value, 14);
    });
  });

  it("says that a matrix has no inverse, or is not a number", () => {
    const system = linear([
      [0, 1],
      [0, 1],
    ]);
    const factors = new Float64Array(system.factorsLength);
    expect(system.factor(Float64Array.of(0, 1, 0, 1), 0, factors)).toBe(false);
    expect(system.factor(Float64Array.of(Number.NaN, 1, 0, 1), 1, factors)).toBe(false);
    expect(() =>
      denseSystem(
        0,
        () => undefined,
        () => undefined,
      ),
    ).toThrow(RangeError);
  });
});
