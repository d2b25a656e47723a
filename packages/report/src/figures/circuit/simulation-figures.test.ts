import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure, FigureOptions } from "../figure.ts";
import { expectSound } from "../sound-figure.fixture.ts";
import { readTexts } from "../svg-reading.fixture.ts";
import { courseOf, simulationData, smallPanelsData } from "./simulation.fixture.ts";
import type { SimulatedSite, SimulationFigureData } from "./simulation-data.ts";
import { simulationFigure } from "./simulation-figure.ts";
import { smallPanelsFigure } from "./small-panels-figure.ts";

const LAYOUTS = ["broad", "wide", "narrow"] as const;
const LANGS = ["en", "zh"] as const;
const all: readonly FigureOptions[] = LANGS.flatMap((lang) => LAYOUTS.map((layout) => ({ lang, layout })));

function wordsOf({ svg }: Figure): string {
  return readTexts(svg)
    .map(({ words }) => words)
    .join(" ");
}

type Shown = Extract<SimulatedSite, { kind: "shown" }>;

function withSite(change: Partial<Shown>): SimulationFigureData {
  const data = simulationData();
  return { ...data, sites: data.sites.map((site) => (site.kind === "shown" ? { ...site, ...change } : site)) };
}

describe("simulationFigure", () => {
  it.each(all)("stays sound: $lang, $layout", (options) => expectSound(simulationFigure(simulationData(), options)));

  it("says hypothesis, the model with its version, and how far one woman's drug effect is known, in both languages", () => {
    const en = wordsOf(simulationFigure(simulationData(), { lang: "en" }));
    expect(en).toContain("Hypothesis, not a forecast.");
    expect(en).toContain("circuit of brain, breast and bone, version 2026-11-26");
    expect(en).toContain("plus or minus 12 percentage points");
    const zh = wordsOf(simulationFigure(simulationData(), { lang: "zh" })).replaceAll(" ", "");
    expect(zh).toContain("假说");
    expect(zh).toContain("版本2026-11-26");
    expect(zh).toContain("±12个百分点");
  });

  it("draws the course without a drug dashed and named, whether a drug is given or not", () => {
    for (const data of [simulationData(), withSite({ treated: undefined })]) {
      const drawn = simulationFigure(data, { lang: "en", layout: "broad" });
      expect(wordsOf(drawn)).toContain("Without a drug");
      expect(drawn.svg).toMatch(/<path [^>]*stroke-width="2" stroke-dasharray="5 3"/);
    }
    expect(wordsOf(simulationFigure(withSite({ treated: undefined }), { lang: "en" }))).toContain("the whole course");
  });

  it("prints in its table the values drawn, at the months asked for", () => {
    const untreated = { months: [0, 6, 12], values: [0, -4.25, -1.5] };
    const data = withSite({
      untreated,
      treated: undefined,
      untreatedBand: undefined,
      treatedBand: undefined,
      scans: [],
      pinned: [],
    });
    const { rows } = simulationFigure(
      { ...data, span: [0, 12], shownMonths: [0, 6], drugs: [], nursing: [] },
      { lang: "en" },
    );
    expect(rows).toEqual([
      ["Lumbar spine", "Without a drug", "0", "0.0", "–", "–"],
      ["Lumbar spine", "Without a drug", "6", "−4.3", "–", "–"],
      ["Lumbar spine", "Without a drug", "12", "−1.5", "–", "–"],
    ]);
  });

  it("prints a scan with its interval of time and its error bar", () => {
    const { rows, marks } = simulationFigure(simulationData(), { lang: "en" });
    expect(rows).toContainEqual(["Lumbar spine", "DXA scan (one year on)", "16–20", "+2.1", "−0.7", "+4.9"]);
    const mark = marks.find(({ at }) => at === "/scans/1/sites/lumbarSpine");
    expect(mark?.x2).toBeGreaterThan(mark?.x ?? Number.NaN);
    expect(mark?.label).toBe("Lumbar spine; DXA scan (one year on); month 16–20; +2.1%; −0.7 to +4.9%");
  });

  it("says why a site is not shown, and draws no panel of it", () => {
    const words = wordsOf(simulationFigure(simulationData(), { lang: "en", layout: "broad" }));
    expect(words).toContain("Not shown: total hip – the model has not passed its own check at this site.");
    expect(words).not.toContain("Total hip");
  });

  it("greys and names what is extrapolated", () => {
    const words = wordsOf(simulationFigure(simulationData(), { lang: "en", layout: "broad" }));
    expect(words).toContain("extrapolated");
    expect(words).toContain("Grey, months 30 to 36, the model extrapolates: zoledronate beyond 24 months.");
    expect(wordsOf(simulationFigure({ ...simulationData(), extrapolated: [] }, { lang: "en" }))).not.toContain(
      "xtrapolate",
    );
  });

  it("gives each dose of a few its own mark, and many doses one mark with ticks", () => {
    const { marks, svg } = simulationFigure(simulationData(), { lang: "en", layout: "broad" });
    const labels = marks.map(({ label }) => label);
    expect(labels).toContain("Zoledronate; 5 mg, IV infusion; month 22");
    expect(labels.filter((label) => label.startsWith("Teriparatide"))).toEqual([
      "Teriparatide; 20 µg/day, SC; 180 doses, months 3 to 8.9",
    ]);
    expect((svg.match(/stroke-width="1.25"/g) ?? []).length).toBeGreaterThan(20);
  });

  it("has levels in g/cm² where the woman's level is known", () => {
    const level = courseOf((month) => 0.9 - month / 1000);
    const data = {
      ...withSite({
        untreated: level,
        treated: level,
        untreatedBand: undefined,
        treatedBand: undefined,
        scans: [],
        pinned: [],
      }),
      quantity: "gPerCm2" as const,
    };
    expect(wordsOf(simulationFigure(data, { lang: "en" }))).toContain("0.864 g/cm²");
  });

  it("refuses what is no course", () => {
    const wrong =
      (change: Partial<Shown>): (() => Figure) =>
      () =>
        simulationFigure(withSite(change), { lang: "en" });
    expect(wrong({ untreated: { months: [0, 1], values: [0] } })).toThrow(TypeError);
    expect(wrong({ untreated: { months: [1, 0], values: [0, 0] } })).toThrow(RangeError);
    expect(wrong({ untreated: { months: [0, 1], values: [0, Number.NaN] } })).toThrow(RangeError);
    expect(wrong({ untreatedBand: { months: [0], lower: [1], upper: [0] } })).toThrow(RangeError);
    expect(() => simulationFigure({ ...simulationData(), span: [3, 3] }, { lang: "en" })).toThrow(RangeError);
  });

  it("stays sound for any courses, scans and names", () => {
    const value = fc.double({ min: -60, max: 60, noNaN: true });
    const course = fc
      .array(value, { minLength: 1, maxLength: 12 })
      .map((values) => ({ months: values.map((_, at) => 3 * at), values }));
    const name = fc.constantFrom(
      "zoledronate 5 mg at month 3, weaned at month 6",
      "A",
      "<b>&",
      "第6个月停止哺乳后用唑来膦酸",
    );
    const site = fc.record({
      kind: fc.constant("shown" as const),
      site: fc.constant("lumbarSpine" as const),
      treated: fc.option(course, { nil: undefined }),
      untreated: course,
      scans: fc
        .array(
          fc.tuple(value, fc.double({ min: -3, max: 60, noNaN: true }), fc.double({ min: 0, max: 30, noNaN: true })),
          { maxLength: 4 },
        )
        .map((scans) =>
          scans.map(([change, month, later], index) => ({
            at: `/scans/${index}`,
            name: { en: "<scan>", zh: "检查" },
            months: { earliest: month, latest: month + later },
            value: change,
            half: later,
          })),
        ),
      pinned: fc
        .array(fc.tuple(name, course), { maxLength: 6 })
        .map((pinned) => pinned.map(([en, each], index) => ({ id: `${index}`, name: { en, zh: en }, course: each }))),
    });
    const options = fc.record({ lang: fc.constantFrom(...LANGS), layout: fc.constantFrom(...LAYOUTS) });
    fc.assert(
      fc.property(site, fc.constantFrom(12, 24, 120), options, (each, last, how) =>
        expectSound(simulationFigure({ ...simulationData(), span: [0, last], sites: [each] }, how)),
      ),
      { numRuns: 60 },
    );
  });
});

describe("smallPanelsFigure", () => {
  it.each(all)("stays sound: $lang, $layout", (options) => {
    const drawn = smallPanelsFigure(smallPanelsData(), options);
    expectSound(drawn);
    // Names, unit and numbers stay legible.
    for (const { size } of readTexts(drawn.svg)) expect(size).toBeGreaterThanOrEqual(11);
  });

  it("prints each quantity with its unit, both courses and the level at rest", () => {
    const data = smallPanelsData();
    const [first] = data.panels;
    if (first === undefined) throw new Error("panel expected");
    const treated = { months: [0, 3, 6], values: [3.9, 7.25, 5] };
    const untreated = { months: [0, 3, 6], values: [3.9, 3.1, 3.6] };
    const { header, rows, marks } = smallPanelsFigure(
      { ...data, span: [0, 6], panels: [{ ...first, treated, untreated }] },
      { lang: "en" },
    );
    expect(header).toEqual(["Quantity", "Unit", "Months postpartum", "With treatment", "Without a drug", "At rest"]);
    expect(rows).toEqual([
      ["PTH", "pmol/L", "0", "3.9", "3.9", "3.9"],
      ["PTH", "pmol/L", "3", "7.3", "3.1", "3.9"],
      ["PTH", "pmol/L", "6", "5.0", "3.6", "3.9"],
    ]);
    expect(marks[1]?.label).toBe("PTH; month 3; with treatment 7.3 pmol/L; without a drug 3.1 pmol/L");
  });

  it("says hypothesis and how far the drug effect is known", () => {
    const words = wordsOf(smallPanelsFigure(smallPanelsData(), { lang: "en", layout: "narrow" }));
    expect(words).toContain("Hypothesis, not a forecast.");
    expect(words).toContain("plus or minus 12 percentage points");
  });

  it("draws nothing, in words, of no quantities, and refuses two of one id", () => {
    const data = smallPanelsData();
    const none = smallPanelsFigure({ ...data, panels: [] }, { lang: "en" });
    expectSound(none);
    expect(wordsOf(none)).toContain("Nothing to show.");
    const [first] = data.panels;
    if (first === undefined) throw new Error("panel expected");
    expect(() => smallPanelsFigure({ ...data, panels: [first, first] }, { lang: "en" })).toThrow(TypeError);
  });

  it("does not blow up the noise of a level that stays", () => {
    const data = smallPanelsData();
    const [first] = data.panels;
    if (first === undefined) throw new Error("panel expected");
    const steady = { months: [0, 12, 36], values: [2.4, 2.4 + 1e-12, 2.4 - 1e-12] };
    const { svg } = smallPanelsFigure(
      { ...data, panels: [{ ...first, treated: undefined, untreated: steady, atRest: 2.4 }] },
      { lang: "en" },
    );
    const line = /<path d="([^"]*)"[^>]*stroke-dasharray="5 3"/.exec(svg)?.[1] ?? "";
    const heights = [...line.matchAll(/[ML] [\d.]+ ([\d.]+)/g)].map(([, y]) => y);
    expect(new Set(heights).size).toBe(1);
  });
});
