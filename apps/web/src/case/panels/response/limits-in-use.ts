import {
  type CaseView,
  type LeastSignificantChange,
  type LscSource,
  leastSignificantChange,
  roiLevels,
  type Scan,
  SKELETAL_SITES,
  type SkeletalSite,
  type Timed,
} from "@materbone/clinical";

/** The limit at one scan of a site; `undefined` where the source has none for the site. */
export type LimitInUse = { readonly scan: Timed<Scan>; readonly limit: LeastSignificantChange | undefined };

export type SiteLimits = { readonly site: SkeletalSite; readonly limits: readonly LimitInUse[] };

export type DeviceLimits = {
  /** Id of the densitometer; `undefined` where a scan names none. */
  readonly device: string | undefined;
  readonly sites: readonly SiteLimits[];
};

/**
 * Limits that the scans of a woman are judged by, device by device in the order of the scans. A site has several on one
 * device where they read differently, as with fewer vertebrae measured.
 *
 * @param print - the limit as it is read; limits that read alike are given once
 */
export function limitsInUse(
  view: CaseView,
  lsc: LscSource,
  print: (limit: LeastSignificantChange) => string,
): readonly DeviceLimits[] {
  const devices = [...new Set(view.scans.map(({ entry }) => entry.device))];
  return devices
    .map((device) => {
      const scans = view.scans.filter(({ entry }) => entry.device === device);
      return { device, sites: SKELETAL_SITES.flatMap((site) => siteLimits(view, lsc, site, scans, print)) };
    })
    .filter(({ sites }) => sites.length > 0);
}

function siteLimits(
  view: CaseView,
  lsc: LscSource,
  site: SkeletalSite,
  scans: readonly Timed<Scan>[],
  print: (limit: LeastSignificantChange) => string,
): readonly SiteLimits[] {
  const limits = new Map<string, LimitInUse>();
  for (const scan of scans) {
    const reading = scan.entry.sites[site];
    if (reading?.bmdGPerCm2 === undefined) continue;
    const { device } = scan.entry;
    const measured = { site, bmdGPerCm2: reading.bmdGPerCm2, vertebrae: roiLevels(reading)?.length, device };
    const limit = leastSignificantChange(lsc, measured, view.context);
    const printed = limit === undefined ? "" : print(limit);
    if (!limits.has(printed)) limits.set(printed, { scan, limit });
  }
  return limits.size === 0 ? [] : [{ site, limits: [...limits.values()] }];
}
