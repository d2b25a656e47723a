import { type CaseView, type Scan, SKELETAL_SITES, type SkeletalSite, type Timed } from "@materbone/clinical";

/** The site whose band is drawn unless another is asked for: the first with a BMD, the lumbar spine before the hip. */
export function bandSiteOf(view: CaseView): SkeletalSite {
  return SKELETAL_SITES.find((site) => referenceOf(view, site) !== undefined) ?? "lumbarSpine";
}

/** The scan that a course of a site is counted from: the first with a BMD. */
export function referenceOf(view: CaseView, site: SkeletalSite): Timed<Scan> | undefined {
  return view.scans.find(({ entry }) => entry.sites[site]?.bmdGPerCm2 !== undefined);
}
