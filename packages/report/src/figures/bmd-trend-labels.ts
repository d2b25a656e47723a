import { type BmdResponse, type Terms, VERTEBRAE } from "@materbone/clinical";
import { bandEnd } from "./benchmark-band.ts";
import { nameOf } from "./benchmark-band-rows.ts";
import type { TrendQuantity, TrendSite } from "./bmd-trend-data.ts";
import type { PlacedPoint, TrendPlace } from "./bmd-trend-plot.ts";
import { type EndLabel, endLabels } from "./end-labels.ts";
import { siteMarker } from "./marks.ts";
import type { Paragraph } from "./paragraphs.ts";
import type { Scale } from "./scale.ts";
import { element, type Svg } from "./svg.ts";
import { COLOUR, SITE_COLOUR, SIZE } from "./theme.ts";
import { headed } from "./time-words.ts";
import { COMPARABILITY_WORDS } from "./words.ts";

/**
 * Site, last value and verdict at the right end of each line, and the name of the band at its own, moved apart and led to
 * by a thin line: no word stands in the plot, so none can lie on a line.
 */
export function trendLabels(
  sites: readonly TrendSite[],
  placed: readonly PlacedPoint[],
  place: TrendPlace,
  scale: Scale,
): { readonly drawing: readonly Svg[]; readonly bottom: number } {
  const labels = [...siteLabels(sites, placed, place), ...bandLabels(place, scale)];
  const right = place.axis.range[1];
  return endLabels(labels, { right, top: place.top, bottom: place.top + place.height, width: place.width });
}

function siteLabels(
  sites: readonly TrendSite[],
  placed: readonly PlacedPoint[],
  place: TrendPlace,
): readonly EndLabel[] {
  return sites.flatMap((course) => {
    const end = placed.filter((each) => each.site === course.site).at(-1);
    if (end === undefined) return [];
    const words = labelWords(course, end, place.quantity, place.terms);
    return [
      {
        words,
        end: { x: end.x2 + 7, y: end.y },
        colour: SITE_COLOUR[course.site],
        key: (x: number, y: number) => siteMarker(course.site, x, y),
      },
    ];
  });
}

function bandLabels(place: TrendPlace, scale: Scale): readonly EndLabel[] {
  if (place.band === undefined) return [];
  const words: Paragraph[] = [{ text: nameOf(place.band.band, place.terms), size: SIZE.small, fill: COLOUR.benchmark }];
  const swatch = { width: 10, height: 10, fill: COLOUR.benchmark, "fill-opacity": 0.3, stroke: COLOUR.benchmark };
  return [
    {
      words,
      end: bandEnd(place.band, place.axis, scale),
      colour: COLOUR.benchmark,
      key: (x, y) => element("rect", { x: x - 5, y: y - 5, ...swatch }),
    },
  ];
}

function labelWords(course: TrendSite, end: PlacedPoint, quantity: TrendQuantity, terms: Terms): readonly Paragraph[] {
  const { response } = end.point;
  const name: Paragraph = {
    text: headed(terms.site(course.site)),
    size: SIZE.body,
    weight: "bold",
    fill: SITE_COLOUR[course.site],
  };
  const value: Paragraph = { text: valueText(end, quantity, terms), size: SIZE.body };
  if (response === undefined || quantity === "z") return [name, value];
  const verdict = terms.word("response", response.verdict);
  if (response.verdict !== "notComparable") {
    return [name, value, { text: verdict, size: SIZE.small, fill: COLOUR.muted }];
  }
  return [name, value, { text: reasonText(verdict, response, terms), size: SIZE.small, fill: COLOUR.amber }];
}

function valueText({ point }: PlacedPoint, quantity: TrendQuantity, terms: Terms): string {
  if (quantity === "z") return terms.fixed(point.value, 1);
  if (quantity === "percent") return `${terms.signed(point.value, 2)}%`;
  const value = terms.fixed(point.value, 3);
  return point.response === undefined ? value : `${value} (${terms.signed(point.response.percent, 2)}%)`;
}

function reasonText(verdict: string, response: BmdResponse, terms: Terms): string {
  const reasons = response.reasons.map((reason) => {
    const levels = "levels" in reason ? VERTEBRAE.filter((level) => reason.levels.includes(level)).join(" ") : "";
    return COMPARABILITY_WORDS[reason.kind][terms.lang]({ levels }, terms);
  });
  if (reasons.length === 0) return verdict;
  return terms.lang === "zh" ? `${verdict}：${terms.series(reasons)}` : `${verdict}: ${terms.series(reasons)}`;
}
