import { type ShownFunnel, SMALL_CELL } from "../answer/suppress-funnel.ts";
import type { Proportion } from "../score/exact-interval.ts";
import type { Kappa } from "./kappa.ts";
import type { ReviewSummary, TierCounts, VerdictCounts } from "./review-summary.ts";

/** `hidden`: a count of it is small, or could be computed. */
export type Shown<T> = { readonly kind: "shown"; readonly value: T } | { readonly kind: "hidden" };

/** A summary that may leave the hospital: no criteria, no small count, and the table of agreement only as the review itself has it. */
export type ShownSummary = {
  readonly smallCell: number;
  readonly overall: Shown<VerdictCounts>;
  readonly tiers: Shown<readonly TierCounts[]>;
  readonly agreement: Shown<{ readonly raw: Proportion; readonly kappa: Kappa }>;
  /** Whether the review may leave too: whatever can be counted in it by verdict, person and tier is no small count. */
  readonly isReviewShown: boolean;
};

/**
 * Hides what small counts could be read from. Tiers part the candidates, so that they are shown all or not at all; criteria
 * overlap, and the difference of two of them may be one woman: they stay inside. For the same reason agreement, which counts
 * women decided twice, is shown only where the verdicts are not (72 decided twice of 70 settled are two who stayed open), or where the
 * review may leave, in which both can be counted; and nowhere when few of the candidates were not decided twice: 24 of 26 are
 * two. Kappa is rounded to two decimals.
 *
 * What the funnel of the run hides is hidden here too: the candidates of the summary are the last step, and tiers those below it.
 *
 * @param funnel - as the run shows it
 * @param threshold - counts of 1 to `threshold` - 1 are small; at least 3
 */
export function shownSummary(
  summary: ReviewSummary,
  funnel: ShownFunnel,
  threshold: number = SMALL_CELL,
): ShownSummary {
  if (!(Number.isSafeInteger(threshold) && threshold >= 3)) {
    throw new RangeError(`threshold of small cells must be a whole number from 3, got ${threshold}`);
  }
  const isSafe = (counts: readonly number[]): boolean => counts.every((count) => count === 0 || count >= threshold);
  const cells = ({ confirmed, refuted, cannotTell, open }: VerdictCounts): readonly number[] => [
    confirmed,
    refuted,
    cannotTell,
    open,
  ];
  const isTold = (stage: string): boolean =>
    funnel.stages.some(
      ({ id, people, episodes }) => id === stage && people.kind === "count" && (episodes ?? people).kind === "count",
    );
  const { overall, byStatus, tiers, agreement, leastAlike } = summary;
  const { raw } = agreement;
  const agreed = raw.kind === "none" ? [] : [raw.count, raw.total - raw.count];
  const decidedTwice = raw.kind === "none" ? 0 : raw.total;
  const areCandidatesTold = isTold("candidates");
  const isOverallShown = areCandidatesTold && isSafe(cells(overall));
  const areTiersSafe = isSafe(tiers.flatMap(cells));
  const areTiersShown = areCandidatesTold && tiers.every(({ tier }) => isTold(`tier_${tier}`)) && areTiersSafe;
  const isReviewShown = isOverallShown && areTiersSafe && isSafe([...agreed, ...Object.values(byStatus), leastAlike]);
  const isAgreementShown =
    areCandidatesTold && (!isOverallShown || isReviewShown) && isSafe([...agreed, overall.candidates - decidedTwice]);
  return {
    smallCell: threshold,
    overall: shownIf(isOverallShown, overall),
    tiers: shownIf(areTiersShown, tiers),
    agreement: shownIf(isAgreementShown, { raw, kappa: rounded(agreement.kappa) }),
    isReviewShown,
  };
}

function shownIf<T>(isShown: boolean, value: T): Shown<T> {
  return isShown ? { kind: "shown", value } : { kind: "hidden" };
}

function rounded(kappa: Kappa): Kappa {
  if (kappa.kind === "none") return kappa;
  const two = (value: number): number => Math.round(value * 100) / 100;
  return {
    kind: "kappa",
    kappa: two(kappa.kappa),
    standardError: two(kappa.standardError),
    low: two(kappa.low),
    high: two(kappa.high),
  };
}
