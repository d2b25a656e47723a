import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { head, woman } from "../series.fixture.ts";
import { summaryOf } from "../summary-of.ts";
import { agentsWithoutBit, facetsAsked, facetsOf, hasFacets } from "./facets.ts";
import { folded, foldedEntry, naturalOrder, plain, searchText } from "./folded.ts";
import { distinctTags, tagList } from "./tags.ts";

describe("facets", () => {
  it("have a bit for every agent of the vocabulary: a new one goes to the end of the list", () => {
    expect(agentsWithoutBit).toEqual([]);
  });

  it("answer what they are asked", () => {
    const summary = summaryOf(woman("w"), head("s"));
    const facets = facetsOf({ ...summary, agents: ["zoledronicAcid", "other"] }, true);
    expect(Number.isSafeInteger(facets)).toBe(true);
    const has = (query: Parameters<typeof facetsAsked>[0]): boolean =>
      hasFacets(facets, facetsAsked(query) ?? Number.NaN);
    expect(has({})).toBe(true);
    expect(has({ agent: "other", isFractured: true, outcome: summary.verdicts.anySite })).toBe(true);
    expect(has({ agent: "denosumab" })).toBe(false);
    expect(has({ isFractured: false })).toBe(false);
    expect(facetsAsked({ agent: "water" })).toBeUndefined();
  });

  it.each([
    [{ major: 1, minor: 0, info: 0 }, [true, true, true]],
    [{ major: 0, minor: 2, info: 0 }, [true, true, false]],
    [{ major: 0, minor: 0, info: 3 }, [true, false, false]],
    [{ major: 0, minor: 0, info: 0 }, [false, false, false]],
  ])("of findings %j reach down to the severity asked for", (openFindings, expected) => {
    const facets = facetsOf({ ...summaryOf(woman("w"), head("s")), openFindings }, false);
    const severities = ["info", "minor", "major"] as const;
    expect(severities.map((severity) => hasFacets(facets, facetsAsked({ severity }) ?? Number.NaN))).toEqual(expected);
  });
});

describe("search text", () => {
  it("finds parts of id and tags in any case and width, and whole tags as such", () => {
    const text = searchText("Woman-7", ["骨折 随访", "ＤＸＡ\nlater"]);
    for (const needle of ["WOMAN", "骨折", "dxa", "访"]) expect(text).toContain(folded(needle));
    expect(text).toContain(foldedEntry("骨折 随访"));
    expect(text).not.toContain(foldedEntry("骨折"));
    expect(text).toContain(foldedEntry("dxa later"));
  });

  it("never holds a line end that a tag brought", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (tags) => {
        expect(searchText("w", tags).split("\n")).toHaveLength(tags.length + 3);
      }),
    );
  });
});

describe("natural order", () => {
  it.each([
    [
      ["case-10", "case-9", "case-1", "Case-2"],
      ["case-1", "Case-2", "case-9", "case-10"],
    ],
    [
      ["w2b10", "w2b9", "w10a1"],
      ["w2b9", "w2b10", "w10a1"],
    ],
    [
      ["a", "a1", "a0"],
      ["a", "a0", "a1"],
    ],
  ])("of %j is %j", (ids, expected) => {
    const byNatural = (a: string, b: string): number => (naturalOrder(a) < naturalOrder(b) ? -1 : 1);
    expect([...ids].sort(byNatural)).toEqual(expected);
  });

  it("puts numbers behind one stem in the order of their size", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.bigInt({ min: 0n, max: 10n ** 40n }), (a, b) => {
        expect(naturalOrder(`w-${a}`) < naturalOrder(`w-${b}`)).toBe(a < b);
      }),
    );
  });
});

describe("plain text", () => {
  it("survives being written as UTF-8, without a NUL", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const kept = plain(text);
        expect(Buffer.from(kept, "utf8").toString("utf8")).toBe(kept);
        expect(kept).not.toContain("\0");
        expect(plain(kept)).toBe(kept);
      }),
    );
  });
});

describe("tags", () => {
  it("that differ in case or width are one tag of one woman", () => {
    expect(distinctTags(["Spine", "spine", "ＳＰＩＮＥ", "骨折"])).toEqual(["Spine", "骨折"]);
  });

  it("of a series stand in the spelling used most, most used first", () => {
    const counts = [
      { tag: "spine", cases: 2 },
      { tag: "Spine", cases: 3 },
      { tag: "骨折", cases: 4 },
      { tag: "gone", cases: 0 },
    ];
    expect(tagList(counts)).toEqual([
      { tag: "Spine", cases: 5 },
      { tag: "骨折", cases: 4 },
    ]);
  });
});
