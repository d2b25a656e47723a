import { createTerms, type Terms } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions, figure } from "../figure.ts";
import type { FigureMark, FigureRow } from "../figure-mark.ts";
import { type Paragraph, paragraphs } from "../paragraphs.ts";
import type { Svg } from "../svg.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { headed } from "../time-words.ts";
import { sentences } from "./estimate-words.ts";
import { arrow, type BoxWords, boxHeight, drawBox, type PlacedBox } from "./prisma-boxes.ts";
import {
  checkPrisma,
  type PrismaCount,
  type PrismaData,
  type PrismaDatabases,
  type PrismaOtherMethods,
  type PrismaStep,
  prismaGaps,
  totalOf,
} from "./prisma-data.ts";
import {
  GAP_SENTENCE,
  PRISMA_HEAD,
  PRISMA_STEP,
  PRISMA_SUMMARY,
  REPORTS_INCLUDED,
  WITH_COUNT,
  WOMEN_INCLUDED,
} from "./prisma-words.ts";
import { EDGE } from "./xy-plot.ts";

/** Between a box and what was left out beside it, and between one step and the next. */
const ACROSS = 22;
const DOWN = 20;
/** Where the line runs that leads past the second stream to what is included. */
const RAIL = 14;

type Stream = "databases" | "otherMethods";
type Level = { readonly main: BoxWords; readonly aside: BoxWords | undefined };
type Column = { readonly x: number; readonly width: number };

/**
 * The flow diagram of PRISMA 2020 from the counts of a screening log, with reasons; where counts do not add up it says so.
 *
 * @throws RangeError for a number that is not a count
 * @see Page MJ et al. 2021, BMJ 372:n71
 */
export function prismaFigure(data: PrismaData, options: FigureOptions): Figure {
  checkPrisma(data);
  const terms = createTerms(options.lang);
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const title: Paragraph = { text: headed(terms.text(data.title)), size: SIZE.strong, weight: "bold" };
  const head = paragraphs([title], { x: EDGE, y: EDGE, width: width - 2 * EDGE });
  const flow = drawFlow(data, layout, head.bottom + 8, terms);
  const gaps = gapSentences(data, terms).map((text): Paragraph => ({ text, size: SIZE.small, fill: COLOUR.amber }));
  const notes = (data.notes ?? []).map(
    (note): Paragraph => ({ text: terms.text(note), size: SIZE.small, fill: COLOUR.muted }),
  );
  const foot = paragraphs([...gaps, ...notes], { x: EDGE, y: flow.bottom + 8, width: width - 2 * EDGE });
  return figure({
    id: ["prisma", data.id],
    options,
    height: foot.bottom + EDGE,
    title: title.text,
    description: describe(data, terms),
    header: [PRISMA_HEAD.source, PRISMA_HEAD.step, PRISMA_HEAD.detail, PRISMA_HEAD.count].map((words) =>
      terms.text(words),
    ),
    rows: tableOf(data, terms),
    drawing: [...head.drawing, ...flow.drawing, ...foot.drawing],
    marks: flow.marks,
  });
}

type Drawn = { readonly drawing: readonly Svg[]; readonly marks: readonly FigureMark[]; readonly bottom: number };
/** A stream with the box that its last step stands in. */
type DrawnStream = Drawn & { readonly last: PlacedBox };

function drawFlow(data: PrismaData, layout: FigureLayout, top: number, terms: Terms): Drawn {
  const width = FIGURE_WIDTH[layout];
  const whole = { x: EDGE, width: width - 2 * EDGE };
  const { otherMethods } = data;
  if (otherMethods === undefined) {
    const stream = drawStream("databases", data.databases, whole, top, terms);
    return withIncluded(data, [stream], stream.bottom, terms, (box) =>
      arrow([below(stream.last), [middleOf(stream.last), box.top]]),
    );
  }
  if (layout === "broad") {
    const half = (whole.width - ACROSS) / 2;
    const first = drawStream("databases", data.databases, { x: whole.x, width: half }, top, terms);
    const second = drawStream("otherMethods", otherMethods, { x: whole.x + half + ACROSS, width: half }, top, terms);
    const bottom = Math.max(first.bottom, second.bottom);
    return withIncluded(data, [first, second], bottom, terms, (box) => {
      const x = middleOf(second.last);
      const y = (box.top + box.bottom) / 2;
      return [
        ...arrow([below(first.last), [middleOf(first.last), box.top]]),
        ...arrow([below(second.last), [x, y], [box.right, y]]),
      ];
    });
  }
  // One below the other: the first stream reaches what is included by a line along the left edge.
  const column = { x: whole.x + RAIL, width: whole.width - RAIL };
  const first = drawStream("databases", data.databases, column, top, terms);
  const second = drawStream("otherMethods", otherMethods, column, first.bottom + DOWN, terms);
  return withIncluded(data, [first, second], second.bottom, terms, (box) => {
    const y = (box.top + box.bottom) / 2;
    const from = (first.last.top + first.last.bottom) / 2;
    const rail = whole.x + 2;
    return [
      ...arrow([
        [first.last.left, from],
        [rail, from],
        [rail, y],
        [box.left, y],
      ]),
      ...arrow([below(second.last), [middleOf(second.last), box.top]]),
    ];
  });
}

function withIncluded(
  data: PrismaData,
  streams: readonly DrawnStream[],
  bottom: number,
  terms: Terms,
  arrows: (box: PlacedBox) => readonly Svg[],
): Drawn {
  const box = includedBox(data, terms);
  const [first] = streams;
  const { left = EDGE, right = EDGE } = first?.last ?? {};
  const place = { left, right, top: bottom + DOWN, bottom: bottom + DOWN + boxHeight(box, right - left) };
  const drawn = drawBox(box, place);
  return {
    drawing: [...streams.flatMap((stream) => stream.drawing), ...arrows(place), ...drawn.drawing],
    marks: [...streams.flatMap((stream) => stream.marks), ...drawn.marks],
    bottom: place.bottom,
  };
}

/** The steps of a stream one under the other, beside each what was left out there. */
function drawStream(
  stream: Stream,
  counts: PrismaDatabases | PrismaOtherMethods,
  column: Column,
  top: number,
  terms: Terms,
): DrawnStream {
  const name: Paragraph = {
    text: terms.text(PRISMA_HEAD[stream]),
    size: SIZE.body,
    weight: "bold",
    fill: COLOUR.muted,
  };
  const head = paragraphs([name], { ...column, y: top });
  const width = (column.width - ACROSS) / 2;
  const drawing: Svg[] = [...head.drawing];
  const marks: FigureMark[] = [];
  let y = head.bottom + 6;
  let last: PlacedBox = { left: column.x, right: column.x + width, top: y, bottom: y };
  levelsOf(stream, counts, terms).forEach(({ main, aside }, index) => {
    const height = Math.max(boxHeight(main, width), aside === undefined ? 0 : boxHeight(aside, width));
    const place = { left: column.x, right: column.x + width, top: y, bottom: y + height };
    if (index > 0) drawing.push(...arrow([below(last), [middleOf(place), place.top]]));
    const drawn = drawBox(main, place);
    drawing.push(...drawn.drawing);
    marks.push(...drawn.marks);
    if (aside !== undefined) {
      const beside = { left: place.right + ACROSS, right: column.x + column.width, top: y, bottom: y + height };
      const middle = y + height / 2;
      const out = drawBox(aside, beside);
      drawing.push(
        ...arrow([
          [place.right, middle],
          [beside.left, middle],
        ]),
        ...out.drawing,
      );
      marks.push(...out.marks);
    }
    last = place;
    y = place.bottom + DOWN;
  });
  return { drawing, marks, bottom: last.bottom, last };
}

function middleOf({ left, right }: PlacedBox): number {
  return (left + right) / 2;
}

function below(box: PlacedBox): readonly [number, number] {
  return [middleOf(box), box.bottom];
}

function levelsOf(stream: Stream, counts: PrismaDatabases | PrismaOtherMethods, terms: Terms): readonly Level[] {
  const listed = (step: PrismaStep, of: readonly PrismaCount[], isKept: boolean): BoxWords => ({
    head: counted(terms.text(PRISMA_STEP[step]), totalOf(of), terms),
    at: placeOf(stream, step),
    lines: of.map((each, index) => ({
      words: counted(headed(terms.text(each.label)), each.count, terms),
      at: placeOf(stream, step, index),
    })),
    isKept,
  });
  const plain = (step: PrismaStep, n: number): BoxWords => ({
    head: counted(terms.text(PRISMA_STEP[step]), n, terms),
    at: placeOf(stream, step),
    lines: [],
    isKept: true,
  });
  const screening: readonly Level[] =
    "screened" in counts
      ? [{ main: plain("screened", counts.screened), aside: listed("excluded", counts.excluded, false) }]
      : [];
  return [
    {
      main: listed("identified", counts.identified, true),
      aside: "removed" in counts ? listed("removed", counts.removed, false) : undefined,
    },
    ...screening,
    { main: plain("sought", counts.sought), aside: listed("notRetrieved", counts.notRetrieved, false) },
    { main: plain("assessed", counts.assessed), aside: listed("excludedReports", counts.excludedReports, false) },
  ];
}

function includedBox({ included }: PrismaData, terms: Terms): BoxWords {
  const lines = [{ words: counted(terms.text(REPORTS_INCLUDED), included.reports, terms), at: "included/reports" }];
  if (included.women !== undefined) {
    lines.push({ words: counted(terms.text(WOMEN_INCLUDED), included.women, terms), at: "included/women" });
  }
  return {
    head: counted(terms.text(PRISMA_STEP.included), included.studies, terms),
    at: "included",
    lines,
    isKept: true,
  };
}

function counted(words: string, n: number, terms: Terms): string {
  return WITH_COUNT[terms.lang]({ words, n }, terms);
}

/** Ties a number to its row. */
function placeOf(stream: Stream, step: PrismaStep, index?: number): string {
  return index === undefined ? `${stream}/${step}` : `${stream}/${step}/${index}`;
}

function tableOf(data: PrismaData, terms: Terms): readonly FigureRow[] {
  const rows: FigureRow[] = [];
  const put = (stream: Stream, step: PrismaStep, value: number | readonly PrismaCount[]): void => {
    const [way, words] = [terms.text(PRISMA_HEAD[stream]), terms.text(PRISMA_STEP[step])];
    const total = typeof value === "number" ? value : totalOf(value);
    rows.push({ at: placeOf(stream, step), cells: [way, words, "", String(total)] });
    if (typeof value === "number") return;
    value.forEach((each, index) => {
      rows.push({
        at: placeOf(stream, step, index),
        cells: [way, words, headed(terms.text(each.label)), String(each.count)],
      });
    });
  };
  const { databases, otherMethods, included } = data;
  for (const step of [
    "identified",
    "removed",
    "screened",
    "excluded",
    "sought",
    "notRetrieved",
    "assessed",
    "excludedReports",
  ] as const) {
    put("databases", step, databases[step]);
  }
  if (otherMethods !== undefined) {
    for (const step of ["identified", "sought", "notRetrieved", "assessed", "excludedReports"] as const) {
      put("otherMethods", step, otherMethods[step]);
    }
  }
  const name = terms.text(PRISMA_HEAD.included);
  rows.push({ at: "included", cells: [name, terms.text(PRISMA_STEP.included), "", String(included.studies)] });
  rows.push({ at: "included/reports", cells: [name, terms.text(REPORTS_INCLUDED), "", String(included.reports)] });
  if (included.women !== undefined) {
    rows.push({ at: "included/women", cells: [name, terms.text(WOMEN_INCLUDED), "", String(included.women)] });
  }
  return rows;
}

function gapSentences(data: PrismaData, terms: Terms): readonly string[] {
  return prismaGaps(data).map(({ stream, step, stated, expected }) => {
    const words = step === "included" ? terms.text(REPORTS_INCLUDED) : terms.text(PRISMA_STEP[step]);
    const way = stream === "otherMethods" ? terms.text(PRISMA_HEAD.otherMethods) : "";
    const name = way === "" ? words : terms.lang === "zh" ? `${way}，${words}` : `${way}, ${words.toLowerCase()}`;
    return GAP_SENTENCE[terms.lang]({ step: name, stated, expected }, terms);
  });
}

function describe(data: PrismaData, terms: Terms): string {
  const other = data.otherMethods;
  const facts = {
    identified: totalOf(data.databases.identified) + totalOf(other?.identified ?? []),
    screened: data.databases.screened,
    assessed: data.databases.assessed + (other?.assessed ?? 0),
    studies: data.included.studies,
    reports: data.included.reports,
  };
  return sentences([PRISMA_SUMMARY[terms.lang](facts, terms), ...gapSentences(data, terms)], terms);
}
