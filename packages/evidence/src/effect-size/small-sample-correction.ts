/**
 * Factor that takes the bias from a standardised mean: J(m) = Γ(m/2) / (√(m/2) Γ((m-1)/2)), below 1, near 1 - 3/(4m - 1).
 *
 * @param df - degrees of freedom m of the SD; finite, above 1
 * @throws RangeError when `df` is not above 1, where the mean of the standardised mean does not exist
 * @see Hedges LV (1981) J Educ Stat 6:107-128, equation 6e
 */
export function smallSampleCorrection(df: number): number {
  if (!(df > 1 && df < Infinity)) throw new RangeError(`degrees of freedom must be finite and above 1, got ${df}`);
  return gammaRatio((df - 1) / 2) / Math.sqrt(df / 2);
}

/** Γ(z + 1/2) / Γ(z) for z > 0: Γ's recurrence up to 40, there the asymptotic series (Tricomi & Erdélyi 1951). */
function gammaRatio(z: number): number {
  let factor = 1;
  let x = z;
  for (; x < 40; x++) factor *= x / (x + 0.5);
  const u = 1 / x;
  let series = 39325 / 33554432;
  series = series * u + 869 / 4194304;
  series = series * u - 399 / 262144;
  series = series * u - 21 / 32768;
  series = series * u + 5 / 1024;
  series = series * u + 1 / 128;
  series = series * u - 1 / 8;
  return factor * Math.sqrt(x) * (1 + series * u);
}
