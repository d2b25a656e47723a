import { type Mechanism, type MechanismEdge, type MechanismNode, sayCite } from "@materbone/circuit";
import { createTerms, type Terms } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions, figure } from "../figure.ts";
import type { FigureMark, FigureRow } from "../figure-mark.ts";
import { type Paragraph, paragraphs } from "../paragraphs.ts";
import { element, line, type Svg, textLine } from "../svg.ts";
import { textWidth, wrapText } from "../text-measure.ts";
import { COLOUR, SIGN_COLOUR, SIZE } from "../theme.ts";
import { headed } from "../time-words.ts";
import { DASHES, type DrawnArrow, type GraphBox, graphArrow, type LineClass } from "./graph-arrow.ts";
import { BENDS, BROAD_PLACES, type GraphPlace, NARROW_BENDS, NARROW_LEFT_OUT, NARROW_PLACES } from "./graph-places.ts";
import { ARROW_SENTENCE, GRAPH_SUMMARY, GRAPH_WORDS } from "./graph-words.ts";

/** What a node is doing at the moment shown. */
export type NodeLevel = {
  /** As printed below the name: "×0.30" of rest, "1.0 pM". */
  readonly text: string;
  /** Against rest. */
  readonly direction: "up" | "down" | "same";
};

export type CircuitGraphOptions = FigureOptions & {
  /** The paper's arrows, or every arrow that the equations carry. */
  readonly scope: "paper" | "model";
  /** By node; a node without a level shows its name alone. */
  readonly levels?: ReadonlyMap<string, NodeLevel> | undefined;
  /** What moment the levels are of, as a line under the title. */
  readonly moment?: string | undefined;
  /** The arrows that stand out; the others step back. Default: all stand out. */
  readonly stressed?: ReadonlySet<string> | undefined;
};

/** The circuit as a graph: arrows by sign and certainty, and in each box what it is doing at the moment shown. */
export function circuitGraphFigure(graph: Mechanism, options: CircuitGraphOptions): Figure {
  const terms = createTerms(options.lang);
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const edges = graph.edges.filter((edge) => isInScope(edge, options.scope));
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = graph.nodes.filter(({ id }) => joined.has(id));
  const title = terms.text(options.scope === "paper" ? GRAPH_WORDS.paperTitle : GRAPH_WORDS.modelTitle);
  const carried = edges.filter((edge) => edge.carried.kind === "simulated").length;
  const summary = GRAPH_SUMMARY[terms.lang]({ nodes: nodes.length, arrows: edges.length, carried }, terms);
  const head = paragraphs(headLines(title, options, layout, terms), { x: EDGE, y: EDGE, width: width - 2 * EDGE });

  const boxes = boxesOf(nodes, layout, head.bottom + 10);
  const drawn = edges.flatMap((edge) => arrowOf(edge, boxes, layout, options.stressed));
  const placed = nodes.flatMap((node) => {
    const box = boxes.get(node.id);
    return box === undefined ? [] : [{ node, box }];
  });
  const bottom = Math.max(...placed.map(({ box }) => box.middle[1] + box.height / 2));
  const key = drawKey(bottom + 18, width, terms);
  return figure({
    id: ["circuit", options.scope],
    options,
    height: key.bottom + EDGE,
    title,
    description: summary,
    header: [
      GRAPH_WORDS.arrow,
      GRAPH_WORDS.from,
      GRAPH_WORDS.effect,
      GRAPH_WORDS.to,
      GRAPH_WORDS.certainty,
      GRAPH_WORDS.carried,
      GRAPH_WORDS.references,
    ].map((words) => terms.text(words)),
    rows: edges.map((edge) => rowOf(edge, graph, terms)),
    drawing: [
      ...head.drawing,
      ...drawn.map(({ arrow }) => arrow.drawing),
      ...placed.flatMap(({ node, box }) => drawBox(node, box, options.levels?.get(node.id), terms)),
      ...key.drawing,
    ],
    marks: [
      ...placed.map(({ node, box }) => nodeMark(node, box, options.levels?.get(node.id), terms)),
      ...drawn.map(({ edge, arrow }) => arrowMark(edge, arrow, graph, terms)),
    ],
  });
}

const EDGE = 12;

type Grid = {
  readonly places: Readonly<Record<string, GraphPlace>>;
  readonly columns: number;
  readonly rowHeight: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
};

const GRIDS: Readonly<Record<FigureLayout, Grid>> = {
  broad: { places: BROAD_PLACES, columns: 7, rowHeight: 66, boxWidth: 98, boxHeight: 42 },
  wide: { places: BROAD_PLACES, columns: 7, rowHeight: 62, boxWidth: 76, boxHeight: 44 },
  narrow: { places: NARROW_PLACES, columns: 3, rowHeight: 62, boxWidth: 92, boxHeight: 42 },
};

function isInScope(edge: MechanismEdge, scope: "paper" | "model"): boolean {
  return scope === "paper"
    ? edge.arrow !== undefined
    : edge.carried.kind === "simulated" || edge.certainty === "definition";
}

function headLines(
  title: string,
  options: CircuitGraphOptions,
  layout: FigureLayout,
  terms: Terms,
): readonly Paragraph[] {
  const lines = [
    terms.text(GRAPH_WORDS.hypothesis),
    ...(options.moment === undefined ? [] : [options.moment]),
    ...(layout === "narrow" ? [terms.text(GRAPH_WORDS.phone)] : []),
  ];
  return [
    { text: title, size: SIZE.strong, weight: "bold" },
    ...lines.map((text): Paragraph => ({ text, size: SIZE.small, fill: COLOUR.muted })),
  ];
}

/** Boxes by node; a node without a place in this layout has none. */
function boxesOf(nodes: readonly MechanismNode[], layout: FigureLayout, top: number): ReadonlyMap<string, GraphBox> {
  const { places, columns, rowHeight, boxWidth, boxHeight } = GRIDS[layout];
  const pitch = (FIGURE_WIDTH[layout] - 2 * EDGE - boxWidth) / (columns - 1);
  return new Map(
    nodes.flatMap(({ id }) => {
      const place = places[id];
      if (place === undefined) return [];
      const [column, row] = place;
      const x = EDGE + boxWidth / 2 + column * pitch;
      const y = top + boxHeight / 2 + row * rowHeight;
      return [[id, { middle: [x, y], width: boxWidth, height: boxHeight }] as const];
    }),
  );
}

function arrowOf(
  edge: MechanismEdge,
  boxes: ReadonlyMap<string, GraphBox>,
  layout: FigureLayout,
  stressed: ReadonlySet<string> | undefined,
): readonly { readonly edge: MechanismEdge; readonly arrow: DrawnArrow }[] {
  const from = boxes.get(edge.from);
  const to = boxes.get(edge.to);
  if (from === undefined || to === undefined) return [];
  if (layout === "narrow" && NARROW_LEFT_OUT.has(edge.id)) return [];
  const bend = ((layout === "narrow" ? NARROW_BENDS : BENDS)[edge.id] ?? 0) * GRIDS[layout].rowHeight;
  const strength = stressed === undefined || stressed.has(edge.id) ? 1 : 0.18;
  return [{ edge, arrow: graphArrow(from, to, edge, bend, strength) }];
}

function drawBox(node: MechanismNode, box: GraphBox, level: NodeLevel | undefined, terms: Terms): readonly Svg[] {
  const [x, y] = [box.middle[0] - box.width / 2, box.middle[1] - box.height / 2];
  const tone =
    level === undefined || level.direction === "same" ? undefined : SIGN_COLOUR[level.direction === "up" ? "+" : "-"];
  const { size, lines } = nameIn(box, headed(terms.text(node.name)), level === undefined ? 0 : 1);
  let baseline = box.middle[1] - ((lines.length + (level === undefined ? 0 : 1)) * size * LEADING) / 2 + size * 0.95;
  const place = { x, y, width: box.width, height: box.height, rx: 6 };
  const drawing: Svg[] = [
    element("rect", { ...place, fill: COLOUR.card }),
    element("rect", {
      ...place,
      fill: tone ?? COLOUR.bone,
      "fill-opacity": tone === undefined ? 0.55 : 0.12,
      stroke: tone ?? COLOUR.boneEdge,
      "stroke-width": tone === undefined ? 1 : 1.5,
    }),
  ];
  for (const words of lines) {
    drawing.push(textLine(box.middle[0], baseline, words, { size, anchor: "middle" }));
    baseline += size * LEADING;
  }
  if (level !== undefined) {
    const turn = { up: "↑ ", down: "↓ ", same: "" }[level.direction];
    const style = { size, anchor: "middle", weight: "bold", fill: tone ?? COLOUR.muted } as const;
    drawing.push(textLine(box.middle[0], baseline, `${turn}${level.text}`, style));
  }
  return drawing;
}

/** Tight, so that three lines stand in a box. */
const LEADING = 1.18;

/** The name in the largest size in which no word breaks, no character stands alone and all lines fit with the level. */
function nameIn(
  box: GraphBox,
  name: string,
  levels: number,
): { readonly size: number; readonly lines: readonly string[] } {
  const width = box.width - 6;
  const room = box.height - 4;
  const sizes = [SIZE.small, 10.5, 10, 9.5, 9, 8.5, 8, 7.5];
  const fits = (size: number): boolean => {
    const lines = wrapText(name, width, size);
    const isWhole = name.split(" ").every((word) => /[\u2e80-\u9fff]/.test(word) || textWidth(word, size) <= width);
    const isEven = lines.length === 1 || [...(lines.at(-1) ?? "")].length > 1;
    return isWhole && isEven && (lines.length + levels) * size * LEADING <= room;
  };
  const size = sizes.find(fits) ?? 7.5;
  return { size, lines: wrapText(name, width, size) };
}

function drawKey(
  top: number,
  width: number,
  terms: Terms,
): { readonly drawing: readonly Svg[]; readonly bottom: number } {
  const classes: readonly [LineClass, string][] = [
    ["solid", terms.text(GRAPH_WORDS.measured)],
    ["dashed", terms.text(GRAPH_WORDS.shown)],
    ["dotted", terms.text(GRAPH_WORDS.open)],
  ];
  const items = [
    ...(["+", "-"] as const).map((sign) => ({
      words: terms.text(sign === "+" ? GRAPH_WORDS.raises : GRAPH_WORDS.lowers),
      paint: { stroke: SIGN_COLOUR[sign], "stroke-width": 3 },
    })),
    ...classes.map(([kind, words]) => ({
      words,
      paint: { stroke: COLOUR.ink, "stroke-width": 1.5, "stroke-dasharray": DASHES[kind] },
    })),
  ];
  const columns = width < 500 ? 1 : 2;
  const column = (width - 2 * EDGE) / columns;
  const drawing = items.flatMap(({ words, paint }, index) => {
    const x = EDGE + (index % columns) * column;
    const y = top + Math.floor(index / columns) * 18;
    return [line(x, y, x + 26, y, paint), textLine(x + 34, y + 4, words, { size: SIZE.small })];
  });
  return { drawing, bottom: top + Math.ceil(items.length / columns) * 18 };
}

function rowOf(edge: MechanismEdge, graph: Mechanism, terms: Terms): FigureRow {
  return {
    key: `arrow/${edge.id}`,
    cells: [
      edge.arrow ?? "",
      headed(nameOf(edge.from, graph, terms)),
      terms.text(edge.sign === "+" ? GRAPH_WORDS.raisesShort : GRAPH_WORDS.lowersShort),
      headed(nameOf(edge.to, graph, terms)),
      certaintyOf(edge, graph, terms),
      terms.text(edge.carried.kind === "simulated" ? GRAPH_WORDS.yes : GRAPH_WORDS.no),
      sourcesOf(edge, graph, terms),
    ],
  };
}

function nodeMark(node: MechanismNode, box: GraphBox, level: NodeLevel | undefined, terms: Terms): FigureMark {
  const name = headed(terms.text(node.name));
  const label = level === undefined ? name : `${name}: ${level.text}`;
  return { x: box.middle[0], y: box.middle[1], label, key: `node/${node.id}` };
}

function arrowMark(edge: MechanismEdge, { middle }: DrawnArrow, graph: Mechanism, terms: Terms): FigureMark {
  const facts = {
    from: headed(nameOf(edge.from, graph, terms)),
    to: nameOf(edge.to, graph, terms),
    isRise: edge.sign === "+",
    certainty: certaintyOf(edge, graph, terms),
    sources: `${terms.text(edge.note)} ${sourcesOf(edge, graph, terms)}`,
  };
  return { x: middle[0], y: middle[1], label: ARROW_SENTENCE[terms.lang](facts, terms), key: `arrow/${edge.id}` };
}

function nameOf(id: string, graph: Mechanism, terms: Terms): string {
  const node = graph.nodes.find((each) => each.id === id);
  return node === undefined ? id : terms.text(node.name);
}

function certaintyOf(edge: MechanismEdge, graph: Mechanism, terms: Terms): string {
  const certainty = graph.certainties.find(({ id }) => id === edge.certainty);
  return certainty === undefined ? edge.certainty : terms.text(certainty.name);
}

function sourcesOf(edge: MechanismEdge, graph: Mechanism, terms: Terms): string {
  return edge.sources
    .map(
      ({ id, place }) => `${sayCite(graph.sources[id]?.cite ?? id, terms)}${place === undefined ? "" : ` (${place})`}`,
    )
    .join("; ");
}
