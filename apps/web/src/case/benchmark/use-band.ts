import type { CaseView, SkeletalSite } from "@materbone/clinical";
import { type BenchmarkBand, bandSiteOf, type NoBenchmarkBand } from "@materbone/report";
import { useMemo } from "react";
import type { BandChoice } from "../case-search.ts";
import { useBenchmarkEngine } from "./use-benchmark-engine.ts";

/**
 * The band of change without a drug that the chart of a woman draws: of the chosen site, else of the first that she has a BMD
 * of. `undefined` while its code comes, or where none is wanted.
 */
export function useBand(
  view: CaseView,
  choice: BandChoice | undefined,
  isWanted = true,
): BenchmarkBand | NoBenchmarkBand | undefined {
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
