import { createTerms, type Terms } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureOptions, figure } from "../figure.ts";
import { type Paragraph, paragraphs } from "../paragraphs.ts";
import type { Svg } from "../svg.ts";
import { textLine } from "../svg.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { headed } from "../time-words.ts";
import { domainLetter } from "./appraisal-dots.ts";
import { sentences, spanText, valueText, withUnit } from "./estimate-words.ts";
import { EVIDENCE_WORDS } from "./evidence-words.ts";
import { drawForest, type ForestPlace } from "./forest-body.ts";
import { axisWords, DOT_PITCH, EDGE, forestColumns, headCells } from "./forest-columns.ts";
import { checkForest, type ForestData, rowSpan, unlikeParts } from "./forest-data.ts";
import { predictionWords } from "./forest-labels.ts";
import { drawEffectAxis, forestAxis, isCut } from "./forest-plot.ts";
import { forestHeader, forestTable } from "./forest-table.ts";
import {
  FOREST_KEY,
  FOREST_SUMMARY,
  JUDGEMENT_SIGN,
  JUDGEMENT_WORDS,
  POOLED_SENTENCE,
  UNLIKE,
  UNTREATED_SENTENCE,
} from "./forest-words.ts";
import { drawRow } from "./text-cell.ts";

/**
 * Studies with their intervals and weights, by group; pooled effects with and without single women, their prediction
 * intervals, and behind each group the recovery of women without a bone drug.
 *
 * @throws RangeError for a number that is not finite or out of its range
 * @throws TypeError for two data at one place, or an overall effect across unlike strata
 */
export function forestFigure(data: ForestData, options: FigureOptions): Figure {
  checkForest(data);
  const terms = createTerms(options.lang);
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const hasData = data.groups.some((group) => group.rows.length > 0);
  const title: Paragraph = { text: headed(terms.text(data.title)), size: SIZE.strong, weight: "bold" };
  const empty: Paragraph = { text: terms.text(EVIDENCE_WORDS.noStudies), size: SIZE.strong, fill: COLOUR.muted };
  const head = paragraphs(hasData ? [title] : [title, empty], { x: EDGE, y: EDGE, width: width - 2 * EDGE });
  const parts = {
    id: ["forest", data.id],
    options,
    title: headed(terms.text(data.title)),
    description: describe(data, terms),
    header: forestHeader(data, terms),
    rows: forestTable(data, terms),
  };
  if (!hasData) return figure({ ...parts, height: head.bottom + EDGE, drawing: head.drawing, marks: [] });

  const columns = forestColumns(data, layout, terms);
  const place: ForestPlace = { data, columns, axis: forestAxis(data, columns.plot), terms };
  const heads = drawRow(headCells(columns, data, terms), head.bottom + 2, 20);
  const letters = domainHeads(place, heads.middle);
  const body = drawForest(place, heads.bottom + 2);
  const ticks = drawEffectAxis(place.axis, body.bottom, data.reference ?? 0, (tick, decimals) =>
    data.quantity.isSigned ? terms.signed(tick, decimals) : terms.fixed(tick, decimals),
  );
  const middle = (columns.plot[0] + columns.plot[1]) / 2;
  // Centred under the plot, and as broad as the drawing leaves it on the nearer side.
  const room = 2 * Math.min(middle - EDGE, width - EDGE - middle);
  const axisName = drawRow(
    [
      {
        x: middle,
        width: room,
        anchor: "middle",
        words: [{ text: axisWords(data.quantity, terms), size: SIZE.small, fill: COLOUR.muted }],
      },
    ],
    ticks.bottom,
    18,
  );
  const notes = noteLines(place).map((text): Paragraph => ({ text, size: SIZE.small, fill: COLOUR.muted }));
  const foot = paragraphs(notes, { x: EDGE, y: axisName.bottom + 2, width: width - 2 * EDGE });
  return figure({
    ...parts,
    height: foot.bottom + EDGE - 4,
    drawing: [
      ...head.drawing,
      ...heads.drawing,
      ...letters,
      ...body.ground,
      ...body.drawing,
      ...ticks.drawing,
      ...axisName.drawing,
      ...foot.drawing,
    ],
    marks: body.marks,
  });
}

function domainHeads({ data, columns }: ForestPlace, middle: number): readonly Svg[] {
  const { appraisal } = columns;
  if (appraisal === undefined || columns.layout === "narrow") return [];
  return domainsOf(data).map((_, index) =>
    textLine(appraisal.x + (index + 0.5) * DOT_PITCH, middle + 4, domainLetter(index), {
      size: SIZE.small,
      weight: "bold",
      fill: COLOUR.muted,
      anchor: "middle",
    }),
  );
}

function domainsOf(data: ForestData): readonly { readonly en: string; readonly zh: string }[] {
  const rows = data.groups.flatMap((group) => group.rows);
  const longest = rows.reduce<ForestData["groups"][number]["rows"][number] | undefined>(
    (most, row) => ((row.appraisal?.length ?? 0) > (most?.appraisal?.length ?? 0) ? row : most),
    undefined,
  );
  return (longest?.appraisal ?? []).map(({ domain }) => domain);
}

/** The key of what is drawn, then what the caller has to say. */
function noteLines({ data, axis, terms }: ForestPlace): readonly string[] {
  const rows = data.groups.flatMap((group) => group.rows);
  const withSpan = rows.filter((row) => rowSpan(row) !== undefined);
  const pooled = [...data.groups.flatMap((group) => group.pooled), ...data.overall];
  const key: string[] = [];
  const say = (isDrawn: boolean, words: (typeof FOREST_KEY)[keyof typeof FOREST_KEY]): void => {
    if (isDrawn) key.push(terms.text(words));
  };
  say(withSpan.length > 0, FOREST_KEY.square);
  say(
    withSpan.some((row) => row.badges.includes("imputedSd")),
    FOREST_KEY.dashed,
  );
  say(withSpan.length < rows.length, FOREST_KEY.open);
  say(
    pooled.some(({ singles }) => singles === "leftOut"),
    FOREST_KEY.hollow,
  );
  const drawn = [
    ...withSpan.flatMap((row) => rowSpan(row) ?? []),
    ...pooled,
    ...pooled.flatMap(({ prediction }) => (prediction.kind === "interval" ? [prediction] : [])),
  ];
  say(
    drawn.some((each) => isCut(axis, each)),
    FOREST_KEY.arrow,
  );
  const domains = domainsOf(data);
  const lines = [sentences(key, terms)];
  if (domains.length > 0) lines.push(appraisalKey(domains, terms));
  const unlike = unlikeParts(data.groups);
  if (unlike.length > 0) lines.push(UNLIKE[terms.lang]({ parts: unlike }, terms));
  return [...lines, ...(data.notes ?? []).map((note) => terms.text(note))].filter((text) => text !== "");
}

function appraisalKey(domains: readonly { readonly en: string; readonly zh: string }[], terms: Terms): string {
  const letters = terms.series(domains.map((domain, index) => `${domainLetter(index)} ${terms.text(domain)}`));
  const signs = terms.series(
    (["good", "unclear", "poor"] as const).map(
      (each) => `${JUDGEMENT_SIGN[each]} ${terms.text(JUDGEMENT_WORDS[each])}`,
    ),
  );
  const name = terms.text(EVIDENCE_WORDS.appraisal);
  return terms.lang === "zh" ? `${name}：${letters}；${signs}。` : `${name}: ${letters}; ${signs}.`;
}

function describe(data: ForestData, terms: Terms): string {
  const rows = data.groups.flatMap((group) => group.rows);
  if (rows.length === 0) return `${terms.text(EVIDENCE_WORDS.noStudies)}${terms.lang === "zh" ? "。" : "."}`;
  const quantity = terms.text(data.quantity.name);
  const studies = new Set(rows.map((row) => `${row.study} ${row.year ?? ""}`)).size;
  const parts = [FOREST_SUMMARY[terms.lang]({ effects: rows.length, studies, quantity }, terms)];
  const pooled = [...data.groups.flatMap((group) => group.pooled), ...data.overall];
  for (const each of pooled) {
    parts.push(
      POOLED_SENTENCE[terms.lang](
        {
          label: headed(terms.text(each.label)),
          value: withUnit(valueText(each.estimate, data.quantity, terms), data.quantity, terms),
          ci: spanText(each, data.quantity, terms),
          level: data.level,
          studies: each.studies,
          women: each.women,
          prediction: predictionWords(each, data, terms),
        },
        terms,
      ),
    );
  }
  for (const { untreated } of data.groups) {
    if (untreated === undefined) continue;
    const span = withUnit(spanText(untreated, data.quantity, terms), data.quantity, terms);
    parts.push(UNTREATED_SENTENCE[terms.lang]({ label: terms.text(untreated.label), span }, terms));
  }
  const unlike = unlikeParts(data.groups);
  if (unlike.length > 0) parts.push(UNLIKE[terms.lang]({ parts: unlike }, terms));
  return sentences(parts, terms);
}
