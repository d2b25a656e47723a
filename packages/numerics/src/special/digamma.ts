/**
 * Derivative of logGamma.
 *
 * @param x - above 0
 * @throws RangeError when `x` is not above 0
 * @see DLMF 5.5.2, 5.11.2
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`digamma needs x above 0, not ${x}`);
  let shifted = x;
  let sum = 0;
  while (shifted < 10) {
    sum -= 1 / shifted;
    shifted += 1;
  }
  const u = 1 / (shifted * shifted);
  const series =
    u * (1 / 12 - u * (1 / 120 - u * (1 / 252 - u * (1 / 240 - u * (1 / 132 - u * (691 / 32760 - u / 12))))));
  return sum + Math.log(shifted) - 0.5 / shifted - series;
}

/**
 * Second derivative of logGamma.
 *
 * @param x - above 0
 * @throws RangeError when `x` is not above 0
 * @see DLMF 5.15.5, 5.15.8
 */
export function trigamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`trigamma needs x above 0, not ${x}`);
  let shifted = x;
  let sum = 0;
  while (shifted < 10) {
    sum += 1 / (shifted * shifted);
    shifted += 1;
  }
  const u = 1 / (shifted * shifted);
  const series =
    u * (1 / 6 - u * (1 / 30 - u * (1 / 42 - u * (1 / 30 - u * (5 / 66 - u * (691 / 2730 - (u * 7) / 6))))));
  return sum + (1 + 0.5 / shifted + series) / shifted;
}
