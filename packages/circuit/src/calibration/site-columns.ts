import type { DensitySite } from "../model/site-density.ts";
import { siteVerdicts } from "./calibration.ts";

/** The release's own layer of the femoral neck, which was never fitted to lactation or to several drugs. */
const PUBLISHED_FEMORAL_NECK = ["BMDfn", "dBMDfn_pct"] as const;

/** Columns of the circuit that say something of a site's density. */
export function siteColumns(site: DensitySite): readonly string[] {
  return [`BMD_${site}`, `dBMD_${site}_pct`, `tissue${site}`, ...(site === "FN" ? PUBLISHED_FEMORAL_NECK : [])];
}

/** The release's own equations of the lumbar spine, which the circuit keeps beside its layer. */
export const PUBLISHED_SPINE: readonly string[] = ["BMDls", "dBMDls_pct", "BMDlsDEN", "dBMDlsDEN_pct"];

/** Columns of the circuit that are given only where they are named: those of a site that is hidden, and those that its layer replaces. */
export const hiddenColumns: ReadonlySet<string> = new Set([
  ...siteVerdicts.filter(({ shown }) => !shown).flatMap(({ site }) => siteColumns(site)),
  ...PUBLISHED_SPINE,
]);
