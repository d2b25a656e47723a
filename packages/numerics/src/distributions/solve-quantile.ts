/** One tail at a point `u`: its probability, density dP/du (positive) and d log(density) / du, signs as if P rose with u. */
export type TailAt = { p: number; density: number; slope: number };

/**
 * Solves P(u) = p for a rising tail probability whose logarithm is concave in `u`, by Halley's steps on log P
 * from u = 0, the guess of the caller.
 *
 * A step that leaves the bracket is replaced by halving or, while one side is open, by moving on.
 *
 * @param evaluate - fills the second argument for the point `u`
 * @param p - above 0
 * @returns u to the last digits that P allows
 */
export function solveLogTail(evaluate: (u: number, at: TailAt) => void, p: number): number {
  const at: TailAt = { p: 0, density: 0, slope: 0 };
  const logP = Math.log(p);
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let u = 0;
  let stride = 1;
  for (let step = 0; step < 200; step++) {
    evaluate(u, at);
    if (at.p < p) low = u;
    else high = u;
    const rate = at.density / at.p;
    // Near the root the difference of logarithms cancels, the ratio does not.
    const relative = (at.p - p) / p;
    const residual = Math.abs(relative) < 0.1 ? Math.log1p(relative) : Math.log(at.p) - logP;
    const newton = residual / rate;
    const correction = 1 - 0.5 * newton * (at.slope - rate);
    let next = u - newton / Math.min(2, Math.max(0.5, correction));
    if (!(next > low && next < high)) {
      if (residual === 0) return u;
      if (low === Number.NEGATIVE_INFINITY) next = high - stride;
      else if (high === Number.POSITIVE_INFINITY) next = low + stride;
      else next = 0.5 * (low + high);
      stride *= 2;
      if (next === low || next === high) return u;
    } else if (Math.abs(newton) < 1e-6 * Math.min(1, 1 / rate) || next === u) {
      return next;
    }
    u = next;
  }
  return u;
}
