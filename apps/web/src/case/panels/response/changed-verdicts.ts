import type { BmdResponse } from "@materbone/clinical";

/** A pair of scans that two least significant changes judge differently. */
export type ChangedVerdict = { readonly now: BmdResponse; readonly before: BmdResponse };

/**
 * Pairs whose verdict changes from one least significant change to another.
 *
 * @param before - the same pairs under the other limit, in any order
 */
export function changedVerdicts(
  now: readonly BmdResponse[],
  before: readonly BmdResponse[],
): readonly ChangedVerdict[] {
  return now.flatMap((response) => {
    const other = before.find(
      (each) => each.site === response.site && each.from.at === response.from.at && each.to.at === response.to.at,
    );
    return other === undefined || other.verdict === response.verdict ? [] : [{ now: response, before: other }];
  });
}
