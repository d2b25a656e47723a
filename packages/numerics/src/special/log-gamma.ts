/**
 * Natural logarithm of the gamma function, with small relative error also next to its zeros at 1 and 2.
 *
 * Stirling's series above 10, below it the recurrence down to [1.5, 2.5], where a polynomial stands
 * (tools/golden/numerics-coefficients.py).
 *
 * @param x - above 0
 * @throws RangeError when `x` is not above 0
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs x above 0, not ${x}`);
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
  if (x < 0.5) return logGammaNearTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return logGammaNearTwo(x - 1) - Math.log1p(x - 1);
  let rest = x;
  let product = 1;
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return (product === 1 ? 0 : Math.log(product)) + logGammaNearTwo(rest - 2);
}

/**
 * logGamma(1 + a), with small relative error also for tiny `a`.
 *
 * @param a - from 0 to 1.5
 */
export function logGamma1p(a: number): number {
  return a <= 0.5 ? logGammaNearTwo(a) - Math.log1p(a) : logGamma(1 + a);
}

/**
 * logGamma(b + a) - logGamma(b), with small relative error also for tiny `a`.
 *
 * @param b - above 0
 * @param a - from 0 to 1
 */
export function logGammaStep(b: number, a: number): number {
  let base = b;
  let below = 0;
  while (base < 10) {
    below += Math.log1p(a / base);
    base += 1;
  }
  const step = (base - 0.5) * Math.log1p(a / base) + a * Math.log(base + a) - a;
  return step + (stirlingSeries(base + a) - stirlingSeries(base)) - below;
}

/** logGamma(x) - ((x - 1/2) log(x) - x + log(2 pi) / 2) for x >= 10. */
export function stirlingSeries(x: number): number {
  const u = 1 / (x * x);
  return (1 / 12 - u * (1 / 360 - u * (1 / 1260 - u * (1 / 1680 - u * (1 / 1188 - u * (691 / 360360 - u / 156)))))) / x;
}

/** 0.5 log(2 pi). */
export const HALF_LOG_TWO_PI: number = 0.9189385332046728;

/** logGamma(2 + z) for z from -0.5 to 0.5. */
function logGammaNearTwo(z: number): number {
  return (
    z *
    (((((((((((((((((2.7475390051909663e-7 * z - 5.811277768921246e-7) * z + 9.242852225162277e-7) * z -
      1.9743106888421067e-6) *
      z +
      4.3828545383846665e-6) *
      z -
      9.45628851510172e-6) *
      z +
      2.050601970174762e-5) *
      z -
      4.4923727564247656e-5) *
      z +
      9.945761692157133e-5) *
      z -
      0.00022315497746292723) *
      z +
      0.0005096695196526673) *
      z -
      0.0011927539009983087) *
      z +
      0.002890510330865901) *
      z -
      0.007385551028935545) *
      z +
      0.02058080842778338) *
      z -
      0.06735230105319563) *
      z +
      0.3224670334241132) *
      z +
      0.42278433509846713)
  );
}
