import { type Proportion, proportion } from "../score/exact-interval.ts";
import { reviewersOf } from "./candidate-status.ts";
import { cohensKappa, type Kappa } from "./kappa.ts";
import { REVIEW_VERDICTS, type Review, type ReviewVerdict } from "./review-schema.ts";
import { reviewerKey } from "./reviewer-name.ts";

/** How far two reviewers agree who did not know of one another's decision. */
export type Agreement = {
  /** Candidates by what the first reviewer (row) and the second (column) said, in the order of `REVIEW_VERDICTS`. */
  readonly table: readonly (readonly number[])[];
  /** Same verdict, of those both have decided. */
  readonly raw: Proportion;
  readonly kappa: Kappa;
};

/**
 * Agreement on the decisions as they stood when the second reviewer first decided: from then on both may see both, and a
 * mind changed afterwards is no longer independent.
 */
export function agreementOf(review: Review): Agreement {
  const table = REVIEW_VERDICTS.map(() => REVIEW_VERDICTS.map(() => 0));
  for (const [first, second] of independentVerdicts(review).values()) {
    const row = table[REVIEW_VERDICTS.indexOf(first)];
    const column = REVIEW_VERDICTS.indexOf(second);
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  const same = table.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
  return { table, raw: proportion(same, total), kappa: cohensKappa(table) };
}

/** What the first reviewer and the second said of each candidate that both decided on, when the later of the two first decided. */
export function independentVerdicts(review: Review): ReadonlyMap<number, readonly [ReviewVerdict, ReviewVerdict]> {
  const reviewers = reviewersOf(review);
  const said = new Map<number, Map<string, ReviewVerdict>>();
  for (const entry of review.entries) {
    if (entry.kind !== "decision") continue;
    const ofOne = said.get(entry.candidate) ?? new Map<string, ReviewVerdict>();
    said.set(entry.candidate, ofOne);
    if (ofOne.size < 2) ofOne.set(reviewerKey(entry.reviewer), entry.verdict);
  }
  const pairs = new Map<number, readonly [ReviewVerdict, ReviewVerdict]>();
  for (const [candidate, ofOne] of said) {
    const [first, second] = reviewers.map((reviewer) => ofOne.get(reviewerKey(reviewer)));
    if (first !== undefined && second !== undefined) pairs.set(candidate, [first, second]);
  }
  return pairs;
}
