import type { GenantGrade } from "@materbone/clinical";
import { group, path, type Svg, textLine } from "./svg.ts";
import { COLOUR, SIZE } from "./theme.ts";

/** How one level is drawn. `undefined` grade: fractured, grade not recorded; `unlisted`: nothing recorded there. */
export type VertebraLook = {
  readonly grade: GenantGrade | undefined | "unlisted";
  readonly shape: "wedge" | "biconcave" | "crush" | "none" | undefined;
  /** Share of height lost, 0 to 1, where it is recorded. */
  readonly loss: number | undefined;
};

/** Height loss that stands for a grade where no loss is recorded: a symbol, not a measurement. */
const SYMBOLIC_LOSS: Readonly<Record<"1" | "2" | "3", number>> = { "1": 0.22, "2": 0.33, "3": 0.5 };
const SYMBOLIC_LOSS_UNKNOWN = 0.3;

const FILLS: Readonly<Record<"1" | "2" | "3", string>> = {
  "1": COLOUR.redSoft,
  "2": COLOUR.redMedium,
  "3": COLOUR.red,
};

/** One vertebral body seen from the side, anterior edge at the left. */
export function vertebra(look: VertebraLook, x: number, y: number, width: number, height: number): Svg {
  const isFractured = look.grade === undefined || (typeof look.grade === "number" && look.grade >= 1);
  const outline = isFractured ? outlineOf(look, x, y, width, height) : outlineOf(NORMAL, x, y, width, height);
  const paint = paintOf(look.grade);
  const body = path(outline, {
    fill: paint.fill,
    stroke: paint.stroke,
    "stroke-width": 1.5,
    "stroke-linejoin": "round",
    "stroke-dasharray": paint.dash,
  });
  if (paint.sign === "") return body;
  const sink = look.shape === "crush" && isFractured ? crushDrop(look, height) / 2 : 0;
  const label = textLine(x, y + sink + SIZE.small * 0.36, paint.sign, {
    size: SIZE.small,
    weight: "bold",
    fill: paint.text,
    anchor: "middle",
  });
  return group(body, label);
}

const NORMAL: VertebraLook = { grade: "unlisted", shape: undefined, loss: undefined };

type Paint = {
  readonly fill: string;
  readonly stroke: string;
  readonly dash: string | undefined;
  readonly sign: string;
  readonly text: string;
};

function paintOf(grade: VertebraLook["grade"]): Paint {
  if (grade === "unlisted")
    return { fill: COLOUR.bone, stroke: COLOUR.boneEdge, dash: undefined, sign: "", text: COLOUR.ink };
  if (grade === undefined) return { fill: COLOUR.card, stroke: COLOUR.red, dash: "4 2.5", sign: "?", text: COLOUR.red };
  if (grade < 1) {
    return { fill: COLOUR.card, stroke: COLOUR.accent, dash: undefined, sign: String(grade), text: COLOUR.accent };
  }
  const key = grade === 3 ? "3" : grade === 2 ? "2" : "1";
  return {
    fill: FILLS[key],
    stroke: COLOUR.red,
    dash: undefined,
    sign: key,
    text: key === "3" ? COLOUR.card : COLOUR.ink,
  };
}

function outlineOf(
  look: VertebraLook,
  x: number,
  y: number,
  width: number,
  height: number,
): readonly (string | number)[] {
  const left = x - width / 2;
  const right = x + width / 2;
  const top = y - height / 2;
  const bottom = y + height / 2;
  const drop = look.shape === undefined || look.shape === "none" ? 0 : lossOf(look) * height;
  const flat = look.shape === "crush" ? crushDrop(look, height) : 0;
  const waist = look.shape === "biconcave" ? drop / 2 : 0;
  const anterior = look.shape === "wedge" ? drop : flat;
  const posterior = flat;
  // The curve passes half way to its control point, so that is set at twice the depth.
  const sag = 2 * waist + 1;
  return [
    "M",
    left,
    top + anterior,
    "Q",
    x,
    (2 * top + anterior + posterior) / 2 + sag,
    right,
    top + posterior,
    "L",
    right,
    bottom,
    "Q",
    x,
    bottom - sag,
    left,
    bottom,
    "Z",
  ];
}

/** A crushed body stays high enough for its grade to be read. */
function crushDrop(look: VertebraLook, height: number): number {
  return Math.min(lossOf(look) * height, Math.max(0, height - 12));
}

function lossOf(look: VertebraLook): number {
  if (look.loss !== undefined) return Math.min(0.7, look.loss);
  if (look.grade === 1 || look.grade === 2 || look.grade === 3) return SYMBOLIC_LOSS[`${look.grade}`];
  return SYMBOLIC_LOSS_UNKNOWN;
}

/** A bracket open to the right, from the top of one level to the bottom of another. */
export function bracket(x: number, top: number, bottom: number): Svg {
  return path(["M", x + 6, top, "L", x, top, "L", x, bottom, "L", x + 6, bottom], {
    fill: "none",
    stroke: COLOUR.accent,
    "stroke-width": 2,
  });
}
