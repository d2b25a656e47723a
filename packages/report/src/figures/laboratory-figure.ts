import { type CaseView, createTerms, type Terms } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions, figure } from "./figure.ts";
import type { FigureMark } from "./figure-mark.ts";
import { type Drawn, drawBarLine } from "./laboratory-bar.ts";
import { type LabBar, type LabRow, laboratoryGroups } from "./laboratory-rows.ts";
import { told } from "./mark-words.ts";
import { type Paragraph, paragraphs } from "./paragraphs.ts";
import { group, line, type Svg, textLine } from "./svg.ts";
import { wrapText } from "./text-measure.ts";
import { COLOUR, LINE_HEIGHT, SIZE } from "./theme.ts";
import { headed, womanName } from "./time-words.ts";
import { WORDS } from "./words.ts";

const EDGE = 12;

/** Laboratory results as marks on their intervals, every row scaled to its own interval. */
export function laboratoryFigure(view: CaseView, options: FigureOptions): Figure {
  const terms = createTerms(options.lang);
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const groups = laboratoryGroups(view, terms).filter((each) => each.rows.length > 0);
  const head = paragraphs(
    groups.length === 0
      ? [{ text: terms.text(WORDS.noLaboratory), size: SIZE.strong, fill: COLOUR.muted }]
      : [
          {
            text: keyText(
              groups.flatMap((each) => each.rows),
              terms,
            ),
            size: SIZE.small,
            fill: COLOUR.muted,
          },
        ],
    { x: EDGE, y: EDGE, width: width - 2 * EDGE },
  );
  const drawing: Svg[] = [...head.drawing];
  const figureMarks: FigureMark[] = [];
  let y = head.bottom + 4;
  for (const { heading, rows } of groups) {
    const title: Paragraph = { text: heading, size: SIZE.body, weight: "bold" };
    const words = paragraphs([title], { x: EDGE, y: y + 4, width: width - 2 * EDGE });
    drawing.push(...words.drawing);
    y = words.bottom + 4;
    for (const row of rows) {
      const drawn = drawRow(row, y, layout, terms);
      drawing.push(drawn.drawing);
      figureMarks.push(...drawn.marks);
      y = drawn.bottom;
    }
  }
  return figure({
    id: ["laboratory", view.record.id],
    options,
    height: y + 8,
    title: TITLE[options.lang](womanName(view.record, terms)),
    description: describe(
      groups.flatMap((each) => each.rows),
      terms,
    ),
    header: [WORDS.detail, WORDS.analyte, WORDS.value, WORDS.unit, WORDS.interval, WORDS.flag].map((text) =>
      terms.text(text),
    ),
    rows: groups.flatMap(({ heading, rows }) =>
      rows.map((row) => ({
        cells: [
          heading,
          row.name,
          row.value === "" ? terms.text(WORDS.notRecorded) : row.value,
          row.unit,
          row.bars.map((bar) => bar.words).join("; "),
          flagText(row, terms),
        ],
        at: row.at,
      })),
    ),
    drawing,
    marks: figureMarks,
  });
}

const TITLE = {
  en: (woman: string): string => `${woman}: laboratory results on their reference intervals`,
  zh: (woman: string): string => `${woman}：实验室检查结果与参考区间`,
};

/** What the marks mean, only those that were drawn. */
function keyText(rows: readonly LabRow[], terms: Terms): string {
  const bars = rows.flatMap((row) => row.bars);
  const marks = KEY_MARKS.filter(([flag]) => bars.some((bar) => bar.flag === flag)).map(
    ([flag, mark]) => `${mark} ${terms.word("labFlag", flag)}`,
  );
  const parts = [terms.text(KEY_BAR), KEY_LIST[terms.lang](terms.series(marks))];
  if (rows.some((row) => row.bars.length > 1)) parts.push(terms.text(KEY_DOUBLE));
  return parts.join(terms.lang === "zh" ? "" : " ");
}

const KEY_MARKS = [
  ["inRange", "●"],
  ["high", "▲ H"],
  ["low", "▼ L"],
  ["undetermined", "◇ ?"],
] as const;

const KEY_BAR = {
  en: "The dark part of a bar is its reference interval, limits included.",
  zh: "横条深色段为参考区间（含界值）。",
};
const KEY_LIST = { en: (marks: string): string => `${marks}.`, zh: (marks: string): string => `${marks}。` };
const KEY_DOUBLE = {
  en: "Two bars: either interval may apply, as season or state at sampling is not known.",
  zh: "双横条：采样季节或生理状态不明，两个参考区间均可能适用。",
};

const COLUMNS: Readonly<
  Record<FigureLayout, { readonly name: number; readonly value: number; readonly bar: readonly [number, number] }>
> = {
  wide: { name: 150, value: 262, bar: [284, 430] },
  broad: { name: 210, value: 340, bar: [366, 610] },
  narrow: { name: 150, value: 250, bar: [EDGE, 170] },
};

function drawRow(
  row: LabRow,
  top: number,
  layout: FigureLayout,
  terms: Terms,
): Drawn & { readonly marks: readonly FigureMark[] } {
  const width = FIGURE_WIDTH[layout];
  const columns = COLUMNS[layout];
  const isNarrow = layout === "narrow";
  const marks: Svg[] = [line(EDGE, top, width - EDGE, top, { stroke: COLOUR.faint, "stroke-width": 1 })];
  const names = wrapText(row.name, columns.name - EDGE, SIZE.body);
  const lineHeight = SIZE.body * LINE_HEIGHT;
  names.forEach((words, index) => {
    marks.push(textLine(EDGE, top + 17 + index * lineHeight, words));
  });
  const isReported = row.flag !== "notReported";
  const value = isReported ? row.value : terms.text(WORDS.notRecorded);
  const fill = isReported ? COLOUR.ink : COLOUR.muted;
  const weight = row.flag === "low" || row.flag === "high" ? "bold" : "normal";
  const unitX = columns.value - 52;
  if (isReported) {
    marks.push(textLine(unitX - 6, top + 17, value, { anchor: "end", fill, weight }));
    marks.push(textLine(unitX, top + 17, row.unit, { size: SIZE.small, fill: COLOUR.muted }));
  } else {
    marks.push(textLine(unitX - 6, top + 17, "–", { anchor: "end", fill }));
    marks.push(textLine(unitX, top + 17, value, { size: SIZE.small, fill }));
  }
  const nameBottom = top + 8 + names.length * lineHeight + 3;
  let namesEnd = nameBottom;
  if (row.flag === "undetermined") {
    const words = terms.word("labFlag", "undetermined");
    marks.push(textLine(EDGE, nameBottom + 8, headed(words), { size: SIZE.small, fill: COLOUR.amber }));
    namesEnd += 16;
  }
  let y = isNarrow ? namesEnd + 2 : top;
  const places: FigureMark[] = [];
  for (const bar of row.bars) {
    const drawn = drawBarLine(bar, y, columns.bar, width - EDGE);
    marks.push(drawn.drawing);
    places.push({
      x: drawn.x,
      y: drawn.y,
      label: barLabel(row, bar, terms),
      ...(row.at === undefined ? {} : { at: row.at }),
    });
    // Bars of one result stand close: they are two readings of one value.
    y = bar === row.bars.at(-1) ? drawn.bottom : drawn.bottom - 7;
  }
  if (row.bars.length === 0) {
    const label = told([`${row.name} ${value} ${row.unit}`.trim(), isReported ? flagText(row, terms) : ""], terms);
    places.push({ x: unitX - 6, y: top + 13, label, ...(row.at === undefined ? {} : { at: row.at }) });
  }
  if (isReported && row.bars.length === 0) {
    const words = terms.word("labFlag", "noInterval");
    marks.push(textLine(columns.bar[0], y + 17, words, { size: SIZE.small, fill: COLOUR.muted }));
    y += 24;
  }
  return { drawing: group(...marks), marks: places, bottom: Math.max(namesEnd, y) + (isNarrow ? 4 : 1) };
}

/** "ALP 112 U/L; high; interval 35–100". */
function barLabel(row: LabRow, bar: LabBar, terms: Terms): string {
  const interval = terms.lang === "zh" ? `参考区间${bar.words}` : `interval ${bar.words}`;
  return told([`${row.name} ${row.value} ${row.unit}`.trim(), terms.word("labFlag", bar.flag), interval], terms);
}

function flagText(row: LabRow, terms: Terms): string {
  return row.flag === "notReported" ? terms.text(WORDS.notRecorded) : terms.word("labFlag", row.flag);
}

function describe(rows: readonly LabRow[], terms: Terms): string {
  if (rows.length === 0) return terms.text(WORDS.noLaboratory);
  const parts = rows.map((row) => {
    const value = row.value === "" ? "" : ` ${row.value} ${row.unit}`;
    const flag = flagText(row, terms);
    return terms.lang === "zh" ? `${row.name}${value}（${flag}）` : `${row.name}${value} (${flag})`;
  });
  return terms.lang === "zh" ? `${parts.join("；")}。` : `${parts.join("; ")}.`;
}
