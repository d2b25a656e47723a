import { readDocument } from "@materbone/clinical";
import { emptyReview, namesIn, otherSpelling, putEntry } from "./add-entry.ts";
import type { ReviewProblem } from "./review-problem.ts";
import { REVIEW_SCHEMA, type Review, type ReviewEntry, type ReviewedRun, reviewSchema } from "./review-schema.ts";
import { reviewerKey } from "./reviewer-name.ts";

export type ReadReview =
  | { readonly kind: "read"; readonly review: Review }
  | { readonly kind: "refused"; readonly problems: readonly ReviewProblem[] };

/** Reads a review from parsed JSON; its entries must be ones that could stand one after another. */
export function readReview(document: unknown): ReadReview {
  const read = readDocument(document, REVIEW_SCHEMA, reviewSchema);
  if (read.kind === "refused") {
    return { kind: "refused", problems: read.problems.map((problem) => ({ at: problem.at, kind: "schema", problem })) };
  }
  return replay(read.value.run, read.value.entries);
}

/**
 * Two reviewers' files of one run in one: every entry of both, once, in order of time.
 *
 * Reviews of two runs are refused, files without reasons, which left the hospital, and files whose entries cannot stand together,
 * such as those of three reviewers. Places of problems are those of `other`, the file that was handed over: places of `one` would tell how much stands there.
 */
export function mergeReviews(one: Review, other: Review): ReadReview {
  if (one.run.hash !== other.run.hash || one.run.candidates !== other.run.candidates) {
    return { kind: "refused", problems: [{ at: "/run/hash", kind: "otherRun" }] };
  }
  const bare = other.entries.flatMap(({ reasons }, index): ReviewProblem[] =>
    reasons.length > 0 ? [] : [{ at: `/entries/${index}`, kind: "reasonMissing" }],
  );
  if (bare.length > 0) return { kind: "refused", problems: bare };
  const names = namesIn(one);
  const respelled = other.entries.flatMap((entry, index): ReviewProblem[] => {
    const name = otherSpelling(names, entry);
    return name === undefined ? [] : [{ at: `/entries/${index}`, kind: "otherSpelling", name }];
  });
  if (respelled.length > 0) return { kind: "refused", problems: respelled };
  const entries = new Map<string, ReviewEntry>();
  for (const entry of [...one.entries, ...other.entries]) {
    const key = entryKey(entry);
    // A file that was handed on has no notes; the note stays where it was written.
    if (entries.get(key)?.note === undefined) entries.set(key, entry);
  }
  const sorted = [...entries]
    .sort(([a, one], [b, other]) => Date.parse(one.at) - Date.parse(other.at) || order(one, other) || (a < b ? -1 : 1))
    .map(([, entry]) => entry);
  const places = new Map(other.entries.map((entry, index) => [entryKey(entry), `/entries/${index}`]));
  const merged = replay(one.run, sorted, (entry) => places.get(entryKey(entry)) ?? "");
  if (merged.kind === "read") return merged;
  const { problems } = merged;
  const inFile = problems.filter(({ at }) => at !== "");
  return { kind: "refused", problems: inFile.length > 0 ? inFile : problems.slice(0, 1) };
}

/** All problems at once; an entry that cannot stand is left out when later ones are looked at. */
function replay(
  run: ReviewedRun,
  entries: readonly ReviewEntry[],
  placeOf: (entry: ReviewEntry, index: number) => string = (_, index) => `/entries/${index}`,
): ReadReview {
  const problems: ReviewProblem[] = [];
  let review = emptyReview(run);
  entries.forEach((entry, index) => {
    const added = putEntry(review, entry);
    if (added.kind === "added") review = added.review;
    else problems.push({ at: placeOf(entry, index), ...added.problem });
  });
  return problems.length === 0 ? { kind: "read", review } : { kind: "refused", problems };
}

/** Of one time: what is settled stands after what it settles. */
function order(one: ReviewEntry, other: ReviewEntry): number {
  return Number(one.kind === "adjudication") - Number(other.kind === "adjudication");
}

function entryKey(entry: ReviewEntry): string {
  const who = entry.kind === "decision" ? ["decision", reviewerKey(entry.reviewer)] : ["adjudication", entry.by];
  return JSON.stringify([who, entry.candidate, entry.at, entry.verdict, entry.reasons]);
}
