import { describe, expect, it } from "vitest";
import { readTexts } from "../svg-reading.fixture.ts";
import { COLOUR } from "../theme.ts";
import { benchmarkFigure } from "./benchmark-figure.ts";
import { benchmarkData } from "./plots-of-studies.fixture.ts";

const en = { lang: "en" } as const;

function wordsOf(svg: string): string {
  return readTexts(svg)
    .map(({ words }) => words)
    .join(" ");
}

describe("benchmarkFigure", () => {
  it("has a mark and a row for every value, every month of the course and every study left out", () => {
    const data = benchmarkData();
    const { marks, rows } = benchmarkFigure(data, en);
    // A study without which no band is left has no line.
    expect(marks).toHaveLength(data.points.length + data.course.length + 1);
    expect(rows).toHaveLength(marks.length);
    const cohort = marks.find(({ label }) => label.startsWith("Cohort A"));
    for (const words of ["+5.2%", "month 6 after weaning", "95 women", "healthy"])
      expect(cohort?.label).toContain(words);
    expect(rows[cohort?.row ?? -1]).toEqual(["Cohort A", "healthy women", "95", "6", "yes", "+5.2", "–", "–"]);
    const whole = marks.find(({ label }) => label.includes("month 24 after weaning") && label.includes("expected"));
    expect(rows[whole?.row ?? -1]?.slice(3)).toEqual(["24", "–", "+13.1", "+1.1", "+26.1"]);
    const without = marks.find(({ label }) => label.startsWith("without Report D"));
    expect(without?.label).toContain("+8.6%");
  });

  it("says why a value is shown and not counted, and draws it hollow", () => {
    const data = benchmarkData();
    const { marks, svg } = benchmarkFigure(data, en);
    expect(marks.find(({ label }) => label.startsWith("Report E"))?.label).toContain("site not stated");
    const hollow = (of: string): number =>
      [...of.matchAll(/<circle [^>]*>/g)].filter(([mark]) => mark.includes(`fill="${COLOUR.card}"`)).length;
    // Report E, and the middle of the range of Review F.
    expect(hollow(svg)).toBe(2);
    const counted = data.points.map(({ leftOut: _, ...point }) => point);
    expect(hollow(benchmarkFigure({ ...data, points: counted }, en).svg)).toBe(0);
  });

  it("draws a range as a bar from end to end", () => {
    const { rows } = benchmarkFigure(benchmarkData(), en);
    expect(rows.find(([study]) => study === "Review F")).toEqual([
      "Review F",
      "women with PLO",
      "–",
      "24",
      "a range without a mean",
      "–",
      "+11.0",
      "+12.2",
    ]);
  });

  it("says that there is no band where the studies are too few", () => {
    const { svg, marks } = benchmarkFigure({ ...benchmarkData(), course: [], without: [] }, en);
    expect(wordsOf(svg)).toContain("too few for a band");
    expect(marks).toHaveLength(benchmarkData().points.length);
  });

  it("tells the expected change at the ends of the band in words", () => {
    const { description } = benchmarkFigure(benchmarkData(), en);
    expect(description).toContain("6 values, 4 counted");
    expect(description).toContain("Expected at month 6 after weaning: +5.1% (");
    expect(benchmarkFigure(benchmarkData(), { lang: "zh" }).description).toContain("停止哺乳后60个月预期+16.9%");
  });

  it("refuses what is no number, no time or no band", () => {
    const data = benchmarkData();
    const [first, ...others] = data.points;
    if (first === undefined) throw new Error("point expected");
    const withFirst = (change: Partial<typeof first>) => ({ ...data, points: [{ ...first, ...change }, ...others] });
    expect(() => benchmarkFigure(withFirst({ months: -1 }), en)).toThrow(RangeError);
    expect(() => benchmarkFigure(withFirst({ value: { kind: "mean", estimate: Number.NaN } }), en)).toThrow(RangeError);
    expect(() => benchmarkFigure(withFirst({ value: { kind: "range", lower: 2, upper: 1 } }), en)).toThrow(RangeError);
    expect(() => benchmarkFigure(withFirst({ at: "/points/1" }), en)).toThrow(TypeError);
    expect(() => benchmarkFigure({ ...data, course: data.course.toReversed() }, en)).toThrow(RangeError);
  });
});
