import { normalQuantile } from "@materbone/numerics";

/** Cohen's kappa of a square table, with its large-sample interval (95 %); none where chance alone would agree wholly. */
export type Kappa =
  | {
      readonly kind: "kappa";
      readonly kappa: number;
      readonly standardError: number;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: "none" };

/**
 * Agreement of two raters beyond chance, unweighted.
 *
 * @param table - counts, k x k: row the first rater's category, column the second's
 * @throws RangeError when the table is not square or a count is negative
 * @see Cohen 1960, Educational and Psychological Measurement 20:37-46; standard error after Fleiss, Cohen & Everitt 1969,
 *   Psychological Bulletin 72:323-327, as SAS PROC FREQ and statsmodels give it
 */
export function cohensKappa(table: readonly (readonly number[])[]): Kappa {
  for (const row of table) {
    if (row.length !== table.length) throw new RangeError("a table of agreement is square");
    for (const count of row) if (!(count >= 0)) throw new RangeError(`a count is not negative, got ${count}`);
  }
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  if (n === 0) return { kind: "none" };
  const p = table.map((row) => row.map((count) => count / n));
  const rows = p.map((row) => row.reduce((sum, share) => sum + share, 0));
  const columns = p.map((_, j) => p.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const observed = p.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const expected = rows.reduce((sum, share, i) => sum + share * (columns[i] ?? 0), 0);
  if (!(1 - expected > 1e-12)) return { kind: "none" };
  let spread = 0;
  p.forEach((row, i) => {
    row.forEach((share, j) => {
      const term =
        i === j
          ? 1 - expected - ((rows[i] ?? 0) + (columns[i] ?? 0)) * (1 - observed)
          : (1 - observed) * ((columns[i] ?? 0) + (rows[j] ?? 0));
      spread += share * term ** 2;
    });
  });
  const centre = observed * expected - 2 * expected + observed;
  const variance = Math.max(0, spread - centre ** 2) / (n * (1 - expected) ** 4);
  const standardError = Math.sqrt(variance);
  const kappa = (observed - expected) / (1 - expected);
  const reach = normalQuantile(0.975) * standardError;
  return { kind: "kappa", kappa, standardError, low: Math.max(-1, kappa - reach), high: Math.min(1, kappa + reach) };
}
