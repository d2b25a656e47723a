import type { Problem } from "@materbone/clinical";
import type { ReviewReason, ReviewVerdict } from "./review-schema.ts";

/** Why a review, or an entry of one, is not taken; `review-problem-words.ts` says it. `at` is a JSON Pointer into the file. */
export type ReviewProblem = { readonly at: string } & ReviewProblemKind;

export type ReviewProblemKind =
  | { readonly kind: "schema"; readonly problem: Problem }
  | { readonly kind: "otherRun" }
  | { readonly kind: "unknownCandidate"; readonly candidate: number; readonly candidates: number }
  | { readonly kind: "reasonOfOther"; readonly reason: ReviewReason; readonly verdict: ReviewVerdict }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "reasonTwice"; readonly reason: ReviewReason }
  /** Another reason than those listed is told in the note. */
  | { readonly kind: "noteMissing" }
  /** It was made of a state of the candidate that another has replaced. */
  | { readonly kind: "changedMeanwhile" }
  /** An entry may not be older than the one before it. */
  | { readonly kind: "timeBackwards" }
  | { readonly kind: "thirdReviewer" }
  /** The name stands in the review in another spelling: it would be taken for that of somebody else. */
  | { readonly kind: "otherSpelling"; readonly name: string }
  /** She or he reviews, and so cannot adjudicate as a third person, or the other way round. */
  | { readonly kind: "notIndependent" }
  | { readonly kind: "notDecidedTwice"; readonly candidate: number }
  | { readonly kind: "nothingToSettle"; readonly candidate: number };
