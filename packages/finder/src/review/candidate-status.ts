import type { Adjudication, Decision, Review, ReviewEntry, ReviewVerdict } from "./review-schema.ts";
import { reviewerKey } from "./reviewer-name.ts";

/** How far the review of one candidate has come. */
export type CandidateStatus =
  | { readonly kind: "open" }
  | { readonly kind: "oneDecided"; readonly decision: Decision }
  /** Both say PLO, or both say not. */
  | { readonly kind: "agreed"; readonly verdict: "plo" | "not_plo"; readonly decisions: readonly [Decision, Decision] }
  /** They differ, or one of them cannot tell: an adjudicator is asked. */
  | { readonly kind: "disagreed"; readonly decisions: readonly [Decision, Decision] }
  | {
      readonly kind: "adjudicated";
      readonly verdict: ReviewVerdict;
      readonly decisions: readonly [Decision, Decision];
      readonly adjudication: Adjudication;
    };

/** The same as one reviewer may see it: nothing of the other's before her or his own decision stands beside it. */
export type BlindStatus =
  | { readonly kind: "open" }
  | { readonly kind: "waiting"; readonly own: Decision }
  | DecidedTwice;

type DecidedTwice = Extract<CandidateStatus, { kind: "agreed" | "disagreed" | "adjudicated" }>;

/** The two reviewers in the order of their first decisions, as they were first spelled; fewer when fewer have decided anything. */
export function reviewersOf(review: Review): readonly string[] {
  const names = new Map<string, string>();
  for (const entry of review.entries) {
    if (entry.kind !== "decision") continue;
    const key = reviewerKey(entry.reviewer);
    if (!names.has(key)) names.set(key, entry.reviewer);
  }
  return [...names.values()];
}

/** Whether the name, however it is spelled, is among these. */
export function isAmong(names: readonly string[], name: string): boolean {
  return names.some((one) => isSameReviewer(one, name));
}

export function isSameReviewer(one: string, other: string): boolean {
  return reviewerKey(one) === reviewerKey(other);
}

/** What somebody may do in a review: two review, any further person adjudicates. */
export const REVIEW_ROLES = ["reviewer", "third"] as const;
export type ReviewRole = (typeof REVIEW_ROLES)[number];

export function roleOf(review: Review, name: string): ReviewRole {
  const reviewers = reviewersOf(review);
  return reviewers.length >= 2 && !isAmong(reviewers, name) ? "third" : "reviewer";
}

/** The reviewers as one of them may know them: the other's name would tell that there are decisions before both have decided on anybody. */
export function shownReviewers(review: Review, reviewer: string): readonly string[] {
  const isTwice = candidateStatuses(review).some(isDecidedTwice);
  return reviewersOf(review).filter((name) => isTwice || isSameReviewer(name, reviewer));
}

/** Nothing of a decision is told before that: not to the other reviewer, in no count, and in no file for others. */
export function isDecidedTwice(status: CandidateStatus): status is DecidedTwice {
  return status.kind !== "open" && status.kind !== "oneDecided";
}

/**
 * The status of every candidate, by rank from 1: `statuses[0]` is that of rank 1. The last decision of each reviewer
 * counts; a decision after an adjudication opens the question again.
 */
export function candidateStatuses(review: Review): readonly CandidateStatus[] {
  const [first, second] = reviewersOf(review);
  const latest = new Map<string, Decision>();
  const adjudications = new Map<number, Adjudication>();
  for (const entry of review.entries) {
    if (entry.kind === "adjudication") adjudications.set(entry.candidate, entry);
    else {
      latest.set(key(entry.candidate, entry.reviewer), entry);
      adjudications.delete(entry.candidate);
    }
  }
  return Array.from({ length: review.run.candidates }, (_, index) => {
    const candidate = index + 1;
    const decided = [first, second].flatMap((reviewer) => {
      const decision = reviewer === undefined ? undefined : latest.get(key(candidate, reviewer));
      return decision === undefined ? [] : [decision];
    });
    return statusOf(decided, adjudications.get(candidate));
  });
}

/** What a reviewer may see of a status while the review is blind. */
export function blindStatus(status: CandidateStatus, reviewer: string): BlindStatus {
  if (status.kind !== "oneDecided") return status;
  return isSameReviewer(status.decision.reviewer, reviewer)
    ? { kind: "waiting", own: status.decision }
    : { kind: "open" };
}

/** Tells one state of a candidate from another as somebody sees it, and tells nothing that is hidden from her or him. */
export function seenState(status: BlindStatus): string {
  const said: readonly { readonly at: string }[] =
    status.kind === "open" ? [] : status.kind === "waiting" ? [status.own] : status.decisions;
  const settled = status.kind === "adjudicated" ? [status.adjudication] : [];
  return [status.kind, ...[...said, ...settled].map(({ at }) => at)].join(" ");
}

/**
 * Whether an entry was made of the state in which its candidate is now, as who made it sees her.
 *
 * @param from - the `seenState` that it was made of; absent when it is the first word: of one on whom the reviewer has not decided,
 *   or whom nobody has settled
 */
export function isMadeFrom(review: Review, entry: ReviewEntry, from: string | undefined): boolean {
  const status = candidateStatuses(review)[entry.candidate - 1] ?? { kind: "open" };
  const seen = blindStatus(status, entry.kind === "decision" ? entry.reviewer : "");
  if (from !== undefined) return from === seenState(seen);
  return entry.kind === "decision" ? seen.kind === "open" : seen.kind !== "adjudicated";
}

/** The verdict that stands, `undefined` while the candidate is open. */
export function settledVerdict(status: CandidateStatus): ReviewVerdict | undefined {
  return status.kind === "agreed" || status.kind === "adjudicated" ? status.verdict : undefined;
}

function statusOf(decided: readonly Decision[], adjudication: Adjudication | undefined): CandidateStatus {
  const [one, other] = decided;
  if (one === undefined) return { kind: "open" };
  if (other === undefined) return { kind: "oneDecided", decision: one };
  const decisions = [one, other] as const;
  if (adjudication !== undefined) {
    return { kind: "adjudicated", verdict: adjudication.verdict, decisions, adjudication };
  }
  if (one.verdict !== other.verdict || one.verdict === "cannot_tell") return { kind: "disagreed", decisions };
  return { kind: "agreed", verdict: one.verdict, decisions };
}

function key(candidate: number, reviewer: string): string {
  return `${candidate} ${reviewerKey(reviewer)}`;
}
