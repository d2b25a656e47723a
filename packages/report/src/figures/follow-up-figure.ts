import {
  type CaseView,
  createTerms,
  type FollowUpPlan,
  followUpStatusWords,
  type Interval,
  sayFollowUpTask,
  type Terms,
} from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions, figure } from "./figure.ts";
import type { FigureMark } from "./figure-mark.ts";
import { drawDone, drawWindow } from "./follow-up-marks.ts";
import { type FollowUpRow, followUpRows, statusCounts, statusSentence } from "./follow-up-rows.ts";
import {
  AS_OF,
  FOLLOW_UP_ROW,
  FOLLOW_UP_TITLE,
  JUDGED_AT,
  ON_RECORD,
  FOLLOW_UP_WORDS as WORDS_HERE,
} from "./follow-up-words.ts";
import { drawMonthAxis, monthAxis } from "./month-axis.ts";
import { type Paragraph, paragraphs } from "./paragraphs.ts";
import type { Scale } from "./scale.ts";
import { line, type Svg, textLine } from "./svg.ts";
import { textWidth } from "./text-measure.ts";
import { COLOUR, SIZE } from "./theme.ts";
import { headed, isTimed, monthsText, womanName } from "./time-words.ts";
import { WORDS } from "./words.ts";

const EDGE = 12;
/** Column of names at the left; on a narrow figure they stand above their row. */
const NAMES: Readonly<Record<FigureLayout, number>> = { wide: 236, broad: 300, narrow: 0 };

/**
 * The follow-up plan of a woman on the months since delivery: when each time of the schedule is due, how far it may be off,
 * and what of it was done. It reminds; it prescribes nothing.
 */
export function followUpFigure(view: CaseView, plan: FollowUpPlan, options: FigureOptions): Figure {
  const terms = createTerms(options.lang);
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const rows = followUpRows(plan);
  const left = EDGE + NAMES[layout] + 14;
  const axis = monthAxis([view], [left, width - EDGE - 8], spanOf(rows, plan));
  const head = paragraphs(headLines(rows, plan, terms), { x: EDGE, y: EDGE, width: width - 2 * EDGE });
  const body = drawRows(rows, { axis, top: head.bottom + 22, width, layout }, terms);
  const drawing: Svg[] = [...head.drawing];
  let bottom = head.bottom;
  if (rows.length > 0) {
    const months = drawMonthAxis(
      axis,
      head.bottom + 18,
      body.bottom + 2,
      terms.text(WORDS.monthsPostpartum),
      terms.text(WORDS.delivery),
    );
    drawing.push(months.drawing, ...body.drawing, ...judged(plan, axis, head.bottom + 6, body.bottom + 2, terms));
    bottom = months.bottom;
  }
  const notes: readonly Paragraph[] = [{ text: terms.text(WORDS_HERE.reminds), size: SIZE.small, fill: COLOUR.muted }];
  const foot = paragraphs(notes, { x: EDGE, y: bottom + 4, width: width - 2 * EDGE });
  return figure({
    id: ["follow-up", view.record.id],
    options,
    height: foot.bottom + 8,
    title: FOLLOW_UP_TITLE[options.lang]({ woman: womanName(view.record, terms) }, terms),
    description: describe(rows, plan, terms),
    header: [WORDS_HERE.time, WORDS.months, WORDS_HERE.task, WORDS_HERE.status, WORDS_HERE.doneAt].map((text) =>
      terms.text(text),
    ),
    rows: rows.flatMap((row) =>
      row.items.map((item) => ({
        cells: [
          headed(terms.text(row.entry.name)),
          monthsText(row.due, undefined, terms),
          sayFollowUpTask(item.task, terms),
          terms.text(followUpStatusWords[item.status]),
          item.at === undefined ? "" : monthsText(item.when, undefined, terms),
        ],
        at: item.at,
      })),
    ),
    drawing: [...drawing, ...foot.drawing],
    marks: body.marks,
  });
}

/** Months that hold every window with its tolerance, what was done, and the month that judges. */
function spanOf(rows: readonly FollowUpRow[], plan: FollowUpPlan): readonly [number, number] {
  const times = rows.flatMap(({ due, entry, items }) => [
    ...(due === undefined ? [] : [due.earliest - entry.toleranceMonths, due.latest + entry.toleranceMonths]),
    ...items.flatMap(({ when }) => (when === undefined ? [] : [when.earliest, when.latest])),
  ]);
  const finite = [...times, plan.asOfMonths ?? 0].filter((month) => Number.isFinite(month));
  // The word at month 0 needs room on its left.
  const first = Math.min(-3, ...finite);
  const last = Math.max(12, ...finite);
  return [Math.floor(first / 3) * 3, Math.ceil(last / 6) * 6];
}

function headLines(rows: readonly FollowUpRow[], plan: FollowUpPlan, terms: Terms): readonly Paragraph[] {
  if (rows.length === 0) return [{ text: terms.text(WORDS_HERE.empty), size: SIZE.strong, fill: COLOUR.muted }];
  const all = rows.flatMap((row) => row.items);
  return [
    { text: headed(statusCounts(all, terms)), weight: "bold" },
    {
      text: terms.text(plan.asOfMonths === undefined ? WORDS_HERE.notJudged : WORDS_HERE.key),
      size: SIZE.small,
      fill: COLOUR.muted,
    },
  ];
}

type Place = {
  readonly axis: Scale;
  readonly top: number;
  readonly width: number;
  readonly layout: FigureLayout;
};

function drawRows(
  rows: readonly FollowUpRow[],
  { axis, top, width, layout }: Place,
  terms: Terms,
): { readonly drawing: readonly Svg[]; readonly marks: readonly FigureMark[]; readonly bottom: number } {
  const isNarrow = layout === "narrow";
  const drawing: Svg[] = [];
  const marks: FigureMark[] = [];
  let y = top;
  for (const row of rows) {
    const column = { x: EDGE, y: y + 4, width: isNarrow ? width - 2 * EDGE : NAMES[layout] };
    const words = paragraphs(
      [
        { text: headed(terms.text(row.entry.name)), size: SIZE.small, weight: "bold", halo: COLOUR.card },
        { text: statusCounts(row.items, terms), size: SIZE.small, fill: COLOUR.muted, halo: COLOUR.card },
      ],
      column,
    );
    const middle = isNarrow ? words.bottom + 10 : (y + 4 + words.bottom) / 2;
    drawing.push(line(EDGE, y, width - EDGE, y, { stroke: COLOUR.faint, "stroke-width": 1 }), ...words.drawing);
    if (isTimed(row.due)) {
      drawing.push(drawWindow(row.due, row.entry.toleranceMonths, row.status, middle, axis));
      marks.push({
        x: axis.at(row.due.earliest - row.entry.toleranceMonths),
        x2: axis.at(row.due.latest + row.entry.toleranceMonths),
        y: middle,
        label: FOLLOW_UP_ROW[terms.lang](rowFacts(row, terms), terms),
      });
    } else {
      const paint = { size: SIZE.small, fill: COLOUR.muted, halo: COLOUR.card };
      drawing.push(textLine(axis.range[0] + 4, middle + 4, terms.text(WORDS_HERE.timeNotKnown), paint));
    }
    for (const when of doneTimes(row)) drawing.push(drawDone(when, middle, axis));
    for (const item of row.items.filter(({ when }) => when !== undefined)) {
      const { when = { earliest: 0, latest: 0 }, at, task } = item;
      const label = ON_RECORD[terms.lang](
        {
          task: sayFollowUpTask(task, terms),
          months: monthsText(when, undefined, terms),
          status: terms.text(followUpStatusWords[item.status]),
        },
        terms,
      );
      marks.push({ x: axis.at(when.earliest), x2: axis.at(when.latest), y: middle, label, ...(at && { at }) });
    }
    y = (isNarrow ? middle + 12 : words.bottom) + 6;
  }
  return { drawing, marks, bottom: y };
}

/** Times at which something of the row was done, each once. */
function doneTimes(row: FollowUpRow): readonly Interval[] {
  const byTime = new Map<string, Interval>();
  for (const { when } of row.items) if (isTimed(when)) byTime.set(`${when.earliest} ${when.latest}`, when);
  return [...byTime.values()];
}

/** The month that "due" refers to, a dashed line with its words above the rows. */
function judged(plan: FollowUpPlan, axis: Scale, top: number, bottom: number, terms: Terms): readonly Svg[] {
  if (plan.asOfMonths === undefined) return [];
  const x = axis.at(plan.asOfMonths);
  const words = JUDGED_AT[terms.lang]({ months: terms.months(plan.asOfMonths) }, terms);
  const half = textWidth(words, SIZE.small) / 2;
  const middle = Math.min(axis.range[1] - half, Math.max(axis.range[0] + half, x));
  return [
    line(x, top + 12, x, bottom, { stroke: COLOUR.ink, "stroke-width": 1.25, "stroke-dasharray": "4 3" }),
    textLine(middle, top + 8, words, { size: SIZE.small, weight: "bold", anchor: "middle", halo: COLOUR.card }),
  ];
}

function rowFacts(row: FollowUpRow, terms: Terms) {
  return {
    name: headed(terms.text(row.entry.name)),
    months: monthsText(row.due, undefined, terms),
    isTimed: isTimed(row.due),
    status: statusSentence(row.items, terms),
  };
}

function describe(rows: readonly FollowUpRow[], plan: FollowUpPlan, terms: Terms): string {
  if (rows.length === 0) return terms.text(WORDS_HERE.empty);
  const judgedAt =
    plan.asOfMonths === undefined
      ? terms.text(WORDS_HERE.notJudged)
      : AS_OF[terms.lang]({ months: terms.months(plan.asOfMonths) }, terms);
  const sentences = rows.map((row) => FOLLOW_UP_ROW[terms.lang](rowFacts(row, terms), terms));
  return [judgedAt, ...sentences, terms.text(WORDS_HERE.reminds)].join(terms.lang === "zh" ? "" : " ");
}
