import type { Terms } from "@materbone/clinical";
import { gradeText, type SpineLevel } from "./spine-levels.ts";
import { type Svg, textLine } from "./svg.ts";
import { wrapText } from "./text-measure.ts";
import { COLOUR, SIZE } from "./theme.ts";
import { type VertebraLook, vertebra } from "./vertebra-shape.ts";

/** What the looks mean, only those that occur, and the plain vertebra. */
export function drawSpineKey(
  levels: readonly SpineLevel[],
  x: number,
  top: number,
  columns: number,
  terms: Terms,
): { readonly drawing: readonly Svg[]; readonly bottom: number } {
  const grades = new Map<string, VertebraLook["grade"]>();
  for (const { look } of levels) grades.set(String(look.grade), look.grade);
  const order = [...grades.values()].sort((a, b) => rank(a) - rank(b));
  const drawing: Svg[] = [];
  const pitchX = columns === 1 ? 0 : 168;
  const room = columns === 1 ? 84 : 130;
  let y = top;
  order.forEach((grade, index) => {
    const left = x + (index % columns) * pitchX;
    const words = grade === "unlisted" ? terms.text(NO_FRACTURE_RECORDED) : gradeText(grade, terms);
    const lines = wrapText(words, room, SIZE.small);
    drawing.push(vertebra({ grade, shape: undefined, loss: undefined }, left + 11, y + 9, 22, 14));
    lines.forEach((line, row) => {
      drawing.push(textLine(left + 28, y + 13 + row * 14, line, { size: SIZE.small, fill: COLOUR.muted }));
    });
    const height = Math.max(24, lines.length * 14 + 8);
    if (index % columns === columns - 1 || index === order.length - 1) y += height;
  });
  return { drawing, bottom: y };
}

const NO_FRACTURE_RECORDED = { en: "no fracture recorded", zh: "未记录骨折" };

function rank(grade: VertebraLook["grade"]): number {
  if (grade === "unlisted") return -1;
  return grade ?? 9;
}
