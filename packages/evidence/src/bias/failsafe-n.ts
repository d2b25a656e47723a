import { normalCdf, normalQuantile } from "@materbone/numerics";
import type { Effects } from "../meta/meta-fit.ts";

export type FailsafeMethod = "Rosenthal" | "Orwin" | "Rosenberg";

export type FailsafeN = {
  readonly method: FailsafeMethod;
  /** Number of studies without an effect that would have to be added. */
  readonly n: number;
  /** p of the studies as they are: one-sided for Rosenthal, two-sided for Rosenberg; `undefined` for Orwin. */
  readonly p: number | undefined;
  /** What is to be reached: a p-value, or the effect of Orwin's method. */
  readonly target: number;
};

/** A whole number that rounding has pushed up by less than this is that number. */
const WHOLE = 1e-9;

/**
 * Fail-safe N: how many studies of effect 0 would make the result vanish. Kept for readers who ask for it; it says nothing
 * of whether studies are missing (Becker 2005, in Publication Bias in Meta-Analysis, ch. 7).
 *
 * @param alpha - level of significance, above 0 and below 1
 * @param target - of Orwin's method: the effect that would no longer matter, its sign that of the mean effect; half the mean
 *   effect when left out
 * @returns n 0 when the result is not significant, or not beyond the target, as it is
 * @throws RangeError when `alpha` or `target` is out of range
 * @see Rosenthal (1979), Psychol Bull 86:638; Orwin (1983), J Educ Stat 8:157; Rosenberg (2005), Evolution 59:464
 */
export function failsafeN({ yi, vi }: Effects, method: FailsafeMethod, alpha = 0.05, target?: number): FailsafeN {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be above 0 and below 1, got ${alpha}`);
  const k = yi.length;
  if (method === "Rosenthal") {
    const z = Math.abs(yi.reduce((sum, y, i) => sum + y / Math.sqrt(vi[i]), 0)) / Math.sqrt(k);
    const critical = normalQuantile(alpha, "upper");
    const n = critical > 0 ? k * ((z / critical) ** 2 - 1) : Number.POSITIVE_INFINITY;
    return { method, n: whole(n), p: normalCdf(z, "upper"), target: alpha };
  }
  if (method === "Rosenberg") {
    const weights = vi.reduce((sum, v) => sum + 1 / v, 0);
    const z = Math.abs(yi.reduce((sum, y, i) => sum + y / vi[i], 0)) / Math.sqrt(weights);
    const critical = normalQuantile(alpha / 2, "upper");
    return { method, n: whole(k * ((z / critical) ** 2 - 1)), p: 2 * normalCdf(z, "upper"), target: alpha };
  }
  const mean = yi.reduce((sum, y) => sum + y, 0) / k;
  const wanted = target ?? mean / 2;
  if (!(wanted !== 0 && Number.isFinite(wanted)))
    throw new RangeError(`target must be finite and not 0, got ${wanted}`);
  // A target is meant on the side of the effect, as in metafor: effects of 0 never carry the mean across 0.
  const onItsSide = Math.sign(wanted) === Math.sign(mean) ? wanted : -wanted;
  return { method, n: whole(k * (mean / onItsSide - 1)), p: undefined, target: onItsSide };
}

function whole(n: number): number {
  return Math.max(0, Math.ceil(n - WHOLE * Math.max(1, Math.abs(n))));
}
