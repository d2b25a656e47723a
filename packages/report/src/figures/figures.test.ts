import type { CaseView, Lang, SeriesView } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { bmdTrendFigure } from "./bmd-trend-figure.ts";
import { courseStripFigure } from "./course-strip-figure.ts";
import { FIGURE_WIDTH, type Figure, type FigureLayout } from "./figure.ts";
import { laboratoryFigure } from "./laboratory-figure.ts";
import { seriesFigure } from "./series-figure.ts";
import { spineFigure } from "./spine-figure.ts";
import { overlaps, readElements, readTexts, viewBox } from "./svg-reading.fixture.ts";
import { crowdedSeries, emptyWoman, published, womanWithTScores } from "./women.fixture.ts";
import { zLadderFigure } from "./z-ladder-figure.ts";

const LANGS: readonly Lang[] = ["en", "zh"];
const LAYOUTS: readonly FigureLayout[] = ["wide", "broad", "narrow"];

type Named = readonly [name: string, figure: Figure, layout: FigureLayout];

function everyFigure(series: SeriesView, women: readonly CaseView[]): readonly Named[] {
  return LANGS.flatMap((lang) =>
    LAYOUTS.flatMap((layout): Named[] => {
      const options = { lang, layout };
      const own = women.flatMap((view): (readonly [string, Figure])[] => [
        ...(["percent", "gPerCm2", "z"] as const).flatMap((quantity) =>
          (["paper", "minimum"] as const).map(
            (kind) =>
              [`trend ${quantity} ${kind}`, bmdTrendFigure(view, { ...options, quantity, lsc: { kind } })] as const,
          ),
        ),
        ["strip", courseStripFigure(view, options)],
        ["strip of five years", courseStripFigure(view, { ...options, span: [-9, 60] })],
        ["ladder", zLadderFigure(view, options)],
        ["laboratory", laboratoryFigure(view, options)],
        ["spine", spineFigure(view, options)],
      ]);
      return [...own, ["series", seriesFigure(series, options)] as const].map(
        ([name, figure]) => [`${name} ${lang} ${layout}: ${figure.title}`, figure, layout] as const,
      );
    }),
  );
}

const published3 = published();
const crowded = crowdedSeries();
const all = [
  ...everyFigure(published3, published3.cases),
  ...everyFigure(crowded, crowded.cases),
  ...everyFigure(crowded, [emptyWoman(), womanWithTScores()]),
];

describe("every figure, zh and en, in every layout", () => {
  it("is well-formed and carries its text alternative", () => {
    for (const [name, { svg, title, description }] of all) {
      const names = readElements(svg);
      expect(names.slice(0, 3), name).toEqual(["svg", "title", "desc"]);
      const labelled = /aria-labelledby="([^ "]+) ([^ "]+)"/.exec(svg);
      expect(svg, name).toContain(`<title id="${labelled?.[1]}">`);
      expect(svg, name).toContain(`<desc id="${labelled?.[2]}">`);
      expect(svg, name).toContain('role="img"');
      expect(title, name).not.toBe("");
      expect(description, name).not.toBe("");
    }
  });

  it("has no hole in numbers or words", () => {
    for (const [name, { svg, rows, description }] of all) {
      expect(`${svg} ${description} ${rows.flat().join(" ")}`, name).not.toMatch(
        /NaN|undefined|null\b|Infinity|\[object/,
      );
    }
  });

  it("keeps labels apart, inside the drawing and at 11 units or more", () => {
    for (const [name, { svg }, layout] of all) {
      const texts = readTexts(svg);
      const { width, height } = viewBox(svg);
      expect(width, name).toBe(FIGURE_WIDTH[layout]);
      expect(overlaps(texts), name).toEqual([]);
      for (const box of texts) {
        expect(box.size, `${name}: ${box.words}`).toBeGreaterThanOrEqual(11);
        expect(box.left, `${name}: ${box.words}`).toBeGreaterThanOrEqual(0);
        expect(box.right, `${name}: ${box.words}`).toBeLessThanOrEqual(width);
        expect(box.bottom, `${name}: ${box.words}`).toBeLessThanOrEqual(height);
      }
    }
  });

  it("leaves words of a record inert", () => {
    for (const [name, { svg }] of everyFigure(crowded, crowded.cases)) {
      expect(svg, name).not.toMatch(/<(?:script|i|b)[ >]/);
      expect(readElements(svg), name).not.toContain("script");
    }
    const [woman] = crowded.cases;
    if (woman === undefined) throw new Error("no woman");
    expect(spineFigure(woman, { lang: "en" }).svg).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;");
  });

  it("gives its data as a table whose rows fit the header", () => {
    for (const [name, { header, rows }] of all) {
      for (const row of rows) expect(row.length, name).toBe(header.length);
    }
  });

  it("names its parts differently in every figure of a document", () => {
    const ids = all
      .filter(([name]) => name.includes(" en "))
      .slice(0, 60)
      .map(([, { svg }]) => / id="([^"]+)"/.exec(svg)?.[1]);
    const own = everyFigure(published3, published3.cases).filter(([name]) => name.includes(" en "));
    expect(new Set(own.map(([, { svg }]) => / id="([^"]+)"/.exec(svg)?.[1])).size).toBe(own.length);
    expect(ids.every((id) => id !== undefined)).toBe(true);
  });
});

describe("an empty record", () => {
  const woman = emptyWoman();
  const lsc = { kind: "minimum" } as const;

  it.each([
    ["en", "No scans recorded"],
    ["zh", "未记录骨密度检查"],
  ] as const)("says in %s that no scans are recorded", (lang, words) => {
    expect(readTexts(bmdTrendFigure(woman, { lang, lsc, quantity: "percent" }).svg).map((text) => text.words)).toEqual([
      words,
    ]);
    expect(readTexts(zLadderFigure(woman, { lang }).svg).map((text) => text.words)).toEqual([words]);
    expect(bmdTrendFigure(woman, { lang, lsc, quantity: "percent" }).description).toContain(words);
  });

  it("says that no results and no fractures are recorded, and draws no marks", () => {
    expect(laboratoryFigure(woman, { lang: "en" }).svg).toContain("No laboratory results recorded");
    expect(spineFigure(woman, { lang: "en" }).svg).toContain("No vertebral fractures recorded");
    expect(spineFigure(woman, { lang: "en" }).rows).toEqual([]);
  });

  it("does not turn T-scores into Z-scores", () => {
    const view = womanWithTScores();
    expect(zLadderFigure(view, { lang: "en" }).svg).toContain("not turned into Z-scores");
    expect(zLadderFigure(view, { lang: "en" }).rows).toEqual([]);
    expect(bmdTrendFigure(view, { lang: "en", lsc, quantity: "gPerCm2" }).svg).toContain("No BMD values recorded");
  });
});
