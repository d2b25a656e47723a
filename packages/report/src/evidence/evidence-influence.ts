import { influence, type StratumPool, type TreatmentPool } from "@materbone/evidence";
import type { InfluenceData } from "../figures/evidence/influence-data.ts";
import { placeOf, poolId, poolTitle } from "./pool-figures.ts";

/** What leaving each study out does to a pooled effect; `undefined` where nothing is pooled. */
export function evidenceInfluence(stratum: StratumPool, pool: TreatmentPool): InfluenceData | undefined {
  if (pool.withSingles.kind === "notPooled") return undefined;
  const { fit } = pool.withSingles;
  const places = influence(fit);
  return {
    id: poolId("influence", stratum, pool),
    title: poolTitle(stratum, pool),
    rows: pool.rows.flatMap((row, position) => {
      const place = places[position];
      if (place === undefined) return [];
      const deletion = place.deletion.kind === "fit" ? place.deletion : undefined;
      return [
        {
          at: placeOf(row),
          study: row.label,
          values: {
            rstudent: deletion?.rstudent,
            dffits: deletion?.dffits,
            cooksDistance: deletion?.cookD,
            covarianceRatio: deletion?.covR,
            tau2Deleted: deletion?.tau2,
            qeDeleted: deletion?.qe,
            hat: place.hat,
            weightPercent: place.weight,
          },
          isFlagged: place.flagged,
        },
      ];
    }),
    references: {
      rstudent: 0,
      dffits: 0,
      cooksDistance: 0,
      covarianceRatio: 1,
      tau2Deleted: fit.tau2,
      qeDeleted: fit.qe,
    },
    notes: [
      {
        en: "Flagged: |DFFITS| above 3 √(1 / (k − 1)), Cook's distance beyond the median of chi-square, leverage above 3 / k, or a change of more than one standard error (Viechtbauer and Cheung 2010). The panels look at studies; none is left out for it.",
        zh: "标记条件：|DFFITS| 大于 3√(1/(k−1))，Cook 距离超过卡方分布中位数，杠杆值大于 3/k，或使估计值改变超过 1 个标准误（Viechtbauer 与 Cheung 2010）。仅供查看，不据此剔除研究。",
      },
    ],
  };
}
