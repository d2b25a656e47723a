import { poolingKnowledge, type StratumPool, type TreatmentPool } from "@materbone/evidence";
import type { FunnelData } from "../figures/evidence/funnel-data.ts";
import { changeQuantity } from "./change-quantity.ts";
import { placeOf, poolId, poolTitle } from "./pool-figures.ts";

/** The funnel of one pooled treatment; `undefined` where nothing is pooled, for want of a line to stand about. */
export function evidenceFunnel(entry: StratumPool, pool: TreatmentPool): FunnelData | undefined {
  if (pool.withSingles.kind === "notPooled") return undefined;
  const estimate = pool.withSingles.fit.coefficients[0]?.estimate;
  if (estimate === undefined) return undefined;
  const fewest = poolingKnowledge.fewestForAsymmetry.value;
  return {
    id: poolId("funnel", entry, pool),
    title: poolTitle(entry, pool),
    quantity: changeQuantity(entry.stratum.site, entry.stratum.metric),
    points: pool.rows.map((row) => ({
      at: placeOf(row),
      study: row.label,
      estimate: row.yi,
      se: Math.sqrt(row.vi),
      isSingleWoman: row.isSingleWomen,
    })),
    pooled: { label: { en: "pooled", zh: "合并值" }, estimate },
    notes:
      pool.rows.length < fewest
        ? [
            {
              en: `Tests of asymmetry are not given for fewer than ${fewest} studies. Where the SD is assumed, the standard error is that of the number of women alone.`,
              zh: `研究少于${fewest}项，不作不对称检验。SD为假定值时，标准误仅由例数决定。`,
            },
          ]
        : [],
  };
}
