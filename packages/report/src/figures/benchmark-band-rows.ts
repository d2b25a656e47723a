import type { Terms } from "@materbone/clinical";
import { sourceText } from "../document/source-text.ts";
import {
  type BandPoint,
  type BenchmarkBand,
  middleOf,
  type NoBenchmarkBand,
  type PlottedBand,
} from "./benchmark-band.ts";
import type { FigureMark, FigureRow } from "./figure-mark.ts";
import type { Scale } from "./scale.ts";
import { headed } from "./time-words.ts";

export function bandMarks(plotted: PlottedBand, axis: Scale, scale: Scale, terms: Terms): readonly FigureMark[] {
  return plotted.points
    .filter(({ point }) => point.isTold)
    .map((plottedPoint) => {
      const { point } = plottedPoint;
      return {
        x: axis.at(point.months),
        y: scale.at(middleOf(plottedPoint)),
        label: bandSentence(plotted.band, point, terms),
        key: keyOf(plotted.band, point),
      };
    });
}

/** The band in the table of the figure, point by point. */
export function bandRows({ band, points }: PlottedBand, width: number, terms: Terms): readonly FigureRow[] {
  return points
    .filter(({ point }) => point.isTold)
    .map(({ point }) => {
      const cells = new Array<string>(width).fill("–");
      cells[0] = nameOf(band, terms);
      cells[1] = terms.months(point.months);
      cells[CHANGE_COLUMN] = changeText(point, terms);
      cells[width - 1] = sourceText(band.source, terms);
      return { cells, key: keyOf(band, point) };
    });
}

/** "Untreated change after weaning, no bone drug (lumbar spine)". */
export function nameOf(band: BenchmarkBand, terms: Terms): string {
  return headed(plainName(band, terms));
}

/** The same inside a sentence. */
function plainName(band: BenchmarkBand, terms: Terms): string {
  const label = terms.text(band.label);
  const site = terms.site(band.site);
  return terms.lang === "zh" ? `${label}（${site}）` : `${label} (${site})`;
}

/** What the band is, who is counted and what it is not, or why there is none. */
export function bandWords(
  benchmark: BenchmarkBand | NoBenchmarkBand,
  plotted: PlottedBand | undefined,
  terms: Terms,
): string {
  if (benchmark.kind === "noBand") return terms.text(benchmark.because);
  const name = plainName(benchmark, terms);
  if (plotted === undefined) return OUTSIDE[terms.lang](name);
  return [BAND[terms.lang](name), ...benchmark.notes.map(terms.text)].join(terms.lang === "zh" ? "" : " ");
}

const CHANGE_COLUMN = 5;

const BAND = {
  en: (name: string): string => `Dotted band: ${name}.`,
  zh: (name: string): string => `点线带：${name}。`,
};

const OUTSIDE = {
  en: (name: string): string => `Not drawn, outside the months shown: ${name}.`,
  zh: (name: string): string => `不在图示月份内，未绘出：${name}。`,
};

function bandSentence(band: BenchmarkBand, point: BandPoint, terms: Terms): string {
  const name = nameOf(band, terms);
  const months = terms.months(point.months);
  const [expected, range] = [expectedText(point, terms), rangeText(point.lowPercent, point.highPercent, terms)];
  return terms.lang === "zh"
    ? `${name}，产后${months}个月：预期变化${expected}%，范围${range}%`
    : `${name}, month ${months}: expected change ${expected}%, range ${range}%`;
}

/** "+0.1 to +27.9 (expected +14.0)". */
function changeText(point: BandPoint, terms: Terms): string {
  const range = rangeText(point.lowPercent, point.highPercent, terms);
  const expected = expectedText(point, terms);
  return terms.lang === "zh" ? `${range}（预期${expected}）` : `${range} (expected ${expected})`;
}

function expectedText({ expectedPercent: [low, high] }: BandPoint, terms: Terms): string {
  return rangeText(low, high, terms);
}

function rangeText(lowPercent: number, highPercent: number, terms: Terms): string {
  const [low, high] = [terms.signed(lowPercent, 1), terms.signed(highPercent, 1)];
  if (low === high) return low;
  return terms.lang === "zh" ? `${low} 至 ${high}` : `${low} to ${high}`;
}

function keyOf(band: BenchmarkBand, point: BandPoint): string {
  return `benchmark/${band.site}/${point.months}`;
}
