import { group, line, type Svg, textLine } from "../svg.ts";
import { textWidth } from "../text-measure.ts";
import { COLOUR, SIZE } from "../theme.ts";

export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Words that name a mark, wanted as near to it as the others allow. */
export type PointLabel = {
  /** Middle of the mark, and how far it reaches. */
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  readonly words: string;
  readonly fill: string;
  readonly weight?: "normal" | "bold";
};

type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

export type LabelGround = {
  /** No label leaves it. */
  readonly frame: Box;
  /** No label covers one. */
  readonly marks: readonly Box[];
  /** A label lies on one only where nothing else is free. */
  readonly lines: readonly Segment[];
};

/** Distances from the mark that are tried, near ones first; from the third on a thin line leads to the label. */
const DISTANCES = [2, 7, 14, 24, 36, 50, 66, 84];
const LED_FROM = 14;
const DIRECTIONS = [0, 180, 315, 225, 45, 135, 270, 90, 340, 20, 200, 160].map((degrees) => (degrees * Math.PI) / 180);
const LINE_COST = 9;

/**
 * Labels beside their marks, none on another, on a mark or outside the frame; in the order given, each at the cheapest
 * free place. A label for which no place is free is handed back by its position, to be said elsewhere.
 */
export function placeLabels(
  labels: readonly PointLabel[],
  ground: LabelGround,
): { readonly drawing: readonly Svg[]; readonly left: readonly number[] } {
  const taken: Box[] = [];
  const leaders: Segment[] = [];
  const drawing: Svg[] = [];
  const left: number[] = [];
  labels.forEach((label, position) => {
    const place = cheapest(label, ground, taken, leaders);
    if (place === undefined) {
      left.push(position);
      return;
    }
    taken.push(place.box);
    const leader = place.leader === undefined ? [] : [place.leader];
    leaders.push(...leader);
    drawing.push(drawLabel(label, place.box, place.leader));
  });
  return { drawing, left };
}

/** A box about a middle. */
export function boxAbout(x: number, y: number, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

type Place = { readonly box: Box; readonly leader: Segment | undefined };

function cheapest(
  label: PointLabel,
  ground: LabelGround,
  taken: readonly Box[],
  leaders: readonly Segment[],
): Place | undefined {
  let best: Place | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const distance of DISTANCES) {
    if (distance >= bestCost) break;
    for (const angle of DIRECTIONS) {
      const box = pushedInside(boxAt(label, distance, angle), ground.frame);
      if (!isInside(box, ground.frame) || [...taken, ...ground.marks].some((other) => overlap(box, other))) continue;
      const leader = distance < LED_FROM ? undefined : leaderTo(label, box);
      const crossed = [...ground.lines, ...leaders].filter((segment) => crosses(segment, box)).length;
      const own =
        leader === undefined ? 0 : [...taken, ...ground.marks].filter((other) => crosses(leader, shrunk(other))).length;
      const cost = distance + LINE_COST * (crossed + own) + DIRECTIONS.indexOf(angle) * 0.2;
      if (cost < bestCost) {
        bestCost = cost;
        best = { box, leader };
      }
    }
  }
  return best;
}

const HEIGHT = SIZE.small * 1.1;

function boxAt(label: PointLabel, distance: number, angle: number): Box {
  const width = textWidth(label.words, SIZE.small, label.weight);
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  const away = label.reach + distance;
  // The side of the box that faces the mark stands at the distance.
  const x = label.x + ux * away + (Math.abs(ux) < 0.3 ? 0 : (Math.sign(ux) * width) / 2);
  const y = label.y + uy * away + (Math.abs(uy) < 0.3 ? 0 : (Math.sign(uy) * HEIGHT) / 2);
  return { left: x - width / 2, right: x + width / 2, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 };
}

/** A label near the left or right edge is pushed in as far as it needs. */
function pushedInside(box: Box, frame: Box): Box {
  const by = Math.max(0, frame.left - box.left) - Math.max(0, box.right - frame.right);
  return { ...box, left: box.left + by, right: box.right + by };
}

function leaderTo({ x, y, reach }: PointLabel, box: Box): Segment {
  const nearX = Math.min(box.right, Math.max(box.left, x));
  const nearY = Math.min(box.bottom, Math.max(box.top, y));
  const length = Math.hypot(nearX - x, nearY - y) || 1;
  return [x + ((nearX - x) / length) * reach, y + ((nearY - y) / length) * reach, nearX, nearY];
}

function drawLabel({ words, fill, weight }: PointLabel, box: Box, leader: Segment | undefined): Svg {
  const text = textLine(box.left, box.bottom - HEIGHT * 0.22, words, {
    size: SIZE.small,
    fill,
    halo: COLOUR.card,
    ...(weight === undefined ? {} : { weight }),
  });
  if (leader === undefined) return text;
  const [x1, y1, x2, y2] = leader;
  return group(line(x1, y1, x2, y2, { stroke: fill, "stroke-width": 0.75, "stroke-opacity": 0.7 }), text);
}

function isInside(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + 1 && b.left < a.right + 1 && a.top < b.bottom + 1 && b.top < a.bottom + 1;
}

function shrunk({ left, right, top, bottom }: Box): Box {
  return { left: left + 1.5, right: right - 1.5, top: top + 1.5, bottom: bottom - 1.5 };
}

/** Does the segment pass through the box? (Liang and Barsky 1984, line clipping) */
function crosses([x1, y1, x2, y2]: Segment, box: Box): boolean {
  let [enter, leave] = [0, 1];
  const [dx, dy] = [x2 - x1, y2 - y1];
  const edges = [
    [-dx, x1 - box.left],
    [dx, box.right - x1],
    [-dy, y1 - box.top],
    [dy, box.bottom - y1],
  ] as const;
  for (const [p, q] of edges) {
    if (p === 0 && q < 0) return false;
    if (p < 0) enter = Math.max(enter, q / p);
    if (p > 0) leave = Math.min(leave, q / p);
  }
  return enter < leave;
}
