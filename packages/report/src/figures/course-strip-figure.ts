import { type CaseView, createTerms, type Text } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureOptions, figure } from "./figure.ts";
import type { FigureMark } from "./figure-mark.ts";
import { drawMonthAxis, monthAxis } from "./month-axis.ts";
import { paragraphs } from "./paragraphs.ts";
import { drawTrack, type Track, tracksOf } from "./series-row.ts";
import { seriesDescription, seriesHeader, seriesRows } from "./series-rows.ts";
import type { Svg } from "./svg.ts";
import { COLOUR, SIZE } from "./theme.ts";
import { WORDS } from "./words.ts";

export type CourseStripOptions = FigureOptions & {
  /** Months that the axis covers; default what is recorded. */
  readonly span?: readonly [number, number] | undefined;
};

const EDGE = 12;
/** Room for the names of the tracks; in every layout the longest takes two or three lines. */
const NAMES = { wide: 150, broad: 178, narrow: 96 } as const;

/** One woman's row of the series figure by itself: low, with its tracks named at the left in place of a key. */
export function courseStripFigure(view: CaseView, options: CourseStripOptions): Figure {
  const terms = createTerms(options.lang);
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const left = EDGE + NAMES[layout] + 8;
  const axis = monthAxis([view], [left, width - EDGE - 6], options.span);
  const top = 6;
  const names: Svg[] = [];
  const tracks: Svg[] = [];
  const marks: FigureMark[] = [];
  let named: Track["kind"] | undefined;
  let y = top;
  for (const track of tracksOf(view, axis, terms)) {
    const drawn = drawTrack(track, y, axis, width);
    tracks.push(...drawn.drawing);
    marks.push(...drawn.marks);
    y = drawn.bottom;
    if (track.kind === named) continue;
    named = track.kind;
    const name = { text: terms.text(NAME[track.kind]), size: SIZE.small, fill: COLOUR.muted };
    const words = paragraphs([name], { x: EDGE, y: drawn.middle + 4 - SIZE.small, width: NAMES[layout] });
    names.push(...words.drawing);
    y = Math.max(y, words.bottom);
  }
  const months = drawMonthAxis(axis, top, y + 2, terms.text(WORDS.monthsPostpartum), terms.text(WORDS.delivery));
  const woman = { cases: [view] };
  return figure({
    id: ["strip", view.record.id, ...(options.span ?? []).map(String)],
    options,
    height: months.bottom + 2,
    title: terms.text(TITLE),
    description: seriesDescription(woman, terms),
    header: seriesHeader(terms),
    rows: seriesRows(woman, terms),
    drawing: [months.drawing, ...names, ...tracks],
    marks,
  });
}

const TITLE: Text = { en: "Course from pregnancy on", zh: "自妊娠起的病程" };

const NAME: Readonly<Record<Track["kind"], Text>> = {
  body: { en: "Pregnancy, breastfeeding, diagnosis", zh: "妊娠、哺乳、诊断" },
  fractures: WORDS.fracture,
  symptom: { en: "Symptom to bone drug", zh: "症状至抗骨质疏松药" },
  boneDrug: { en: "Bone drugs", zh: "抗骨质疏松药" },
  scans: WORDS.scans,
};
