import {
  bmdResponses,
  type CaseView,
  createTerms,
  precisionKnowledge,
  printedScore,
  SKELETAL_SITES,
  type SkeletalSite,
  type Terms,
} from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions, figure } from "./figure.ts";
import type { FigureMark } from "./figure-mark.ts";
import { deviceWords, timeWithBasis, told, whatAndWhen } from "./mark-words.ts";
import { siteMarker } from "./marks.ts";
import { type Paragraph, paragraphs } from "./paragraphs.ts";
import { linearScale, type Scale, valueAxis } from "./scale.ts";
import { element, group, line, type Svg, textLine } from "./svg.ts";
import { COLOUR, SITE_COLOUR, SIZE } from "./theme.ts";
import { headed, isTimed, monthsText, womanName } from "./time-words.ts";
import { AT_MONTH, DASHED_KEY, SITE_SENTENCE, Z_SHADE } from "./trend-words.ts";
import { WORDS } from "./words.ts";
import { drawLadder, type LadderStep } from "./z-ladder-panel.ts";

const LIMIT_Z = precisionKnowledge.zScore.belowExpectedRange;
const EDGE = 12;
const AXIS_WIDTH = 34;

type Ladder = { readonly site: SkeletalSite; readonly steps: readonly LadderStep[] };

/** Z-scores of every site from scan to scan, against the limit of the expected range for age. */
export function zLadderFigure(view: CaseView, options: FigureOptions): Figure {
  const terms = createTerms(options.lang);
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const ladders = laddersOf(view, terms);
  const head = paragraphs(headLines(view, ladders, terms), { x: EDGE, y: EDGE, width: width - 2 * EDGE });
  const panels = drawPanels(ladders, head.bottom + 6, layout, view, terms);
  const isDashed = ladders.some((ladder) => ladder.steps.some((step) => !step.isComparable));
  const notes: Paragraph[] = isDashed ? [{ text: terms.text(DASHED_KEY), size: SIZE.small, fill: COLOUR.muted }] : [];
  const foot = paragraphs(notes, { x: EDGE, y: panels.bottom + 2, width: width - 2 * EDGE });
  return figure({
    id: ["z-ladder", view.record.id],
    options,
    height: foot.bottom + 8,
    title: TITLE[options.lang](womanName(view.record, terms)),
    description: describe(view, ladders, terms),
    header: [WORDS.site, WORDS.scan, WORDS.months, WORDS.zScore].map((text) => terms.text(text)),
    rows: ladders.flatMap(({ site, steps }) =>
      steps.map((step) => ({
        cells: [headed(terms.site(site)), step.scan.entry.id, step.months, terms.fixed(step.z, 1)],
        at: scorePlace(step, site),
      })),
    ),
    drawing: [...head.drawing, ...panels.drawing, ...foot.drawing],
    marks: panels.marks,
  });
}

const TITLE = {
  en: (woman: string): string => `${woman}: Z-scores from scan to scan`,
  zh: (woman: string): string => `${woman}：历次检查的Z值`,
};

function laddersOf(view: CaseView, terms: Terms): readonly Ladder[] {
  const responses = bmdResponses(view, { kind: "minimum" });
  return SKELETAL_SITES.map((site) => {
    const scored = view.scans.filter((scan) => scan.entry.sites[site]?.zScore !== undefined);
    const steps = scored.map((scan, position): LadderStep => {
      const z = printedScore(scan.entry.sites[site]?.zScore ?? 0);
      const before = scored[position - 1];
      const step = responses.find((each) => each.site === site && each.from === before && each.to === scan);
      return {
        scan,
        z,
        months: monthsText(scan.when, scan.entry.at, terms),
        isLow: z <= LIMIT_Z,
        isComparable: step?.verdict !== "notComparable",
      };
    });
    return { site, steps };
  }).filter((ladder) => ladder.steps.length > 0);
}

function headLines(view: CaseView, ladders: readonly Ladder[], terms: Terms): readonly Paragraph[] {
  if (ladders.length > 0) {
    return [
      { text: terms.text(WORDS.zScore), weight: "bold" },
      {
        text: `${terms.text(Z_SHADE)}${terms.lang === "zh" ? "" : " "}${terms.text(FILL_KEY)}`,
        size: SIZE.small,
        fill: COLOUR.muted,
      },
    ];
  }
  const hasT = view.scans.some((scan) => SKELETAL_SITES.some((site) => scan.entry.sites[site]?.tScore !== undefined));
  const empty = view.scans.length === 0 ? WORDS.noScans : WORDS.noZScores;
  const lines: Paragraph[] = [{ text: terms.text(empty), size: SIZE.strong, fill: COLOUR.muted }];
  return hasT ? [...lines, { text: terms.text(WORDS.tScoresOnly), size: SIZE.small, fill: COLOUR.muted }] : lines;
}

const FILL_KEY = {
  en: "Filled marks lie in it, hollow ones above.",
  zh: "实心标记在阴影区内，空心标记在其上方。",
};

function drawPanels(
  ladders: readonly Ladder[],
  top: number,
  layout: FigureLayout,
  view: CaseView,
  terms: Terms,
): { readonly drawing: readonly Svg[]; readonly marks: readonly FigureMark[]; readonly bottom: number } {
  if (ladders.length === 0) return { drawing: [], marks: [], bottom: top };
  const width = FIGURE_WIDTH[layout];
  const scores = ladders.flatMap((ladder) => ladder.steps.map((step) => step.z));
  // Half a unit of air above and below keeps printed values inside the panel.
  const values = valueAxis([Math.max(...scores, LIMIT_Z) + 0.5, Math.min(...scores, LIMIT_Z) - 0.5], 6);
  const isStacked = layout === "narrow";
  const height = isStacked ? 140 : 210;
  const columns = isStacked ? 1 : ladders.length;
  const panelWidth = (width - EDGE * 2 - AXIS_WIDTH) / columns;
  const drawing: Svg[] = [];
  const marks: FigureMark[] = [];
  let bottom = top;
  let rowTop = top;
  ladders.forEach(({ site, steps }, index) => {
    const left = EDGE + AXIS_WIDTH + (isStacked ? 0 : index * panelWidth);
    const plotTop = rowTop + 20;
    const scale = linearScale(values.domain, [plotTop + height, plotTop]);
    drawing.push(
      panelGround(scale, values.ticks, left, panelWidth - 10, isStacked || index === 0, values.decimals, terms),
    );
    drawing.push(siteMarker(site, left + 6, rowTop + 8));
    const name = { size: SIZE.body, weight: "bold", fill: SITE_COLOUR[site] } as const;
    drawing.push(textLine(left + 16, rowTop + 12, headed(terms.site(site)), name));
    const ladder = drawLadder(site, steps, { left, width: panelWidth - 10, scale, limitY: scale.at(LIMIT_Z) }, terms);
    drawing.push(...ladder.drawing);
    for (const { step, x, y } of ladder.spots) {
      marks.push({ x, y, label: stepLabel(site, step, view, terms), at: scorePlace(step, site) });
    }
    bottom = Math.max(bottom, ladder.bottom);
    if (isStacked) rowTop = ladder.bottom + 10;
  });
  const axis = { size: SIZE.small, fill: COLOUR.muted, anchor: "end" } as const;
  const words = terms.text(WORDS.monthsPostpartum);
  drawing.push(textLine(width - EDGE - 10, bottom + SIZE.small, words, axis));
  return { drawing, marks, bottom: bottom + SIZE.small + 6 };
}

/** JSON Pointer of the score of a step. */
function scorePlace({ scan }: LadderStep, site: SkeletalSite): string {
  return `${scan.at}/sites/${site}/zScore`;
}

function stepLabel(site: SkeletalSite, { scan, z, isLow }: LadderStep, view: CaseView, terms: Terms): string {
  return told(
    [
      whatAndWhen(terms.site(site), timeWithBasis(scan.when, scan.entry.at, terms), terms),
      `${terms.text(WORDS.zScore)} ${terms.fixed(z, 1)}`,
      terms.text(isLow ? BELOW_RANGE : IN_RANGE),
      deviceWords(scan, view, terms),
    ],
    terms,
  );
}

const BELOW_RANGE = { en: "below the expected range for age", zh: "低于同龄预期范围" };
const IN_RANGE = { en: "within the expected range for age", zh: "在同龄预期范围内" };

function panelGround(
  scale: Scale,
  ticks: readonly number[],
  left: number,
  width: number,
  hasAxis: boolean,
  decimals: number,
  terms: Terms,
): Svg {
  const limit = scale.at(LIMIT_Z);
  const shade = {
    x: left,
    y: limit,
    width,
    height: scale.range[0] - limit,
    fill: COLOUR.amberSoft,
    "fill-opacity": 0.3,
  };
  const marks: Svg[] = [element("rect", shade)];
  for (const tick of ticks) {
    const y = scale.at(tick);
    const isLimit = tick === LIMIT_Z;
    if (!isLimit) marks.push(line(left, y, left + width, y, { stroke: COLOUR.faint, "stroke-width": 1 }));
    if (!hasAxis) continue;
    const weight = isLimit ? "bold" : "normal";
    const fill = isLimit ? COLOUR.amber : COLOUR.muted;
    marks.push(
      textLine(left - 7, y + 4, terms.fixed(tick, Math.max(1, decimals)), {
        size: SIZE.small,
        weight,
        fill,
        anchor: "end",
      }),
    );
  }
  marks.push(
    line(left, limit, left + width, limit, { stroke: COLOUR.amber, "stroke-width": 1.5, "stroke-dasharray": "6 3" }),
  );
  return group(...marks);
}

function describe(view: CaseView, ladders: readonly Ladder[], terms: Terms): string {
  const join = terms.lang === "zh" ? "" : " ";
  if (ladders.length === 0) {
    return headLines(view, ladders, terms)
      .map(({ text }) => text)
      .join(terms.lang === "zh" ? "。" : ". ");
  }
  const sentences = ladders.map(({ site, steps }) => {
    const course = steps.map((step) =>
      AT_MONTH[terms.lang](
        { value: terms.fixed(step.z, 1), months: step.months, known: isTimed(step.scan.when) },
        terms,
      ),
    );
    return SITE_SENTENCE[terms.lang](
      { site: headed(terms.site(site)), course: terms.series(course), verdict: "" },
      terms,
    );
  });
  return [...sentences, LIMIT_SENTENCE[terms.lang](terms.fixed(LIMIT_Z, 1))].join(join);
}

const LIMIT_SENTENCE = {
  en: (limit: string): string =>
    `A line at ${limit} marks the limit: at or below it is under the expected range for age.`,
  zh: (limit: string): string => `${limit}处的线为界值：等于或低于该值即低于同龄预期范围。`,
};
