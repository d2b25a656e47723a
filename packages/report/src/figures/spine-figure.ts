import { type CaseView, createTerms, hasVertebraWithoutLevel, type Terms, VERTEBRAE } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions, figure } from "./figure.ts";
import type { FigureMark } from "./figure-mark.ts";
import { spreadLabels } from "./label-layout.ts";
import { told } from "./mark-words.ts";
import { type Paragraph, paragraphs } from "./paragraphs.ts";
import { drawSpineKey } from "./spine-key.ts";
import { otherFractures, type SpineLevel, type SpineRoi, shapeText, spineLevels, spineRois } from "./spine-levels.ts";
import { path, type Svg, textLine } from "./svg.ts";
import { textHeight, textWidth, wrapText } from "./text-measure.ts";
import { COLOUR, SIZE } from "./theme.ts";
import { womanName } from "./time-words.ts";
import { bracket, vertebra } from "./vertebra-shape.ts";
import { WORDS } from "./words.ts";

const EDGE = 12;
const PITCH = 25;

/** Middle of the vertebrae, right end of the level names, first bracket, and the column of words. */
const PLACES: Readonly<
  Record<
    FigureLayout,
    { readonly spine: number; readonly names: number; readonly bracket: number; readonly words: number }
  >
> = {
  wide: { spine: 216, names: 162, bracket: 122, words: 292 },
  broad: { spine: 246, names: 192, bracket: 152, words: 330 },
  narrow: { spine: 108, names: 52, bracket: 18, words: 174 },
};

/** T4 to L5 from the side with fractured levels, their grades and shapes, and the region that the spine scan measured. */
export function spineFigure(view: CaseView, options: FigureOptions): Figure {
  const terms = createTerms(options.lang);
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const levels = spineLevels(view, terms);
  const rois = spineRois(view, terms);
  const top = EDGE + 4;
  const column = drawColumn(levels, top, layout);
  const noneNamed = terms.text(hasVertebraWithoutLevel(view) ? WORDS.noLevel : WORDS.noFractures);
  const words = drawFacts(levels, top, layout, noneNamed, terms);
  const drawing: Svg[] = [...column, ...words.drawing, ...drawBrackets(rois, top, layout, terms)];
  let bottom = Math.max(top + levels.length * PITCH + 6, words.bottom);
  if (layout !== "narrow") drawing.push(...drawSpineKey(levels, EDGE, top, 1, terms).drawing);
  else {
    const key = drawSpineKey(levels, EDGE, bottom + 4, 2, terms);
    drawing.push(...key.drawing);
    bottom = key.bottom;
  }
  const notes = paragraphs(noteLines(view, levels, rois, layout, terms), {
    x: EDGE,
    y: bottom + 4,
    width: width - 2 * EDGE,
  });
  drawing.push(...notes.drawing);
  const listed = levels.filter((level) => level.facts.length > 0);
  return figure({
    id: ["spine", view.record.id],
    options,
    height: notes.bottom + 8,
    title: TITLE[options.lang](womanName(view.record, terms)),
    description: describe(view, listed, rois, noneNamed, terms),
    header: [WORDS.level, WORDS.grade, WORDS.shape, WORDS.detail].map((text) => terms.text(text)),
    rows: listed.map(({ level, look, facts, isInRoi, at }) => ({
      cells: [
        level,
        typeof look.grade === "number" ? String(look.grade) : terms.text(WORDS.notRecorded),
        shapeText(look.shape, terms),
        [...facts, ...(isInRoi ? [terms.text(IN_ROI)] : [])].join("; "),
      ],
      at,
    })),
    drawing,
    marks: levelMarks(levels, top, layout, terms),
  });
}

const TITLE = {
  en: (woman: string): string => `${woman}: vertebral fractures, T4 to L5`,
  zh: (woman: string): string => `${woman}：椎体骨折（T4～L5）`,
};
const IN_ROI = { en: "inside the region that DXA measured", zh: "位于DXA测量区内" };

/** One mark for each level, from T4 down; a level without an entry says so. */
function levelMarks(
  levels: readonly SpineLevel[],
  top: number,
  layout: FigureLayout,
  terms: Terms,
): readonly FigureMark[] {
  return levels.map(({ level, facts, isInRoi, at }, index) => ({
    x: PLACES[layout].spine + sizeOf(index).shift,
    y: middleOf(index, top),
    label: levelLabel(level, [...facts, ...(isInRoi ? [terms.text(IN_ROI)] : [])], terms),
    ...(at === undefined ? {} : { at }),
  }));
}

function levelLabel(level: string, facts: readonly string[], terms: Terms): string {
  const words = facts.length === 0 ? terms.text(NO_ENTRY) : told(facts, terms);
  return terms.lang === "zh" ? `${level}：${words}` : `${level}: ${words}`;
}

const NO_ENTRY = { en: "no fracture recorded", zh: "未记录骨折" };

function sizeOf(index: number): { readonly width: number; readonly height: number; readonly shift: number } {
  // Bodies widen downwards; kyphosis leans the column back, lordosis forward. Proportions are for the eye only.
  const shift = index <= 8 ? 8 * Math.sin((index / 8) * Math.PI) : -8 * Math.sin(((index - 8) / 6) * Math.PI);
  return { width: 50 + index * 2.2, height: 19 + (index > 7 ? 1 : 0), shift };
}

function middleOf(index: number, top: number): number {
  return top + (index + 0.5) * PITCH;
}

function drawColumn(levels: readonly SpineLevel[], top: number, layout: FigureLayout): readonly Svg[] {
  const place = PLACES[layout];
  return levels.flatMap(({ level, look, facts }, index) => {
    const y = middleOf(index, top);
    const { width, height, shift } = sizeOf(index);
    const isListed = facts.length > 0;
    const style = {
      size: SIZE.small,
      anchor: "end",
      weight: isListed ? "bold" : "normal",
      fill: isListed ? COLOUR.ink : COLOUR.muted,
    } as const;
    return [textLine(place.names, y + 4, level, style), vertebra(look, place.spine + shift, y, width, height)];
  });
}

function drawFacts(
  levels: readonly SpineLevel[],
  top: number,
  layout: FigureLayout,
  noneNamed: string,
  terms: Terms,
): { readonly drawing: readonly Svg[]; readonly bottom: number } {
  const place = PLACES[layout];
  const width = FIGURE_WIDTH[layout] - EDGE - place.words;
  const listed = levels.flatMap((level, index) => {
    if (level.facts.length === 0) return [];
    const words: Paragraph[] = [
      { text: level.level, weight: "bold", fill: level.isFractured ? COLOUR.red : COLOUR.ink },
      ...level.facts.map((text) => ({ text, size: SIZE.small, fill: COLOUR.ink })),
      ...(level.isInRoi ? [{ text: terms.text(IN_ROI), size: SIZE.small, fill: COLOUR.amber }] : []),
    ];
    const indent = textWidth("T12", SIZE.body, "bold") + 8;
    const [, ...rest] = words;
    const height = rest.reduce(
      (sum, { text }) => sum + textHeight(wrapText(text, width - indent, SIZE.small).length, SIZE.small),
      8,
    );
    return [{ index, level, rest, indent, height: Math.max(height, 24) }];
  });
  const bottom = top + levels.length * PITCH;
  const middles = spreadLabels(
    listed.map(({ index, height }) => ({ wanted: middleOf(index, top), height })),
    [top - 4, bottom],
  );
  let lowest = top;
  const drawing = listed.flatMap(({ index, level, rest, indent, height }, position) => {
    const middle = middles[position] ?? middleOf(index, top);
    const textTop = middle - height / 2 + 4;
    const size = sizeOf(index);
    const y = middleOf(index, top);
    const text = paragraphs(rest, { x: place.words + indent, y: textTop, width: width - indent });
    lowest = Math.max(lowest, text.bottom);
    const x = place.spine + size.shift + size.width / 2 + 5;
    const anchor = textTop + SIZE.small * 0.65;
    return [
      path(["M", x, y, "L", place.words - 16, y, "L", place.words - 5, anchor], {
        fill: "none",
        stroke: level.isFractured ? COLOUR.red : COLOUR.axis,
        "stroke-width": 0.9,
        "stroke-opacity": 0.7,
      }),
      textLine(place.words, textTop + SIZE.body - 1, level.level, {
        weight: "bold",
        fill: level.isFractured ? COLOUR.red : COLOUR.ink,
      }),
      ...text.drawing,
    ];
  });
  if (listed.length === 0) {
    const none = paragraphs([{ text: noneNamed, size: SIZE.strong, fill: COLOUR.muted }], {
      x: place.words,
      y: top + 4 * PITCH,
      width,
    });
    return { drawing: none.drawing, bottom: none.bottom };
  }
  return { drawing, bottom: lowest };
}

function drawBrackets(rois: readonly SpineRoi[], top: number, layout: FigureLayout, terms: Terms): readonly Svg[] {
  const place = PLACES[layout];
  return rois.flatMap((roi, index) => {
    const positions = roi.levels.map((level) => VERTEBRAE.indexOf(level)).filter((position) => position >= 0);
    if (positions.length === 0) return [];
    const first = Math.min(...positions);
    const last = Math.max(...positions);
    const y1 = top + first * PITCH + 2;
    const y2 = top + (last + 1) * PITCH - 2;
    const marks = [bracket(place.bracket - index * 9, y1, y2)];
    if (layout !== "narrow" && rois.length === 1) {
      const width = place.bracket - EDGE - 8;
      const words = ROI_WORDS[terms.lang](roi.name);
      const lines = wrapText(words, width, SIZE.small);
      lines.forEach((line, row) => {
        const y = (y1 + y2) / 2 + (row - (lines.length - 1) / 2) * 14 + 4;
        marks.push(textLine(place.bracket - 8, y, line, { size: SIZE.small, fill: COLOUR.accent, anchor: "end" }));
      });
    }
    return marks;
  });
}

const ROI_WORDS = {
  en: (name: string): string => `measured by DXA: ${name}`,
  zh: (name: string): string => `DXA测量区：${name}`,
};

function noteLines(
  view: CaseView,
  levels: readonly SpineLevel[],
  rois: readonly SpineRoi[],
  layout: FigureLayout,
  terms: Terms,
): readonly Paragraph[] {
  const notes: string[] = [];
  if (layout === "narrow" || rois.length > 1) {
    for (const roi of rois) notes.push(ROI_SCANS[terms.lang](roi.name, terms.series(roi.months)));
  }
  const hasSpineScan = view.scans.some((scan) => scan.entry.sites.lumbarSpine !== undefined);
  if (rois.length === 0 && hasSpineScan) notes.push(terms.text(ROI_NOT_RECORDED));
  const others = otherFractures(view, terms);
  if (others.length > 0) notes.push(OTHER_FRACTURES[terms.lang](terms.series(others)));
  if (levels.some((level) => level.facts.length > 0)) notes.push(terms.text(DRAWING_NOTE));
  return notes.map((text) => ({ text, size: SIZE.small, fill: COLOUR.muted }));
}

const ROI_SCANS = {
  en: (name: string, months: string): string => `Bracket: measured by DXA, ${name} (months ${months}).`,
  zh: (name: string, months: string): string => `括线：DXA测量区${name}（产后${months}个月）。`,
};
const ROI_NOT_RECORDED = {
  en: "The vertebrae that DXA measured are not recorded.",
  zh: "未记录DXA所测椎体。",
};
const OTHER_FRACTURES = {
  en: (list: string): string => `Other fractures: ${list}.`,
  zh: (list: string): string => `其他骨折：${list}。`,
};
const DRAWING_NOTE = {
  en: "Seen from the side, front at the left; shapes are symbols, not measurements.",
  zh: "侧面观，左侧为前方；形态为示意，非测量结果。",
};

function describe(
  view: CaseView,
  listed: readonly SpineLevel[],
  rois: readonly SpineRoi[],
  noneNamed: string,
  terms: Terms,
): string {
  const isChinese = terms.lang === "zh";
  const stop = isChinese ? "。" : ".";
  const parts =
    listed.length === 0
      ? [`${noneNamed}${stop}`]
      : listed.map(({ level, facts, isInRoi }) => {
          const words = [...facts, ...(isInRoi ? [terms.text(IN_ROI)] : [])].join(isChinese ? "；" : "; ");
          return isChinese ? `${level}：${words}。` : `${level}: ${words}.`;
        });
  for (const roi of rois) parts.push(ROI_SCANS[terms.lang](roi.name, terms.series(roi.months)));
  const others = otherFractures(view, terms);
  if (others.length > 0) parts.push(OTHER_FRACTURES[terms.lang](terms.series(others)));
  return parts.join(isChinese ? "" : " ");
}
