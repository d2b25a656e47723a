import type { Candidate } from "../answer/answer.ts";
import { metLeaves } from "../answer/criterion-answer.ts";
import { type Proportion, proportion } from "../score/exact-interval.ts";
import { type Agreement, agreementOf, independentVerdicts } from "./agreement.ts";
import { type CandidateStatus, candidateStatuses, isDecidedTwice, settledVerdict } from "./candidate-status.ts";
import type { Review } from "./review-schema.ts";

/** What a review has found among some of the candidates. */
export type VerdictCounts = {
  readonly candidates: number;
  readonly confirmed: number;
  readonly refuted: number;
  /** Settled as neither: apart from the predictive value. */
  readonly cannotTell: number;
  /** Not settled: not decided twice, or in disagreement. */
  readonly open: number;
  /** Positive predictive value: confirmed of confirmed and refuted, with its exact interval. */
  readonly ppv: Proportion;
};

/** Candidates of one tier, or with one criterion: an event of a stream in a window. */
export type CriterionCounts = VerdictCounts & { readonly event: string; readonly window: string };
export type TierCounts = VerdictCounts & { readonly tier: string };

/** Counts of a review, for use inside the hospital; `shownSummary` gives what may leave. */
export type ReviewSummary = {
  readonly overall: VerdictCounts;
  /** `open` are all that are not decided twice: whether one reviewer has decided is not told. */
  readonly byStatus: Readonly<Record<Exclude<CandidateStatus["kind"], "oneDecided">, number>>;
  /** In the order of the worklist. */
  readonly tiers: readonly TierCounts[];
  /** Criteria that spoke for candidates, each woman under every one that did. */
  readonly criteria: readonly CriterionCounts[];
  readonly agreement: Agreement;
  /**
   * The fewest candidates of one tier of whom the same stands, verdict for verdict, and the same was said before the reviewers knew of one
   * another; 0 where there are none. Every count of verdicts, people and tiers that can be made of the review that leaves, and
   * of agreement, is a sum of such numbers.
   */
  readonly leastAlike: number;
};

/** What of a candidate the summary reads. */
export type SummarisedCandidate = Pick<Candidate, "rank" | "tier" | "why">;

/** @throws RangeError when the worklist is not the one that was reviewed */
export function reviewSummary(review: Review, candidates: readonly SummarisedCandidate[]): ReviewSummary {
  if (candidates.length !== review.run.candidates) {
    throw new RangeError(
      `a review of ${review.run.candidates} candidates does not fit a worklist of ${candidates.length}`,
    );
  }
  const statuses = candidateStatuses(review);
  const settled = candidates.map(({ rank, tier, why }) => ({
    tier,
    leaves: [...new Set(metLeaves(why).map(({ leaf }) => JSON.stringify([leaf.event, leaf.window])))],
    status: statuses[rank - 1] ?? { kind: "open" as const },
  }));
  const statusesWhere = (fits: (one: (typeof settled)[number]) => boolean) =>
    settled.filter(fits).map(({ status }) => status);
  const tiers = [...new Set(settled.map(({ tier }) => tier))];
  const leaves = [...new Set(settled.flatMap((one) => one.leaves))].sort();
  const byStatus = { open: 0, agreed: 0, disagreed: 0, adjudicated: 0 };
  for (const { kind } of statuses) byStatus[kind === "oneDecided" ? "open" : kind] += 1;
  return {
    overall: countVerdicts(statuses),
    byStatus,
    tiers: tiers.map((tier) => ({ tier, ...countVerdicts(statusesWhere((one) => one.tier === tier)) })),
    criteria: leaves.map((leaf) => {
      const [event = "", window = ""]: readonly string[] = JSON.parse(leaf);
      return { event, window, ...countVerdicts(statusesWhere((one) => one.leaves.includes(leaf))) };
    }),
    agreement: agreementOf(review),
    leastAlike: leastAlike(review, candidates, statuses),
  };
}

/** Shares between which that of the confirmed in a whole list lies; `settled` are the women of whom the predictive value is. */
export type ShareOfAll =
  | {
      readonly kind: "bounds";
      readonly settled: number;
      readonly rest: number;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: "none" };

/**
 * How wide what is not settled leaves the share of the confirmed in the whole list: all of the rest may be PLO, or none. The
 * women who are read first are the surest, so that the predictive value of those settled is no estimate of the whole.
 */
export function shareOfAll({ candidates, confirmed, refuted }: VerdictCounts): ShareOfAll {
  if (candidates === 0) return { kind: "none" };
  const settled = confirmed + refuted;
  const rest = candidates - settled;
  return { kind: "bounds", settled, rest, least: confirmed / candidates, most: (confirmed + rest) / candidates };
}

function leastAlike(
  review: Review,
  candidates: readonly SummarisedCandidate[],
  statuses: readonly CandidateStatus[],
): number {
  const independent = independentVerdicts(review);
  const alike = new Map<string, number>();
  for (const { rank, tier } of candidates) {
    const key = JSON.stringify([tier, independent.get(rank), toldOf(statuses[rank - 1])]);
    alike.set(key, (alike.get(key) ?? 0) + 1);
  }
  return alike.size === 0 ? 0 : Math.min(...alike.values());
}

/** What the review that leaves has of a candidate. Of one whom both have not decided on it has nothing: those are alike. */
function toldOf(status: CandidateStatus | undefined): readonly string[] {
  if (status === undefined || !isDecidedTwice(status)) return [];
  const verdicts = status.decisions.map(({ verdict }) => verdict);
  return status.kind === "adjudicated" ? [...verdicts, status.adjudication.by.kind, status.verdict] : verdicts;
}

function countVerdicts(statuses: readonly CandidateStatus[]): VerdictCounts {
  const verdicts = statuses.map(settledVerdict);
  const count = (verdict: (typeof verdicts)[number]): number => verdicts.filter((one) => one === verdict).length;
  const [confirmed, refuted] = [count("plo"), count("not_plo")];
  return {
    candidates: statuses.length,
    confirmed,
    refuted,
    cannotTell: count("cannot_tell"),
    open: count(undefined),
    ppv: proportion(confirmed, confirmed + refuted),
  };
}
