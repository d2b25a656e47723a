import { chiSquareCdf, choleskyInPlace, fCdf } from "@materbone/numerics";

/** Joint test of m estimates against 0. */
export type WaldTest = {
  /** Chi-square, or F when `df[1]` is given. */
  readonly statistic: number;
  readonly df: readonly [number, number | undefined];
  readonly p: number;
};

/** A joint test, or why there is none: a sum follows from the others, or no degrees of freedom match its F. */
export type JointOutcome =
  | { readonly kind: "tested"; readonly test: WaldTest }
  | { readonly kind: "notDefined"; readonly reason: "singular" | "noDegreesFound" };

/** A test whose only fault can be that the estimates repeat one another. */
export function jointOutcome(test: WaldTest | undefined): JointOutcome {
  return test === undefined ? { kind: "notDefined", reason: "singular" } : { kind: "tested", test };
}

/**
 * b'V⁻¹b against chi-square with m degrees of freedom, or b'V⁻¹b / m against F(m, df).
 *
 * @param b - m estimates
 * @param v - their covariance, m x m, row-major; overwritten
 * @returns `undefined` when the covariance is singular: the estimates repeat one another
 */
export function waldTest(b: Float64Array, v: Float64Array, df: number | undefined): WaldTest | undefined {
  const m = b.length;
  const scaled = new Float64Array(m);
  const sd = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    sd[i] = Math.sqrt(v[i * m + i]);
    if (!(sd[i] > 0)) return undefined;
    scaled[i] = b[i] / sd[i];
  }
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) v[i * m + j] /= sd[i] * sd[j];
  if (!choleskyInPlace(v, m)) return undefined;
  let sum = 0;
  for (let i = 0; i < m; i++) {
    // A pivot of rounding size: the correlation matrix has lost a rank.
    if (!(v[i * m + i] > 1e-7)) return undefined;
    let value = scaled[i];
    for (let j = 0; j < i; j++) value -= v[i * m + j] * scaled[j];
    scaled[i] = value / v[i * m + i];
    sum += scaled[i] * scaled[i];
  }
  if (df === undefined) return { statistic: sum, df: [m, undefined], p: chiSquareCdf(sum, m, "upper") };
  return { statistic: sum / m, df: [m, df], p: fCdf(sum / m, m, df, "upper") };
}
