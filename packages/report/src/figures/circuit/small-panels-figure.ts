import { createTerms, type Terms } from "@materbone/clinical";
import { drawKey } from "../evidence/class-key.ts";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions, figure } from "../figure.ts";
import type { FigureMark, FigureRow } from "../figure-mark.ts";
import { told } from "../mark-words.ts";
import { monthAxis } from "../month-axis.ts";
import { type Paragraph, paragraphs } from "../paragraphs.ts";
import { line, type Svg, textLine } from "../svg.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { headed } from "../time-words.ts";
import { monthWords } from "./course-words.ts";
import { pointsAt, shownMonths } from "./shown-points.ts";
import type { MonthOrigin } from "./simulation-data.ts";
import { hypothesisLine, simulationFoot } from "./simulation-foot.ts";
import { COURSE_SUMMARY, SITE_SUMMARY, SIMULATION_WORDS as words } from "./simulation-words.ts";
import { drawSmallPanel, panelHeadHeight, SMALL_PAINTS, tickWidth } from "./small-panel.ts";
import { checkSmallPanels, type SmallPanel, type SmallPanelsData } from "./small-panels-data.ts";

/**
 * Hormones and markers in small plots on one axis of months, with treatment and without, each with its unit and its level
 * at rest.
 *
 * @throws RangeError for an empty span, a number that is not finite, or months that do not ascend
 * @throws TypeError for arrays of different lengths, or two panels of one id
 */
export function smallPanelsFigure(data: SmallPanelsData, options: FigureOptions): Figure {
  checkSmallPanels(data);
  const terms = createTerms(options.lang);
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const months = shownMonths(data.span, data.shownMonths);
  const column = { x: EDGE, width: width - 2 * EDGE };
  const head = paragraphs(headOf(data, terms), { ...column, y: EDGE });
  const key = drawKey(keyItems(data, terms), { ...column, y: head.bottom + 4 });
  const body = drawGrid(data, months, layout, key.bottom + 8, terms);
  const foot = paragraphs(simulationFoot(data, keysOf(data, terms), terms), { ...column, y: body.bottom + 4 });
  const rows = data.panels.flatMap((panel) => rowsOf(panel, months, terms));
  return figure({
    id: ["small-panels", data.id],
    options,
    height: foot.bottom + EDGE - 4,
    title: terms.text(words.smallTitle),
    description: [
      hypothesisLine([data.model], terms),
      ...data.panels.map((panel) => summaryOf(panel, months, data.since, terms)),
    ].join(terms.lang === "zh" ? "" : " "),
    header: [words.quantity, words.unit]
      .map((text) => terms.text(text))
      .concat(
        [words.months[data.since], words.treated, words.untreated, words.rest].map((text) => headed(terms.text(text))),
      ),
    rows,
    drawing: [...head.drawing, ...key.drawing, ...body.drawing, ...foot.drawing],
    marks: body.marks,
  });
}

const EDGE = 12;
const COLUMNS: Readonly<Record<FigureLayout, number>> = { broad: 4, wide: 3, narrow: 2 };
const GAP = 16;
const PLOT_HEIGHT = 84;
/** Below a plot, for the months. */
const MONTHS_HEIGHT = 22;

function headOf(data: SmallPanelsData, terms: Terms): readonly Paragraph[] {
  const empty = data.panels.length === 0 ? [terms.text(words.nothing)] : [];
  return [
    { text: terms.text(words.smallTitle), size: SIZE.strong, weight: "bold" },
    { text: hypothesisLine([data.model], terms), size: SIZE.small, fill: COLOUR.amber },
    ...empty.map((text): Paragraph => ({ text, size: SIZE.small, fill: COLOUR.muted })),
  ];
}

function keyItems(data: SmallPanelsData, terms: Terms): Parameters<typeof drawKey>[0] {
  const courses = data.panels.some(({ treated }) => treated !== undefined)
    ? (["treated", "untreated"] as const)
    : (["untreated"] as const);
  return data.panels.length === 0
    ? []
    : courses.map((course) => ({
        words: headed(terms.text(words[course])),
        fill: SMALL_PAINTS[course].stroke,
        mark: (x, y) => line(x - 6, y, x + 6, y, SMALL_PAINTS[course]),
      }));
}

function keysOf(data: SmallPanelsData, terms: Terms): readonly string[] {
  if (data.panels.length === 0) return [];
  const keys: string[] = [];
  if (data.panels.some(({ atRest }) => atRest !== undefined)) keys.push(terms.text(words.restKey));
  const hasStrip = (data.nursing ?? []).some(({ intensity }) => intensity > 0) || (data.drugs ?? []).length > 0;
  if (hasStrip) keys.push(terms.text(words.strip));
  return keys;
}

type Grid = { readonly drawing: readonly Svg[]; readonly marks: readonly FigureMark[]; readonly bottom: number };

function drawGrid(
  data: SmallPanelsData,
  months: readonly number[],
  layout: FigureLayout,
  top: number,
  terms: Terms,
): Grid {
  const columns = COLUMNS[layout];
  const pitch = (FIGURE_WIDTH[layout] - 2 * EDGE + GAP) / columns;
  const valueWidth = Math.max(0, ...data.panels.map((panel) => tickWidth(panel, data.span, PLOT_HEIGHT, terms)));
  const drawing: Svg[] = [];
  const marks: FigureMark[] = [];
  let y = top;
  for (let first = 0; first < data.panels.length; first += columns) {
    const row = data.panels.slice(first, first + columns);
    const headHeight = Math.max(...row.map((panel) => panelHeadHeight(panel, pitch - GAP, terms)));
    const plotTop = y + headHeight;
    row.forEach((panel, index) => {
      const x = EDGE + index * pitch;
      const axis = monthAxis([], [x + valueWidth + 7, x + pitch - GAP], data.span);
      // The lowest panel of each column carries the months.
      const isLowest = first + index + columns >= data.panels.length;
      const plot = drawSmallPanel(panel, {
        axis,
        x,
        headTop: y,
        plotTop,
        height: PLOT_HEIGHT,
        isLowest,
        frame: data,
        terms,
      });
      drawing.push(...plot.drawing);
      marks.push(...marksOf(panel, months, data.since, plot.at, terms));
    });
    y = plotTop + PLOT_HEIGHT + MONTHS_HEIGHT;
  }
  if (data.panels.length > 0) {
    const name = headed(terms.text(words.months[data.since]));
    drawing.push(textLine(EDGE, y + SIZE.small, name, { size: SIZE.small, fill: COLOUR.muted }));
    y += 18;
  }
  return { drawing, marks, bottom: y };
}

/** A point of the untreated course with the treated value nearest to it in time. */
type Pair = { readonly month: number; readonly untreated: number; readonly treated: number | undefined };

function pairsOf({ treated, untreated }: SmallPanel, months: readonly number[]): readonly Pair[] {
  return pointsAt(untreated.months, months).map((at) => {
    const month = untreated.months[at] ?? 0;
    const [other] = treated === undefined ? [] : pointsAt(treated.months, [month]);
    return {
      month,
      untreated: untreated.values[at] ?? 0,
      treated: other === undefined ? undefined : treated?.values[other],
    };
  });
}

function rowsOf(panel: SmallPanel, months: readonly number[], terms: Terms): readonly FigureRow[] {
  const number = (value: number | undefined): string =>
    value === undefined ? "–" : terms.fixed(value, panel.decimals);
  return pairsOf(panel, months).map(({ month, treated, untreated }) => ({
    key: keyOf(panel, month),
    cells: [
      headed(terms.text(panel.name)),
      terms.text(panel.unit),
      terms.months(month),
      number(treated),
      number(untreated),
      number(panel.atRest),
    ],
  }));
}

function marksOf(
  panel: SmallPanel,
  months: readonly number[],
  since: MonthOrigin,
  at: (month: number, value: number) => readonly [x: number, y: number],
  terms: Terms,
): readonly FigureMark[] {
  return pairsOf(panel, months).map(({ month, treated, untreated }) => {
    const [x, y] = at(month, treated ?? untreated);
    const values = [
      ...(treated === undefined ? [] : [`${terms.text(words.treated)} ${valueText(treated, panel, terms)}`]),
      `${terms.text(words.untreated)} ${valueText(untreated, panel, terms)}`,
    ];
    const label = told([headed(terms.text(panel.name)), monthWords(month, since, terms), ...values], terms);
    return { x, y, label, key: keyOf(panel, month) };
  });
}

function summaryOf(panel: SmallPanel, months: readonly number[], since: MonthOrigin, terms: Terms): string {
  const last = pairsOf(panel, months).at(-1);
  if (last === undefined) return "";
  const courses = (["treated", "untreated"] as const).flatMap((course) => {
    const value = last[course];
    if (value === undefined) return [];
    const facts = {
      name: terms.text(words[course]),
      value: valueText(value, panel, terms),
      when: monthWords(last.month, since, terms),
    };
    return [COURSE_SUMMARY[terms.lang](facts, terms)];
  });
  return SITE_SUMMARY[terms.lang]({ site: headed(terms.text(panel.name)), courses: terms.series(courses) }, terms);
}

function valueText(value: number, { decimals, unit }: SmallPanel, terms: Terms): string {
  const words = terms.text(unit);
  const number = terms.fixed(value, decimals);
  return words === "%" ? `${number}%` : `${number} ${words}`.trimEnd();
}

function keyOf({ id }: SmallPanel, month: number): string {
  return `${id}/${month}`;
}
