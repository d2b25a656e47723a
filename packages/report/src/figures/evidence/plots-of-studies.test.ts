import { describe, expect, it } from "vitest";
import type { Figure } from "../figure.ts";
import { readTexts } from "../svg-reading.fixture.ts";
import { baujatFigure } from "./baujat-figure.ts";
import { bubbleFigure } from "./bubble-figure.ts";
import { galbraithFigure } from "./galbraith-figure.ts";
import { baujatData, bubbleData, galbraithData } from "./plots-of-studies.fixture.ts";

const en = { lang: "en" } as const;

function wordsOf({ svg }: Figure): string {
  return readTexts(svg)
    .map(({ words }) => words)
    .join(" ");
}

describe("bubbleFigure", () => {
  it("has a row and a mark for every study with a moderator and for every point of the line", () => {
    const data = bubbleData();
    const { rows, marks } = bubbleFigure(data, en);
    expect(rows.length).toBe(data.points.length + data.line.length);
    expect(marks.length).toBe(data.points.length - 1 + data.line.length);
    expect(rows.at(-1)?.slice(0, 3)).toEqual(["Regression line", "36", "+26.7"]);
    expect(wordsOf(bubbleFigure(data, en))).toContain(
      "Not drawn, without a value for months between scans: Cerit 2020.",
    );
  });

  it("gives bubbles areas in the proportion of their weights", () => {
    const data = bubbleData();
    const [first, second] = data.points;
    if (first === undefined || second === undefined) throw new Error("points expected");
    const points = [
      { ...first, weightPercent: 80 },
      { ...second, weightPercent: 20 },
    ];
    const radii = [...bubbleFigure({ ...data, points }, en).svg.matchAll(/<circle [^>]* r="([\d.]+)"/g)].map(([, r]) =>
      Number(r),
    );
    expect(radii[0]).toBeCloseTo(2 * (radii[1] ?? 0), 1);
  });

  it("names the bands only where they are drawn", () => {
    const data = bubbleData();
    expect(wordsOf(bubbleFigure(data, en))).toContain("prediction interval");
    const line = data.line.map(({ pi: _, ...point }) => point);
    expect(wordsOf(bubbleFigure({ ...data, line }, en))).not.toContain("prediction interval");
    expect(wordsOf(bubbleFigure({ ...data, line: [] }, en))).not.toContain("confidence interval of the line");
  });

  it("refuses a line that does not ascend, a weight over 100 and what is no number", () => {
    const data = bubbleData();
    const [first] = data.points;
    if (first === undefined) throw new Error("point expected");
    expect(() => bubbleFigure({ ...data, line: data.line.toReversed() }, en)).toThrow(RangeError);
    expect(() => bubbleFigure({ ...data, points: [{ ...first, weightPercent: 101 }] }, en)).toThrow(RangeError);
    expect(() => bubbleFigure({ ...data, points: [{ ...first, x: Number.NaN }] }, en)).toThrow(RangeError);
    expect(() => bubbleFigure({ ...data, points: [first, first] }, en)).toThrow(TypeError);
  });
});

describe("baujatFigure", () => {
  it("names the study that is first on both axes, in words too", () => {
    const { description } = baujatFigure(baujatData(), en);
    expect(description).toContain("Hadji 2022 does most of both.");
    const { points, ...data } = baujatData();
    const others = points.map((point) => (point.study === "Li" ? { ...point, influence: 2 } : point));
    expect(baujatFigure({ ...data, points: others }, en).description).not.toContain("most of both");
  });

  it("prints both numbers of every study", () => {
    const { rows, marks } = baujatFigure(baujatData(), en);
    expect(rows[0]).toEqual(["Li 2018", "3.10", "0.210"]);
    expect(marks.length).toBe(rows.length);
  });

  it("refuses a negative contribution", () => {
    const [first] = baujatData().points;
    if (first === undefined) throw new Error("point expected");
    expect(() => baujatFigure({ ...baujatData(), points: [{ ...first, contribution: -0.1 }] }, en)).toThrow(RangeError);
    expect(() => baujatFigure({ ...baujatData(), points: [{ ...first, influence: Number.NaN }] }, en)).toThrow(
      RangeError,
    );
  });
});

describe("galbraithFigure", () => {
  it("draws the pooled line from zero to its effect on the right", () => {
    const data = galbraithData();
    const { svg } = galbraithFigure(data, en);
    const [, x1 = "", y1 = "", x2 = "", y2 = ""] =
      /<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)" stroke="#0f6b66"/.exec(svg) ?? [];
    const texts = readTexts(svg).filter(({ left }) => left > Number(x2));
    // A value stands with its baseline four units under its tick.
    const heights = texts.map(({ words, size, bottom }) => ({
      value: Number(words.replace("\u2212", "-")),
      y: bottom - 0.22 * size - 4,
    }));
    const [low, high] = [heights[0], heights.at(-1)];
    if (low === undefined || high === undefined) throw new Error("ticks expected");
    const perUnit = (high.y - low.y) / (high.value - low.value);
    const zero = low.y - low.value * perUnit;
    expect((Number(y2) - zero) / perUnit).toBeCloseTo(data.pooled.estimate, 1);
    expect(Number(y1)).toBeCloseTo(zero, 0);
    expect(Number(x1)).toBeLessThan(Number(x2));
  });

  it("names the studies outside the band", () => {
    expect(galbraithFigure(galbraithData(), en).description).toContain("Outside the band: Hadji 2022.");
  });

  it("refuses a standard error that is not above 0", () => {
    const [first] = galbraithData().points;
    if (first === undefined) throw new Error("point expected");
    for (const se of [0, -1, Number.NaN]) {
      expect(() => galbraithFigure({ ...galbraithData(), points: [{ ...first, se }] }, en)).toThrow(RangeError);
    }
  });
});
