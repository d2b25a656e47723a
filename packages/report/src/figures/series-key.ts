import type { Terms, Text } from "@materbone/clinical";
import { diagnosisMarker, doseMarker, fractureMarker, reach, scanMarker, symptomMarker } from "./marks.ts";
import { element, type Svg, textLine } from "./svg.ts";
import { textWidth } from "./text-measure.ts";
import { COLOUR, SIZE } from "./theme.ts";
import { WORDS } from "./words.ts";

type Entry = { readonly mark: (x: number, y: number) => Svg; readonly words: Text };

const bar =
  (fill: string) =>
  (x: number, y: number): Svg =>
    element("rect", { x: x - 9, y: y - 4.5, width: 18, height: 9, rx: 1.5, fill });

const ENTRIES: readonly Entry[] = [
  { mark: bar(COLOUR.pregnancy), words: WORDS.pregnancy },
  { mark: bar(COLOUR.lactation), words: WORDS.lactation },
  { mark: diagnosisMarker, words: WORDS.diagnosis },
  { mark: fractureMarker, words: WORDS.fracture },
  { mark: symptomMarker, words: WORDS.symptomOnset },
  { mark: bar(COLOUR.amberBar), words: { en: "symptom to bone drug", zh: "症状至抗骨质疏松药" } },
  {
    mark: (x, y) => doseMarker(x, y, "solid"),
    words: { en: "bone drug, one dose", zh: "抗骨质疏松药单次给药" },
  },
  { mark: bar(COLOUR.accent), words: { en: "bone drug, course", zh: "抗骨质疏松药疗程" } },
  { mark: (x, y) => doseMarker(x, y, "hollow"), words: WORDS.declined },
  { mark: scanMarker, words: { en: "DXA scan", zh: "DXA检查" } },
  {
    mark: (x, y) => reach(x - 9, x + 9, y, COLOUR.ink, "none"),
    words: { en: "time not exact", zh: "时间不确切" },
  },
];

/** Marks and their words in lines that fit the width. */
export function drawSeriesKey(
  place: { readonly x: number; readonly y: number; readonly width: number },
  terms: Terms,
): { readonly drawing: readonly Svg[]; readonly bottom: number } {
  const drawing: Svg[] = [];
  let x = place.x;
  let y = place.y + 8;
  for (const { mark, words } of ENTRIES) {
    const text = terms.text(words);
    const length = 26 + textWidth(text, SIZE.small) + 14;
    if (x > place.x && x + length - 14 > place.x + place.width) {
      x = place.x;
      y += 18;
    }
    drawing.push(mark(x + 10, y), textLine(x + 25, y + 4, text, { size: SIZE.small, fill: COLOUR.muted }));
    x += length;
  }
  return { drawing, bottom: y + 10 };
}
