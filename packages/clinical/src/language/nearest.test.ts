import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "./nearest.ts";

const known = ["ageYears", "heightCm", "weightKg", "bmiKgPerM2", "T9", "L1"];

describe("nearest", () => {
  it.each([
    ["ageYears", "ageYears"],
    ["AGEYEARS", "ageYears"],
    ["agYears", "ageYears"],
    ["agesYears", "ageYears"],
    ["ageYaers", "ageYears"],
    ["egeYears", "ageYears"],
    ["age_years", "ageYears"],
    ["L9", "T9"],
    ["bmi", undefined],
    ["xyzzy", undefined],
    ["", undefined],
    ["a", undefined],
  ])("%j is meant to be %j", (word, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  it("does not offer one drug for another, but the same stem under another ending", () => {
    expect(nearest("zoledronate", ["alendronate", "risedronate", "zoledronicAcid"])).toBe("zoledronicAcid");
    expect(nearest("zoledronate", ["alendronate", "risedronate"])).toBeUndefined();
  });

  it("accepts a third of the letters, and no more", () => {
    expect(nearest("abcdef", ["abcdxy"])).toBe("abcdxy");
    expect(nearest("abcdef", ["abcxyz"])).toBeUndefined();
    expect(nearest("abc", ["abx"])).toBe("abx");
    expect(nearest("abc", ["axy"])).toBeUndefined();
  });

  it("allows one more slip in a word of five letters where it is asked to", () => {
    expect(nearest("egers", ["egger"])).toBeUndefined();
    expect(nearest("egers", ["egger"], 1)).toBe("egger");
    expect(nearest("blap", ["blue"], 1)).toBeUndefined();
  });

  it("takes two neighbours swapped for one slip", () => {
    expect(nearest("ba", ["ab"])).toBe("ab");
    expect(nearest("bca", ["abc"])).toBeUndefined();
  });

  it("never suggests one letter for another, which would be any letter", () => {
    expect(nearest("4", ["1", "2", "3"])).toBeUndefined();
  });

  it("finds a word with one letter dropped", () => {
    const word = fc.stringMatching(/^[a-z]{3,40}$/);
    fc.assert(
      fc.property(word, fc.nat(), (whole, position) => {
        const cut = position % whole.length;
        expect(nearest(whole.slice(0, cut) + whole.slice(cut + 1), [whole])).toBe(whole);
      }),
    );
  });

  it("leaves alone what is too long to be a word", () => {
    const long = "x".repeat(1_000_000);
    expect(nearest(long, [long, `${long}x`])).toBeUndefined();
    expect(nearest("x", [long])).toBeUndefined();
  });
});
