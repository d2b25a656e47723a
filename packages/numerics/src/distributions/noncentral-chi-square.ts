import { gammaTerm, regularisedGamma } from "../special/incomplete-gamma.ts";
import { chiSquareCdf } from "./chi-square.ts";
import { poissonMixture } from "./poisson-mixture.ts";
import { requireNonCentrality, requireNumber, requirePositive, type Tail } from "./tail.ts";

/**
 * Probability of one tail of the non-central chi-square distribution, a Poisson mixture of central ones.
 *
 * @param x - any number, infinity included; nothing lies below 0
 * @param df - degrees of freedom, above 0
 * @param lambda - non-centrality, the sum of the squared means; finite, 0 or above
 * @throws RangeError when `df` is not above 0 or `lambda` below 0
 * @see DLMF 8.8.5 and 8.8.6 for the recurrence
 */
export function noncentralChiSquareCdf(x: number, df: number, lambda: number, tail: Tail = "lower"): number {
  requireNumber("x", x);
  requirePositive("df", df);
  requireNonCentrality(lambda);
  if (lambda < 1e-290 || x <= 0 || x === Number.POSITIVE_INFINITY) return chiSquareCdf(x, df, tail);
  const a = 0.5 * df;
  const half = 0.5 * x;
  return poissonMixture(
    0.5 * lambda,
    {
      probability: (j, side) => regularisedGamma(a + j, half, side),
      difference: (j) => gammaTerm(a + j, half),
      ratio: (j) => half / (a + j + 1),
    },
    tail,
  );
}
