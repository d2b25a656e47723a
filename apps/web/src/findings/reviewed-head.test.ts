import { type CaseRecord, findings, readSeriesHead, type SeriesHead } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { reviewOf, withoutReviews, withReviews } from "./reviewed-head.ts";

const head: SeriesHead = { schema: "materbone/series/1", id: "s", title: "S" };
const decision = { state: "explained", note: "written in the chart", by: "L.", on: "2026-11-25" } as const;
const finding = { rule: "off-label", case: "w", at: "/treatments/0" };

describe("withReviews", () => {
  it("writes one review with who, when and why, and the head stays readable", () => {
    const reviewed = withReviews(head, [finding], decision);
    expect(reviewed.reviews).toEqual([{ ...finding, ...decision }]);
    expect(readSeriesHead(reviewed).kind).toBe("read");
  });

  it("leaves the woman out for a finding of the series", () => {
    const [review] = withReviews(head, [{ rule: "ethics-missing", case: null, at: "/ethics" }], decision).reviews ?? [];
    expect(review).not.toHaveProperty("case");
  });

  it("replaces an earlier review of the same finding and keeps the others", () => {
    const once = withReviews(head, [finding, { ...finding, at: "/treatments/1" }], decision);
    const twice = withReviews(once, [finding], { ...decision, state: "accepted" });
    expect(twice.reviews?.map(({ at, state }) => [at, state])).toEqual([
      ["/treatments/0", "accepted"],
      ["/treatments/1", "explained"],
    ]);
  });

  it("writes one review for two findings of one place", () => {
    expect(withReviews(head, [finding, { ...finding }], decision).reviews).toHaveLength(1);
  });

  it("is what the engine reads: the state of the finding changes and no other's", () => {
    const record: CaseRecord = {
      schema: "materbone/case/1",
      id: "w",
      treatments: [{ agent: "zoledronicAcid" }],
    };
    const series = { ...head, cases: [record] };
    const before = findings(series);
    const asked = before.find(({ rule }) => rule === "off-label");
    if (asked === undefined) throw new TypeError("the rule raised nothing");
    const after = findings({ ...withReviews(head, [asked], decision), cases: [record] });
    expect(after.filter(({ state }) => state === "explained").map(({ rule }) => rule)).toEqual(["off-label"]);
    expect(after).toHaveLength(before.length);
  });

  it("counts before an older review of the whole rule", () => {
    const broad = { ...head, reviews: [{ rule: "off-label", case: "w", state: "accepted" as const, note: "all" }] };
    expect(reviewOf(withReviews(broad, [finding], decision), finding)?.state).toBe("explained");
  });
});

describe("withoutReviews", () => {
  it("takes a review back and leaves no empty list", () => {
    expect(withoutReviews(withReviews(head, [finding], decision), [finding])).toEqual(head);
  });

  it("leaves reviews of other findings", () => {
    const both = withReviews(head, [finding, { ...finding, case: "x" }], decision);
    expect(withoutReviews(both, [finding]).reviews?.map((review) => review.case)).toEqual(["x"]);
  });

  it("takes a review of the whole rule back with any of its findings", () => {
    const broad = { ...head, reviews: [{ rule: "off-label", case: "w", state: "accepted" as const, note: "all" }] };
    expect(withoutReviews(broad, [finding]).reviews).toBeUndefined();
  });
});
