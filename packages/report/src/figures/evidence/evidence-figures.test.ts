import type { Lang } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions } from "../figure.ts";
import type { ColourScheme } from "../scheme.ts";
import { overlaps, readElements, readTexts, viewBox } from "../svg-reading.fixture.ts";
import { COLOUR, DRUG_COLOUR, SITE_COLOUR } from "../theme.ts";
import { baujatFigure } from "./baujat-figure.ts";
import { benchmarkFigure } from "./benchmark-figure.ts";
import { bubbleFigure } from "./bubble-figure.ts";
import { brokenPrisma, influenceData, prismaData, sensitivityData } from "./checks.fixture.ts";
import { emptyForest, forestData, hostileForest, unlikeForest } from "./forest.fixture.ts";
import { forestFigure } from "./forest-figure.ts";
import { funnelFigure } from "./funnel-figure.ts";
import { galbraithFigure } from "./galbraith-figure.ts";
import { harvestFigure } from "./harvest-figure.ts";
import { influenceFigure } from "./influence-figure.ts";
import {
  baujatData,
  benchmarkData,
  bubbleData,
  funnelData,
  galbraithData,
  harvestData,
  hostileHarvest,
  smallFunnel,
} from "./plots-of-studies.fixture.ts";
import { prismaFigure } from "./prisma-figure.ts";
import { sensitivityStripFigure } from "./sensitivity-strip-figure.ts";

const LANGS: readonly Lang[] = ["en", "zh"];
const LAYOUTS: readonly FigureLayout[] = ["wide", "broad", "narrow"];

type Named = readonly [name: string, draw: (options: FigureOptions) => Figure];

const FIGURES: readonly Named[] = [
  ["forest", (options) => forestFigure(forestData(), options)],
  ["forest of unlike groups", (options) => forestFigure(unlikeForest(), options)],
  ["forest of hostile words", (options) => forestFigure(hostileForest(), options)],
  ["empty forest", (options) => forestFigure(emptyForest(), options)],
  ["funnel", (options) => funnelFigure(funnelData(), options)],
  ["funnel of few studies", (options) => funnelFigure(smallFunnel(), options)],
  ["empty funnel", (options) => funnelFigure({ ...funnelData(), points: [], id: "empty" }, options)],
  ["bubbles", (options) => bubbleFigure(bubbleData(), options)],
  ["bubbles without a line", (options) => bubbleFigure({ ...bubbleData(), line: [], id: "no-line" }, options)],
  ["empty bubbles", (options) => bubbleFigure({ ...bubbleData(), points: [], id: "empty" }, options)],
  ["Baujat", (options) => baujatFigure(baujatData(), options)],
  ["empty Baujat", (options) => baujatFigure({ ...baujatData(), points: [], id: "empty" }, options)],
  ["Galbraith", (options) => galbraithFigure(galbraithData(), options)],
  ["empty Galbraith", (options) => galbraithFigure({ ...galbraithData(), points: [], id: "empty" }, options)],
  ["influence", (options) => influenceFigure(influenceData(), options)],
  ["empty influence", (options) => influenceFigure({ ...influenceData(), rows: [], id: "empty" }, options)],
  ["PRISMA", (options) => prismaFigure(prismaData(), options)],
  ["PRISMA that does not add up", (options) => prismaFigure(brokenPrisma(), options)],
  ["sensitivity strip", (options) => sensitivityStripFigure(sensitivityData(), options)],
  ["empty strip", (options) => sensitivityStripFigure({ ...sensitivityData(), rows: [], id: "empty" }, options)],
  ["harvest", (options) => harvestFigure(harvestData(), options)],
  ["harvest of hostile words", (options) => harvestFigure(hostileHarvest(), options)],
  ["benchmark", (options) => benchmarkFigure(benchmarkData(), options)],
  [
    "benchmark without a band",
    (options) => benchmarkFigure({ ...benchmarkData(), course: [], without: [], id: "no-band" }, options),
  ],
  ["empty benchmark", (options) => benchmarkFigure({ ...benchmarkData(), points: [], id: "empty" }, options)],
  ["empty harvest", (options) => harvestFigure({ ...harvestData(), points: [], id: "empty" }, options)],
];

function everyLayout(draw: Named[1], scheme?: ColourScheme): readonly (readonly [string, Figure, FigureLayout])[] {
  return LANGS.flatMap((lang) =>
    LAYOUTS.map((layout) => [`${lang} ${layout}`, draw({ lang, layout, scheme }), layout] as const),
  );
}

describe.each(FIGURES)("%s, zh and en, in every layout", (_, draw) => {
  const all = everyLayout(draw);

  it("is well-formed and carries its text alternative", () => {
    for (const [name, { svg, title, description }] of all) {
      expect(readElements(svg).slice(0, 3), name).toEqual(["svg", "title", "desc"]);
      expect(readElements(svg), name).not.toContain("script");
      expect(title, name).not.toBe("");
      expect(description, name).not.toBe("");
    }
  });

  it("has no hole in numbers or words, and no hyphen for a minus", () => {
    for (const [name, { svg, rows, marks, description }] of all) {
      const words = [...readTexts(svg).map((text) => text.words), ...rows.flat(), ...marks.map(({ label }) => label)];
      for (const each of [...words, description]) {
        expect(each, name).not.toMatch(/NaN|undefined|null\b|Infinity|\[object|(?:^|[\s(])-\d/);
      }
      expect(svg, name).not.toMatch(/NaN|undefined|Infinity/);
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

  it("gives every datum as a row, and every mark leads to its row", () => {
    for (const [name, { header, rows, marks, width, height }] of all) {
      for (const row of rows) expect(row.length, name).toBe(header.length);
      for (const { x, y, x2 = x, label, row } of marks) {
        expect(x, `${name}: ${label}`).toBeGreaterThanOrEqual(0);
        expect(x2, `${name}: ${label}`).toBeGreaterThanOrEqual(x);
        expect(x2, `${name}: ${label}`).toBeLessThanOrEqual(width);
        expect(y, `${name}: ${label}`).toBeGreaterThanOrEqual(0);
        expect(y, `${name}: ${label}`).toBeLessThanOrEqual(height);
        expect(label, name).not.toMatch(/^\s*$/);
        expect(rows[row ?? -1], `${name}: ${label}`).toBeDefined();
      }
    }
  });

  it("changes nothing but its colours on a dark card", () => {
    const bare = (svg: string): string => svg.replaceAll(/="#[0-9a-f]{6}"/g, "");
    const dark = everyLayout(draw, "dark");
    all.forEach(([name, light], index) => {
      const other = dark[index]?.[1].svg ?? "";
      for (const colour of [...Object.values(COLOUR), ...Object.values(SITE_COLOUR), ...Object.values(DRUG_COLOUR)]) {
        expect(other, name).not.toContain(`="${colour}"`);
      }
      expect(bare(other), name).toBe(bare(light.svg));
    });
  });
});
