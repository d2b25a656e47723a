import { describe, expect, it } from "vitest";
import { readTexts } from "../svg-reading.fixture.ts";
import { brokenPrisma, prismaData } from "./checks.fixture.ts";
import { prismaGaps } from "./prisma-data.ts";
import { prismaFigure } from "./prisma-figure.ts";

const en = { lang: "en" } as const;

function wordsOf(svg: string): string {
  return readTexts(svg)
    .map(({ words }) => words)
    .join(" ")
    .replaceAll("\u00a0", " ");
}

describe("prismaFigure", () => {
  it("prints every count in the drawing, in the table and at a mark", () => {
    const { svg, rows, marks } = prismaFigure(prismaData(), en);
    const words = wordsOf(svg);
    for (const [, step, detail, number] of rows) {
      expect(words).toContain(`${detail === "" ? step : detail} (n = ${number})`);
    }
    expect(marks.length).toBe(rows.length);
    expect(new Set(marks.map(({ row }) => row)).size).toBe(rows.length);
  });

  it("keeps the reasons of an exclusion with their numbers", () => {
    const { rows } = prismaFigure(prismaData(), en);
    expect(rows).toContainEqual(["Databases and registers", "Reports excluded", "Same women as another report", "11"]);
    expect(rows).toContainEqual(["Other methods", "Reports not retrieved", "", "3"]);
    expect(rows.at(-1)).toEqual(["Included", "Women", "", "451"]);
  });

  it("draws what is found otherwise only where it is given", () => {
    expect(wordsOf(prismaFigure(prismaData(), en).svg)).toContain("Other methods");
    expect(wordsOf(prismaFigure(brokenPrisma(), en).svg)).not.toContain("Other methods");
  });

  it("says where counts do not add up, and nothing where they do", () => {
    expect(wordsOf(prismaFigure(prismaData(), en).svg)).not.toContain("Does not add up");
    const { svg, description } = prismaFigure(brokenPrisma(), en);
    const sentence = "Does not add up: Records screened 740, but the steps before leave 741.";
    expect(wordsOf(svg)).toContain(sentence);
    expect(description).toContain(sentence);
  });

  it("refuses what is no count", () => {
    const data = prismaData();
    for (const screened of [-1, 1.5, Number.NaN]) {
      expect(() => prismaFigure({ ...data, databases: { ...data.databases, screened } }, en)).toThrow(RangeError);
    }
    const removed = [{ label: { en: "duplicates", zh: "重复" }, count: Number.NaN }];
    expect(() => prismaFigure({ ...data, databases: { ...data.databases, removed } }, en)).toThrow(RangeError);
  });
});

describe("prismaGaps", () => {
  it("finds each step that does not follow from those before it", () => {
    expect(prismaGaps(prismaData())).toEqual([]);
    expect(prismaGaps(brokenPrisma()).map(({ step, stated, expected }) => [step, stated, expected])).toEqual([
      ["screened", 740, 741],
      ["sought", 159, 158],
    ]);
    const data = prismaData();
    expect(prismaGaps({ ...data, included: { studies: 60, reports: 65 } })).toEqual([
      { stream: "both", step: "included", stated: 65, expected: 66 },
    ]);
  });
});
