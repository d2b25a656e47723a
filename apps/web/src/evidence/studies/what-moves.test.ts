import { createTerms } from "@materbone/clinical";
import { DEFAULT_CHOICES, evidenceRows, shippedLiterature } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import { effectText } from "./effect-text.ts";
import { whatMoves } from "./what-moves.ts";

const row = (key: string) => {
  const found = evidenceRows(shippedLiterature).find((each) => each.key === key);
  if (found === undefined) throw new TypeError(`no row ${key}`);
  return found;
};
const OSULLIVAN = row("osullivan-2006/bp/lumbarSpine@24");

describe("what moves with a reading", () => {
  it("is the pooled effect that the value stands in, with its studies and women", () => {
    const moves = whatMoves(shippedLiterature, DEFAULT_CHOICES, OSULLIVAN);
    expect(moves.map(({ stratum, treatment }) => [stratum.site, stratum.window, treatment])).toEqual([
      ["lumbarSpine", "month24", "bisphosphonate"],
    ]);
    expect(moves[0]?.under.map((effect) => [effect?.studies, effect?.women])).toEqual([
      [2, 2],
      [3, 7],
    ]);
  });

  it("follows the other choices", () => {
    const moves = whatMoves(shippedLiterature, { ...DEFAULT_CHOICES, readNotStatedAsMean: true }, OSULLIVAN);
    expect(moves[0]?.under.map((effect) => effect?.women)).toEqual([7, 7]);
  });

  it("is nothing where the value is in no pooled effect under any reading", () => {
    const notPlo = evidenceRows(shippedLiterature).find(({ study }) => study.population.kind === "other");
    if (notPlo === undefined) throw new TypeError("no row of another disease");
    expect(whatMoves(shippedLiterature, DEFAULT_CHOICES, notPlo)).toEqual([]);
  });

  it("says that an effect is there under one reading only", () => {
    const literature = {
      ...shippedLiterature,
      studies: shippedLiterature.studies.filter(({ id }) => id === "osullivan-2006"),
    };
    const [move] = whatMoves(literature, DEFAULT_CHOICES, OSULLIVAN);
    expect(move?.under[0]).toBeUndefined();
    expect(move?.under[1]).toMatchObject({ studies: 1, only: 23, estimate: { kind: "notPooled" } });
  });
});

describe("the text of an effect", () => {
  it("has no number where the courses are unlike each other", () => {
    const effect = {
      studies: 2,
      women: 2,
      only: undefined,
      estimate: { kind: "notPooled", reason: "unlikeCourses" },
    } as const;
    expect(effectText(effect, createTerms("en"))).toBe("courses unlike each other, not pooled, 2 studies, 2 women");
    expect(effectText(effect, createTerms("zh"))).toBe("各研究用药过程不同，不作合并，2项研究，2例");
  });
});
