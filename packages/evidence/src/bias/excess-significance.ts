import { integrate, normalCdf, normalDensity, normalQuantile } from "@materbone/numerics";
import type { MetaFit } from "../meta/meta-fit.ts";

/** How single studies are tested: for effects on both sides, above 0, or below. */
export type StudyAlternative = "two.sided" | "greater" | "less";

export type ExcessSignificance = {
  readonly observed: number;
  /** Sum of the powers of the studies. */
  readonly expected: number;
  /** Power of each study, averaged over the distribution of true effects; length k. */
  readonly power: Float64Array;
  /** Exact one-sided p of so many significant studies or more. */
  readonly p: number;
};

/** True effects this many tau from the mean, and beyond, are left out, as metafor does; their share is 6e-7. */
const FARTHEST = 5;

/**
 * Test for more significant studies than their powers let expect, with true effects distributed as the pooled model says.
 *
 * @param fit - a pooled effect
 * @param alpha - level at which studies count as significant, above 0 and below 1
 * @throws RangeError when `alpha` is out of range
 * @throws TypeError when the fit has moderators
 * @see Ioannidis & Trikalinos (2007), Clin Trials 4:245
 */
export function excessSignificance(
  fit: MetaFit,
  alpha = 0.05,
  alternative: StudyAlternative = "two.sided",
): ExcessSignificance {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be above 0 and below 1, got ${alpha}`);
  if (fit.design !== undefined) throw new TypeError("the test of excess significance needs a pooled effect");
  const { yi, vi } = fit.effects;
  const mean = fit.coefficients[0].estimate;
  const tau = Math.sqrt(fit.tau2);
  const critical = normalQuantile(alternative === "two.sided" ? alpha / 2 : alpha, "upper");
  const isBeyond = (z: number): boolean =>
    (alternative !== "less" && z >= critical) || (alternative !== "greater" && z <= -critical);
  const powerAt = (effect: number, se: number): number => {
    const shift = effect / se;
    const above = alternative === "less" ? 0 : normalCdf(critical - shift, "upper");
    return above + (alternative === "greater" ? 0 : normalCdf(-critical - shift));
  };
  const power = vi.map((v) => {
    const se = Math.sqrt(v);
    if (tau === 0) return powerAt(mean, se);
    const integrand = (z: number): number => powerAt(mean + tau * z, se) * normalDensity(z);
    return integrate(integrand, -FARTHEST, FARTHEST, { relativeTolerance: 1e-11 }).value;
  });
  const observed = yi.reduce((count, y, i) => count + (isBeyond(y / Math.sqrt(vi[i])) ? 1 : 0), 0);
  return { observed, expected: power.reduce((sum, one) => sum + one, 0), power, p: atLeast(observed, power) };
}

/** P of so many successes or more among independent trials of unlike chances. */
function atLeast(count: number, chances: Float64Array): number {
  const shares = new Float64Array(chances.length + 1);
  shares[0] = 1;
  chances.forEach((chance, trial) => {
    for (let successes = trial + 1; successes > 0; successes--) {
      shares[successes] = shares[successes] * (1 - chance) + shares[successes - 1] * chance;
    }
    shares[0] *= 1 - chance;
  });
  let sum = 0;
  for (let successes = chances.length; successes >= count; successes--) sum += shares[successes];
  return Math.min(1, sum);
}
