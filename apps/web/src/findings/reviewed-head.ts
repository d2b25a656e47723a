import type { Finding, Review, SeriesHead } from "@materbone/clinical";

/** What a reader decides about findings. */
export type Decision = {
  readonly state: Review["state"];
  readonly note: string;
  /** Who decides, as the settings name the person; absent when they name no one. */
  readonly by?: string;
  /** ISO date of the decision. */
  readonly on: string;
};

type Place = Pick<Finding, "rule" | "case" | "at">;

/**
 * The head with one review per finding. A new review stands before the others, because the first that fits counts, and takes
 * the place of an earlier one of exactly that finding.
 */
export function withReviews(head: SeriesHead, findings: readonly Place[], decision: Decision): SeriesHead {
  const places = distinct(findings);
  const kept = (head.reviews ?? []).filter((review) => !places.some((place) => isOf(review, place)));
  const made = places.map(
    ({ rule, case: id, at }): Review => ({
      rule,
      ...(id === null ? {} : { case: id }),
      at,
      ...decision,
    }),
  );
  return { ...head, reviews: [...made, ...kept] };
}

/**
 * The head without the reviews that speak of a finding. A review that was written for every finding of its rule there speaks
 * of this one too and goes with it.
 */
export function withoutReviews(head: SeriesHead, findings: readonly Place[]): SeriesHead {
  const { reviews = [], ...rest } = head;
  const left = reviews.filter((review) => !findings.some((place) => speaksOf(review, place)));
  return left.length === 0 ? rest : { ...rest, reviews: left };
}

/** The review that a finding's state comes from. */
export function reviewOf(head: Pick<SeriesHead, "reviews">, place: Place): Review | undefined {
  return head.reviews?.find((review) => speaksOf(review, place));
}

function speaksOf(review: Review, { rule, case: id, at }: Place): boolean {
  return review.rule === rule && (review.case ?? null) === id && (review.at === undefined || review.at === at);
}

function isOf(review: Review, place: Place): boolean {
  return review.at !== undefined && speaksOf(review, place);
}

function distinct(findings: readonly Place[]): readonly Place[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, case: id, at }) => {
    const key = JSON.stringify([rule, id, at]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
