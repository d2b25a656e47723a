import { describe, expect, it } from "vitest";
import { readTexts } from "../svg-reading.fixture.ts";
import { sensitivityData } from "./checks.fixture.ts";
import { byAssumption } from "./sensitivity-strip-data.ts";
import { sensitivityStripFigure } from "./sensitivity-strip-figure.ts";

const en = { lang: "en" } as const;

function wordsOf(svg: string): string {
  return readTexts(svg)
    .map(({ words }) => words)
    .join(" ");
}

describe("sensitivityStripFigure", () => {
  it("has a row and a mark for every analysis, with both intervals", () => {
    const { rows, marks } = sensitivityStripFigure(sensitivityData(), en);
    expect([rows.length, marks.length]).toEqual([6, 6]);
    expect(rows[0]).toEqual([
      "SD of change 5 points",
      "With single women",
      "12",
      "84",
      "+14.2",
      "+9.0",
      "+19.4",
      "\u22122.4",
      "+30.9",
      "",
    ]);
    expect(rows[2]?.at(-1)).toBe("primary analysis");
    expect(rows[5]?.slice(7)).toEqual(["–", "–", "fewer than three studies"]);
    expect(marks[5]?.label).toContain("no prediction interval: fewer than three studies");
  });

  it("puts analyses of one assumption together, with and without single women side by side", () => {
    const shuffled = [0, 2, 4, 1, 3, 5].flatMap((index) => sensitivityData().rows[index] ?? []);
    expect(byAssumption(shuffled).map((group) => group.map(({ at }) => at))).toEqual([
      ["/analyses/0", "/analyses/1"],
      ["/analyses/2", "/analyses/3"],
      ["/analyses/4", "/analyses/5"],
    ]);
  });

  it("says how far estimates and prediction intervals lie apart", () => {
    const { description } = sensitivityStripFigure(sensitivityData(), en);
    expect(description).toBe("6 analyses: estimates +12.4 to +14.2%, prediction intervals within \u22122.4 to +30.9%.");
  });

  it("shows whole prediction intervals, and says when one is cut", () => {
    const data = sensitivityData();
    expect(wordsOf(sensitivityStripFigure(data, en).svg)).not.toContain("beyond the axis");
    const [first, ...others] = data.rows;
    if (first === undefined) throw new Error("row expected");
    const wide = { ...first, prediction: { kind: "interval", lower: -300, upper: 330 } } as const;
    expect(wordsOf(sensitivityStripFigure({ ...data, rows: [wide, ...others] }, en).svg)).toContain("beyond the axis");
  });

  it("refuses two primary analyses, two data at one place and what is no number", () => {
    const data = sensitivityData();
    const [first, ...others] = data.rows;
    if (first === undefined) throw new Error("row expected");
    const changed = (change: Partial<typeof first>) => ({ ...data, rows: [{ ...first, ...change }, ...others] });
    expect(() => sensitivityStripFigure(changed({ isPrimary: true }), en)).toThrow(TypeError);
    expect(() => sensitivityStripFigure(changed({ at: "/analyses/1" }), en)).toThrow(TypeError);
    expect(() => sensitivityStripFigure(changed({ estimate: Number.NaN }), en)).toThrow(RangeError);
    expect(() => sensitivityStripFigure(changed({ lower: 20, upper: 10 }), en)).toThrow(RangeError);
  });
});
