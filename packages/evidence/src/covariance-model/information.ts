import type { Evaluation } from "./evaluation.ts";

/** Sums over the rows before what the coefficients take up is taken away; upper triangles count. */
export type InformationSums = Pick<Evaluation, "m" | "gradient" | "average" | "expected" | "xdx" | "xddx"> & {
  readonly p: number;
  readonly restricted: boolean;
  /** XᵀV⁻¹Dc P y, p for each coordinate. */
  readonly xdr: Float64Array;
  /** Second derivatives of the likelihood by V's own second derivatives, nc x nc. */
  readonly second?: Float64Array;
};

/**
 * Turns traces of V⁻¹ into those of P, for REML: tr(P D) = tr(V⁻¹D) - tr(M XᵀV⁻¹DV⁻¹X) and so on. Observed information is
 * twice the average less the expected one, less what V's own second derivatives give. Overwrites the sums.
 */
export function finishInformation(
  sums: InformationSums,
): Pick<Evaluation, "gradient" | "average" | "expected" | "observed" | "xdx" | "xddx"> {
  const { m, p, restricted, gradient, average, expected, xdx, xddx, xdr, second } = sums;
  const nc = gradient.length;
  for (let c = 0; c < nc; c++) {
    if (restricted) gradient[c] += 0.5 * traceOfProduct(m, 0, xdx, c * p * p, p);
    for (let d = c; d < nc; d++) {
      const cd = c * nc + d;
      average[cd] -= 0.5 * bilinear(m, p, xdr, c * p, xdr, d * p);
      if (restricted) {
        expected[cd] -= traceOfProduct(m, 0, xddx, cd * p * p, p);
        expected[cd] += 0.5 * traceOfFour(m, xdx, c * p * p, d * p * p, p);
      }
      average[d * nc + c] = average[cd];
      expected[d * nc + c] = expected[cd];
    }
  }
  const observed = average.map((value, i) => 2 * value - expected[i] - (second?.[i] ?? 0));
  return { gradient, average, expected, observed, xdx, xddx };
}

/** tr(A B) of p x p parts of two arrays. */
export function traceOfProduct(a: Float64Array, atA: number, b: Float64Array, atB: number, p: number): number {
  let sum = 0;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) sum += a[atA + i * p + j] * b[atB + j * p + i];
  return sum;
}

/** aᵀ M b for vectors of length p that start at places of two arrays. */
export function bilinear(
  m: Float64Array,
  p: number,
  a: Float64Array,
  atA: number,
  b: Float64Array,
  atB: number,
): number {
  let sum = 0;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) sum += a[atA + i] * m[i * p + j] * b[atB + j];
  return sum;
}

/** tr(M B M C) for p x p parts B and C of one array. */
function traceOfFour(m: Float64Array, x: Float64Array, atB: number, atC: number, p: number): number {
  const mb = new Float64Array(p * p);
  const mc = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) {
      for (let l = 0; l < p; l++) {
        mb[i * p + j] += m[i * p + l] * x[atB + l * p + j];
        mc[i * p + j] += m[i * p + l] * x[atC + l * p + j];
      }
    }
  }
  return traceOfProduct(mb, 0, mc, 0, p);
}

/** tr(A B A B) of two symmetric p x p matrices. */
export function traceOfSquares(a: Float64Array, b: Float64Array, p: number): number {
  return traceOfFour(a, b, 0, 0, p);
}
