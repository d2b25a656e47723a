import { centralNormal, scaledNormalTail } from "./normal-tail.ts";

/**
 * Complementary error function, 2 / sqrt(pi) times the integral of exp(-t²) from `x` to infinity.
 *
 * @throws RangeError when `x` is not a number
 */
export function erfc(x: number): number {
  if (Number.isNaN(x)) throw new RangeError("erfc needs a number, not NaN");
  const z = Math.abs(x) * Math.SQRT2;
  if (z < 1) return 1 - 2 * Math.sign(x) * centralNormal(z);
  if (z > 40) return x > 0 ? 0 : 2;
  const cut = Math.trunc(Math.abs(x) * 16) / 16;
  const exponential = Math.exp(-cut * cut) * Math.exp(-(Math.abs(x) - cut) * (Math.abs(x) + cut));
  const upper = 2 * exponential * scaledNormalTail(z);
  return x > 0 ? upper : 2 - upper;
}
