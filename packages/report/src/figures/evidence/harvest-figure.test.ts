import { describe, expect, it } from "vitest";
import { readTexts } from "../svg-reading.fixture.ts";
import { COLOUR, DRUG_COLOUR } from "../theme.ts";
import { coursesOf } from "./harvest-data.ts";
import { harvestFigure } from "./harvest-figure.ts";
import { harvestData } from "./plots-of-studies.fixture.ts";

const en = { lang: "en" } as const;

function wordsOf(svg: string): string {
  return readTexts(svg)
    .map(({ words }) => words)
    .join(" ");
}

describe("harvestFigure", () => {
  it("has a mark for every point with a time, and a row for every point and the band", () => {
    const data = harvestData();
    const { marks, rows } = harvestFigure(data, en);
    const band = data.untreated?.points.length ?? 0;
    expect(rows.length).toBe(data.points.length + band);
    expect(marks.length).toBe(data.points.filter(({ months }) => months !== undefined).length + band);
    const hadji = marks.find(({ label }) => label.startsWith("Hadji 2022"));
    for (const words of ["+30.1%", "24 months", "47 women", "teriparatide"]) expect(hadji?.label).toContain(words);
    expect(rows[hadji?.row ?? -1]).toEqual(["Hadji 2022", "47", "24", "teriparatide", "mean", "+30.1"]);
  });

  it("names every study in the drawing or says why it is not there", () => {
    for (const layout of ["wide", "broad", "narrow"] as const) {
      const words = wordsOf(harvestFigure(harvestData(), { ...en, layout }).svg);
      for (const { study } of harvestData().points) expect(words, `${layout} ${study}`).toContain(study);
    }
  });

  it("names a study whose time is not stated with its value, and does not draw it", () => {
    const { svg, description } = harvestFigure(harvestData(), en);
    const sentence = "Not drawn, because the time is not stated: Cerit 2020 (+18.1%).";
    expect(wordsOf(svg)).toContain(sentence);
    expect(description).toContain(sentence);
  });

  it("draws single women hollow and joins the times of one study", () => {
    const data = harvestData();
    const one = data.points.filter(({ study }) => study === "Grizzo");
    const { untreated: _, ...bare } = data;
    const { svg } = harvestFigure({ ...bare, points: one }, en);
    const rings = svg.match(/<circle [^>]*>/g)?.filter((each) => each.includes(`fill="${COLOUR.card}"`));
    expect(rings?.length).toBe(2);
    expect(
      svg.match(new RegExp(`<line [^>]*stroke="${DRUG_COLOUR.bisphosphonate}" stroke-width="1.5"`, "g"))?.length,
    ).toBe(1);
  });

  it("gives marks areas in the proportion of women", () => {
    const data = harvestData();
    const [first, second] = data.points;
    if (first === undefined || second === undefined) throw new Error("points expected");
    const { svg } = harvestFigure(
      {
        ...data,
        points: [
          { ...first, women: 40 },
          { ...second, women: 10 },
        ],
      },
      en,
    );
    const radii = [...svg.matchAll(/<circle [^>]* r="([\d.]+)" [^>]*fill-opacity="0.85"/g)]
      .map(([, r]) => Number(r))
      .filter((r) => r !== 4.5);
    expect(radii[0]).toBeCloseTo(2 * (radii[1] ?? 0), 1);
  });

  it("tells classes apart by shape as well as by colour", () => {
    const [first] = harvestData().points;
    if (first === undefined) throw new Error("point expected");
    const shapes = (
      [
        "bisphosphonate",
        "teriparatide",
        "denosumab",
        "romosozumab",
        "calciumVitaminD",
        "sequence",
        "mixed",
        "untreated",
        "other",
      ] as const
    ).map((kind) => {
      const { untreated: _, ...bare } = harvestData();
      const { svg } = harvestFigure({ ...bare, points: [{ ...first, drug: { ...first.drug, kind } }] }, en);
      return /<(?:circle|polygon) [^>]*fill-opacity="0.85"/.exec(svg)?.[0].replaceAll(/#[0-9a-f]{6}/g, "");
    });
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it("refuses what is no number, no time or no band", () => {
    const data = harvestData();
    const [first, ...others] = data.points;
    const { untreated } = data;
    if (first === undefined || untreated === undefined) throw new Error("data expected");
    const withFirst = (change: Partial<typeof first>) => ({ ...data, points: [{ ...first, ...change }, ...others] });
    expect(() => harvestFigure(withFirst({ estimate: Number.NaN }), en)).toThrow(RangeError);
    expect(() => harvestFigure(withFirst({ months: Number.POSITIVE_INFINITY }), en)).toThrow(RangeError);
    expect(() => harvestFigure(withFirst({ at: "/effects/1" }), en)).toThrow(TypeError);
    const points = untreated.points.toReversed();
    expect(() => harvestFigure({ ...data, untreated: { ...untreated, points } }, en)).toThrow(RangeError);
  });
});

describe("coursesOf", () => {
  it("puts the times of a course in order and leaves a point of no course alone", () => {
    const { points } = harvestData();
    const courses = coursesOf(points.toReversed());
    const lee = courses.find(([first]) => first?.course === "lee-a");
    expect(lee?.map(({ months }) => months)).toEqual([12, 24, 36]);
    expect(courses.find(([first]) => first?.study === "Li")?.length).toBe(1);
  });
});
