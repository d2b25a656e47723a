import type { Facts } from "../findings/finding.ts";
import type { AnySeriesRule, Raised } from "../findings/rule.ts";
import { say } from "../language/phrase.ts";
import { createTerms } from "../language/terms.ts";
import type { CaseRecord } from "../record/case-record.ts";
import { CASE_SCHEMA } from "../record/case-record.ts";
import type { Claim } from "../record/claim.ts";
import { SERIES_SCHEMA, type SeriesHead, seriesSchema } from "../record/series.ts";
import { openSeries, type SeriesView } from "../record/series-view.ts";
import type { ClaimResult } from "./claim-result.ts";
import { sayClaim, testClaim } from "./test-claim.ts";

type Woman = Partial<Omit<CaseRecord, "schema">>;
type Head = Partial<Omit<SeriesHead, "schema" | "id" | "title">>;

/** A claim without the id that every test would repeat. */
export type Claimed = Claim extends infer C ? (C extends Claim ? Omit<C, "id"> : never) : never;

/** A series of which only the parts named are recorded; women are called "w1", "w2" unless they carry an id. */
export function seriesOf(women: readonly Woman[], head: Head = {}): SeriesView {
  const cases = women.map((woman, position) => ({ schema: CASE_SCHEMA, id: `w${position + 1}`, ...woman }));
  return openSeries(seriesSchema.parse({ schema: SERIES_SCHEMA, id: "test", title: "test", ...head, cases }));
}

/**
 * The result of one claim, told in both languages on the way.
 *
 * @throws Error when a sentence holds a value that was not filled in
 */
export function testedOn(claimed: Claimed, women: readonly Woman[], head: Head = {}): ClaimResult {
  const claim = { id: "claim", ...claimed } as Claim;
  const result = testClaim(claim, seriesOf(women, { ...head, claims: [claim] }));
  for (const lang of ["en", "zh"] as const) complete(sayClaim(result, createTerms(lang)));
  return result;
}

/** What a rule raises on a series, its messages told in both languages on the way. */
export function raisedBy(rule: AnySeriesRule, view: SeriesView): readonly Raised<Facts>[] {
  const raised = rule.find(view);
  for (const { facts } of raised) {
    for (const lang of ["en", "zh"] as const) complete(say(rule.message, facts as never, createTerms(lang)));
  }
  return raised;
}

function complete(text: string): void {
  if (/undefined|NaN|null|\[object/.test(text)) throw new Error(`not filled in: ${text}`);
}
