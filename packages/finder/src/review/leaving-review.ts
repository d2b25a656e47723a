import { reviewersOf } from "./candidate-status.ts";
import type { Review, ReviewEntry } from "./review-schema.ts";

/** One reviewer's own decisions, to be put together with a colleague's: with the name, without notes. */
export function ownReview(review: Review, reviewer: string): Review {
  const own = review.entries.filter((entry) => entry.kind === "decision" && entry.reviewer === reviewer);
  return { ...review, entries: own.map(({ note: _note, ...rest }) => rest) };
}

/** The review as it may leave: without notes, which may say anything, and with letters for the people. */
export function leavingReview(review: Review): Review {
  const letters = new Map<string, string>();
  const letterOf = (name: string): string => {
    const letter = letters.get(name) ?? `R${letters.size + 1}`;
    letters.set(name, letter);
    return letter;
  };
  for (const reviewer of reviewersOf(review)) letterOf(reviewer);
  const leaving = (entry: ReviewEntry): ReviewEntry => {
    const { note: _note, ...rest } = entry;
    if (rest.kind === "decision") return { ...rest, reviewer: letterOf(rest.reviewer) };
    if (rest.by.kind === "together") return rest;
    return { ...rest, by: { kind: "third", adjudicator: letterOf(rest.by.adjudicator) } };
  };
  return { ...review, entries: review.entries.map(leaving) };
}
