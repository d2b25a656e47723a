import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suppressed } from "../answer/suppress-funnel.ts";
import { proportion } from "../score/exact-interval.ts";
import type { ReviewSummary, VerdictCounts } from "./review-summary.ts";
import { type ShownSummary, shownSummary } from "./shown-summary.ts";

const FEW = 11;

describe("what of a summary may leave", () => {
  it.each([1, 3, 5])("gives no small number beside the funnel, with %d tiers", (tiers) => {
    const shown = { overall: 0, tiers: 0, agreement: 0, review: 0 };
    fc.assert(
      fc.property(summaries(tiers), (summary) => {
        const funnel = suppressed(funnelOf(summary), FEW);
        const view = shownSummary(summary, funnel, FEW);
        const candidates = funnel.stages.find(({ id }) => id === "candidates")?.people;
        if (candidates?.kind !== "count") {
          expect([view.overall.kind, view.tiers.kind, view.agreement.kind]).toEqual(["hidden", "hidden", "hidden"]);
          expect(view.isReviewShown).toBe(false);
          return;
        }
        const groups = groupsIn(view, candidates.count, summary);
        // Where none of a group is small, no sum of some is, nor what they leave of the whole.
        expect(groups.flat().filter((count) => count !== 0 && count < FEW)).toEqual([]);
        if (view.overall.kind === "shown") shown.overall++;
        if (view.tiers.kind === "shown") shown.tiers++;
        if (view.agreement.kind === "shown") shown.agreement++;
        if (view.isReviewShown) shown.review++;
      }),
      { numRuns: 1000, seed: 3 },
    );
    // Not because all is hidden.
    expect(Object.values(shown).filter((times) => times === 0)).toEqual([]);
  });
});

type Tier = { readonly verdicts: VerdictCounts; readonly openTwice: number };

/** Reviews by how many of each tier were confirmed, refuted and so on, many of them none or many. */
function summaries(tiers: number): fc.Arbitrary<ReviewSummary> {
  const some = fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: FEW, max: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: FEW - 1 }) },
  );
  const tier = fc.tuple(some, some, some, some, some).map(
    ([confirmed, refuted, cannotTell, untouched, openTwice]): Tier => ({
      verdicts: verdictsOf(confirmed, refuted, cannotTell, untouched + openTwice),
      openTwice,
    }),
  );
  return fc.tuple(fc.array(tier, { minLength: tiers, maxLength: tiers }), some).map(([given, adjudicated]) => {
    const own = given.filter(({ verdicts }) => verdicts.candidates > 0);
    const total = (of: (tier: Tier) => number): number => own.reduce((sum, one) => sum + of(one), 0);
    const overall = verdictsOf(
      total(({ verdicts }) => verdicts.confirmed),
      total(({ verdicts }) => verdicts.refuted),
      total(({ verdicts }) => verdicts.cannotTell),
      total(({ verdicts }) => verdicts.open),
    );
    const disagreed = total(({ openTwice }) => openTwice);
    const settled = overall.candidates - overall.open;
    const apart = Math.min(adjudicated, settled);
    // As if all of one tier with one verdict were decided alike.
    const alike = own.flatMap(({ verdicts: { confirmed, refuted, cannotTell, open }, openTwice }) => [
      confirmed,
      refuted,
      cannotTell,
      openTwice,
      open - openTwice,
    ]);
    const leastAlike = Math.min(...alike.filter((count) => count > 0), Number.MAX_SAFE_INTEGER);
    return {
      overall,
      byStatus: { open: overall.open - disagreed, agreed: settled - apart, disagreed, adjudicated: apart },
      tiers: own.map(({ verdicts }, index) => ({ tier: `t${index}`, ...verdicts })),
      criteria: [],
      leastAlike: alike.some((count) => count > 0) ? leastAlike : 0,
      agreement: { table: [], raw: proportion(settled - apart, settled + disagreed), kappa: { kind: "none" } },
    };
  });
}

function verdictsOf(confirmed: number, refuted: number, cannotTell: number, open: number): VerdictCounts {
  return {
    candidates: confirmed + refuted + cannotTell + open,
    confirmed,
    refuted,
    cannotTell,
    open,
    ppv: proportion(confirmed, confirmed + refuted),
  };
}

/** The candidates of the summary among enough others that nothing else is small. */
function funnelOf({ overall, tiers }: ReviewSummary) {
  const once = (id: string, people: number) => ({ id, people, episodes: people });
  return [
    { id: "persons", people: 9000 },
    { id: "women", people: 5000 },
    once("delivered", 4000),
    once("aged", 3000),
    once("met", overall.candidates),
    once("candidates", overall.candidates),
    ...tiers.map(({ tier, candidates }) => once(`tier_${tier}`, candidates)),
  ];
}

/** Numbers that part the same women, as far as they are printed or can be counted in the review. */
function groupsIn(
  view: ShownSummary,
  candidates: number,
  { tiers, byStatus }: ReviewSummary,
): readonly (readonly number[])[] {
  const cells = ({ confirmed, refuted, cannotTell, open }: VerdictCounts) => [confirmed, refuted, cannotTell, open];
  const groups: number[][] = [];
  if (view.overall.kind === "shown") groups.push(cells(view.overall.value));
  if (view.tiers.kind === "shown") groups.push(view.tiers.value.flatMap(cells));
  if (view.isReviewShown) groups.push(tiers.flatMap(cells), Object.values(byStatus));
  if (view.agreement.kind === "shown" && view.agreement.value.raw.kind !== "none") {
    const { count, total } = view.agreement.value.raw;
    groups.push([count, total - count, candidates - total]);
    if (view.overall.kind === "shown") groups.push([Math.abs(total - (candidates - view.overall.value.open))]);
  }
  return groups;
}
