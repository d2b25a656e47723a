import { describe, expect, it } from "vitest";
import { seriesReferences } from "./references.ts";
import type { SeriesHead } from "./series.ts";
import { headOfWomen } from "./women-there.ts";

const note = { en: "n" };
const head: SeriesHead = {
  schema: "materbone/series/1",
  id: "s",
  title: { en: "t" },
  claims: [
    { id: "a", kind: "percentChange", case: "w-1", site: "lumbarSpine", from: "x", to: "y", printed: 14 },
    { id: "b", kind: "statement", words: { en: "w" } },
    { id: "c", kind: "hypothesis", case: "w-2", words: { en: "w" } },
  ],
  reviews: [
    { rule: "claim-not-supported", at: "/claims/0", state: "accepted", note },
    { rule: "claim-not-supported", at: "/claims/2/words", state: "explained", note },
    { rule: "r", case: "w-1", at: "/claims/2", state: "accepted", note },
    { rule: "r", case: "w-2", at: "/scans/0", state: "accepted", note },
    { rule: "r", at: "/methods", state: "accepted", note },
  ],
};

describe("a head of the women who are there", () => {
  it("leaves out what names another, and moves what was decided of a claim along with it", () => {
    const left = headOfWomen(head, (id) => id === "w-2");
    expect(left.claims?.map(({ id }) => id)).toEqual(["b", "c"]);
    expect(left.reviews).toEqual([
      { rule: "claim-not-supported", at: "/claims/1/words", state: "explained", note },
      { rule: "r", case: "w-2", at: "/scans/0", state: "accepted", note },
      { rule: "r", at: "/methods", state: "accepted", note },
    ]);
    const cases = [{ schema: "materbone/case/1" as const, id: "w-2" }];
    expect(seriesReferences({ ...left, cases })).toEqual([]);
  });

  it("has no empty lists where nothing is left", () => {
    const only: SeriesHead = { ...head, claims: head.claims?.slice(0, 1), reviews: head.reviews?.slice(0, 1) };
    const left = headOfWomen(only, () => false);
    expect(Object.keys(left)).toEqual(["schema", "id", "title"]);
  });

  it("is the head itself while every woman is there", () => {
    expect(headOfWomen(head, () => true)).toBe(head);
    const bare: SeriesHead = { schema: "materbone/series/1", id: "s", title: { en: "t" } };
    expect(headOfWomen(bare, () => false)).toBe(bare);
  });
});
