/**
 * exp(z²/2) (1 - Phi(z)): the upper tail of the normal distribution without its exponential.
 *
 * A rational function in z whose coefficients are all positive, so that nothing cancels; relative error below 4e-16.
 * Coefficients: tools/golden/numerics-coefficients.py.
 *
 * @param z - finite, >= 0
 * @see Shepherd & Laframboise 1981 for the variable (z - k) / (z + k) in which it was fitted
 */
export function scaledNormalTail(z: number): number {
  if (z > 1e8) return INVERSE_ROOT_TWO_PI / z;
  const numerator =
    (((((((((2.1134423851750842e-7 * z + 6.7847502295853764e-6) * z + 0.00010551925133489204) * z +
      0.001040528332150645) *
      z +
      0.007173149407227036) *
      z +
      0.036035840620624836) *
      z +
      0.13355058042998919) *
      z +
      0.36120137410819914) *
      z +
      0.6855834822080347) *
      z +
      0.832407997359465) *
      z +
    0.5;
  const denominator =
    ((((((((((5.297614439483448e-7 * z + 1.7006846761787948e-5) * z + 0.0002650273003578469) * z +
      0.0026252245846924804) *
      z +
      0.018243857137602692) *
      z +
      0.09290266108821295) *
      z +
      0.3522183809103327) *
      z +
      0.9906797159891835) *
      z +
      2.0199085285770946) *
      z +
      2.8361177155476183) *
      z +
      2.4627005555217933) *
      z +
    1.0;
  return numerator / denominator;
}

/**
 * Phi(z) - 1/2 without cancellation near zero; relative error below 4e-16.
 *
 * @param z - from -1 to 1
 */
export function centralNormal(z: number): number {
  const u = z * z;
  return (
    z *
    ((((((((((4.0743269774266276e-12 * u - 1.106432828275589e-10) * u + 2.2704137585676e-9) * u -
      4.1224107514160815e-8) *
      u +
      6.659679879655231e-7) *
      u -
      9.444655793103845e-6) *
      u +
      0.00011543468751655941) *
      u -
      0.0011873282154680343) *
      u +
      0.009973557010035022) *
      u -
      0.06649038006690543) *
      u +
      0.3989422804014327)
  );
}

/** exp(-z²/2); z is cut so that its square is exact, because an error of z²/2 is an error of the result. */
export function halfSquareExponential(z: number): number {
  const cut = Math.trunc(z * 16) / 16;
  return Math.exp(-0.5 * cut * cut) * Math.exp(-0.5 * (z - cut) * (z + cut));
}

/** 1 / sqrt(2 pi). */
export const INVERSE_ROOT_TWO_PI: number = 0.3989422804014327;
