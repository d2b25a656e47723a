import { caseSentences } from "@materbone/circuit";
import type { Terms } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions, figure } from "../figure.ts";
import type { FigureMark } from "../figure-mark.ts";
import { labelledLanes } from "../labelled-lanes.ts";
import { drawMonthAxis, monthAxis } from "../month-axis.ts";
import { type Paragraph, paragraphs } from "../paragraphs.ts";
import type { Svg } from "../svg.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { type CoursePanel, drawPanel } from "./course-panel.ts";
import { courseHeader, panelMarks, panelRows } from "./course-rows.ts";
import { shownMonths } from "./shown-points.ts";
import type { SimulatedModel, SimulatedQuantity, SimulationFrame } from "./simulation-data.ts";
import { hypothesisLine, simulationFoot } from "./simulation-foot.ts";
import { laneRows, simulationLanes } from "./simulation-lanes.ts";
import { QUANTITY_AXIS, SIMULATION_WORDS as words } from "./simulation-words.ts";

type SimulationPage = {
  readonly kind: string;
  readonly frame: SimulationFrame;
  readonly options: FigureOptions;
  readonly title: string;
  readonly summary: string;
  readonly quantity: SimulatedQuantity;
  /** What the upright axis shows, where it is not a change since month 0. */
  readonly axis?: string;
  readonly panels: readonly CoursePanel[];
  /** Every model whose courses are drawn. */
  readonly models: readonly SimulatedModel[];
  /** Sentences under the head: sites that are not shown. */
  readonly head: readonly string[];
  /** The key of the plot in sentences. */
  readonly keys: readonly string[];
  readonly terms: Terms;
};

/**
 * Panels of courses above one axis of months, with the lanes of lactation and drugs; the head says hypothesis and model,
 * the foot how far the effect in one woman is known.
 */
export function simulationPage(page: SimulationPage): Figure {
  const { frame, options, terms, quantity } = page;
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const { left, right, height } = PLACES[layout];
  const axis = monthAxis([], [left, width - right], frame.span);
  const months = shownMonths(frame.span, frame.shownMonths);
  const lanes = simulationLanes(frame, terms);
  const column = { x: EDGE, width: width - 2 * EDGE };

  const head = paragraphs(headOf(page), { ...column, y: EDGE });
  const drawing: Svg[] = [];
  const marks: FigureMark[] = [];
  let y = head.bottom + 8;
  let gridTop = y;
  for (const [index, panel] of page.panels.entries()) {
    const extrapolated = panel.extrapolated ?? frame.extrapolated ?? [];
    const place = { axis, top: y, height, width, edge: EDGE, extrapolated, terms };
    const plot = drawPanel(panel, place);
    if (index === 0) gridTop = plot.plotTop;
    drawing.push(...plot.drawing);
    marks.push(...panelMarks(panel, months, axis, plot.scale, terms));
    y = plot.bottom + 12;
  }
  const rows = labelledLanes(lanes, { axis, top: y, width, layout, edge: EDGE });
  marks.push(...rows.marks);
  const axisWords = [terms.text(words.months[frame.since]), terms.text(words.origin[frame.since])] as const;
  const ground = drawMonthAxis(axis, gridTop, rows.bottom + 4, ...axisWords);
  const foot = paragraphs(footOf(page), { ...column, y: ground.bottom + 2 });
  const header = courseHeader(quantity, frame.since, terms);
  return figure({
    id: [page.kind, frame.id],
    options,
    height: foot.bottom + EDGE - 4,
    title: page.title,
    description: [hypothesisLine(page.models, terms), page.summary, terms.text(caseSentences.effect)]
      .filter((sentence) => sentence !== "")
      .join(terms.lang === "zh" ? "" : " "),
    header,
    rows: [
      ...page.panels.flatMap((panel) => panelRows(panel, months, terms)),
      ...laneRows(lanes, header.length, terms),
    ],
    drawing: [...head.drawing, ground.drawing, ...drawing, ...rows.drawing, ...foot.drawing],
    marks,
  });
}

const EDGE = 12;

/** Room left and right of the plotting area, and the height of a panel. */
const PLACES: Readonly<
  Record<FigureLayout, { readonly left: number; readonly right: number; readonly height: number }>
> = {
  wide: { left: 46, right: 190, height: 220 },
  broad: { left: 46, right: 226, height: 250 },
  narrow: { left: 42, right: 112, height: 230 },
};

function headOf(page: SimulationPage): readonly Paragraph[] {
  const { terms, quantity, frame } = page;
  const axis =
    page.panels.length === 0
      ? terms.text(words.noSites)
      : (page.axis ?? QUANTITY_AXIS[terms.lang]({ quantity, since: frame.since }, terms));
  return [
    { text: page.title, size: SIZE.strong, weight: "bold" },
    { text: hypothesisLine(page.models, terms), size: SIZE.small, fill: COLOUR.amber },
    ...[axis, ...page.head].map((text): Paragraph => ({ text, size: SIZE.small, fill: COLOUR.muted })),
  ];
}

function footOf({ frame, keys, terms }: SimulationPage): readonly Paragraph[] {
  const shade = (frame.nursing ?? []).some(({ intensity }) => intensity > 0) ? [terms.text(words.shade)] : [];
  return simulationFoot(frame, [...keys, ...shade], terms);
}
