import { type CaseView, delay, firstBoneDrug, type Interval, type Terms } from "@materbone/clinical";
import type { FigureLayout } from "./figure.ts";
import type { FigureMark } from "./figure-mark.ts";
import type { Lane, LaneItem } from "./lane.ts";
import { drawBar, drawLane, laneMarks } from "./lane-drawing.ts";
import { fractureLane, lanesOf, pregnancyLanes, scanLane } from "./lanes-of.ts";
import { told } from "./mark-words.ts";
import { diagnosisMarker, reach, symptomMarker } from "./marks.ts";
import { type Paragraph, paragraphs } from "./paragraphs.ts";
import type { Scale } from "./scale.ts";
import { type Svg, textLine } from "./svg.ts";
import { textWidth, wrapText } from "./text-measure.ts";
import { COLOUR, SIZE } from "./theme.ts";
import { headed, womanName } from "./time-words.ts";
import { treatmentLanes } from "./treatment-lanes.ts";

type SeriesPlace = {
  readonly axis: Scale;
  readonly top: number;
  readonly layout: FigureLayout;
  readonly edge: number;
  readonly width: number;
};

/** Marks of one kind in a line, with a label beside them. */
export type Track = {
  readonly kind: "body" | "fractures" | "symptom" | "boneDrug" | "scans";
  readonly marks: (y: number) => readonly Svg[];
  readonly label: string;
  readonly fill: string;
  readonly taken: Taken;
  /** What a reader can go to. */
  readonly items: readonly LaneItem[];
};
/** Pixels that the marks of a track cover, for placing its label. */
type Taken = { readonly from: number; readonly to: number };

const TRACK = 18;
const LABEL_LINE = 14;

/** One woman: her name at the left, her tracks beneath each other; a label stands beside its marks, never on them. */
export function drawWoman(
  view: CaseView,
  place: SeriesPlace,
  terms: Terms,
): { readonly drawing: readonly Svg[]; readonly marks: readonly FigureMark[]; readonly bottom: number } {
  const isNarrow = place.layout === "narrow";
  const age = view.record.person?.ageYears;
  const name: Paragraph = { text: womanName(view.record, terms), size: SIZE.strong, weight: "bold", halo: COLOUR.card };
  const about: Paragraph[] =
    age === undefined ? [] : [{ text: AGE[terms.lang](age), size: SIZE.small, fill: COLOUR.muted, halo: COLOUR.card }];
  const column = isNarrow ? place.width - 2 * place.edge : place.axis.range[0] - place.edge - 14;
  const words = paragraphs([name, ...about], { x: place.edge, y: place.top + 6, width: column });
  const drawing: Svg[] = [...words.drawing];
  const years = age === undefined ? "" : AGE[terms.lang](age);
  const woman: FigureMark = { x: place.edge + 6, y: place.top + 12, label: told([name.text, years], terms), at: "" };
  const marks: FigureMark[] = [woman];
  let y = isNarrow ? words.bottom + 2 : place.top + 4;
  for (const track of tracksOf(view, place.axis, terms)) {
    const drawn = drawTrack(track, y, place.axis, place.axis.range[1] + place.edge);
    drawing.push(...drawn.drawing);
    marks.push(...drawn.marks);
    y = drawn.bottom;
  }
  return { drawing, marks, bottom: Math.max(y, words.bottom) + 6 };
}

/**
 * One track from `top` down, its label right of its marks, left of them, or above.
 *
 * @param edge - where a label has to end
 */
export function drawTrack(
  track: Track,
  top: number,
  axis: Scale,
  edge: number,
): {
  readonly drawing: readonly Svg[];
  readonly marks: readonly FigureMark[];
  readonly middle: number;
  readonly bottom: number;
} {
  const spot = labelSpot(track, axis);
  const lines = spot.isAbove ? wrapText(track.label, edge - spot.x, SIZE.small) : [track.label];
  const middle = top + (spot.isAbove ? lines.length * LABEL_LINE : 0) + TRACK / 2;
  const drawing: Svg[] = [...track.marks(middle)];
  if (track.label !== "") {
    const baseline = spot.isAbove ? middle - 9 - (lines.length - 1) * LABEL_LINE : middle + 4;
    const style = { size: SIZE.small, fill: track.fill, anchor: spot.anchor, halo: COLOUR.card } as const;
    lines.forEach((words, row) => {
      drawing.push(textLine(spot.x, baseline + row * LABEL_LINE, words, style));
    });
  }
  return { drawing, marks: laneMarks(track.items, middle, axis), middle, bottom: middle + TRACK / 2 };
}

const AGE = {
  en: (years: number): string => `${years} years`,
  zh: (years: number): string => `${years}岁`,
};

/** What there is of a woman on the months axis, top to bottom; her pregnancy always, the others where recorded. */
export function tracksOf(view: CaseView, axis: Scale, terms: Terms): readonly Track[] {
  const [pregnancy, lactation] = pregnancyLanes(view, terms);
  const body = [pregnancy, lactation].filter((lane) => lane !== undefined);
  const lanes = lanesOf(view, terms);
  const tracks: Track[] = [
    {
      kind: "body",
      marks: (y) => [...body.map((lane) => drawLane(lane, y, axis)), ...diagnosisMarks(view.diagnosis, y, axis)],
      label: "",
      fill: COLOUR.ink,
      taken: { from: 0, to: 0 },
      items: [...body.flatMap((lane) => lane.items), ...lanes.flatMap((lane) => itemsOf(lane, "diagnosis"))],
    },
  ];
  const fractures = fractureLane(view, terms);
  if (fractures.items.length > 0) {
    tracks.push(laneTrack("fractures", fractures, fractureLevels(view, terms), COLOUR.red, axis));
  }
  const symptom = symptomTrack(
    view,
    lanes.flatMap((lane) => itemsOf(lane, "symptom")),
    axis,
    terms,
  );
  if (symptom !== undefined) tracks.push(symptom);
  const drugs = treatmentLanes(view, terms).filter((lane) => lane.tone === "boneDrug");
  for (const lane of drugs) tracks.push(laneTrack("boneDrug", lane, drugLabel(lane, drugs, terms), COLOUR.ink, axis));
  const scans = scanLane(view, terms);
  if (scans.items.length > 0) tracks.push(laneTrack("scans", scans, "", COLOUR.ink, axis));
  return tracks;
}

function itemsOf(lane: Lane, kind: LaneItem["kind"]): readonly LaneItem[] {
  return lane.items.filter((item) => item.kind === kind);
}

function laneTrack(kind: Track["kind"], lane: Lane, label: string, fill: string, axis: Scale): Track {
  return {
    kind,
    marks: (y) => [drawLane(lane, y, axis)],
    label,
    fill,
    taken: takenBy(lane.items, axis),
    items: lane.items,
  };
}

function fractureLevels(view: CaseView, terms: Terms): string {
  const sites = view.fractures.map((fracture) => terms.word("fractureSite", fracture.entry.site));
  return terms.series([...new Set(sites)]);
}

/** The drug; with its dose where another lane has the same drug, and with the reason where it was declined. */
function drugLabel(lane: Lane, drugs: readonly Lane[], terms: Terms): string {
  const declined = lane.items.filter((item) => item.kind === "declined").map((item) => item.detail);
  const isTwice = drugs.filter((other) => other.name === lane.name).length > 1;
  const details = isTwice ? lane.details : declined;
  const name = headed(lane.name);
  if (details.length === 0) return name;
  return terms.lang === "zh" ? `${name}（${terms.series(details)}）` : `${name} (${terms.series(details)})`;
}

/** From the first symptom to the first bone drug, solid for what is certain and dotted for what may be. */
function symptomTrack(view: CaseView, items: readonly LaneItem[], axis: Scale, terms: Terms): Track | undefined {
  const onset = view.symptomOnset;
  if (onset === undefined) return undefined;
  const drug = firstBoneDrug(view);
  const start = axis.at(Number.isFinite(onset.earliest) ? onset.earliest : onset.latest);
  const taken = { from: axis.at(onset.earliest), to: axis.at((drug ?? onset).latest) };
  const { months } = delay(view, "symptomToFirstBoneDrug");
  return {
    kind: "symptom",
    marks: (y) => [
      ...(drug === undefined
        ? [reach(axis.at(onset.earliest), axis.at(onset.latest), y, COLOUR.amber, "right")]
        : [drawBar(onset, drug, false, COLOUR.amberBar, y, axis)]),
      symptomMarker(start, y),
    ],
    label: months === undefined ? "" : DELAY[terms.lang](terms.monthInterval(months)),
    fill: COLOUR.amber,
    taken,
    items,
  };
}

const DELAY = {
  en: (months: string): string => `${months} months`,
  zh: (months: string): string => `${months}个月`,
};

function diagnosisMarks(diagnosis: Interval | undefined, y: number, axis: Scale): readonly Svg[] {
  if (diagnosis === undefined) return [];
  const from = axis.at(diagnosis.earliest);
  const to = axis.at(diagnosis.latest);
  if (from === to) return [diagnosisMarker(from, y)];
  return [reach(from, to, y, COLOUR.ink, "right"), diagnosisMarker(Number.isFinite(diagnosis.earliest) ? from : to, y)];
}

function takenBy(items: readonly LaneItem[], axis: Scale): Taken {
  const [left, right] = axis.range;
  const spans = items.map((item) => {
    if (item.kind !== "bar") {
      return item.at === undefined ? [left, right] : [axis.at(item.at.earliest), axis.at(item.at.latest)];
    }
    const end = item.ongoing || item.end === undefined ? right : axis.at(item.end.latest);
    return [item.start === undefined ? left : axis.at(item.start.earliest), end];
  });
  return { from: Math.min(...spans.flat()), to: Math.max(...spans.flat()) };
}

type Spot = { readonly x: number; readonly anchor: "start" | "end"; readonly isAbove: boolean };

/** Right of the marks, else left of them, else above. */
function labelSpot(track: Track, axis: Scale): Spot {
  const [left, right] = axis.range;
  const width = textWidth(track.label, SIZE.small);
  const { from, to } = track.taken;
  if (to + 11 + width <= right + 6) return { x: to + 11, anchor: "start", isAbove: false };
  if (from - 11 - width >= left - 6) return { x: from - 11, anchor: "end", isAbove: false };
  const start = Math.max(left, Math.min(from - 6, right - width));
  return { x: start, anchor: "start", isAbove: true };
}
