import type { BlindStatus, Decision } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import { afterDecision, beside, openedByQueue, queueRanks } from "./review-queue.ts";
import { reviewSearch } from "./review-search.ts";

const decision = (reviewer: string, candidate: number, verdict: Decision["verdict"]): Decision => ({
  kind: "decision",
  reviewer,
  candidate,
  verdict,
  reasons: ["other"],
  at: "2026-11-27T08:00:00.000Z",
});

const open: BlindStatus = { kind: "open" };
const waiting: BlindStatus = { kind: "waiting", own: decision("A", 2, "plo") };
const disagreed: BlindStatus = {
  kind: "disagreed",
  decisions: [decision("A", 3, "plo"), decision("B", 3, "not_plo")],
};
const agreed = (verdict: "plo" | "not_plo"): BlindStatus => ({
  kind: "agreed",
  verdict,
  decisions: [decision("A", 4, verdict), decision("B", 4, verdict)],
});

/** Ranks 1 to 6. */
const statuses = [agreed("plo"), waiting, disagreed, open, agreed("not_plo"), open];

describe("the queue of a reviewer", () => {
  it("has the women left to decide on, in the order of the worklist", () => {
    expect(queueRanks(statuses, "mine")).toEqual([4, 6]);
  });

  it("has what is left to do before what is settled, when everybody is shown", () => {
    expect(queueRanks(statuses, "all")).toEqual([4, 6, 3, 2, 1, 5]);
  });

  it("has disagreements and confirmed women apart", () => {
    expect(queueRanks(statuses, "disagreed")).toEqual([3]);
    expect(queueRanks(statuses, "confirmed")).toEqual([1]);
  });

  it("is gone through in its own order, and from a woman outside to the nearest by rank", () => {
    const ranks = queueRanks(statuses, "all");
    expect(beside(ranks, 6, 1)).toBe(3);
    expect(beside(ranks, 4, -1)).toBeUndefined();
    expect(beside([4, 6], 5, 1)).toBe(6);
    expect(beside([4, 6], 5, -1)).toBe(4);
    expect(beside([4, 6], undefined, 1)).toBe(4);
  });

  it("goes on behind a decision, at its end with the first that is left", () => {
    expect(afterDecision([4, 6], 4)).toBe(6);
    expect(afterDecision([4, 6], 6)).toBe(4);
    expect(afterDecision([6], 6)).toBeUndefined();
  });
});

describe("the address of a review", () => {
  it("takes no name from an address", () => {
    expect(reviewSearch({ reviewer: "A", queue: "all", woman: "3" })).toEqual({ queue: "all", woman: 3 });
  });
});

describe("the woman whom a queue opens", () => {
  it("is its first, and stays open when another person's decision puts somebody before her", () => {
    expect(openedByQueue([3, 7], undefined)).toBe(3);
    expect(openedByQueue([2, 3, 7], 3)).toBe(3);
  });

  it("is the first again when she has left the queue, and nobody when it is empty", () => {
    expect(openedByQueue([2, 7], 3)).toBe(2);
    expect(openedByQueue([], 3)).toBeUndefined();
  });
});
