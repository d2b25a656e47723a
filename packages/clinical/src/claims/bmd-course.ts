import { type BmdResponse, bmdResponses, firstToLast } from "../densitometry/response.ts";
import type { CaseView } from "../record/case-view.ts";
import type { SkeletalSite } from "../record/scan.ts";

/**
 * Changes of one woman at one site, pair by pair in time order. Claims speak of the numbers, so the limit of measurement
 * does not enter; scans on other devices, vertebrae or sides do not make a change at all.
 */
export function changesAt(view: CaseView, site: SkeletalSite): readonly BmdResponse[] {
  // The LSC is not used here; any source gives the same changes.
  return bmdResponses(view, { kind: "minimum" }).filter((change) => change.site === site && isLikeForLike(change));
}

/** The change from the first to the last scan of the site; `undefined` with one scan or when those two are not alike. */
export function overallChange(view: CaseView, site: SkeletalSite): BmdResponse | undefined {
  const overall = firstToLast(bmdResponses(view, { kind: "minimum" }), site);
  return overall !== undefined && isLikeForLike(overall) ? overall : undefined;
}

/** Changes with no other scan of the site between their two. */
export function neighbouringChanges(view: CaseView, site: SkeletalSite): readonly BmdResponse[] {
  const changes = changesAt(view, site);
  const hasScanBetween = ({ from, to }: BmdResponse): boolean =>
    changes.some((one) => one.from === from && changes.some((next) => next.from === one.to && next.to === to));
  return changes.filter((change) => !hasScanBetween(change));
}

function isLikeForLike({ reasons }: BmdResponse): boolean {
  return reasons.every(
    ({ kind }) => kind !== "differentDevices" && kind !== "differentVertebrae" && kind !== "differentSides",
  );
}
