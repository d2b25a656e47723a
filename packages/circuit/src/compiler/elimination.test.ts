import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eliminate, type Pattern } from "./elimination.ts";
import { eliminationPrograms } from "./elimination-program.ts";
import { infix, infixLines } from "./infix.ts";
import { TYPESCRIPT } from "./typescript.ts";

describe("the order of elimination", () => {
  it("fills nothing of an arrow, whose tip is eliminated last", () => {
    // Full first row and column and a diagonal: eliminating 0 first would fill all 12 zeros.
    const tips = [1, 2, 3, 4].flatMap((i) => [
      [0, i],
      [i, 0],
    ]);
    const { order, fill } = eliminate(patternOf(5, tips));
    expect(fill).toBe(0);
    expect(order.indexOf(0)).toBeGreaterThanOrEqual(3);
  });

  it("fills four zeros of a ring of five", () => {
    // Eliminating any node of a cycle of n joins its neighbours: 2 (n - 3) zeros of a symmetric pattern in all.
    const ring = [0, 1, 2, 3, 4].flatMap((i) => [
      [i, (i + 1) % 5],
      [(i + 1) % 5, i],
    ]);
    expect(eliminate(patternOf(5, ring)).fill).toBe(4);
  });

  it("fills nothing of a chain of dependence", () => {
    expect(
      eliminate(
        patternOf(4, [
          [1, 0],
          [2, 1],
          [3, 2],
          [3, 0],
        ]),
      ).fill,
    ).toBe(0);
  });
});

describe("generated elimination", () => {
  it("solves what dense elimination solves, for any pattern", () => {
    const matrix = fc.integer({ min: 1, max: 9 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        entries: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.double({ min: -1, max: 1, noNaN: true }))),
        right: fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: size, maxLength: size }),
      }),
    );
    fc.assert(
      fc.property(matrix, ({ size, entries, right }) => {
        const values = new Map(entries.map(([row, column, value]) => [row * size + column, value]));
        const keys = [...values.keys()].sort((a, b) => a - b);
        const pattern = patternOf(
          size,
          keys.map((key) => [Math.floor(key / size), key % size]),
        );
        const { factor, solve, factorsLength } = compiled(pattern);
        // Diagonally dominant with margin 1, so the condition number in the maximum norm is below 20.
        const shift = size + 1;
        const factors = new Float64Array(factorsLength);
        expect(
          factor(
            Float64Array.from(keys, (key) => values.get(key) ?? 0),
            shift,
            factors,
          ),
        ).toBe(true);
        const solution = Float64Array.from(right);
        solve(factors, solution);
        for (let i = 0; i < size; i++) {
          let product = shift * solution[i];
          for (const key of keys)
            if (Math.floor(key / size) === i) product -= (values.get(key) ?? 0) * solution[key % size];
          expect(product).toBeCloseTo(right[i], 12);
        }
      }),
    );
  });

  it("tells of a pivot that is zero or not finite", () => {
    const { factor, factorsLength } = compiled(
      patternOf(2, [
        [0, 0],
        [0, 1],
        [1, 1],
      ]),
    );
    const factors = new Float64Array(factorsLength);
    expect(factor(Float64Array.of(1, 5, 3), 2, factors)).toBe(true);
    expect(factor(Float64Array.of(2, 5, 3), 2, factors)).toBe(false);
    expect(factor(Float64Array.of(1, 5, 2), 2, factors)).toBe(false);
    expect(factor(Float64Array.of(Number.NaN, 5, 3), 2, factors)).toBe(false);
    expect(factor(Float64Array.of(1, 5, Number.POSITIVE_INFINITY), 2, factors)).toBe(false);
  });
});

function patternOf(size: number, entries: readonly (readonly number[])[]): Pattern {
  return { size, rows: entries.map(([row]) => row), columns: entries.map(([, column]) => column) };
}

type Compiled = {
  readonly factor: (j: Float64Array, s: number, f: Float64Array) => boolean;
  readonly solve: (f: Float64Array, b: Float64Array) => void;
  readonly factorsLength: number;
};

function compiled(pattern: Pattern): Compiled {
  const { factor, check, solve, factorsLength } = eliminationPrograms(pattern, eliminate(pattern));
  const text = (lines: readonly string[]): string => lines.join("\n");
  const last = `const check = ${infix(check, 0, TYPESCRIPT)}; return check - check === 0;`;
  return {
    factor: new Function("j", "s", "f", text([...infixLines(factor, TYPESCRIPT), last])) as Compiled["factor"],
    solve: new Function("f", "b", text(infixLines(solve, TYPESCRIPT))) as Compiled["solve"],
    factorsLength,
  };
}
