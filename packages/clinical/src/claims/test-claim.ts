import type { Facts } from "../findings/finding.ts";
import { type Phrase, say } from "../language/phrase.ts";
import type { Terms } from "../language/terms.ts";
import type { Claim, ClaimKind, ClaimOf } from "../record/claim.ts";
import type { SeriesView } from "../record/series-view.ts";
import { claimKind } from "./claim-kind.ts";
import type { ClaimResult, Tested } from "./claim-result.ts";
import { agentsInAll } from "./kinds/agents-in-all.ts";
import { bmdRoseInAll } from "./kinds/bmd-rose-in-all.ts";
import { breastfedUntilDiagnosis } from "./kinds/breastfed-until-diagnosis.ts";
import { caseCount } from "./kinds/case-count.ts";
import { delayInAll } from "./kinds/delay-in-all.ts";
import { firstDrugInAll } from "./kinds/first-drug-in-all.ts";
import { hypothesis, statement } from "./kinds/kept-words.ts";
import { laboratoryNormal } from "./kinds/laboratory-normal.ts";
import { literatureAllRose } from "./kinds/literature-all-rose.ts";
import { literatureCounts } from "./kinds/literature-counts.ts";
import { literatureDiagnosed } from "./kinds/literature-diagnosed.ts";
import { longerFollowUpLargerGain } from "./kinds/longer-follow-up-larger-gain.ts";
import { lowestSite } from "./kinds/lowest-site.ts";
import { markerCount } from "./kinds/marker-count.ts";
import { meanAge } from "./kinds/mean-age.ts";
import { percentChangeClaim } from "./kinds/percent-change.ts";
import { significance } from "./kinds/significance.ts";

/** A test with its facts type hidden. */
type AnyClaimTest<K extends ClaimKind> = {
  readonly kind: K;
  readonly test: (claim: ClaimOf<K>, view: SeriesView) => Tested<Facts>;
  readonly sentence: Phrase<never>;
};

const testsByKind: { readonly [K in ClaimKind]: AnyClaimTest<K> } = {
  caseCount,
  meanAge,
  percentChange: percentChangeClaim,
  laboratoryNormal,
  markerCount,
  firstDrugInAll,
  agentsInAll,
  bmdRoseInAll,
  longerFollowUpLargerGain,
  lowestSite,
  breastfedUntilDiagnosis,
  delayInAll,
  literatureCounts,
  literatureDiagnosed,
  literatureAllRose,
  significance,
  statement,
  hypothesis,
};

/** Tests one claim of the authors against the series' own record. */
export function testClaim(claim: Claim, series: SeriesView): ClaimResult {
  const { outcome, facts } = tested(claim, series);
  return {
    claim: claim.id,
    kind: claim.kind,
    outcome,
    severity: claimKind(claim.kind).severity,
    facts,
    at: placeOf(claim, series),
  };
}

/** Every claim of the series, in the order it keeps them. */
export function testClaims(series: SeriesView): readonly ClaimResult[] {
  return (series.series.claims ?? []).map((claim) => testClaim(claim, series));
}

/** The result in one or two sentences. */
export function sayClaim(result: Pick<ClaimResult, "kind" | "outcome" | "facts">, terms: Terms): string {
  const { outcome, facts } = result;
  // The facts come from the test of the same kind, which is what its sentence was declared with.
  return say(testsByKind[result.kind].sentence, { outcome, facts } as never, terms);
}

function tested<K extends ClaimKind>(claim: ClaimOf<K>, series: SeriesView): Tested<Facts> {
  const test: AnyClaimTest<K> = testsByKind[claim.kind as K];
  return test.test(claim, series);
}

function placeOf(claim: Claim, series: SeriesView): string {
  const position = (series.series.claims ?? []).findIndex((candidate) => candidate.id === claim.id);
  return position < 0 ? "/claims" : `/claims/${position}`;
}
