import { candidateStatuses, isDecidedTwice, isSameReviewer, reviewersOf } from "./candidate-status.ts";
import type { Review, ReviewEntry } from "./review-schema.ts";
import { reviewerKey } from "./reviewer-name.ts";
import type { ShownSummary } from "./shown-summary.ts";

/** One reviewer's own decisions, to be put together with a colleague's: with the name, without notes. */
export function ownReview(review: Review, reviewer: string): Review {
  const own = review.entries.filter((entry) => entry.kind === "decision" && isSameReviewer(entry.reviewer, reviewer));
  return { ...review, entries: own.map(({ note: _note, ...rest }) => rest) };
}

/**
 * The review as it may leave: without notes, which may say anything, and reasons, which one woman alone may have; with letters for
 * the people, and only of candidates that both have decided on.
 *
 * @returns `undefined` while a small count, or one that the funnel hides, could be counted in it
 */
export function leavingReview(
  review: Review,
  { isReviewShown }: Pick<ShownSummary, "isReviewShown">,
): Review | undefined {
  if (!isReviewShown) return undefined;
  const letters = new Map<string, string>();
  const letterOf = (name: string): string => {
    const key = reviewerKey(name);
    const letter = letters.get(key) ?? `R${letters.size + 1}`;
    letters.set(key, letter);
    return letter;
  };
  for (const reviewer of reviewersOf(review)) letterOf(reviewer);
  const leaving = (entry: ReviewEntry): ReviewEntry => {
    const { note: _note, ...kept } = entry;
    const rest = { ...kept, reasons: [] };
    if (rest.kind === "decision") return { ...rest, reviewer: letterOf(rest.reviewer) };
    if (rest.by.kind === "together") return rest;
    return { ...rest, by: { kind: "third", adjudicator: letterOf(rest.by.adjudicator) } };
  };
  const statuses = candidateStatuses(review);
  const isTold = ({ candidate }: ReviewEntry): boolean => isDecidedTwice(statuses[candidate - 1] ?? { kind: "open" });
  return { ...review, entries: review.entries.filter(isTold).map(leaving) };
}
