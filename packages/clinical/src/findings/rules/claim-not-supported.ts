import type { ClaimResult } from "../../claims/claim-result.ts";
import { sayClaim, testClaims } from "../../claims/test-claim.ts";
import type { Terms } from "../../language/terms.ts";
import type { ClaimKind } from "../../record/claim.ts";
import type { Facts } from "../finding.ts";
import { seriesRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";

/** The claim's id and kind with the facts of its test. */
type ClaimFacts = Facts & { readonly claim: string; readonly kind: ClaimKind };

/** A claim of the authors that their own record does not bear out; how much it matters belongs to the kind of claim. */
export const claimNotSupported = seriesRule<ClaimFacts>({
  id: "claim-not-supported",
  severity: "major",
  reads: ["claims[]"],
  source: sourcePaper("l.163-167, l.417-423, l.519-529", "statements of the text against its own tables"),
  title: { en: "Does the record bear out what the authors state?", zh: "作者的论述是否得到病例资料的支持？" },
  message: { en: tell, zh: tell },
  find: (view) =>
    testClaims(view)
      .filter(({ outcome }) => outcome === "notSupported")
      .map(({ claim, kind, severity, facts, at }) => ({ at, severity, facts: { ...facts, claim, kind } })),
});

function tell(facts: ClaimFacts, terms: Terms): string {
  return sayClaim({ kind: facts.kind, outcome: "notSupported" satisfies ClaimResult["outcome"], facts }, terms);
}
