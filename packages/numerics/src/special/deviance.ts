/**
 * x log(x/m) + m - x, without cancellation where x is close to m.
 *
 * @param x - above 0
 * @param m - above 0
 * @see Loader 2000, Fast and accurate computation of binomial probabilities
 */
export function deviance(x: number, m: number): number {
  const difference = x - m;
  const v = difference / (x + m);
  if (!(Math.abs(v) < 0.25)) return x * Math.log(x / m) - difference;
  const square = v * v;
  let power = 2 * x * v;
  let sum = difference * v;
  for (let k = 3; k < 60; k += 2) {
    power *= square;
    const next = sum + power / k;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
