import { describe, expect, it } from "vitest";
import { readTexts } from "../svg-reading.fixture.ts";
import { COLOUR } from "../theme.ts";
import { forestData, forestGroups, unlikeForest } from "./forest.fixture.ts";
import type { ForestData } from "./forest-data.ts";
import { forestFigure } from "./forest-figure.ts";

const en = { lang: "en" } as const;

describe("forestFigure", () => {
  it("prints every study with its numbers in the table, and a mark for each", () => {
    const data = forestData();
    const { rows, marks } = forestFigure(data, en);
    for (const row of data.groups.flatMap((group) => group.rows)) {
      const printed = rows.find((cells) => cells[1]?.startsWith(row.study));
      expect(printed?.[2], row.study).toBe(String(row.women));
      expect(printed?.[6], row.study).toBe(`+${row.estimate.toFixed(1)}`);
      const mark = marks.find(({ at }) => at === row.at);
      expect(rows[mark?.row ?? -1], row.study).toBe(printed);
      expect(mark?.label).toContain(printed?.[6]);
    }
    expect(rows.find((cells) => cells[1] === "With single women")?.slice(6, 11)).toEqual([
      "+14.2",
      "+8.1",
      "+20.3",
      "\u22122.4",
      "+30.9",
    ]);
  });

  it("draws a study without a variance as an open circle without interval, never as a diamond", () => {
    const [group] = forestGroups();
    const row = group?.rows.find(({ study }) => study === "O'Sullivan");
    if (group === undefined || row === undefined) throw new Error("study expected");
    const { untreated: _, ...bare } = group;
    const { svg, rows } = forestFigure(
      { ...forestData(), groups: [{ ...bare, rows: [row], pooled: [] }], overall: [] },
      en,
    );
    expect(svg).toContain("<circle");
    expect(svg).not.toContain("<polygon");
    expect(readTexts(svg).map(({ words }) => words)).toContain("no interval");
    expect(rows[0]?.slice(7, 9)).toEqual(["–", "–"]);
  });

  it("draws the pooled effects with and without single women, the latter hollow", () => {
    const { svg } = forestFigure(forestData(), en);
    const diamonds = [...svg.matchAll(/<polygon [^>]*stroke-linejoin="round"\/>/g)].map(([whole]) => whole);
    const hollow = diamonds.filter((each) => each.includes(`fill="${COLOUR.card}"`));
    expect([diamonds.length, hollow.length]).toEqual([4, 1]);
  });

  it("says why a prediction interval is not given", () => {
    const { svg, rows, description } = forestFigure(forestData(), en);
    expect(wordsOf(svg)).toContain("No prediction interval: fewer than three studies");
    expect(description).toContain("no prediction interval: fewer than three studies");
    expect(rows.find((cells) => cells[1] === "Random effects")?.at(-1)).toBe("fewer than three studies");
  });

  it("cuts an interval that would squeeze all others, with an arrow", () => {
    expect(wordsOf(forestFigure(forestData(), en).svg)).toContain("An arrow goes on beyond the axis.");
  });

  it("cuts a diamond whose tips lie beyond the axis bluntly, with an arrow at each", () => {
    const data = forestData();
    const [first, ...others] = data.groups;
    const [pooled] = first?.pooled ?? [];
    if (first === undefined || pooled === undefined) throw new Error("a pooled group expected");
    const drawn = (lower: number, upper: number): string => {
      const group = { ...first, pooled: [{ ...pooled, lower, upper }] };
      return forestFigure({ ...data, domain: [-30, 60], groups: [group, ...others] }, en).svg;
    };
    const corners = (svg: string): number => {
      const diamond = /<polygon points="([^"]*)" [^>]*stroke-linejoin="round"\/>/.exec(svg)?.[1] ?? "";
      return diamond.split(" ").length;
    };
    const whole = drawn(pooled.lower, pooled.upper);
    const cut = drawn(-62, 98);
    expect([corners(whole), corners(cut)]).toEqual([4, 6]);
    const arrows = (svg: string): number => [...svg.matchAll(/<polygon [^>]*>/g)].length;
    expect(arrows(cut)).toBe(arrows(whole) + 2);
    expect(wordsOf(cut)).toContain("An arrow goes on beyond the axis.");
  });

  it("moves the reference line where it is asked for, and prints its value on the axis", () => {
    const at = (reference: number): number => {
      const { svg } = forestFigure({ ...forestData(), reference }, en);
      const [, x = "", y = ""] = /<line x1="([\d.]+)" y1="([\d.]+)" [^>]*stroke-width="1.25"\/>/.exec(svg) ?? [];
      expect(y).not.toBe("");
      expect(svg).toMatch(new RegExp(`<text x="${x}" [^>]*font-weight="600"`));
      return Number(x);
    };
    expect(at(7.5)).toBeGreaterThan(at(0));
  });

  it("pools nothing across unlike strata, and says so", () => {
    const data = unlikeForest();
    const { svg, description } = forestFigure(data, en);
    const sentence = "Nothing is pooled across the groups: they differ in sites and time windows.";
    expect(wordsOf(svg)).toContain(sentence);
    expect(description).toContain(sentence);
    expect(() => forestFigure({ ...data, overall: forestData().overall }, en)).toThrow(TypeError);
  });

  it.each<[string, (data: ForestData) => ForestData]>([
    ["level", (data) => ({ ...data, level: Number.NaN })],
    ["reference", (data) => ({ ...data, reference: Number.POSITIVE_INFINITY })],
    ["domain", (data) => ({ ...data, domain: [5, 1] })],
    ["estimate", (data) => changedRow(data, { estimate: Number.NaN })],
    ["one end of an interval", (data) => changedRow(data, { ciLower: undefined })],
    ["ends the wrong way round", (data) => changedRow(data, { ciLower: 20, ciUpper: 10 })],
    ["women", (data) => changedRow(data, { women: 1.5 })],
    ["weight", (data) => changedRow(data, { weightPercent: 101 })],
    ["months", (data) => changedRow(data, { months: -1 })],
  ])("refuses a wrong %s", (_, change) => {
    expect(() => forestFigure(change(forestData()), en)).toThrow(RangeError);
  });

  it("refuses two data at one place", () => {
    expect(() => forestFigure(changedRow(forestData(), { at: "/effects/1" }), en)).toThrow(TypeError);
  });
});

/** All words of a drawing as one text, whatever lines they stand on. */
function wordsOf(svg: string): string {
  return readTexts(svg)
    .map(({ words }) => words)
    .join(" ");
}

function changedRow(data: ForestData, change: Partial<ForestData["groups"][number]["rows"][number]>): ForestData {
  const [first, ...others] = data.groups;
  const [row, ...rows] = first?.rows ?? [];
  if (first === undefined || row === undefined) throw new Error("rows expected");
  return { ...data, groups: [{ ...first, rows: [{ ...row, ...change }, ...rows] }, ...others] };
}
