import { describe, expect, it } from "vitest";
import { readTexts } from "../svg-reading.fixture.ts";
import { funnelFigure } from "./funnel-figure.ts";
import { funnelData, smallFunnel } from "./plots-of-studies.fixture.ts";

const en = { lang: "en" } as const;

function wordsOf(svg: string): string {
  return readTexts(svg)
    .map(({ words }) => words)
    .join(" ");
}

describe("funnelFigure", () => {
  it("draws every study with a variance and names the others", () => {
    const { marks, rows, svg, description } = funnelFigure(funnelData(), en);
    expect([rows.length, marks.length]).toEqual([12, 11]);
    const sentence = "Not drawn, because the variance is not known: O'Sullivan 2006.";
    expect(wordsOf(svg)).toContain(sentence);
    expect(description).toContain(sentence);
    expect(rows[0]).toEqual(["Li 2018", "+11.5", "1.99"]);
  });

  it.each([
    [9, true],
    [10, false],
  ])("with %i studies says that asymmetry cannot be judged: %s", (count, says) => {
    const data = funnelData();
    const points = data.points.filter(({ se }) => se !== undefined).slice(0, count);
    const { svg, description } = funnelFigure({ ...data, points }, en);
    expect(wordsOf(svg).includes("asymmetry cannot be judged")).toBe(says);
    expect(description.includes("asymmetry cannot be judged")).toBe(says);
  });

  it("says so in Chinese too", () => {
    expect(wordsOf(funnelFigure(smallFunnel(), { lang: "zh" }).svg).replaceAll(" ", "")).toContain(
      "仅4项研究，不足10项，无法判断不对称性。",
    );
  });

  it("stands the pseudo limits 1.96 standard errors from the pooled line", () => {
    const { svg } = funnelFigure(funnelData(), en);
    const lines = [
      ...svg.matchAll(/<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)" stroke="#0f6b66"[^>]*\/>/g),
    ].map(([, ...ends]) => ends.slice(0, 4).map(Number));
    const [centre, left, right] = lines;
    if (centre === undefined || left === undefined || right === undefined) throw new Error("three lines expected");
    const [middle = 0] = centre;
    expect(left[0]).toBeCloseTo(middle, 1);
    expect(middle - (left[2] ?? 0)).toBeCloseTo((right[2] ?? 0) - middle, 1);
    // Two studies give the pixels of a unit on each axis: Li (11.5, 1.99) and Hong (15.5, 1.27).
    const { marks } = funnelFigure(funnelData(), en);
    const [li, hong] = ["Li 2018", "Hong 2018"].map((name) => marks.find(({ label }) => label.startsWith(name)));
    if (li === undefined || hong === undefined) throw new Error("two marks expected");
    const perUnit = (hong.x - li.x) / 4;
    const perSe = (li.y - hong.y) / 0.72;
    const slope = ((right[2] ?? 0) - (right[0] ?? 0)) / perUnit / (((right[3] ?? 0) - (right[1] ?? 0)) / perSe);
    expect(slope).toBeCloseTo(1.96, 2);
  });

  it("tells the p of its shades by a key", () => {
    const words = wordsOf(funnelFigure(funnelData(), en).svg);
    expect(words).toContain("Two-sided p against no change > 0.1 0.05–0.1 0.01–0.05 < 0.01");
  });

  it("refuses a standard error that is not above 0, and an effect that is no number", () => {
    const data = funnelData();
    const [first, ...others] = data.points;
    if (first === undefined) throw new Error("point expected");
    for (const se of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => funnelFigure({ ...data, points: [{ ...first, se }, ...others] }, en)).toThrow(RangeError);
    }
    expect(() => funnelFigure({ ...data, points: [{ ...first, estimate: Number.NaN }] }, en)).toThrow(RangeError);
    expect(() => funnelFigure({ ...data, points: [first, first] }, en)).toThrow(TypeError);
  });
});
