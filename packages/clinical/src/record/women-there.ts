import type { Claim } from "./claim.ts";
import type { Review, SeriesHead } from "./series.ts";

type Naming = Pick<SeriesHead, "claims" | "reviews">;

const CLAIM_PLACE = /^\/claims\/(\d+)(\/.*)?$/;

/**
 * A head without the claims and reviews that name a woman who is not there, as it must leave a registry that keeps deleted
 * women apart. Reviews of the findings about a claim follow it to its new place, and go with it when it goes.
 *
 * @returns the same head when all women are there
 */
export function headOfWomen<T extends Naming>(head: T, isThere: (id: string) => boolean): T {
  const { claims, reviews, ...rest } = head;
  const keptClaims = (claims ?? []).filter((claim) => isOfThose(claim, isThere));
  const placeOf = new Map(keptClaims.map((claim, place) => [claims?.indexOf(claim), place]));
  const isAllClaims = keptClaims.length === (claims ?? []).length;
  const keptReviews = (reviews ?? [])
    .filter((review) => isOfThose(review, isThere))
    .flatMap((review) => (isAllClaims ? [review] : following(review, placeOf)));
  if (isAllClaims && keptReviews.length === (reviews ?? []).length) return head;
  return {
    ...rest,
    ...(keptClaims.length === 0 ? {} : { claims: keptClaims }),
    ...(keptReviews.length === 0 ? {} : { reviews: keptReviews }),
  } as T;
}

function isOfThose(entry: Claim | Review, isThere: (id: string) => boolean): boolean {
  return !("case" in entry) || entry.case === undefined || isThere(entry.case);
}

/** A review at the place where its claim stands now; none when the claim is gone. */
function following(review: Review, placeOf: ReadonlyMap<number | undefined, number>): readonly Review[] {
  const [, position, below = ""] = review.case === undefined ? (CLAIM_PLACE.exec(review.at ?? "") ?? []) : [];
  if (position === undefined) return [review];
  const place = placeOf.get(Number(position));
  return place === undefined ? [] : [{ ...review, at: `/claims/${place}${below}` }];
}
