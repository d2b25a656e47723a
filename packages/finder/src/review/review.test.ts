import { createTerms } from "@materbone/clinical";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../../golden/kappa.json" with { type: "json" };
import type { ShownFunnel } from "../answer/suppress-funnel.ts";
import { addEntry, emptyReview, stampedLast } from "./add-entry.ts";
import { agreementOf } from "./agreement.ts";
import {
  blindStatus,
  candidateStatuses,
  isMadeFrom,
  reviewersOf,
  roleOf,
  seenState,
  shownReviewers,
} from "./candidate-status.ts";
import { cohensKappa } from "./kappa.ts";
import { leavingReview, ownReview } from "./leaving-review.ts";
import { mergeReviews, readReview } from "./read-review.ts";
import { sayReviewProblem } from "./review-problem-words.ts";
import { REVIEW_REASONS, type Review, type ReviewEntry, type ReviewVerdict } from "./review-schema.ts";
import { reviewSummary, type SummarisedCandidate, shareOfAll } from "./review-summary.ts";
import { shownSummary } from "./shown-summary.ts";

const RUN = { hash: `sha256:${"a".repeat(64)}`, definition: { id: "small", version: "1" }, candidates: 4 };
const minute = (n: number): string => new Date(Date.UTC(2026, 10, 26, 8, n)).toISOString();

function decision(n: number, reviewer: string, candidate: number, verdict: ReviewVerdict, note?: string): ReviewEntry {
  const [reason] = REVIEW_REASONS[verdict];
  return {
    kind: "decision",
    reviewer,
    candidate,
    at: minute(n),
    verdict,
    reasons: [reason],
    ...(note === undefined ? {} : { note }),
  };
}

function adjudication(n: number, candidate: number, verdict: ReviewVerdict, adjudicator?: string): ReviewEntry {
  const [reason] = REVIEW_REASONS[verdict];
  return {
    kind: "adjudication",
    by: adjudicator === undefined ? { kind: "together" } : { kind: "third", adjudicator },
    candidate,
    at: minute(n),
    verdict,
    reasons: [reason],
  };
}

function reviewOf(entries: readonly ReviewEntry[], run = RUN): Review {
  return entries.reduce((review, entry) => {
    const added = addEntry(review, entry);
    if (added.kind === "refused") throw new Error(JSON.stringify(added.problem));
    return added.review;
  }, emptyReview(run));
}

/** The funnel of a run, with so many candidates in one tier. */
const funnelOf = (candidates: number): ShownFunnel => ({
  smallCell: 11,
  stages: ["candidates", "tier_x", "tier_one", "tier_rest"].map((id) => ({
    id,
    people: { kind: "count", count: candidates },
  })),
});
const kinds = (review: Review) => candidateStatuses(review).map(({ kind }) => kind);
const refusal = (review: Review, entry: ReviewEntry) => {
  const added = addEntry(review, entry);
  return added.kind === "refused" ? added.problem.kind : "added";
};

describe("candidateStatuses", () => {
  it("goes from open over one decision to agreement or disagreement", () => {
    const review = reviewOf([
      decision(1, "A", 1, "plo"),
      decision(2, "B", 1, "plo"),
      decision(3, "A", 2, "plo"),
      decision(4, "B", 2, "not_plo"),
      decision(5, "A", 3, "plo"),
    ]);
    expect(kinds(review)).toEqual(["agreed", "disagreed", "oneDecided", "open"]);
    expect(reviewersOf(review)).toEqual(["A", "B"]);
  });

  it("asks an adjudicator too when both cannot tell", () => {
    const both = [decision(1, "A", 1, "cannot_tell"), decision(2, "B", 1, "cannot_tell")];
    expect(kinds(reviewOf(both))[0]).toBe("disagreed");
    expect(candidateStatuses(reviewOf([...both, adjudication(3, 1, "plo", "C")]))[0]).toMatchObject({
      kind: "adjudicated",
      verdict: "plo",
    });
  });

  it("counts the last decision of each, and opens again what was adjudicated", () => {
    const before = [decision(1, "A", 1, "plo"), decision(2, "B", 1, "not_plo"), adjudication(3, 1, "plo")];
    expect(kinds(reviewOf(before))[0]).toBe("adjudicated");
    expect(kinds(reviewOf([...before, decision(4, "B", 1, "plo")]))[0]).toBe("agreed");
    expect(kinds(reviewOf([...before, decision(4, "B", 1, "cannot_tell")]))[0]).toBe("disagreed");
  });

  it("shows a reviewer nothing of the other before both have decided", () => {
    const review = reviewOf([decision(1, "A", 1, "plo"), decision(2, "A", 2, "plo"), decision(3, "B", 2, "not_plo")]);
    const seen = (reviewer: string) => candidateStatuses(review).map((status) => blindStatus(status, reviewer).kind);
    expect(seen("A")).toEqual(["waiting", "disagreed", "open", "open"]);
    expect(seen("B")).toEqual(["open", "disagreed", "open", "open"]);
    expect(
      JSON.stringify(
        candidateStatuses(review)
          .slice(0, 1)
          .map((status) => blindStatus(status, "B")),
      ),
    ).not.toContain("plo");
  });
});

describe("before both have decided on a woman", () => {
  const li = [decision(1, "Li", 1, "plo"), decision(2, "Li", 2, "plo")];
  const apart = reviewOf([...li, decision(3, "Wang", 3, "plo")]);
  const met = reviewOf([...li, decision(3, "Wang", 2, "plo")]);

  it("names each reviewer to herself alone, and then both", () => {
    expect([shownReviewers(apart, "Wang"), shownReviewers(apart, "Li"), shownReviewers(apart, "Zhou")]).toEqual([
      ["Wang"],
      ["Li"],
      [],
    ]);
    expect([shownReviewers(met, "Wang"), shownReviewers(met, "Zhou")]).toEqual([
      ["Li", "Wang"],
      ["Li", "Wang"],
    ]);
  });

  it("lets two review and any third person adjudicate", () => {
    expect([roleOf(reviewOf([]), "Li"), roleOf(reviewOf(li), "Wang"), roleOf(apart, "Li")]).toEqual([
      "reviewer",
      "reviewer",
      "reviewer",
    ]);
    expect(roleOf(apart, "Zhou")).toBe("third");
  });
});

describe("the state that a decision was made of", () => {
  const both = [decision(1, "Li", 1, "plo"), decision(2, "Wang", 1, "not_plo")];
  const seen = (review: Review, reviewer: string) =>
    seenState(blindStatus(candidateStatuses(review)[0] ?? { kind: "open" }, reviewer));

  it("is that which the reviewer sees, and changes with whatever she or he may see", () => {
    const states = [
      [],
      both.slice(0, 1),
      both,
      [...both, adjudication(3, 1, "plo")],
      [...both, decision(3, "Li", 1, "cannot_tell")],
    ];
    expect(new Set(states.map((entries) => seen(reviewOf(entries), "Li"))).size).toBe(states.length);
    // Of the other's hidden decision nothing.
    expect(seen(reviewOf(both.slice(0, 1)), "Wang")).toBe(seen(reviewOf([]), "Wang"));
  });

  it("stands no more once another was made", () => {
    const waiting = seen(reviewOf(both.slice(0, 1)), "Li");
    const settled = reviewOf([...both, adjudication(3, 1, "plo")]);
    const again = decision(4, "Li", 1, "plo");
    expect(isMadeFrom(reviewOf(both.slice(0, 1)), again, waiting)).toBe(true);
    expect(isMadeFrom(settled, again, waiting)).toBe(false);
    expect(isMadeFrom(settled, again, undefined)).toBe(false);
    expect(isMadeFrom(settled, again, seen(settled, "Li"))).toBe(true);
    // A first decision needs none, whatever the other said.
    expect(isMadeFrom(reviewOf(both.slice(0, 1)), decision(4, "Wang", 1, "plo"), undefined)).toBe(true);
    expect(isMadeFrom(reviewOf(both), adjudication(4, 1, "plo"), undefined)).toBe(true);
    expect(isMadeFrom(settled, adjudication(4, 1, "not_plo"), undefined)).toBe(false);
    expect(isMadeFrom(settled, adjudication(4, 1, "not_plo"), seen(settled, ""))).toBe(true);
  });
});

describe("addEntry", () => {
  const review = reviewOf([decision(1, "A", 1, "plo"), decision(2, "B", 1, "not_plo"), decision(3, "A", 2, "plo")]);

  it("refuses what cannot stand there", () => {
    expect(refusal(review, decision(4, "A", 5, "plo"))).toBe("unknownCandidate");
    expect(refusal(review, { ...decision(4, "A", 3, "plo"), reasons: ["no_fracture"] })).toBe("reasonOfOther");
    expect(refusal(review, decision(2, "A", 3, "plo"))).toBe("timeBackwards");
    expect(refusal(review, decision(4, "C", 3, "plo"))).toBe("thirdReviewer");
    expect(refusal(review, adjudication(4, 1, "plo", "A"))).toBe("notIndependent");
    expect(refusal(review, adjudication(4, 2, "plo", "C"))).toBe("notDecidedTwice");
    expect(refusal(reviewOf([...review.entries, decision(4, "B", 2, "plo")]), adjudication(5, 2, "plo"))).toBe(
      "nothingToSettle",
    );
  });

  it("takes no decision without a reason", () => {
    expect(refusal(review, { ...decision(4, "A", 3, "plo"), reasons: [] })).toBe("reasonMissing");
  });

  it("takes each reason once, and another reason only with a note", () => {
    const twice = { ...decision(4, "A", 3, "plo"), reasons: ["low_z_score", "low_z_score"] as const };
    expect(refusal(review, twice)).toBe("reasonTwice");
    const other = { ...decision(4, "A", 3, "plo"), reasons: ["low_z_score", "other"] as const };
    expect(refusal(review, other)).toBe("noteMissing");
    const noted = addEntry(review, { ...other, note: "a letter from elsewhere" });
    if (noted.kind === "refused") throw new Error("refused");
    // Her file goes to a colleague without the note, and is read there.
    expect(readReview(JSON.parse(JSON.stringify(ownReview(noted.review, "A")))).kind).toBe("read");
  });

  it("comes last by its time, whatever a colleague's clock said before", () => {
    const fast = decision(24 * 60 + 3, "A", 3, "plo");
    const ahead = reviewOf([...review.entries, fast]);
    const stamped = stampedLast(ahead, decision(4, "B", 3, "plo"));
    expect(Date.parse(stamped.at)).toBe(Date.parse(fast.at) + 1);
    expect(refusal(ahead, stamped)).toBe("added");
    const later = decision(24 * 60 + 4, "B", 3, "plo");
    expect(stampedLast(ahead, later)).toEqual(later);
    expect(stampedLast(reviewOf([]), fast)).toEqual(fast);
  });

  it("does not let an adjudicator review", () => {
    const first = reviewOf([
      decision(1, "A", 1, "plo"),
      decision(2, "B", 1, "not_plo"),
      adjudication(3, 1, "plo", "C"),
    ]);
    expect(refusal(first, decision(4, "C", 2, "plo"))).toBe("notIndependent");
  });
});

describe("names of reviewers", () => {
  it.each([
    "李医生",
    "阿依古丽·买买提",
    "O'Brien",
    "O’Brien",
    "José".normalize("NFC"),
    "José".normalize("NFD"),
    "А. Б.",
    "नेहा",
  ])("may be %s", (name) => {
    const review = reviewOf([decision(1, name, 1, "plo")]);
    expect(readReview(JSON.parse(JSON.stringify(review)))).toEqual({ kind: "read", review });
  });

  it.each(["", " Li", "Li ", "·Li", "Li/Wang", "Li\u202e", "x".repeat(41)])("may not be %j", (name) => {
    expect(readReview({ ...emptyReview(RUN), entries: [decision(1, name, 1, "plo")] }).kind).toBe("refused");
  });

  it("are one person's in whatever spelling, and a second spelling is not taken", () => {
    const li = reviewOf([
      decision(1, "Li Wei", 1, "plo"),
      decision(2, "Wang", 2, "plo"),
      decision(3, "Li Wei", 2, "plo"),
    ]);
    for (const name of ["li wei", "LI  WEI", "Ｌｉ Ｗｅｉ"]) {
      expect(addEntry(li, decision(4, name, 3, "plo"))).toEqual({
        kind: "refused",
        problem: { kind: "otherSpelling", name: "Li Wei" },
      });
      expect(roleOf(li, name)).toBe("reviewer");
    }
    // Composed or not, it is the same spelling.
    const jose = reviewOf([decision(1, "José".normalize("NFD"), 1, "plo")]);
    expect(refusal(jose, decision(2, "José".normalize("NFC"), 2, "plo"))).toBe("added");
    // A review from before has her agree with herself no more.
    const before = readReview({
      ...emptyReview(RUN),
      entries: [decision(1, "Li", 1, "plo"), decision(2, "li", 1, "plo")],
    });
    if (before.kind === "refused") throw new Error("refused");
    expect(kinds(before.review)[0]).toBe("oneDecided");
    expect(agreementOf(before.review).raw).toEqual({ kind: "none" });
    expect(ownReview(before.review, "LI").entries).toHaveLength(2);
    expect(leavingReview(before.review, { isReviewShown: true })?.entries).toEqual([]);
  });

  it("of an adjudicator tell nothing while a decision is hidden", () => {
    const ahead = reviewOf([decision(1, "Wang", 1, "plo")]);
    const told = ["Wang", "wang", "Zhou"].map((name) => addEntry(ahead, adjudication(2, 1, "plo", name)));
    for (const one of told)
      expect(one).toEqual({ kind: "refused", problem: { kind: "notDecidedTwice", candidate: 1 } });
  });
});

describe("readReview", () => {
  const review = reviewOf([decision(1, "李医生", 1, "plo", "MRI seen"), decision(2, "B", 1, "not_plo")]);

  it("reads back what was written", () => {
    expect(readReview(JSON.parse(JSON.stringify(review)))).toEqual({ kind: "read", review });
  });

  it("tells every problem with its place, in both languages", () => {
    const wrong = { ...review, entries: [...review.entries, decision(3, "C", 1, "plo"), decision(4, "A", 9, "plo")] };
    const read = readReview(JSON.parse(JSON.stringify(wrong)));
    if (read.kind === "read") throw new Error("read");
    expect(read.problems.map(({ at, kind }) => [at, kind])).toEqual([
      ["/entries/2", "thirdReviewer"],
      ["/entries/3", "unknownCandidate"],
    ]);
    for (const lang of ["en", "zh"] as const) {
      for (const problem of read.problems)
        expect(sayReviewProblem(problem, createTerms(lang)).length).toBeGreaterThan(10);
    }
    expect(readReview({ ...review, run: { ...RUN, hash: "x" } }).kind).toBe("refused");
  });
});

describe("mergeReviews", () => {
  const one = reviewOf([decision(1, "A", 1, "plo"), decision(5, "A", 2, "not_plo")]);
  const other = reviewOf([decision(2, "B", 1, "plo"), decision(3, "B", 2, "plo")]);

  it("puts two reviewers' files together in order of time, whichever comes first", () => {
    const merged = mergeReviews(one, other);
    expect(merged).toEqual(mergeReviews(other, one));
    if (merged.kind === "refused") throw new Error("refused");
    expect(kinds(merged.review)).toEqual(["agreed", "disagreed", "open", "open"]);
    expect(mergeReviews(merged.review, one)).toEqual(merged);
  });

  it("takes a file without notes, and keeps the notes that are there", () => {
    const noted = reviewOf([decision(1, "A", 1, "plo", "mine"), decision(2, "B", 1, "plo", "theirs")]);
    const file = ownReview(noted, "A");
    expect(file.entries).toHaveLength(1);
    expect(JSON.stringify(file)).not.toMatch(/mine|theirs|"B"/);
    for (const merged of [mergeReviews(noted, file), mergeReviews(file, noted)]) {
      expect(merged).toEqual({ kind: "read", review: noted });
    }
  });

  it("refuses another run, and a third reviewer", () => {
    const elsewhere = reviewOf([], { ...RUN, hash: `sha256:${"b".repeat(64)}` });
    expect(mergeReviews(one, elsewhere)).toMatchObject({ kind: "refused", problems: [{ kind: "otherRun" }] });
    const merged = mergeReviews(one, other);
    if (merged.kind === "refused") throw new Error("refused");
    const third = reviewOf([decision(6, "C", 1, "plo")]);
    expect(mergeReviews(merged.review, third)).toMatchObject({ problems: [{ kind: "thirdReviewer" }] });
  });

  it("refuses entries without reasons, as a file that left has them", () => {
    const said = decision(3, "B", 2, "plo");
    const bare = { ...other, entries: [decision(2, "B", 1, "plo"), { ...said, reasons: [] }] };
    const problems = [{ at: "/entries/1", kind: "reasonMissing" }];
    expect(mergeReviews(one, bare)).toEqual({ kind: "refused", problems });
    // Nor are they taken for another decision of one that stands here with its reasons.
    expect(mergeReviews(other, bare)).toEqual({ kind: "refused", problems });
  });

  it("tells problems by their place in the file, or of the whole file, never of what stands here", () => {
    const file = reviewOf([decision(3, "Li", 1, "plo"), decision(4, "Zhou", 1, "plo")]);
    const here = reviewOf([decision(1, "Wang", 2, "plo"), decision(2, "Wang", 3, "plo")]);
    const places = (one: Review) => {
      const merged = mergeReviews(one, file);
      return merged.kind === "read" ? [] : merged.problems.map(({ at, kind }) => [at, kind]);
    };
    expect(places(here)).toEqual([["/entries/1", "thirdReviewer"]]);
    // Those of the file came first: what stands here does not fit it, once or ten times.
    const later = reviewOf([decision(5, "Wang", 2, "plo"), decision(6, "Wang", 3, "plo")]);
    expect(places(later)).toEqual([["", "thirdReviewer"]]);
    const respelled = reviewOf([decision(1, "li", 2, "plo")]);
    expect(places(respelled)).toEqual([["/entries/0", "otherSpelling"]]);
  });
});

describe("cohensKappa", () => {
  it.each(golden.rows)("agrees with SAS PROC FREQ", ({ table, ...expected }) => {
    const kappa = cohensKappa(table);
    if (kappa.kind === "none") throw new Error("none");
    for (const name of ["kappa", "standardError", "low", "high"] as const) {
      expect(Math.abs(kappa[name] - expected[name])).toBeLessThanOrEqual(golden.absoluteTolerance);
    }
  });

  it("has the standard error that the delta method gives for a multinomial table", () => {
    // Independent of the formula of Fleiss, Cohen and Everitt: the slope of kappa by each share, from differences.
    const kappaOf = (p: readonly number[]): number => {
      const total = p.reduce((sum, one) => sum + one, 0);
      const at = (i: number, j: number): number => (p[3 * i + j] ?? 0) / total;
      const all = [0, 1, 2];
      const observed = all.reduce((sum, i) => sum + at(i, i), 0);
      const margin = (of: (j: number) => number): number => all.reduce((sum, j) => sum + of(j), 0);
      const expected = all.reduce((sum, i) => sum + margin((j) => at(i, j)) * margin((j) => at(j, i)), 0);
      return (observed - expected) / (1 - expected);
    };
    const count = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(fc.array(count, { minLength: 9, maxLength: 9 }), (cells) => {
        const n = cells.reduce((sum, one) => sum + one, 0);
        const shares = cells.map((one) => one / n);
        const step = 1e-6;
        const slopes = shares.map((_, cell) => {
          const moved = (by: number) => kappaOf(shares.map((share, i) => (i === cell ? share + by : share)));
          return (moved(step) - moved(-step)) / (2 * step);
        });
        const mean = slopes.reduce((sum, slope, i) => sum + slope * (shares[i] ?? 0), 0);
        const spread = slopes.reduce((sum, slope, i) => sum + (shares[i] ?? 0) * (slope - mean) ** 2, 0);
        const kappa = cohensKappa([cells.slice(0, 3), cells.slice(3, 6), cells.slice(6)]);
        if (kappa.kind === "none") throw new Error("none");
        expect(kappa.kappa).toBeCloseTo(kappaOf(shares), 12);
        // Differences of second order: the error is of the size of the step squared, and of rounding by the step.
        expect(kappa.standardError).toBeCloseTo(Math.sqrt(spread / n), 6);
      }),
    );
  });

  it("is 1 on the diagonal, does not depend on who is first, and is none where chance alone agrees", () => {
    const count = fc.integer({ min: 0, max: 50 });
    const square = fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(square, (table) => {
        const turned = table.map((_, i) => table.map((row) => row[i] ?? 0));
        const [one, other] = [cohensKappa(table), cohensKappa(turned)];
        expect(one.kind).toBe(other.kind);
        if (one.kind === "kappa" && other.kind === "kappa") {
          expect(one.kappa).toBeCloseTo(other.kappa, 12);
          expect(one.standardError).toBeCloseTo(other.standardError, 12);
          expect(one.kappa).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
    expect(
      cohensKappa([
        [3, 0],
        [0, 4],
      ]),
    ).toMatchObject({ kappa: 1, standardError: 0 });
    expect(
      cohensKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toEqual({ kind: "none" });
    expect(
      cohensKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ kind: "none" });
    expect(() => cohensKappa([[1, 2]])).toThrow(RangeError);
  });
});

describe("reviewSummary", () => {
  const leaf = (event: string): SummarisedCandidate["why"] => ({
    kind: "event",
    answer: "yes",
    leaf: { event, window: "around" },
    evidence: [0],
  });
  const worklist: readonly SummarisedCandidate[] = [
    { rank: 1, tier: "both", why: { kind: "all", answer: "yes", of: [leaf("fracture"), leaf("low_z")] } },
    { rank: 2, tier: "both", why: { kind: "all", answer: "yes", of: [leaf("fracture"), leaf("low_z")] } },
    { rank: 3, tier: "one", why: leaf("fracture") },
    { rank: 4, tier: "one", why: leaf("fracture") },
  ];
  const review = reviewOf([
    decision(1, "A", 1, "plo"),
    decision(2, "B", 1, "plo"),
    decision(3, "A", 2, "plo"),
    decision(4, "B", 2, "not_plo"),
    adjudication(5, 2, "not_plo", "C"),
    decision(6, "A", 3, "cannot_tell"),
    decision(7, "B", 3, "cannot_tell"),
    adjudication(8, 3, "cannot_tell"),
    decision(9, "A", 4, "plo"),
  ]);

  it("gives the predictive value of what is settled, beside what is open and what nobody can tell", () => {
    const { overall, tiers, criteria, byStatus } = reviewSummary(review, worklist);
    expect(overall).toMatchObject({ candidates: 4, confirmed: 1, refuted: 1, cannotTell: 1, open: 1 });
    // Exact interval of 1 of 2: the roots of (1 - p)^2 = 0.975, by hand.
    expect(overall.ppv).toMatchObject({ kind: "proportion", count: 1, total: 2, estimate: 0.5 });
    if (overall.ppv.kind === "proportion") {
      expect(overall.ppv.low).toBeCloseTo(1 - Math.sqrt(0.975), 9);
      expect(overall.ppv.high).toBeCloseTo(Math.sqrt(0.975), 9);
    }
    expect(tiers.map(({ tier, candidates, ppv }) => [tier, candidates, ppv.kind])).toEqual([
      ["both", 2, "proportion"],
      ["one", 2, "none"],
    ]);
    expect(criteria.map(({ event, candidates }) => [event, candidates])).toEqual([
      ["fracture", 4],
      ["low_z", 2],
    ]);
    expect(byStatus).toEqual({ open: 1, agreed: 1, disagreed: 0, adjudicated: 2 });
  });

  it("bounds the share of the whole list, whatever the women who are not settled turn out to be", () => {
    const { overall } = reviewSummary(review, worklist);
    // One of four is confirmed, one refuted; the other two may be either.
    expect(shareOfAll(overall)).toEqual({ kind: "bounds", settled: 2, rest: 2, least: 0.25, most: 0.75 });
    const done = { ...overall, candidates: 2, cannotTell: 0, open: 0 };
    expect(shareOfAll(done)).toEqual({ kind: "bounds", settled: 2, rest: 0, least: 0.5, most: 0.5 });
    expect(shareOfAll({ ...overall, candidates: 0, confirmed: 0, refuted: 0, cannotTell: 0, open: 0 })).toEqual({
      kind: "none",
    });
  });

  it("gives, of a list that was read by tier only, the predictive value of that tier and says how wide the rest leaves it", () => {
    const list = Array.from({ length: 20 }, (_, index) => ({
      rank: index + 1,
      tier: index < 5 ? "surest" : "rest",
      why: leaf("fracture"),
    }));
    const decided = [1, 2, 3, 4, 5].flatMap((rank) =>
      ["A", "B"].map((who) => decision(rank, who, rank, rank === 5 ? "not_plo" : "plo")),
    );
    const { overall, tiers } = reviewSummary(reviewOf(decided, { ...RUN, candidates: 20 }), list);
    expect(overall.ppv).toMatchObject({ count: 4, total: 5 });
    expect(tiers.map(({ tier, ppv }) => [tier, ppv.kind === "none" ? 0 : ppv.total])).toEqual([
      ["surest", 5],
      ["rest", 0],
    ]);
    expect(shareOfAll(overall)).toEqual({ kind: "bounds", settled: 5, rest: 15, least: 0.2, most: 0.95 });
  });

  it("takes agreement from what was said blind", () => {
    const changed = reviewOf([
      decision(1, "A", 1, "plo"),
      decision(2, "A", 1, "not_plo"),
      decision(3, "B", 1, "plo"),
      decision(4, "A", 1, "plo"),
    ]);
    expect(kinds(changed)[0]).toBe("agreed");
    expect(agreementOf(changed).table).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [0, 0, 0],
    ]);
  });

  it("refuses another worklist", () => {
    expect(() => reviewSummary(review, worklist.slice(1))).toThrow(RangeError);
  });

  it("lets no small count leave", () => {
    expect(shownSummary(reviewSummary(review, worklist), funnelOf(4))).toEqual({
      smallCell: 11,
      overall: { kind: "hidden" },
      tiers: { kind: "hidden" },
      agreement: { kind: "hidden" },
      isReviewShown: false,
    });
    const run = { ...RUN, candidates: 26 };
    const many = (tierOf: (rank: number) => string) =>
      Array.from({ length: 26 }, (_, index) => ({ rank: index + 1, tier: tierOf(index + 1), why: leaf("fracture") }));
    const decided = reviewOf(
      many(() => "x").flatMap(({ rank }) => [
        decision(rank, "A", rank, rank <= 12 ? "plo" : "not_plo"),
        decision(rank, "B", rank, rank <= 12 ? "plo" : "not_plo"),
      ]),
      run,
    );
    const shown = shownSummary(
      reviewSummary(
        decided,
        many((rank) => (rank === 1 ? "one" : "rest")),
      ),
      funnelOf(26),
    );
    expect(shown.overall.kind).toBe("shown");
    expect(shown.tiers.kind).toBe("hidden");
    // Beside the verdicts it would tell how many women were decided twice and stayed open.
    expect(shown.agreement.kind).toBe("hidden");
    const verdictAt = (rank: number): ReviewVerdict => (rank <= 12 ? "plo" : rank <= 24 ? "not_plo" : "cannot_tell");
    const decidedTo = (last: number) =>
      shownSummary(
        reviewSummary(
          reviewOf(
            many(() => "x").flatMap(({ rank }) =>
              rank > last ? [] : ["A", "B"].map((who) => decision(rank, who, rank, verdictAt(rank))),
            ),
            run,
          ),
          many(() => "x"),
        ),
        funnelOf(26),
      );
    // Two of whom neither could tell.
    expect(decidedTo(26).overall.kind).toBe("hidden");
    expect(decidedTo(26).agreement).toMatchObject({ kind: "shown", value: { kappa: { kappa: 1 } } });
    // Two of 26 who were not decided twice.
    expect(decidedTo(24).overall.kind).toBe("hidden");
    expect(decidedTo(24).agreement.kind).toBe("hidden");
    expect(() => shownSummary(reviewSummary(review, worklist), funnelOf(4), 2)).toThrow(RangeError);
  });
});

describe("leavingReview", () => {
  const run = { ...RUN, candidates: 26 };
  const why: SummarisedCandidate["why"] = {
    kind: "event",
    answer: "yes",
    leaf: { event: "fracture", window: "around" },
    evidence: [0],
  };
  const worklist = Array.from({ length: 26 }, (_, index) => ({ rank: index + 1, tier: "x", why }));
  const shown = (review: Review, funnel = funnelOf(26)) => shownSummary(reviewSummary(review, worklist), funnel);
  /** Both say PLO of the first 12, and not PLO of the next, as far as `last`. */
  const decidedTo = (last: number): readonly ReviewEntry[] =>
    worklist
      .slice(0, last)
      .flatMap(({ rank }) => ["Li", "Wang"].map((who) => decision(rank, who, rank, rank <= 12 ? "plo" : "not_plo")));

  it("is withheld while a small count could be counted in it", () => {
    const whole = reviewOf(decidedTo(26), run);
    expect(leavingReview(whole, shown(whole))?.entries).toHaveLength(52);
    const some = reviewOf(decidedTo(24), run);
    expect(leavingReview(some, shown(some))).toBeUndefined();
    // One of whom they disagreed is one woman, though 12 are confirmed and 14 are not.
    const settled = reviewOf(
      [
        ...decidedTo(25),
        decision(26, "Li", 26, "plo"),
        decision(26, "Wang", 26, "not_plo"),
        adjudication(27, 26, "not_plo"),
      ],
      run,
    );
    expect(shown(settled).overall.kind).toBe("shown");
    expect(leavingReview(settled, shown(settled))).toBeUndefined();
  });

  it("is withheld while one woman differs from the others in what was said of her, by tier and by person", () => {
    const run = { ...RUN, candidates: 49 };
    const list = (tierOf: (rank: number) => string) =>
      Array.from({ length: 49 }, (_, index) => ({ rank: index + 1, tier: tierOf(index + 1), why }));
    const said = (second: (rank: number) => ReviewVerdict) =>
      reviewOf(
        list(() => "x").flatMap(({ rank }) => [
          decision(rank, "Li", rank, "plo"),
          decision(rank, "Wang", rank, second(rank)),
        ]),
        run,
      );
    const isShown = (review: Review, tierOf: (rank: number) => string = () => "x") =>
      shownSummary(reviewSummary(review, list(tierOf)), funnelOf(49)).isReviewShown;
    const agreeing = (rank: number): ReviewVerdict => (rank <= 37 ? "plo" : "not_plo");
    // 37, 11 and 1: the table of agreement would have a cell of 1, though 12 are open.
    expect(isShown(said((rank) => (rank === 49 ? "cannot_tell" : agreeing(rank))))).toBe(false);
    expect(isShown(said(agreeing))).toBe(true);
    // One of a tier.
    expect(isShown(said(agreeing), (rank) => (rank === 1 ? "one" : "rest"))).toBe(false);
    expect(isShown(said(agreeing), (rank) => (rank <= 11 ? "one" : "rest"))).toBe(true);
    // One of whom a mind was changed, to the same end: that stands in no file.
    const doubted = [...said(agreeing).entries, decision(50, "Li", 1, "cannot_tell")];
    expect(isShown(reviewOf(doubted, run))).toBe(false);
    const changed = reviewOf([...doubted, decision(51, "Li", 1, "plo")], run);
    expect(isShown(changed)).toBe(true);
    const leaving = (review: Review) =>
      leavingReview(review, { isReviewShown: true })?.entries.map((entry) => ({ ...entry, at: "" }));
    expect(leaving(changed)).toEqual(leaving(said(agreeing)));
    // What can be counted in the file is told in words, too.
    const { agreement } = shownSummary(
      reviewSummary(
        said(agreeing),
        list(() => "x"),
      ),
      funnelOf(49),
    );
    expect(agreement).toMatchObject({ kind: "shown", value: { raw: { count: 37, total: 49 } } });
  });

  it("tells what stands and not how it came about, which may be one woman's alone", () => {
    const run = { ...RUN, candidates: 35 };
    const list = Array.from({ length: 35 }, (_, index) => ({
      rank: index + 1,
      tier: index < 23 ? "one" : "rest",
      why,
    }));
    /** Both refute the last 12; of the first 23 A changes a mind, of the first `before` of them before B has decided. */
    const changedBefore = (before: number): Review =>
      reviewOf(
        list.flatMap(({ rank }) => {
          if (rank > 23) return [decision(rank, "A", rank, "not_plo"), decision(rank, "B", rank, "not_plo")];
          const [changed, other] = [decision(rank, "A", rank, "plo"), decision(rank, "B", rank, "plo")];
          return [decision(rank, "A", rank, "not_plo"), ...(rank <= before ? [changed, other] : [other, changed])];
        }),
        run,
      );
    const shown = (review: Review) => shownSummary(reviewSummary(review, list), funnelOf(35));
    // Beside the review, agreement would count one woman of whom they agreed at once.
    expect(agreementOf(changedBefore(1)).table.flat()).toEqual([1, 0, 0, 22, 12, 0, 0, 0, 0]);
    expect(shown(changedBefore(1))).toMatchObject({ overall: { kind: "shown" }, isReviewShown: false });
    expect(shown(changedBefore(1)).agreement.kind).toBe("hidden");
    const [all, none] = [changedBefore(23), changedBefore(0)];
    expect([shown(all).isReviewShown, shown(none).isReviewShown]).toEqual([true, true]);
    expect(leavingReview(all, shown(all))).toEqual(leavingReview(none, shown(none)));
  });

  it("has one letter for all third persons, one time, and the order of the worklist", () => {
    const review = reviewOf([
      decision(1, "B", 3, "plo"),
      decision(2, "A", 3, "not_plo"),
      decision(3, "A", 1, "plo"),
      decision(4, "B", 1, "not_plo"),
      adjudication(5, 3, "plo", "D"),
      adjudication(6, 1, "not_plo", "C"),
      // Alone: neither her place nor the time is told.
      decision(7, "A", 2, "plo"),
    ]);
    const by = { kind: "third", adjudicator: "R3" };
    const said = { at: minute(6), reasons: [] };
    const leaving = leavingReview(review, { isReviewShown: true });
    expect(leaving?.entries).toEqual([
      { kind: "decision", reviewer: "R1", candidate: 1, verdict: "not_plo", ...said },
      { kind: "decision", reviewer: "R2", candidate: 1, verdict: "plo", ...said },
      { kind: "adjudication", by, candidate: 1, verdict: "not_plo", ...said },
      { kind: "decision", reviewer: "R1", candidate: 3, verdict: "plo", ...said },
      { kind: "decision", reviewer: "R2", candidate: 3, verdict: "not_plo", ...said },
      { kind: "adjudication", by, candidate: 3, verdict: "plo", ...said },
    ]);
    expect(readReview(JSON.parse(JSON.stringify(leaving)))).toEqual({ kind: "read", review: leaving });
  });

  it("is withheld, as the counts are, where the funnel hides how many candidates there are", () => {
    const whole = reviewOf(decidedTo(26), run);
    const funnel = { smallCell: 11, stages: [{ id: "candidates", people: { kind: "hidden" } } as const] };
    expect(shown(whole, funnel)).toMatchObject({
      overall: { kind: "hidden" },
      tiers: { kind: "hidden" },
      agreement: { kind: "hidden" },
    });
    expect(leavingReview(whole, shown(whole, funnel))).toBeUndefined();
    const { stages } = funnelOf(26);
    const tierHidden = { smallCell: 11, stages: stages.filter(({ id }) => id !== "tier_x") };
    expect(shown(whole, tierHidden)).toMatchObject({ overall: { kind: "shown" }, tiers: { kind: "hidden" } });
  });

  it("tells nothing of a candidate on whom one alone has decided", () => {
    const ahead = reviewOf([decision(1, "Li", 1, "plo"), decision(2, "Li", 2, "plo"), decision(3, "Wang", 2, "plo")]);
    expect(leavingReview(ahead, { isReviewShown: true })?.entries.map(({ candidate }) => candidate)).toEqual([2, 2]);
  });

  it("has neither notes nor names", () => {
    const review = reviewOf([
      decision(1, "李医生", 1, "plo", "王女士，1993"),
      decision(2, "Bo", 1, "not_plo", "secret"),
      adjudication(3, 1, "plo", "Carla"),
    ]);
    const leaving = leavingReview(review, { isReviewShown: true });
    const text = JSON.stringify(leaving);
    for (const word of ["李医生", "王女士", "Bo", "secret", "Carla"]) expect(text).not.toContain(word);
    // A reason may be one woman's alone.
    expect(leaving?.entries.map(({ reasons }) => reasons)).toEqual([[], [], []]);
    expect(leaving && kinds(leaving)).toEqual(kinds(review));
    expect(readReview(JSON.parse(text)).kind).toBe("read");
  });
});
