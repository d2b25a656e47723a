import {
  type CaseView,
  createTerms,
  type LscSource,
  lscBasis,
  type SeriesContext,
  type Terms,
} from "@materbone/clinical";
import { LSC_BASIS } from "../lsc-basis-words.ts";
import { scanName } from "../scan-name.ts";
import { type BenchmarkBand, type NoBenchmarkBand, plottedBand } from "./benchmark-band.ts";
import { bandRows, bandWords } from "./benchmark-band-rows.ts";
import { type TrendPoint, type TrendQuantity, type TrendSite, trendSites } from "./bmd-trend-data.ts";
import { drawTrend } from "./bmd-trend-plot.ts";
import { trendHeader, trendRows } from "./bmd-trend-rows.ts";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions, figure } from "./figure.ts";
import type { FigureMark } from "./figure-mark.ts";
import { type LabelledLanes, labelledLanes } from "./labelled-lanes.ts";
import { lanesOf } from "./lanes-of.ts";
import { drawMonthAxis, monthAxis } from "./month-axis.ts";
import { type Paragraph, paragraphs } from "./paragraphs.ts";
import type { Svg } from "./svg.ts";
import { COLOUR, SIZE } from "./theme.ts";
import { headed, isTimed, monthsText, womanName } from "./time-words.ts";
import {
  ASIDE_KEY,
  AT_MONTH,
  DASHED_KEY,
  DOTTED_KEY,
  LSC_LINE,
  NO_LIMIT,
  REFERENCE_LINE,
  SAME_LIMIT,
  SITE_LIMIT,
  SITE_SENTENCE,
  TREND_AXIS,
  TREND_TITLE,
  UNDATED_SCAN,
  Z_SHADE,
} from "./trend-words.ts";
import { WORDS } from "./words.ts";

export type TrendOptions = FigureOptions & {
  /** The least significant change that draws the band and gives the verdicts. */
  readonly lsc: LscSource;
  readonly quantity: TrendQuantity;
  /** Months postpartum that the axis covers; default: every dated event. */
  readonly span?: readonly [number, number] | undefined;
  /** What is expected without a drug, drawn as a band behind the courses, or why it is not; default neither. */
  readonly benchmark?: BenchmarkBand | NoBenchmarkBand | undefined;
};

/**
 * BMD against months postpartum with the LSC about the reference scan, and on the same axis pregnancy, lactation, symptoms,
 * fractures, diagnosis and every treatment, given or declined.
 */
export function bmdTrendFigure(view: CaseView, options: TrendOptions): Figure {
  const terms = createTerms(options.lang);
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const { left, right, height } = PLACES[layout];
  const axis = monthAxis([view], [left, width - right], options.span);
  const sites = trendSites(view, options.lsc, options.quantity);
  const lanes = lanesOf(view, terms);
  const band = plottedBand(options.benchmark, sites, options.quantity, axis.domain);

  const head = paragraphs(headLines(view, sites, options, terms), { x: EDGE, y: EDGE, width: width - 2 * EDGE });
  // The months axis goes behind the courses, so that its lines do not cut through their markers.
  const ground: Svg[] = [];
  const drawing: Svg[] = [];
  const marks: FigureMark[] = [];
  let y = head.bottom + 8;
  const plotTop = y;
  if (sites.some((course) => course.points.some((point) => point.when !== undefined))) {
    const plot = drawTrend(sites, { axis, top: y, height, width, band, quantity: options.quantity, terms, view });
    drawing.push(...plot.drawing);
    marks.push(...plot.marks);
    y = Math.max(y + height, plot.bottom) + 10;
  }
  if (lanes.length > 0) {
    const rows: LabelledLanes = labelledLanes(lanes, { axis, top: y, width, layout, edge: EDGE });
    const axisMarks = drawMonthAxis(
      axis,
      plotTop,
      rows.bottom + 4,
      terms.text(WORDS.monthsPostpartum),
      terms.text(WORDS.delivery),
    );
    ground.push(axisMarks.drawing);
    drawing.push(...rows.drawing);
    marks.push(...rows.marks);
    y = axisMarks.bottom;
  }
  const asked = options.quantity === "z" || sites.length === 0 ? undefined : options.benchmark;
  const bandNote = asked === undefined ? "" : bandWords(asked, band, terms);
  const notes = paragraphs([...noteLines(sites, options.quantity, terms), ...small(bandNote)], {
    x: EDGE,
    y: y + 2,
    width: width - 2 * EDGE,
  });
  drawing.push(...notes.drawing);

  const woman = womanName(view.record, terms);
  const header = trendHeader(terms);
  const bands = band === undefined ? [] : bandRows(band, header.length, terms);
  return figure({
    id: ["bmd-trend", view.record.id, options.quantity, options.lsc.kind],
    options,
    height: notes.bottom + EDGE - 4,
    title: TREND_TITLE[options.lang]({ woman, quantity: options.quantity }, terms),
    description: describe(view, sites, bandNote, options, terms),
    header,
    rows: [...trendRows(view, options.lsc, terms), ...bands],
    drawing: [...head.drawing, ...ground, ...drawing],
    marks,
  });
}

const EDGE = 12;

/** Room left and right of the plotting area, and its height. */
const PLACES: Readonly<
  Record<FigureLayout, { readonly left: number; readonly right: number; readonly height: number }>
> = {
  wide: { left: 46, right: 190, height: 230 },
  broad: { left: 46, right: 226, height: 250 },
  narrow: { left: 42, right: 112, height: 230 },
};

function headLines(
  view: CaseView,
  sites: readonly TrendSite[],
  options: TrendOptions,
  terms: Terms,
): readonly Paragraph[] {
  if (sites.length === 0) return [{ text: emptyWords(view, options, terms), size: SIZE.strong, fill: COLOUR.muted }];
  const title: Paragraph = { text: terms.text(TREND_AXIS[options.quantity]), size: SIZE.body, weight: "bold" };
  const lines =
    options.quantity === "z"
      ? [terms.text(Z_SHADE)]
      : [referenceLine(sites, terms), limitLine(sites, options, view.context, terms)];
  return [title, ...lines.map((text) => ({ text, size: SIZE.small, fill: COLOUR.muted }))];
}

function emptyWords(view: CaseView, options: TrendOptions, terms: Terms): string {
  if (view.scans.length === 0) return terms.text(WORDS.noScans);
  return terms.text(options.quantity === "z" ? WORDS.noZScores : WORDS.noBmd);
}

function referenceLine(sites: readonly TrendSite[], terms: Terms): string {
  const scan = sites[0]?.points[0]?.scan;
  const months = monthsText(scan?.when, scan?.entry.at, terms);
  return REFERENCE_LINE[terms.lang]({ months, known: isTimed(scan?.when) }, terms);
}

function limitLine(sites: readonly TrendSite[], options: TrendOptions, context: SeriesContext, terms: Terms): string {
  const basis =
    options.lsc.kind === "centre" && options.lsc.name !== undefined
      ? options.lsc.name
      : terms.text(LSC_BASIS[lscBasis(options.lsc, context)]);
  const limits = sites.flatMap((course) =>
    course.lscPercent === undefined ? [] : [{ site: course.site, percent: limitText(course.lscPercent, terms) }],
  );
  const [first] = limits;
  if (first === undefined) return NO_LIMIT[terms.lang]({ basis }, terms);
  const isSame = limits.length > 1 && limits.every((limit) => limit.percent === first.percent);
  const words = isSame
    ? SAME_LIMIT[terms.lang]({ percent: first.percent }, terms)
    : terms.series(
        limits.map(({ site, percent }) => SITE_LIMIT[terms.lang]({ site: terms.site(site), percent }, terms)),
      );
  return LSC_LINE[terms.lang]({ limits: words, basis, quantity: options.quantity }, terms);
}

/** 2.77 and 5.3: at most two decimals. */
function limitText(percent: number, terms: Terms): string {
  return terms.fixed(percent, 2).replace(/0$/, "");
}

function noteLines(sites: readonly TrendSite[], quantity: TrendQuantity, terms: Terms): readonly Paragraph[] {
  const points = sites.flatMap((course) => course.points);
  const notes: string[] = [];
  const references = points.filter((point) => point.when !== undefined && point.response === undefined);
  if (quantity === "gPerCm2" && references.length > 1) notes.push(terms.text(ASIDE_KEY));
  if (points.some((point) => point.when !== undefined && point.when.earliest < point.when.latest)) {
    notes.push(terms.text(DOTTED_KEY));
  }
  if (points.some((point) => point.when !== undefined && !point.isComparable)) notes.push(terms.text(DASHED_KEY));
  const undated = new Set(points.filter((point) => point.when === undefined).map((point) => point.scan));
  for (const scan of undated) {
    const values = sites.flatMap((course) =>
      course.points
        .filter((point) => point.scan === scan)
        .map((point) => `${terms.site(course.site)} ${printed(point, quantity, terms)}`),
    );
    notes.push(UNDATED_SCAN[terms.lang]({ scan: scanName(scan, terms), values: terms.series(values) }, terms));
  }
  const join = terms.lang === "zh" ? "" : " ";
  return notes.length === 0 ? [] : [{ text: notes.join(join), size: SIZE.small, fill: COLOUR.muted }];
}

function describe(
  view: CaseView,
  sites: readonly TrendSite[],
  bandNote: string,
  options: TrendOptions,
  terms: Terms,
): string {
  if (sites.length === 0) return `${emptyWords(view, options, terms)}${terms.lang === "zh" ? "。" : "."}`;
  const sentences = sites.map((course) => {
    const parts = course.points.map((point) => {
      const facts = {
        value: printed(point, options.quantity, terms),
        months: monthsText(point.when, point.scan.entry.at, terms),
        known: point.when !== undefined,
      };
      return AT_MONTH[terms.lang](facts, terms);
    });
    const last = course.points.at(-1)?.response;
    const verdict = last === undefined || options.quantity === "z" ? "" : terms.word("response", last.verdict);
    const site = headed(terms.site(course.site));
    return SITE_SENTENCE[terms.lang]({ site, course: terms.series(parts), verdict }, terms);
  });
  if (bandNote !== "") sentences.push(bandNote);
  if (options.quantity === "z") sentences.push(terms.text(Z_SHADE));
  else sentences.push(referenceLine(sites, terms), limitLine(sites, options, view.context, terms));
  return sentences.join(terms.lang === "zh" ? "" : " ");
}

function small(text: string): readonly Paragraph[] {
  return text === "" ? [] : [{ text, size: SIZE.small, fill: COLOUR.muted }];
}

function printed(point: TrendPoint, quantity: TrendQuantity, terms: Terms): string {
  if (quantity === "percent") return `${terms.signed(point.value, 2)}%`;
  return quantity === "z" ? terms.fixed(point.value, 1) : `${terms.fixed(point.value, 3)} g/cm²`;
}
