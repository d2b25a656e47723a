import { betaQuantile } from "@materbone/numerics";

/** So many of so many, with the exact interval (Clopper-Pearson, 95 %) of the proportion; none of nothing. */
export type Proportion =
  | {
      readonly kind: "proportion";
      readonly count: number;
      readonly total: number;
      readonly estimate: number;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: "none" };

/**
 * A proportion with its exact interval.
 *
 * @param count - whole number, 0 to `total`
 * @param total - whole number; 0 gives `none`
 * @throws RangeError when a number is not such
 * @see Clopper & Pearson 1934, Biometrika 26:404-413
 */
export function proportion(count: number, total: number): Proportion {
  if (!(Number.isSafeInteger(total) && total >= 0)) throw new RangeError(`a total is a whole number, not ${total}`);
  if (!(Number.isSafeInteger(count) && count >= 0 && count <= total)) {
    throw new RangeError(`a count is a whole number from 0 to ${total}, not ${count}`);
  }
  if (total === 0) return { kind: "none" };
  const low = count === 0 ? 0 : betaQuantile(0.025, count, total - count + 1);
  const high = count === total ? 1 : betaQuantile(0.025, count + 1, total - count, "upper");
  return { kind: "proportion", count, total, estimate: count / total, low, high };
}
