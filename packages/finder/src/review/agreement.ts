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
  const reviewers = reviewersOf(review);
  const pairs = new Map<number, Map<string, ReviewVerdict>>();
  for (const entry of review.entries) {
    if (entry.kind !== "decision") continue;
    const said = pairs.get(entry.candidate) ?? new Map<string, ReviewVerdict>();
    pairs.set(entry.candidate, said);
    if (said.size < 2) said.set(reviewerKey(entry.reviewer), entry.verdict);
  }
  const table = REVIEW_VERDICTS.map(() => REVIEW_VERDICTS.map(() => 0));
  for (const said of pairs.values()) {
    const [first, second] = reviewers.map((reviewer) => said.get(reviewerKey(reviewer)));
    if (first === undefined || second === undefined) continue;
    const row = table[REVIEW_VERDICTS.indexOf(first)];
    const column = REVIEW_VERDICTS.indexOf(second);
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  const same = table.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
  return { table, raw: proportion(same, total), kappa: cohensKappa(table) };
}
