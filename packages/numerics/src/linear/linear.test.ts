import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choleskyInPlace, choleskyLogDeterminant, invertCholesky, solveCholesky, solveLower } from "./cholesky.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";
import { thinQr } from "./thin-qr.ts";

const element = fc.double({ min: -3, max: 3, noNaN: true });

/** B Bᵀ + I of an n x n matrix B: positive definite. */
const positiveDefinite = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc.array(element, { minLength: n * n, maxLength: n * n }).map((b) => {
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let sum = i === j ? 1 : 0;
        for (let m = 0; m < n; m++) sum += b[i * n + m] * b[j * n + m];
        a[i * n + j] = sum;
      }
    return { n, a };
  }),
);

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) for (let m = 0; m < n; m++) out[i * n + j] += a[i * n + m] * b[m * n + j];
  return out;
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expect(Math.abs(actual[i] - expected[i])).toBeLessThanOrEqual(tolerance);
}

describe("Cholesky", () => {
  it("factors the textbook matrix", () => {
    // A = L Lᵀ with L = [2 0 0; 6 1 0; -8 5 3].
    const a = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);
    expect(choleskyInPlace(a, 3)).toBe(true);
    expect([a[0], a[3], a[4], a[6], a[7], a[8]]).toEqual([2, 6, 1, -8, 5, 3]);
    expect(choleskyLogDeterminant(a, 3)).toBeCloseTo(Math.log(36), 14);
    const b = Float64Array.of(4, 12, -16);
    solveCholesky(a, 3, b);
    expectClose(b, [1, 0, 0], 1e-12);
  });

  it("refuses what is not positive definite", () => {
    expect(choleskyInPlace(Float64Array.of(1, 2, 2, 1), 2)).toBe(false);
    expect(choleskyInPlace(Float64Array.of(1, 1, 1, 1), 2)).toBe(false);
    expect(choleskyInPlace(Float64Array.of(0), 1)).toBe(false);
    expect(choleskyInPlace(Float64Array.of(Number.NaN), 1)).toBe(false);
    expect(choleskyInPlace(Float64Array.of(Number.POSITIVE_INFINITY), 1)).toBe(false);
  });

  it("takes a matrix of any scale", () => {
    for (const scale of [1e-200, 1e200])
      expect(
        choleskyInPlace(
          Float64Array.of(2, 1, 1, 2).map((v) => v * scale),
          2,
        ),
      ).toBe(true);
  });

  it("inverts, solves for many right sides and gives the quadratic form", () => {
    fc.assert(
      fc.property(positiveDefinite, fc.array(element, { minLength: 14, maxLength: 14 }), ({ n, a }, sides) => {
        const l = a.slice();
        expect(choleskyInPlace(l, n)).toBe(true);
        const inverse = new Float64Array(n * n);
        invertCholesky(l, n, inverse);
        const identity = product(a, inverse, n);
        for (let i = 0; i < n; i++) identity[i * n + i] -= 1;
        expectClose(identity, new Float64Array(n * n), 1e-9);
        const b = Float64Array.from(sides.slice(0, 2 * n));
        const x = b.slice();
        solveCholesky(l, n, x, 2);
        const z = b.slice();
        solveLower(l, n, z, 2);
        for (let c = 0; c < 2; c++) {
          let form = 0;
          let lengthOfZ = 0;
          for (let i = 0; i < n; i++) {
            let row = 0;
            for (let m = 0; m < n; m++) row += a[i * n + m] * x[m * 2 + c];
            expect(row).toBeCloseTo(b[i * 2 + c], 8);
            form += b[i * 2 + c] * x[i * 2 + c];
            lengthOfZ += z[i * 2 + c] ** 2;
          }
          expect(form).toBeCloseTo(lengthOfZ, 8);
        }
      }),
    );
  });
});

describe("symmetricEigen", () => {
  it("finds the known values of the second difference matrix", () => {
    // 2 - 2 cos(m π / (n + 1)), m = 1..n.
    const n = 6;
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      a[i * n + i] = 2;
      if (i > 0) {
        a[i * n + i - 1] = -1;
        a[(i - 1) * n + i] = -1;
      }
    }
    const expected = Array.from({ length: n }, (_, i) => 2 - 2 * Math.cos(((n - i) * Math.PI) / (n + 1)));
    expectClose(symmetricEigen(a, n).values, expected, 1e-14);
  });

  it("rebuilds the matrix from orthogonal vectors and agrees with the determinant", () => {
    fc.assert(
      fc.property(positiveDefinite, ({ n, a }) => {
        const { values, vectors } = symmetricEigen(a, n);
        const scaled = new Float64Array(n * n);
        const transposed = new Float64Array(n * n);
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) {
            scaled[i * n + j] = vectors[i * n + j] * values[j];
            transposed[i * n + j] = vectors[j * n + i];
          }
        expectClose(product(scaled, transposed, n), a, 1e-11);
        const identity = product(transposed, vectors, n);
        for (let i = 0; i < n; i++) identity[i * n + i] -= 1;
        expectClose(identity, new Float64Array(n * n), 1e-13);
        const l = a.slice();
        choleskyInPlace(l, n);
        const logDeterminant = values.reduce((sum, value) => sum + Math.log(value), 0);
        expect(choleskyLogDeterminant(l, n)).toBeCloseTo(logDeterminant, 9);
        for (let i = 1; i < n; i++) expect(values[i]).toBeLessThanOrEqual(values[i - 1]);
      }),
    );
  });

  it("refuses NaN", () => {
    expect(() => symmetricEigen(Float64Array.of(Number.NaN), 1)).toThrow(RangeError);
  });
});

describe("thinQr", () => {
  it("names the later column of a dependent set and what makes it up", () => {
    // intercept, dose, months, 2 dose - 3, drug A, drug B = 1 - drug A
    const rows = [
      [1, 10, 6, 17, 1, 0],
      [1, 20, 12, 37, 0, 1],
      [1, 20, 24, 37, 1, 0],
      [1, 40, 12, 77, 0, 1],
      [1, 50, 9, 97, 1, 0],
      [1, 60, 36, 117, 0, 1],
    ];
    expect(thinQr(Float64Array.from(rows.flat()), 6, 6)).toMatchObject({
      rank: 4,
      independent: [0, 1, 2, 4],
      dependent: [
        { column: 3, madeOf: [0, 1] },
        { column: 5, madeOf: [0, 4] },
      ],
    });
  });

  it("takes a calendar year beside an intercept, and a column of zeros for dependent on none", () => {
    const x = Float64Array.from([1976, 1977, 1989, 2000].flatMap((year) => [1, year, 0]));
    expect(thinQr(x, 4, 3)).toMatchObject({ rank: 2, independent: [0, 1], dependent: [{ column: 2, madeOf: [] }] });
  });

  it("finds at most as many independent columns as rows", () => {
    expect(thinQr(Float64Array.of(1, 2, 3, 4), 1, 4)).toMatchObject({ rank: 1, independent: [0] });
    expect(thinQr(new Float64Array(0), 0, 2).rank).toBe(0);
  });

  it("rebuilds a design with a calendar year from orthonormal columns", () => {
    const years = [1976, 1977, 1989, 2000, 2001];
    const x = Float64Array.from(years.flatMap((year) => [1, year, (year - 1990) ** 2]));
    const { q, r } = thinQr(x, 5, 3);
    const rebuilt = new Float64Array(15);
    const gram = new Float64Array(9);
    for (let i = 0; i < 5; i++)
      for (let j = 0; j < 3; j++)
        for (let m = 0; m < 3; m++) {
          rebuilt[i * 3 + j] += q[i * 3 + m] * r[m * 3 + j];
          gram[j * 3 + m] += q[i * 3 + j] * q[i * 3 + m];
        }
    expectClose(rebuilt, x, 1e-12);
    expectClose(gram, [1, 0, 0, 0, 1, 0, 0, 0, 1], 1e-14);
    expect([r[3], r[6], r[7]]).toEqual([0, 0, 0]);
  });

  it("does not depend on the unit of a column", () => {
    const whole = fc.integer({ min: -9, max: 9 });
    const unit = fc.constantFrom(1e-160, 1e-9, 1, 1e9, 1e160);
    fc.assert(
      fc.property(fc.array(whole, { minLength: 12, maxLength: 12 }), unit, unit, (values, first, second) => {
        const x = Float64Array.from(values);
        const scaled = x.map((value, i) => (i % 3 === 0 ? first : i % 3 === 1 ? second : 1) * value);
        expect(thinQr(scaled, 4, 3).independent).toEqual(thinQr(x, 4, 3).independent);
      }),
    );
  });

  it("refuses NaN", () => {
    expect(() => thinQr(Float64Array.of(1, Number.NaN), 2, 1)).toThrow("column 1");
  });
});
