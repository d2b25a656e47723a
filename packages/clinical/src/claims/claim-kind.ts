import knowledge from "../../knowledge/claim-kinds.json" with { type: "json" };
import type { Severity } from "../findings/finding.ts";
import type { ClaimKind } from "../record/claim.ts";
import type { Source } from "../source.ts";

/** How much a kind of claim moves a conclusion when the record does not bear it out. Its name is a term of the language. */
export type ClaimKindKnowledge = { readonly kind: ClaimKind; readonly severity: Severity; readonly source: Source };

type ClaimKnowledge = {
  readonly kinds: readonly ClaimKindKnowledge[];
  /** A drug more than this many months after the diagnosis was not the first measure. */
  readonly firstDrugGap: { readonly moreThanMonths: number; readonly source: Source };
};

const { kinds, firstDrugGap }: ClaimKnowledge = knowledge as ClaimKnowledge;

/** Every kind of claim, in the order of the reference page. */
export const claimKinds: readonly ClaimKindKnowledge[] = kinds;

/** Months that may pass between the diagnosis and a drug that is still called the first measure. */
export const firstDrugGapMonths: ClaimKnowledge["firstDrugGap"] = firstDrugGap;

/**
 * What is known of a kind of claim.
 *
 * @throws RangeError for a kind without an entry
 */
export function claimKind(kind: ClaimKind): ClaimKindKnowledge {
  const entry = claimKinds.find((candidate) => candidate.kind === kind);
  if (entry === undefined) throw new RangeError(`no such kind of claim: ${kind}`);
  return entry;
}
