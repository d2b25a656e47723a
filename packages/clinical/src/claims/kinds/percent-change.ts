import { percentChange } from "../../densitometry/response.ts";
import { namedScan, sayScan } from "../../findings/rules/named-scan.ts";
import { claimTest } from "../claim-result.ts";
import { namedCase } from "../named-case.ts";
import { printedClaim, printsAs } from "../printed-claim.ts";

/** A printed percent change against the BMD of the two scans it names, at the digits printed. */
export const percentChangeClaim = claimTest({
  kind: "percentChange",
  test: (claim, view) => {
    const printed = printedClaim(claim.printed);
    const woman = view.cases.find(({ record }) => record.id === claim.case);
    const scan = (id: string) => woman?.scans.find(({ entry }) => entry.id === id)?.entry;
    const from = scan(claim.from)?.sites[claim.site]?.bmdGPerCm2;
    const to = scan(claim.to)?.sites[claim.site]?.bmdGPerCm2;
    const percent = from === undefined || to === undefined ? null : percentChange(from, to);
    return {
      outcome: percent === null ? "cannotTell" : printsAs(percent, printed) ? "supported" : "notSupported",
      facts: {
        case: claim.case,
        name: woman === undefined ? { en: claim.case, zh: claim.case } : namedCase(woman.record).name,
        site: claim.site,
        from: namedScan(scan(claim.from) ?? { id: claim.from, sites: {} }),
        to: namedScan(scan(claim.to) ?? { id: claim.to, sites: {} }),
        fromBmdGPerCm2: from ?? null,
        toBmdGPerCm2: to ?? null,
        printed: printed.value,
        decimals: printed.decimals,
        percent,
      },
    };
  },
  sentence: {
    en: ({ facts }, t) => {
      const stated = `${t.text(facts.name)}, ${t.site(facts.site)}: ${t.signed(facts.printed, facts.decimals)} % is printed`;
      if (facts.percent === null || facts.fromBmdGPerCm2 === null || facts.toBmdGPerCm2 === null) {
        return `${stated}; the BMD of ${sayScan(facts.from, t)} or ${sayScan(facts.to, t)} is not recorded.`;
      }
      return `${stated}; ${t.fixed(facts.fromBmdGPerCm2, 3)} to ${t.fixed(facts.toBmdGPerCm2, 3)} g/cm² is ${t.signed(facts.percent, facts.decimals)} %.`;
    },
    zh: ({ facts }, t) => {
      const stated = `${t.text(facts.name)} ${t.site(facts.site)}：文中变化为 ${t.signed(facts.printed, facts.decimals)}%`;
      if (facts.percent === null || facts.fromBmdGPerCm2 === null || facts.toBmdGPerCm2 === null) {
        return `${stated}，但${sayScan(facts.from, t)}或${sayScan(facts.to, t)}的骨密度未记录。`;
      }
      return `${stated}；由 ${t.fixed(facts.fromBmdGPerCm2, 3)} 至 ${t.fixed(facts.toBmdGPerCm2, 3)} g/cm²，计算为 ${t.signed(facts.percent, facts.decimals)}%。`;
    },
  },
});
