/** How a parameter differs from woman to woman. Scores of one correlated group are drawn together. */
export type Distribution =
  /** Draws above `high` are drawn anew. */
  | { readonly kind: "logNormal"; readonly median: number; readonly sdLog: number; readonly high?: number }
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  /** Draws outside are drawn anew. */
  | {
      readonly kind: "truncatedNormal";
      readonly mean: number;
      readonly sd: number;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number };

export type DrawnParameter = { readonly name: string; readonly distribution: Distribution };

/** Correlation of the scores of two parameters, neither of them uniform. */
export type ScoreCorrelation = { readonly between: readonly [string, string]; readonly value: number };

/**
 * Checks distributions before anything is drawn.
 *
 * @throws RangeError that names the parameter and what is wrong
 */
export function checkDistribution({ name, distribution }: DrawnParameter): void {
  const wrong = (what: string): never => {
    throw new RangeError(`distribution of ${name}: ${what}`);
  };
  if (Object.values(distribution).some((value) => typeof value === "number" && !Number.isFinite(value))) {
    wrong("every figure must be finite");
  }
  if (distribution.kind === "logNormal") {
    if (!(distribution.median > 0)) wrong(`median must be above 0, got ${distribution.median}`);
    if (!(distribution.sdLog > 0)) wrong(`sdLog must be above 0, got ${distribution.sdLog}`);
    const { high } = distribution;
    if (high !== undefined && !(high > distribution.median)) wrong(`high must be above the median, got ${high}`);
    return;
  }
  if (distribution.kind !== "uniform" && !(distribution.sd > 0)) wrong(`sd must be above 0, got ${distribution.sd}`);
  if (distribution.kind !== "normal" && !(distribution.low < distribution.high)) {
    wrong(`low must be below high, got ${distribution.low} and ${distribution.high}`);
  }
  if (distribution.kind === "truncatedNormal") {
    const { mean, sd, low, high } = distribution;
    // Further out, drawing anew would hardly end.
    if (mean + 4 * sd < low || mean - 4 * sd > high) wrong("the range lies more than four SD from the mean");
  }
}
