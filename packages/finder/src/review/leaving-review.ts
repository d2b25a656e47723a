import { candidateStatuses, isDecidedTwice, isSameReviewer, reviewersOf } from "./candidate-status.ts";
import type { Decision, Review, ReviewEntry } from "./review-schema.ts";
import type { ShownSummary } from "./shown-summary.ts";

/** One reviewer's own decisions, to be put together with a colleague's: with the name, without notes. */
export function ownReview(review: Review, reviewer: string): Review {
  const own = review.entries.filter((entry) => entry.kind === "decision" && isSameReviewer(entry.reviewer, reviewer));
  return { ...review, entries: own.map(({ note: _note, ...rest }) => rest) };
}

/**
 * The review as it may leave: what stands, and nothing of how it came about. Candidates stand in the order of the worklist, each
 * with the decision of the first reviewer, that of the second and what settled it, all at one time, which is that of the last of
 * them. It has no notes, which may say anything, and no reasons, which one woman alone may have; letters for the people, one for all third
 * persons; and only candidates that both have decided on.
 *
 * @returns `undefined` while a small count, or one that the funnel hides, could be counted in it
 */
export function leavingReview(
  review: Review,
  { isReviewShown }: Pick<ShownSummary, "isReviewShown">,
): Review | undefined {
  if (!isReviewShown) return undefined;
  const [first = ""] = reviewersOf(review);
  const said = { reasons: [] } as const;
  const decided = ({ candidate, at, verdict, reviewer }: Decision): ReviewEntry => {
    return {
      kind: "decision",
      reviewer: isSameReviewer(reviewer, first) ? "R1" : "R2",
      candidate,
      at,
      verdict,
      ...said,
    };
  };
  const standing = candidateStatuses(review).flatMap((status): readonly ReviewEntry[] => {
    if (!isDecidedTwice(status)) return [];
    const decisions = status.decisions.map(decided);
    if (status.kind !== "adjudicated") return decisions;
    const { candidate, at, verdict, by } = status.adjudication;
    const who = by.kind === "together" ? by : ({ kind: "third", adjudicator: "R3" } as const);
    return [...decisions, { kind: "adjudication", by: who, candidate, at, verdict, ...said }];
  });
  const last = standing.reduce(
    (latest, { at }) => (Date.parse(at) > Date.parse(latest) ? at : latest),
    standing[0]?.at ?? "",
  );
  return { ...review, entries: standing.map((entry) => ({ ...entry, at: last })) };
}
