import { element, group, type Svg, textLine } from "../svg.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { DOT_PITCH } from "./forest-columns.ts";
import type { AppraisalMark } from "./forest-data.ts";
import { JUDGEMENT_SIGN } from "./forest-words.ts";

const PAINT: Readonly<
  Record<AppraisalMark["judgement"], { readonly fill: string; readonly stroke: string; readonly sign: string }>
> = {
  good: { fill: COLOUR.accent, stroke: COLOUR.accent, sign: COLOUR.card },
  unclear: { fill: COLOUR.card, stroke: COLOUR.axis, sign: COLOUR.ink },
  poor: { fill: COLOUR.amber, stroke: COLOUR.amber, sign: COLOUR.card },
};

/** One dot per domain with its judgement as a sign; the shade says the same again. */
export function appraisalDots(marks: readonly AppraisalMark[], left: number, y: number): readonly Svg[] {
  return marks.map(({ judgement }, index) => {
    const x = left + (index + 0.5) * DOT_PITCH;
    const { fill, stroke, sign } = PAINT[judgement];
    return group(
      element("circle", { cx: x, cy: y, r: 6, fill, stroke, "stroke-width": 1 }),
      textLine(x, y + 4, JUDGEMENT_SIGN[judgement], { size: SIZE.small, weight: "bold", fill: sign, anchor: "middle" }),
    );
  });
}

/** Letter of a domain in the head of its column. */
export function domainLetter(index: number): string {
  return String.fromCharCode("A".charCodeAt(0) + (index % 26));
}
