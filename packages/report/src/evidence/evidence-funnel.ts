import { poolingKnowledge, type StratumPool, stratumKey, type TreatmentPool } from "@materbone/evidence";
import type { FunnelData } from "../figures/evidence/funnel-data.ts";
import { bothLanguages } from "./both-languages.ts";
import { evidenceSite, stratumName, TREATMENT_WORDS } from "./literature-words.ts";

/** The funnel of one pooled treatment; `undefined` where nothing is pooled, for want of a line to stand about. */
export function evidenceFunnel({ stratum }: StratumPool, pool: TreatmentPool): FunnelData | undefined {
  if (pool.withSingles.kind === "notPooled") return undefined;
  const estimate = pool.withSingles.fit.coefficients[0]?.estimate;
  if (estimate === undefined) return undefined;
  const fewest = poolingKnowledge.fewestForAsymmetry.value;
  return {
    id: `funnel-${stratumKey(stratum).replaceAll("/", "-")}-${pool.treatment}`,
    title: bothLanguages((t) =>
      t.lang === "zh"
        ? `${stratumName(stratum, t)}，${TREATMENT_WORDS[pool.treatment].zh}`
        : `${stratumName(stratum, t)}, ${TREATMENT_WORDS[pool.treatment].en}`,
    ),
    quantity: {
      name: bothLanguages((t) =>
        t.lang === "zh" ? `${evidenceSite(stratum.site, t)}BMD变化` : `change of ${evidenceSite(stratum.site, t)} BMD`,
      ),
      unit: { en: "%", zh: "%" },
      decimals: 1,
      isSigned: true,
    },
    points: pool.rows.map((row) => ({
      at: row.members.map(({ key }) => key).join("+"),
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
