import {
  type CaseView,
  type LscSource,
  leastSignificantChange,
  lscBasis,
  roiLevels,
  SKELETAL_SITES,
} from "@materbone/clinical";
import { explainLsc, LSC_BASIS } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../../../language/language.tsx";
import { ComputedBy } from "../../../parts/ComputedSteps.tsx";
import classes from "./Response.module.css";
import { responseWords as words } from "./response-words.ts";

/** The limits in use, site by site in words with numbers, and what they rest on. Always in view. */
export function LscInUse({ view, lsc }: { readonly view: CaseView; readonly lsc: LscSource }): ReactNode {
  const terms = useTerms();
  const sites = SKELETAL_SITES.flatMap((site) => {
    const scan = view.scans.find(({ entry }) => entry.sites[site]?.bmdGPerCm2 !== undefined);
    const reading = scan?.entry.sites[site];
    if (scan === undefined || reading?.bmdGPerCm2 === undefined) return [];
    const measured = {
      site,
      bmdGPerCm2: reading.bmdGPerCm2,
      vertebrae: roiLevels(reading)?.length,
      device: scan.entry.device,
    };
    return [{ site, scan, limit: leastSignificantChange(lsc, measured, view.context) }];
  });
  if (sites.length === 0) return null;
  return (
    <p className={classes.limits}>
      {terms.text(words.limits)}
      {terms.lang === "zh" ? "：" : ": "}
      {sites.map(({ site, scan, limit }, position) => (
        <span key={site}>
          {position > 0 && (terms.lang === "zh" ? "，" : ", ")}
          {terms.site(site)}{" "}
          {limit === undefined ? (
            terms.text(words.noLimit)
          ) : (
            <ComputedBy
              value={`±${terms.fixed(limit.percent, 2).replace(/0$/, "")}%`}
              explanation={explainLsc(lsc, site, scan, view.context, terms)}
            />
          )}
        </span>
      ))}
      {terms.lang === "zh" ? "（" : " ("}
      {terms.text(LSC_BASIS[lscBasis(lsc, view.context)])}
      {terms.lang === "zh" ? "）。" : ")."}
    </p>
  );
}
