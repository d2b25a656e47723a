import { betaTerm, regularisedBeta } from "../special/incomplete-beta.ts";
import { fCdf } from "./f.ts";
import { poissonMixture } from "./poisson-mixture.ts";
import { requireNonCentrality, requireNumber, requirePositive, type Tail } from "./tail.ts";

/**
 * Probability of one tail of the non-central F distribution, a Poisson mixture of beta distributions.
 *
 * @param x - any number, infinity included; nothing lies below 0
 * @param df1 - degrees of freedom of the numerator, which is the non-central one; above 0, finite
 * @param df2 - degrees of freedom of the denominator; above 0, finite
 * @param lambda - non-centrality, the sum of the squared means; finite, 0 or above
 * @throws RangeError when degrees of freedom are not finite and above 0, or `lambda` is below 0
 * @see DLMF 8.17.20 for the recurrence
 */
export function noncentralFCdf(x: number, df1: number, df2: number, lambda: number, tail: Tail = "lower"): number {
  requireNumber("x", x);
  requirePositive("df1", df1);
  requirePositive("df2", df2);
  if (!(df1 < Number.POSITIVE_INFINITY && df2 < Number.POSITIVE_INFINITY)) {
    throw new RangeError("degrees of freedom must be finite");
  }
  requireNonCentrality(lambda);
  if (lambda < 1e-290 || x <= 0 || x === Number.POSITIVE_INFINITY) return fCdf(x, df1, df2, tail);
  const a = 0.5 * df1;
  const b = 0.5 * df2;
  const odds = (df1 / df2) * x;
  const share = odds > 1 ? 1 / (1 + 1 / odds) : odds / (1 + odds);
  const rest = odds > 1 ? 1 / odds / (1 + 1 / odds) : 1 / (1 + odds);
  return poissonMixture(
    0.5 * lambda,
    {
      probability: (j, side) => regularisedBeta(a + j, b, share, rest, side),
      difference: (j) => betaTerm(a + j, b, share, rest) / (a + j),
      ratio: (j) => (share * (a + j + b)) / (a + j + 1),
    },
    tail,
  );
}
