import type { PooledEstimate, StratumPool, TreatmentPool } from "@materbone/evidence";
import type { SinglesKept } from "../figures/evidence/evidence-figure-data.ts";
import type { SensitivityData, SensitivityRow } from "../figures/evidence/sensitivity-strip-data.ts";
import { bothLanguages } from "./both-languages.ts";
import { changeQuantity } from "./change-quantity.ts";
import { NO_PREDICTION_WORDS, NOT_POOLED_WORDS } from "./estimate-words.ts";
import { poolId, poolTitle } from "./pool-figures.ts";

/** The pooled effect by other SDs between women, with and without single women; `undefined` where nothing is pooled. */
export function evidenceStrip(stratum: StratumPool, pool: TreatmentPool): SensitivityData | undefined {
  if (pool.withSingles.kind === "notPooled") return undefined;
  const { sd } = stratum;
  const primary = bothLanguages((t) => {
    const points = t.fixed(sd.points, 1);
    return t.lang === "zh" ? `个体间SD ${points}个百分点` : `SD between women ${points} points`;
  });
  const hasSingles = pool.rows.some(({ isSingleWomen }) => isSingleWomen);
  const kept: SinglesKept = hasSingles ? "kept" : "none";
  const rows = [
    { at: "primary", assumption: primary, isPrimary: true, ...pool },
    ...pool.strip.map(({ sdPoints, withSingles, withoutSingles }) => ({
      at: `sd-${sdPoints}`,
      assumption: { en: `SD assumed ${sdPoints} points`, zh: `假定SD ${sdPoints}个百分点` },
      isPrimary: false,
      withSingles,
      withoutSingles,
    })),
  ].flatMap(({ at, assumption, isPrimary, withSingles, withoutSingles }) => [
    ...rowOf(withSingles, { at: `${at}/all`, assumption, singles: kept, isPrimary }),
    ...(hasSingles
      ? rowOf(withoutSingles, { at: `${at}/series`, assumption, singles: "leftOut", isPrimary: false })
      : []),
  ]);
  const { withoutSingles } = pool;
  return {
    id: poolId("strip", stratum, pool),
    title: poolTitle(stratum, pool),
    quantity: changeQuantity(stratum.stratum.site, stratum.stratum.metric),
    level: pool.withSingles.fit.level,
    rows,
    notes:
      hasSingles && withoutSingles.kind === "notPooled"
        ? [
            {
              en: `Without single women: ${NOT_POOLED_WORDS[withoutSingles.reason].en}.`,
              zh: `不含单例：${NOT_POOLED_WORDS[withoutSingles.reason].zh}。`,
            },
          ]
        : [],
  };
}

function rowOf(
  estimate: PooledEstimate,
  facts: Pick<SensitivityRow, "at" | "assumption" | "singles" | "isPrimary">,
): readonly SensitivityRow[] {
  const coefficient = estimate.kind === "pooled" ? estimate.fit.coefficients[0] : undefined;
  if (estimate.kind === "notPooled" || coefficient === undefined) return [];
  const { prediction } = estimate;
  return [
    {
      ...facts,
      studies: estimate.fit.k,
      women: estimate.women,
      estimate: coefficient.estimate,
      lower: coefficient.ciLower,
      upper: coefficient.ciUpper,
      prediction:
        prediction.kind === "interval"
          ? prediction
          : { kind: "notGiven", reason: NO_PREDICTION_WORDS[prediction.reason] },
    },
  ];
}
