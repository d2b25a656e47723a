import { createTerms, DAYS_PER_MONTH, say, type Terms } from "@materbone/clinical";
import {
  type DayRange,
  type DeliveryWindow,
  EVENT_KINDS,
  type ResolvedDefinition,
  saySinceDelivery,
  sayStream,
  sayWhat,
  sayWhen,
  type WindowBound,
} from "@materbone/finder";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions, figure } from "../figure.ts";
import type { FigureMark } from "../figure-mark.ts";
import { diagnosisMarker, doseMarker, fractureMarker, reach, scanMarker, siteMarker, symptomMarker } from "../marks.ts";
import { drawMonthAxis, monthAxis } from "../month-axis.ts";
import { type Paragraph, paragraphs } from "../paragraphs.ts";
import type { Scale } from "../scale.ts";
import { element, group, line, polygon, type Svg, textLine } from "../svg.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { WORDS } from "../words.ts";
import { type MonthRange, monthsOf, placedInRows, timelineSpan } from "./timeline-layout.ts";
import { isSameLane, timelineLanes, type WomanRecord } from "./woman-records.ts";
import { WOMAN_TIMELINE_WORDS as HERE, KIND_WORDS, LANE_SENTENCE, LANE_WORDS, OF_DAY } from "./woman-timeline-words.ts";

export type WomanTimeline = {
  /** Names the figure in a document. */
  readonly id: string;
  readonly delivery: DayRange;
  readonly records: readonly WomanRecord[];
  readonly definition: ResolvedDefinition;
};

const EDGE = 12;
const NAMES: Readonly<Record<FigureLayout, number>> = { wide: 118, broad: 150, narrow: 0 };
const ROW = 20;
/** Two marks nearer than this would hide one another. */
const APART = 15;
const MOST_ROWS = 4;
/** Room for the number of records of one day. */
const COUNT_WIDTH = 24;

/** Everything recorded of a woman in months around one delivery, a lane for each step that a reviewer asks about. */
export function womanTimelineFigure(woman: WomanTimeline, options: FigureOptions): Figure {
  const { records, delivery, definition } = woman;
  const terms = createTerms(options.lang);
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const left = EDGE + NAMES[layout] + (layout === "narrow" ? 4 : 12);
  const dated = records.flatMap((record) =>
    record.when === undefined ? [] : [{ record, when: record.when, months: monthsOf(delivery, record.when) }],
  );
  // Visits years away do not press the course together; they stand at the ends.
  const asked = dated.filter(({ record }) => record.lane.kind !== "other");
  const axis = monthAxis([], [left, width - EDGE - 10], timelineSpan(asked.map(({ months }) => months)));
  const top = EDGE + 4;
  const shades: Svg[] = [];
  const drawing: Svg[] = [];
  const marks: FigureMark[] = [];
  let y = top;
  for (const { lane, windows } of timelineLanes(definition)) {
    const here = dated.filter(({ record }) => isSameLane(record.lane, lane));
    if (here.length === 0 && lane.kind === "other") continue;
    const name: Paragraph = {
      text: laneName(lane, definition, terms),
      size: SIZE.small,
      weight: "bold",
      halo: COLOUR.card,
    };
    const words = paragraphs([name], {
      x: EDGE,
      y: y + 4,
      width: layout === "narrow" ? width - 2 * EDGE : NAMES[layout],
    });
    const placed = placedInRows(
      sameDay(here).map((group) => {
        const [x, end] = [axis.at(group.months.least), axis.at(group.months.most)];
        return { ...group, x, end, x2: end + (group.records.length > 1 ? COUNT_WIDTH : 0) };
      }),
      APART,
      MOST_ROWS,
    );
    const rows = Math.max(1, ...placed.map(({ row }) => row + 1));
    const first = layout === "narrow" ? words.bottom + 12 : y + 14;
    const bottom = Math.max(first + (rows - 1) * ROW + 12, words.bottom + 4);
    for (const window of windows) {
      const found = definition.windows[window];
      if (found !== undefined)
        shades.push(shade(found, axis, layout === "narrow" ? words.bottom + 2 : y + 2, bottom - 1));
    }
    drawing.push(line(EDGE, y, width - EDGE, y, { stroke: COLOUR.faint, "stroke-width": 1 }), ...words.drawing);
    for (const { row, x, end, records: together, when, months } of placed) {
      const middle = first + row * ROW;
      drawing.push(drawRecords(together, { x, x2: end, y: middle, axis, months }));
      for (const record of together) {
        const label = sayRecord(record, when, woman, terms, together.length);
        marks.push({ x, x2: end, y: middle, key: record.key, label });
      }
    }
    y = bottom;
  }
  const months = drawMonthAxis(axis, top, y + 2, terms.text(HERE.axis), terms.text(WORDS.delivery));
  const notes: readonly Paragraph[] = [
    ...(dated.length === 0 ? [{ text: terms.text(HERE.empty), size: SIZE.small }] : []),
    { text: terms.text(HERE.key), size: SIZE.small, fill: COLOUR.muted },
  ];
  const foot = paragraphs(notes, { x: EDGE, y: months.bottom + 4, width: width - 2 * EDGE });
  return figure({
    id: ["woman-timeline", woman.id],
    options,
    height: foot.bottom + 8,
    title: terms.text(HERE.title),
    description: describe(woman, terms),
    header: [HERE.event, HERE.what, HERE.when, HERE.source, HERE.evidence].map((text) => terms.text(text)),
    rows: fromTheCourseOn(records, delivery, axis.domain[0]).map((record) => ({
      cells: recordCells(record, woman, terms),
      key: record.key,
    })),
    // The lines of the months lie over the windows and under the marks.
    drawing: [...shades, months.drawing, ...drawing, ...foot.drawing],
    marks,
  });
}

/** "Back pain"; of an event that the definition does not ask for, its kind: "diagnosis". */
export function sayRecordName(record: WomanRecord, definition: ResolvedDefinition, terms: Terms): string {
  const names = record.streams.map((stream) => sayStream(stream, definition, terms));
  if (names.length > 0) return terms.series(names);
  const kind = EVENT_KINDS.find((one) => one === record.lines[0]?.kind);
  return kind === undefined ? laneName(record.lane, definition, terms) : terms.text(KIND_WORDS[kind]);
}

/** Codes with their names, value, unit and site. */
export function sayRecordWhat({ lines: [first, ...beside] }: WomanRecord, terms: Terms): string {
  return first === undefined ? "" : sayWhat(first, terms, beside);
}

function laneName({ kind, stream }: WomanRecord["lane"], definition: ResolvedDefinition, terms: Terms): string {
  return kind === "asked" ? sayStream(stream ?? "", definition, terms) : terms.text(LANE_WORDS[kind]);
}

function recordCells(record: WomanRecord, { delivery, definition }: WomanTimeline, terms: Terms): readonly string[] {
  return [
    sayRecordName(record, definition, terms),
    sayRecordWhat(record, terms),
    record.when === undefined ? terms.text(HERE.undated) : sayMoment(record.when, delivery, terms),
    record.sourceRef,
    record.isEvidence ? terms.text(HERE.isEvidence) : "",
  ];
}

function sayMoment(when: DayRange, delivery: DayRange, terms: Terms): string {
  return `${sayWhen(when, terms)}${terms.lang === "zh" ? "，" : ", "}${saySinceDelivery(delivery, when, terms)}`;
}

function sayRecord(
  record: WomanRecord,
  when: DayRange,
  { delivery, definition }: WomanTimeline,
  terms: Terms,
  ofDay: number,
): string {
  const [colon, part] = terms.lang === "zh" ? ["：", "；"] : [": ", "; "];
  const evidence = record.isEvidence ? `${part}${terms.text(HERE.evidence)}` : "";
  return `${sayRecordName(record, definition, terms)}${colon}${sayRecordWhat(record, terms)}${part}${sayMoment(when, delivery, terms)}${part}${record.sourceRef}${evidence}${ofDay === 1 ? "" : `${part}${say(OF_DAY, { count: ofDay }, terms)}`}`;
}

function describe({ records, definition }: WomanTimeline, terms: Terms): string {
  const sentences = timelineLanes(definition).flatMap(({ lane }) => {
    const here = records.filter((record) => isSameLane(record.lane, lane));
    if (here.length === 0) return [];
    const evidence = here.filter(({ isEvidence }) => isEvidence).length;
    return [say(LANE_SENTENCE, { lane: laneName(lane, definition, terms), count: here.length, evidence }, terms)];
  });
  return sentences.length === 0 ? terms.text(HERE.empty) : sentences.join(terms.lang === "zh" ? "" : " ");
}

type Dated = { readonly record: WomanRecord; readonly when: DayRange; readonly months: MonthRange };

/** Records of one lane with the same date stand at one place: one mark, with their number. */
function sameDay(
  here: readonly Dated[],
): readonly (Omit<Dated, "record"> & { readonly records: readonly WomanRecord[] })[] {
  const groups = new Map<string, Omit<Dated, "record"> & { readonly records: WomanRecord[] }>();
  for (const { record, when, months } of here) {
    const key = `${when.low}/${when.high}`;
    const group = groups.get(key) ?? { when, months, records: [] };
    groups.set(key, group);
    group.records.push(record);
  }
  return [...groups.values()];
}

/** What lies in the time that is drawn first, then what is older; without a date last. */
function fromTheCourseOn(records: readonly WomanRecord[], delivery: DayRange, from: number): readonly WomanRecord[] {
  const isOlder = ({ when }: WomanRecord): boolean => when !== undefined && monthsOf(delivery, when).most < from;
  const dated = records.filter(({ when }) => when !== undefined);
  return [
    ...dated.filter((record) => !isOlder(record)),
    ...dated.filter(isOlder),
    ...records.filter(({ when }) => when === undefined),
  ];
}

type Place = {
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly axis: Scale;
  readonly months: { readonly least: number; readonly most: number };
};

function drawRecords(records: readonly WomanRecord[], { x, x2, y, axis, months }: Place): Svg {
  const [record] = records;
  if (record === undefined) return group();
  const [from, to] = axis.domain;
  const parts: Svg[] = [];
  if (records.length > 1) {
    const paint = { size: SIZE.small, fill: COLOUR.muted, halo: COLOUR.card };
    const isLater = months.least > to;
    const place = { ...paint, anchor: isLater ? "end" : "start" } as const;
    parts.push(textLine(isLater ? x - 9 : x2 + 11, y + 4, `×${records.length}`, place));
  }
  if (records.some(({ isEvidence }) => isEvidence)) {
    parts.push(
      element("rect", {
        x: x - 8.5,
        y: y - 8.5,
        width: x2 - x + 17,
        height: 17,
        rx: 8.5,
        fill: COLOUR.card,
        stroke: COLOUR.accent,
        "stroke-width": 1.75,
      }),
    );
  }
  if (months.most < from) return group(...parts, arrow(x, y, -1));
  if (months.least > to) return group(...parts, arrow(x, y, 1));
  if (x2 - x >= 1) parts.push(reach(x, x2, y, COLOUR.muted, stopsOf(months, axis)));
  parts.push(marker(record, x2 - x >= 1 ? (x + x2) / 2 : x, y));
  return group(...parts);
}

function stopsOf(months: Place["months"], axis: Scale): "both" | "left" | "right" | "none" {
  const [isLeft, isRight] = [months.least >= axis.domain[0], months.most <= axis.domain[1]];
  return isLeft && isRight ? "both" : isLeft ? "left" : isRight ? "right" : "none";
}

function marker({ lane }: WomanRecord, x: number, y: number): Svg {
  switch (lane.kind) {
    case "delivery":
      return diagnosisMarker(x, y);
    case "pain":
      return symptomMarker(x, y);
    case "imaging":
      return scanMarker(x, y);
    case "asked":
      return fractureMarker(x, y);
    case "density":
      return siteMarker("lumbarSpine", x, y);
    case "drug":
      return doseMarker(x, y, "solid");
    case "exclusion":
      return element("rect", { x: x - 4, y: y - 4, width: 8, height: 8, fill: COLOUR.amber });
    case "other":
      return element("circle", { cx: x, cy: y, r: 3, fill: COLOUR.axis });
  }
}

function arrow(x: number, y: number, side: 1 | -1): Svg {
  return polygon(
    [
      [x + side * 5, y],
      [x - side * 4, y - 5],
      [x - side * 4, y + 5],
    ],
    { fill: COLOUR.muted },
  );
}

function shade(window: DeliveryWindow, axis: Scale, top: number, bottom: number): Svg {
  const [from, to] = [monthOf(window.from, axis.domain[0]), monthOf(window.to, axis.domain[1])];
  const x = axis.at(from);
  return element("rect", { x, y: top, width: Math.max(0, axis.at(to) - x), height: bottom - top, fill: COLOUR.bone });
}

function monthOf(bound: WindowBound, open: number): number {
  if (bound === "open") return open;
  return "months" in bound ? bound.months : bound.days / DAYS_PER_MONTH;
}
