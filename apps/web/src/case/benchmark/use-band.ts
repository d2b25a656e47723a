import type { CaseView, SkeletalSite } from "@materbone/clinical";
import { type BenchmarkBand, bandSiteOf, type NoBenchmarkBand } from "@materbone/report";
import { useMemo } from "react";
import { useCaseSearch } from "../use-case-search.ts";
import { useBenchmarkEngine } from "./use-benchmark-engine.ts";

/**
 * The band of change without a drug that the chart of a woman draws: of the site that the address names, else of the first
 * that she has a BMD of. `undefined` while its code comes, or where it is not wanted.
 */
export function useBand(view: CaseView, isWanted = true): BenchmarkBand | NoBenchmarkBand | undefined {
  const [{ band: choice }] = useCaseSearch();
  const isDrawn = isWanted && choice !== "none" && view.scans.length > 0;
  const engine = useBenchmarkEngine(isDrawn);
  const site = choice === undefined || choice === "none" ? bandSiteOf(view) : choice;
  return useMemo(() => {
    if (!isDrawn || engine === undefined) return undefined;
    return engine === "notLoaded" ? notLoaded(site) : engine.bandOfWoman(view, site, engine.untreated);
  }, [isDrawn, engine, view, site]);
}

function notLoaded(site: SkeletalSite): NoBenchmarkBand {
  return { kind: "noBand", site, because: NOT_LOADED };
}

const NOT_LOADED = {
  en: "The band of change without a drug could not be loaded.",
  zh: "未用药变化范围未能载入。",
};
