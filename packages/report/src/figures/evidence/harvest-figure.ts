import { createTerms, type Terms } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions, figure } from "../figure.ts";
import type { FigureMark, FigureRow } from "../figure-mark.ts";
import { told } from "../mark-words.ts";
import { type Paragraph, paragraphs } from "../paragraphs.ts";
import { line, type Svg } from "../svg.ts";
import { COLOUR, DRUG_COLOUR, SIZE } from "../theme.ts";
import { headed } from "../time-words.ts";
import { areaBetween } from "./area-between.ts";
import { drawKey } from "./class-key.ts";
import { drugMark, drugMarkReach } from "./drug-mark.ts";
import { quantityWithUnit, sentences, spanText, valueText, withUnit } from "./estimate-words.ts";
import { DRUG_CLASSES, type DrugClass } from "./evidence-figure-data.ts";
import { BADGE_WORDS, DRUG_WORDS, EVIDENCE_WORDS, MONTHS_COUNT, studyName, WOMEN_COUNT } from "./evidence-words.ts";
import {
  checkHarvest,
  coursesOf,
  type HarvestData,
  type HarvestPoint,
  isTimedPoint,
  type TimedPoint,
  type UntreatedCourse,
} from "./harvest-data.ts";
import { HARVEST_KEY, HARVEST_SUMMARY, MONTHS_AXIS, NOT_LABELLED, NOT_TIMED, UNTREATED_AT } from "./harvest-words.ts";
import { type Box, boxAbout, type LabelGround, type PointLabel, placeLabels } from "./place-labels.ts";
import { monthsAxis, paddedAxis, type TickAxis } from "./tick-axis.ts";
import { axisValueWidth, EDGE, plotFrame, plotGround, tickWords } from "./xy-plot.ts";

/** Radius of the mark of the most women. */
const LARGEST: Readonly<Record<FigureLayout, number>> = { wide: 11, broad: 12, narrow: 9 };
const SMALLEST = 3.6;

type Place = {
  readonly data: HarvestData;
  readonly frame: Box;
  readonly x: TickAxis;
  readonly y: TickAxis;
  readonly radius: (women: number) => number;
  readonly terms: Terms;
};

/**
 * Gain against months, study by study: shape and colour tell the drug class, area the number of women, hollow marks single
 * women; lines join the times of one study, and behind all lies the course of women without a bone drug.
 *
 * @throws RangeError for a number that is not finite or out of its range
 * @throws TypeError for two data at one place
 */
export function harvestFigure(data: HarvestData, options: FigureOptions): Figure {
  checkHarvest(data);
  const terms = createTerms(options.lang);
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const timed = data.points.filter(isTimedPoint);
  const parts = {
    id: ["harvest", data.id],
    options,
    title: headed(terms.text(data.title)),
    description: describe(data, terms),
    header: [
      EVIDENCE_WORDS.study,
      EVIDENCE_WORDS.women,
      EVIDENCE_WORDS.months,
      EVIDENCE_WORDS.drug,
      EVIDENCE_WORDS.statistic,
    ]
      .map((words) => terms.text(words))
      .concat(headed(quantityWithUnit(data.quantity, terms))),
    rows: tableOf(data, terms),
  };
  const title: Paragraph = { text: parts.title, size: SIZE.strong, weight: "bold" };
  const column = { x: EDGE, width: width - 2 * EDGE };
  if (timed.length === 0) {
    const empty: Paragraph = { text: terms.text(EVIDENCE_WORDS.noStudies), size: SIZE.strong, fill: COLOUR.muted };
    const untimed = untimedLine(data, terms).map(small);
    const head = paragraphs([title, empty, ...untimed], { ...column, y: EDGE });
    return figure({ ...parts, height: head.bottom + EDGE, drawing: head.drawing, marks: [] });
  }
  const head = paragraphs([title], { ...column, y: EDGE });
  const key = drawKey(
    classesOf(timed).map((kind) => ({
      words: headed(terms.text(DRUG_WORDS[kind])),
      fill: DRUG_COLOUR[kind],
      mark: (x, y) => drugMark(kind, x, y, 4.5, false),
    })),
    { ...column, y: head.bottom + 4 },
  );
  const name = paragraphs(
    [{ text: headed(quantityWithUnit(data.quantity, terms)), size: SIZE.small, fill: COLOUR.muted }],
    {
      ...column,
      y: key.bottom + 4,
    },
  );
  const place = placeOf(data, timed, layout, name.bottom + 4, terms);
  const ground = plotGround(place.frame, place.x, place.y, {
    x: { name: terms.text(MONTHS_AXIS), value: (value, decimals) => terms.fixed(value, decimals) },
    y: { name: "", value: tickWords(data.quantity, terms) },
  });
  const body = drawPoints(place);
  const notes = paragraphs(
    [
      ...keyLines(data, terms),
      ...body.unlabelled,
      ...untimedLine(data, terms),
      ...(data.notes ?? []).map((note) => terms.text(note)),
    ].map(small),
    {
      ...column,
      y: ground.bottom + 2,
    },
  );
  return figure({
    ...parts,
    height: notes.bottom + EDGE - 4,
    drawing: [
      ...head.drawing,
      ...key.drawing,
      ...name.drawing,
      ...body.ground,
      ...ground.drawing,
      ...body.drawing,
      ...notes.drawing,
    ],
    marks: body.marks,
  });
}

function small(text: string): Paragraph {
  return { text, size: SIZE.small, fill: COLOUR.muted };
}

function classesOf(points: readonly HarvestPoint[]): readonly DrugClass[] {
  return DRUG_CLASSES.filter((kind) => points.some((point) => point.drug.kind === kind));
}

function placeOf(
  data: HarvestData,
  timed: readonly TimedPoint[],
  layout: FigureLayout,
  top: number,
  terms: Terms,
): Place {
  const band = data.untreated?.points ?? [];
  const values = [0, ...timed.map(({ estimate }) => estimate), ...band.flatMap(({ lower, upper }) => [lower, upper])];
  const months = [...timed.map((point) => point.months), ...band.map((point) => point.months)];
  const most = Math.max(1, ...timed.map(({ women }) => women));
  const upright = (frame: Box): TickAxis => paddedAxis(values, [frame.bottom - 4, frame.top + 4]);
  const value = tickWords(data.quantity, terms);
  const frame = plotFrame(layout, top, axisValueWidth(upright(plotFrame(layout, top, 0)), value));
  const along = monthsAxis(months, [frame.left + LARGEST[layout], frame.right]);
  return {
    data,
    frame,
    x: along,
    y: upright(frame),
    radius: (women) => Math.max(SMALLEST, LARGEST[layout] * Math.sqrt(women / most)),
    terms,
  };
}

type Drawn = {
  readonly ground: readonly Svg[];
  readonly drawing: readonly Svg[];
  readonly marks: readonly FigureMark[];
  /** Names of marks beside which no label finds a place. */
  readonly unlabelled: readonly string[];
};

function drawPoints(place: Place): Drawn {
  const { data, x, y, terms } = place;
  const courses = coursesOf(data.points);
  const all = courses.flat();
  const segments = courses.flatMap((course) =>
    course.slice(1).map((to, index) => {
      const from = course[index] ?? to;
      return {
        kind: to.drug.kind,
        ends: [x.at(from.months), y.at(from.estimate), x.at(to.months), y.at(to.estimate)] as const,
      };
    }),
  );
  const lines = segments.map(({ kind, ends: [x1, y1, x2, y2] }) =>
    line(x1, y1, x2, y2, { stroke: DRUG_COLOUR[kind], "stroke-width": 1.5, "stroke-opacity": 0.75 }),
  );
  // Large marks first, so that small ones stay in sight.
  const bySize = all.toSorted((a, b) => b.women - a.women);
  const points = bySize.map((point) =>
    drugMark(point.drug.kind, x.at(point.months), y.at(point.estimate), place.radius(point.women), isSingle(point)),
  );
  const named = labelsOf(place, courses);
  const ground: LabelGround = {
    frame: place.frame,
    marks: all.map((point) =>
      boxAbout(x.at(point.months), y.at(point.estimate), drugMarkReach(place.radius(point.women)) * 0.85),
    ),
    lines: segments.map(({ ends }) => ends),
  };
  const labels = placeLabels(
    named.map(({ label }) => label),
    ground,
  );
  const left = labels.left.map((position) => named[position]?.label.words ?? "");
  return {
    ground: data.untreated === undefined ? [] : [untreatedArea(data.untreated, x, y)],
    drawing: [...lines, ...points, ...labels.drawing],
    marks: [...data.points.filter(isTimedPoint).map((point) => markOf(place, point)), ...bandMarks(place)],
    unlabelled: left.length === 0 ? [] : [NOT_LABELLED[terms.lang]({ names: terms.series(left) }, terms)],
  };
}

/** Every course by name at its last point, the band at its end; series of many women first. */
function labelsOf(
  place: Place,
  courses: readonly (readonly TimedPoint[])[],
): readonly { readonly label: PointLabel }[] {
  const { data, x, y, terms } = place;
  const ends = courses.flatMap((course) => course.at(-1) ?? []).toSorted((a, b) => b.women - a.women);
  const studies = ends.map((point) => ({
    label: {
      x: x.at(point.months),
      y: y.at(point.estimate),
      reach: drugMarkReach(place.radius(point.women)) * 0.85,
      words: nameWithWomen(point, terms),
      fill: DRUG_COLOUR[point.drug.kind],
    },
  }));
  const last = data.untreated?.points.at(-1);
  if (data.untreated === undefined || last === undefined) return studies;
  const words = headed(terms.text(data.untreated.label));
  const band = {
    x: x.at(last.months),
    y: y.at((last.lower + last.upper) / 2),
    reach: 1,
    words,
    fill: COLOUR.benchmark,
  };
  return [{ label: { ...band, weight: "bold" as const } }, ...studies];
}

function nameWithWomen(point: HarvestPoint, terms: Terms): string {
  return terms.lang === "zh" ? `${studyName(point)}，${point.women}例` : `${studyName(point)} (${point.women})`;
}

function isSingle({ women, badges }: HarvestPoint): boolean {
  return women === 1 || badges.includes("singleWoman");
}

function untreatedArea({ points }: UntreatedCourse, x: TickAxis, y: TickAxis): Svg {
  const spans = points.map(({ months, lower, upper }) => ({ along: months, lower, upper }));
  return areaBetween(spans, x, y, { fill: COLOUR.benchmark, opacity: 0.14, isDotted: true });
}

function markOf({ data, x, y, terms }: Place, point: TimedPoint): FigureMark {
  const label = told(
    [
      studyName(point),
      withUnit(valueText(point.estimate, data.quantity, terms), data.quantity, terms),
      MONTHS_COUNT[terms.lang]({ months: terms.months(point.months) }, terms),
      WOMEN_COUNT[terms.lang]({ women: point.women }, terms),
      terms.text(point.drug.label),
      ...point.badges.map((badge) => terms.text(BADGE_WORDS[badge])),
    ],
    terms,
  );
  return { x: x.at(point.months), y: y.at(point.estimate), label, at: point.at };
}

function bandMarks({ data, x, y, terms }: Place): readonly FigureMark[] {
  const { untreated } = data;
  return (untreated?.points ?? []).map((point, index) => ({
    x: x.at(point.months),
    y: y.at((point.lower + point.upper) / 2),
    label: UNTREATED_AT[terms.lang](
      {
        label: headed(terms.text(untreated?.label ?? EVIDENCE_WORDS.untreated)),
        months: terms.months(point.months),
        span: withUnit(spanText(point, data.quantity, terms), data.quantity, terms),
      },
      terms,
    ),
    at: bandPlace(untreated, index),
  }));
}

function bandPlace(untreated: UntreatedCourse | undefined, index: number): string {
  return `${untreated?.at ?? ""}/points/${index}`;
}

function tableOf({ points, untreated, quantity }: HarvestData, terms: Terms): readonly FigureRow[] {
  const studies = points.map((point) => ({
    at: point.at,
    cells: [
      studyName(point),
      String(point.women),
      point.months === undefined ? "–" : terms.months(point.months),
      terms.text(point.drug.label),
      terms.series(point.badges.map((badge) => terms.text(BADGE_WORDS[badge]))),
      valueText(point.estimate, quantity, terms),
    ],
  }));
  const band = (untreated?.points ?? []).map((point, index) => ({
    at: bandPlace(untreated, index),
    cells: [
      headed(terms.text(untreated?.label ?? EVIDENCE_WORDS.untreated)),
      "–",
      terms.months(point.months),
      terms.text(DRUG_WORDS.untreated),
      "–",
      spanText(point, quantity, terms),
    ],
  }));
  return [...studies, ...band];
}

function keyLines({ points }: HarvestData, terms: Terms): readonly string[] {
  const drawn = points.filter(isTimedPoint);
  const key = [terms.text(HARVEST_KEY.area)];
  if (drawn.some(isSingle)) key.push(terms.text(HARVEST_KEY.hollow));
  if (coursesOf(points).some((course) => course.length > 1)) key.push(terms.text(HARVEST_KEY.line));
  return [sentences(key, terms)];
}

function untimedLine({ points, quantity }: HarvestData, terms: Terms): readonly string[] {
  const untimed = points.filter((point) => !isTimedPoint(point));
  if (untimed.length === 0) return [];
  const names = untimed.map((point) => {
    const value = withUnit(valueText(point.estimate, quantity, terms), quantity, terms);
    return terms.lang === "zh" ? `${studyName(point)}（${value}）` : `${studyName(point)} (${value})`;
  });
  return [NOT_TIMED[terms.lang]({ names: terms.series(names) }, terms)];
}

function describe(data: HarvestData, terms: Terms): string {
  const drawn = data.points.filter(isTimedPoint);
  if (drawn.length === 0) return `${terms.text(EVIDENCE_WORDS.noStudies)}${terms.lang === "zh" ? "。" : "."}`;
  const ends = (of: readonly HarvestPoint[]): string => {
    const values = of.map(({ estimate }) => estimate);
    const span = { lower: Math.min(...values), upper: Math.max(...values) };
    return withUnit(spanText(span, data.quantity, terms), data.quantity, terms);
  };
  const classes = classesOf(drawn).map((kind) => {
    const own = drawn.filter((point) => point.drug.kind === kind);
    return HARVEST_SUMMARY[terms.lang](
      { drug: headed(terms.text(DRUG_WORDS[kind])), points: own.length, span: ends(own) },
      terms,
    );
  });
  const name = `${headed(quantityWithUnit(data.quantity, terms))}${terms.lang === "zh" ? "。" : "."}`;
  return sentences([name, ...classes, ...keyLines(data, terms), ...untimedLine(data, terms)], terms);
}
