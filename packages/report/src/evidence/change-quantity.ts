import type { EvidenceMetric, PooledSite } from "@materbone/evidence";
import type { Quantity } from "../figures/evidence/evidence-figure-data.ts";
import { bothLanguages } from "./both-languages.ts";
import { evidenceSite } from "./literature-words.ts";

/** The change of bone density at a site, in percent or percent per year, as figures of the evidence name it. */
export function changeQuantity(site: PooledSite, metric: EvidenceMetric): Quantity {
  const isAnnual = metric === "annualPercentChange";
  return {
    name: bothLanguages((t) => {
      const name = evidenceSite(site, t);
      if (t.lang === "zh") return isAnnual ? `${name}BMD年变化` : `${name}BMD变化`;
      return isAnnual ? `change of ${name} BMD per year` : `change of ${name} BMD`;
    }),
    unit: { en: "%", zh: "%" },
    decimals: 1,
    isSigned: true,
  };
}
