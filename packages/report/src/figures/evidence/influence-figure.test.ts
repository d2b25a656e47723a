import { describe, expect, it } from "vitest";
import { textWidth } from "../text-measure.ts";
import { SIZE } from "../theme.ts";
import { influenceData } from "./checks.fixture.ts";
import { INFLUENCE_STATISTICS } from "./influence-data.ts";
import { influenceFigure } from "./influence-figure.ts";
import { STATISTIC_HEADS } from "./influence-words.ts";

const en = { lang: "en" } as const;

describe("influenceFigure", () => {
  it("has a mark for every statistic of every study that has one, and a row for each study", () => {
    const { rows, marks } = influenceFigure(influenceData(), en);
    expect(rows.length).toBe(10);
    expect(marks.length).toBe(10 * INFLUENCE_STATISTICS.length - 1);
    expect(rows.find(([study]) => study === "Kabi")?.[6]).toBe("–");
    const dffits = marks.find(({ label }) => label.startsWith("Hadji 2022; DFFITS"));
    expect(dffits?.label).toBe("Hadji 2022; DFFITS 1.42; influential");
    expect(rows[dffits?.row ?? -1]?.[2]).toBe("1.42");
  });

  it("tells an influential study by shape and shade, in words and in the table", () => {
    const { svg, rows, description } = influenceFigure(influenceData(), en);
    expect(svg.match(/<polygon /g)?.length).toBe(INFLUENCE_STATISTICS.length);
    expect(description).toContain("influential: Hadji 2022");
    expect(rows.filter((cells) => cells.at(-1) === "yes").map(([study]) => study)).toEqual(["Hadji 2022"]);
    const calm = influenceData().rows.map((row) => ({ ...row, isFlagged: false }));
    const none = influenceFigure({ ...influenceData(), rows: calm }, en);
    expect(none.svg).not.toContain("<polygon ");
    expect(none.description).toContain("none is marked as influential");
  });

  it("breaks no word in its heads", () => {
    for (const heads of Object.values(STATISTIC_HEADS)) {
      for (const word of [...heads.en.split(" "), ...heads.zh.split(" ")]) {
        expect(textWidth(word, SIZE.small, "bold"), word).toBeLessThanOrEqual(56);
      }
    }
  });

  it("refuses what is no number", () => {
    const data = influenceData();
    const [first] = data.rows;
    if (first === undefined) throw new Error("row expected");
    const broken = { ...first, values: { ...first.values, hat: Number.NaN } };
    expect(() => influenceFigure({ ...data, rows: [broken] }, en)).toThrow(RangeError);
    expect(() => influenceFigure({ ...data, limits: { hat: [Number.POSITIVE_INFINITY] } }, en)).toThrow(RangeError);
    expect(() => influenceFigure({ ...data, references: { hat: Number.NaN } }, en)).toThrow(RangeError);
    expect(() => influenceFigure({ ...data, rows: [first, first] }, en)).toThrow(TypeError);
  });
});
