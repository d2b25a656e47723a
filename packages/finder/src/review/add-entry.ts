import { candidateStatuses, isAmong, reviewersOf } from "./candidate-status.ts";
import type { ReviewProblemKind } from "./review-problem.ts";
import { REVIEW_REASONS, REVIEW_SCHEMA, type Review, type ReviewEntry, type ReviewedRun } from "./review-schema.ts";
import { isSpelledAlike, reviewerKey } from "./reviewer-name.ts";

export type AddedEntry =
  | { readonly kind: "added"; readonly review: Review }
  | { readonly kind: "refused"; readonly problem: ReviewProblemKind };

export function emptyReview(run: ReviewedRun): Review {
  return { schema: REVIEW_SCHEMA, run, entries: [] };
}

/** The review with one more entry at its end, or why that entry cannot be made. Entries before it are never changed. */
export function addEntry(review: Review, entry: ReviewEntry): AddedEntry {
  const problem = newEntryProblem(entry);
  if (problem !== undefined) return { kind: "refused", problem };
  const added = putEntry(review, entry);
  const name = added.kind === "refused" ? undefined : otherSpelling(namesIn(review), entry);
  return name === undefined ? added : { kind: "refused", problem: { kind: "otherSpelling", name } };
}

/** The same with an entry that was made before, here or elsewhere, perhaps without the note that it was made with. */
export function putEntry(review: Review, entry: ReviewEntry): AddedEntry {
  const problem = entryProblem(review, entry);
  if (problem !== undefined) return { kind: "refused", problem };
  return { kind: "added", review: { ...review, entries: [...review.entries, entry] } };
}

/**
 * The entry at its own time, or a millisecond after the last one where that is not earlier: a colleague's clock may have
 * been fast, and files put together are put in order by time.
 */
export function stampedLast(review: Review, entry: ReviewEntry): ReviewEntry {
  const last = review.entries.at(-1);
  const after = last === undefined ? Number.NEGATIVE_INFINITY : Date.parse(last.at) + 1;
  return Date.parse(entry.at) >= after ? entry : { ...entry, at: new Date(after).toISOString() };
}

function newEntryProblem({ reasons, note }: ReviewEntry): ReviewProblemKind | undefined {
  if (reasons.length === 0) return { kind: "reasonMissing" };
  const twice = reasons.find((reason, index) => reasons.indexOf(reason) !== index);
  if (twice !== undefined) return { kind: "reasonTwice", reason: twice };
  return reasons.includes("other") && note === undefined ? { kind: "noteMissing" } : undefined;
}

function entryProblem(review: Review, entry: ReviewEntry): ReviewProblemKind | undefined {
  const { candidate, verdict } = entry;
  const { candidates } = review.run;
  if (!(candidate >= 1 && candidate <= candidates)) return { kind: "unknownCandidate", candidate, candidates };
  const allowed: readonly string[] = REVIEW_REASONS[verdict];
  const reason = entry.reasons.find((one) => !allowed.includes(one));
  if (reason !== undefined) return { kind: "reasonOfOther", reason, verdict };
  const last = review.entries.at(-1);
  if (last !== undefined && Date.parse(entry.at) < Date.parse(last.at)) return { kind: "timeBackwards" };
  return entry.kind === "decision" ? decisionProblem(review, entry.reviewer) : adjudicationProblem(review, entry);
}

function decisionProblem(review: Review, reviewer: string): ReviewProblemKind | undefined {
  const reviewers = reviewersOf(review);
  if (isAmong(adjudicators(review), reviewer)) return { kind: "notIndependent" };
  return reviewers.length >= 2 && !isAmong(reviewers, reviewer) ? { kind: "thirdReviewer" } : undefined;
}

function adjudicationProblem(
  review: Review,
  { candidate, by }: Extract<ReviewEntry, { kind: "adjudication" }>,
): ReviewProblemKind | undefined {
  // Before names: an answer that depends on them would tell who has decided while that is hidden.
  const status = candidateStatuses(review)[candidate - 1]?.kind ?? "open";
  if (status === "open" || status === "oneDecided") return { kind: "notDecidedTwice", candidate };
  if (status === "agreed") return { kind: "nothingToSettle", candidate };
  const isReviewer = by.kind === "third" && isAmong(reviewersOf(review), by.adjudicator);
  return isReviewer ? { kind: "notIndependent" } : undefined;
}

/** Everybody's name in a review. */
export function namesIn(review: Review): readonly string[] {
  return [...reviewersOf(review), ...adjudicators(review)];
}

/** The name among these that the entry has in another spelling. */
export function otherSpelling(names: readonly string[], entry: ReviewEntry): string | undefined {
  const own = nameOf(entry);
  if (own === undefined) return undefined;
  return names.find((name) => reviewerKey(name) === reviewerKey(own) && !isSpelledAlike(name, own));
}

function nameOf(entry: ReviewEntry): string | undefined {
  if (entry.kind === "decision") return entry.reviewer;
  return entry.by.kind === "third" ? entry.by.adjudicator : undefined;
}

function adjudicators(review: Review): readonly string[] {
  return review.entries.flatMap((entry) =>
    entry.kind === "adjudication" && entry.by.kind === "third" ? [entry.by.adjudicator] : [],
  );
}
