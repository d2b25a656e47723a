import { normalCdf } from "@materbone/numerics";

export type KendallTest = {
  /** Tau-b. */
  readonly tau: number;
  /** Two-sided. */
  readonly p: number;
  /** By the exact distribution, or by the normal approximation with its variance corrected for ties. */
  readonly kind: "exact" | "normal";
};

/** From this length on the exact distribution is not asked for. */
const EXACT_BELOW = 50;

/**
 * Kendall's rank correlation of two series and its test.
 *
 * @param isExact - the exact distribution where there are no ties and fewer than 50 values
 * @returns `undefined` when one of the series has a single value throughout
 * @throws RangeError for fewer than two pairs
 * @see Kendall (1970), Rank Correlation Methods, 4th ed., ch. 4 and 5
 */
export function kendallTest(a: ArrayLike<number>, b: ArrayLike<number>, isExact: boolean): KendallTest | undefined {
  const n = a.length;
  if (!(n >= 2 && b.length === n))
    throw new RangeError(`Kendall's test needs two series of two values or more, got ${n}`);
  let score = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) score += Math.sign(a[i] - a[j]) * Math.sign(b[i] - b[j]);
  }
  const tiesA = tieSizes(a);
  const tiesB = tieSizes(b);
  const pairs = (n * (n - 1)) / 2;
  const pairsA = pairs - sum(tiesA, (t) => (t * (t - 1)) / 2);
  const pairsB = pairs - sum(tiesB, (t) => (t * (t - 1)) / 2);
  if (pairsA === 0 || pairsB === 0) return undefined;
  const tau = score / Math.sqrt(pairsA * pairsB);
  if (isExact && tiesA.length === 0 && tiesB.length === 0 && n < EXACT_BELOW) {
    return { tau, p: exactP((score + pairs) / 2, n), kind: "exact" };
  }
  return { tau, p: 2 * normalCdf(Math.abs(score) / Math.sqrt(variance(n, tiesA, tiesB)), "upper"), kind: "normal" };
}

/** Sizes of the groups of equal values, of two or more. */
function tieSizes(values: ArrayLike<number>): readonly number[] {
  const counts = new Map<number, number>();
  for (let i = 0; i < values.length; i++) counts.set(values[i], (counts.get(values[i]) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}

/** Variance of the score under independence, with ties in both series. */
function variance(n: number, tiesA: readonly number[], tiesB: readonly number[]): number {
  const cubic = (t: number): number => t * (t - 1) * (2 * t + 5);
  const pairs = (t: number): number => t * (t - 1);
  const triples = (t: number): number => t * (t - 1) * (t - 2);
  const first = (cubic(n) - sum(tiesA, cubic) - sum(tiesB, cubic)) / 18;
  const second = (sum(tiesA, pairs) * sum(tiesB, pairs)) / (2 * pairs(n));
  const third = n > 2 ? (sum(tiesA, triples) * sum(tiesB, triples)) / (9 * triples(n)) : 0;
  return first + second + third;
}

/** Two-sided p of a number of concordant pairs: twice the smaller tail, both tails with the observed number in them. */
function exactP(concordant: number, n: number): number {
  // Counts of orders by their number of inversions, divided by n! as they grow.
  let shares = Float64Array.of(1);
  for (let size = 2; size <= n; size++) {
    const next = new Float64Array(shares.length + size - 1);
    for (let i = 0; i < shares.length; i++) for (let j = 0; j < size; j++) next[i + j] += shares[i] / size;
    shares = next;
  }
  let below = 0;
  for (let i = 0; i <= concordant; i++) below += shares[i];
  let above = 0;
  for (let i = concordant; i < shares.length; i++) above += shares[i];
  return Math.min(1, 2 * Math.min(below, above));
}

function sum(list: readonly number[], of: (value: number) => number): number {
  return list.reduce((total, value) => total + of(value), 0);
}
