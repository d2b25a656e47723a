import { SKELETAL_SITES, type SkeletalSite } from "@materbone/clinical";
import { siteVerdicts } from "../calibration/calibration.ts";
import { DENSITY_OUTPUTS } from "../population/circuit-job.ts";

/** Sites whose density the circuit shows: the spine, and a hip site that has passed its own validation rows. */
export const shownSites: readonly SkeletalSite[] = SKELETAL_SITES.filter((site) =>
  siteVerdicts.some((verdict) => verdict.shown && DENSITY_OUTPUTS[site] === `BMD_${verdict.site}`),
);
