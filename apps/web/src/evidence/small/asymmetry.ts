import { eggerTest, poolingKnowledge, rankTest, type TreatmentPool, trimAndFill } from "@materbone/evidence";

/** What tests say of small studies, or why they are not asked. */
export type Asymmetry =
  | { readonly kind: "tooFew"; readonly studies: number; readonly fewest: number }
  /** Every study has the same standard error: there is nothing to regress on. */
  | { readonly kind: "alike" }
  | {
      readonly kind: "tested";
      readonly egger: { readonly slope: number; readonly p: number };
      readonly rank: { readonly tau: number; readonly p: number } | undefined;
      readonly trimmed: {
        readonly filled: number;
        readonly estimate: number;
        readonly lower: number;
        readonly upper: number;
      };
    };

/**
 * Regression test with the standard error, rank test, and trim and fill of a pooled effect, from the number of studies on that
 * a funnel needs to be judged by.
 */
export function asymmetryOf(pool: TreatmentPool): Asymmetry {
  const fewest = poolingKnowledge.fewestForAsymmetry.value;
  const { withSingles } = pool;
  if (withSingles.kind === "notPooled" || withSingles.fit.k < fewest) {
    return { kind: "tooFew", studies: pool.rows.length, fewest };
  }
  const { effects } = withSingles.fit;
  if (new Set(effects.vi).size === 1) return { kind: "alike" };
  const options = { method: "REML", test: "adhoc" } as const;
  const egger = eggerTest(effects, "sei", "rma", options);
  const rank = rankTest(effects);
  const { k0, fit } = trimAndFill(effects, options);
  const [pooled] = fit.coefficients;
  return {
    kind: "tested",
    egger: { slope: egger.slope, p: egger.p },
    rank: rank === undefined ? undefined : { tau: rank.tau, p: rank.p },
    trimmed: {
      filled: k0,
      estimate: pooled?.estimate ?? 0,
      lower: pooled?.ciLower ?? 0,
      upper: pooled?.ciUpper ?? 0,
    },
  };
}
