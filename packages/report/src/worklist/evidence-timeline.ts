import { DAYS_PER_MONTH, type Terms } from "@materbone/clinical";
import {
  type Candidate,
  type EvidenceLine,
  type ResolvedDefinition,
  sayStream,
  sayTiming,
  sayWhat,
} from "@materbone/finder";
import { type Html, html, NOTHING } from "../document/html.ts";
import { WORKLIST_PAGE_WORDS } from "./worklist-page-words.ts";

/** `wide`: beside the names of its rows; `narrow`: for a phone, names above their rows. */
export type TimelineLayout = "wide" | "narrow";

/** What the axis reaches at least and at most, in months from the delivery; events beyond stand at its ends as arrows. */
const LEAST = { from: -3, to: 18 } as const;
const MOST = { from: -12, to: 36 } as const;

/** Sizes in user units, which are CSS pixels at full width. */
const SIZES = {
  wide: { width: 780, left: 270, right: 16, row: 24, labelAbove: 0, step: 3 },
  narrow: { width: 330, left: 14, right: 12, row: 38, labelAbove: 15, step: 6 },
} as const;
const TOP = 8;
const AXIS = 34;

/**
 * The events of a candidate in months around her delivery, one row per stream. A filled mark certainly counts, a hollow one
 * possibly; a bar is a date known to the month or year. Events without a date are only in the table beside it.
 */
export function evidenceTimeline(
  candidate: Candidate,
  definition: ResolvedDefinition,
  terms: Terms,
  layout: TimelineLayout,
): Html {
  const dated = candidate.evidence.filter((line) => line.sinceDelivery !== undefined);
  if (dated.length === 0) return NOTHING;
  const streams = [...new Set(dated.map(({ stream }) => stream))];
  const size = SIZES[layout];
  const from = reach(dated, "least", LEAST.from, MOST.from);
  const to = reach(dated, "most", LEAST.to, MOST.to);
  const height = TOP + streams.length * size.row + AXIS;
  const x = (months: number): number =>
    round(size.left + ((months - from) / (to - from)) * (size.width - size.left - size.right));
  const bottom = TOP + streams.length * size.row;
  const ticks = months(from, to, size.step);
  return html`<svg viewBox="0 0 ${size.width} ${height}" width="${size.width}" height="${height}" role="img" aria-label="${terms.text(
    WORKLIST_PAGE_WORDS.timeline,
  )}" font-size="12" fill="var(--ink)">${ticks.map(
    (month) =>
      html`<line x1="${x(month)}" x2="${x(month)}" y1="${TOP}" y2="${bottom}" stroke="${month === 0 ? "var(--accent)" : "var(--rule)"}" stroke-width="${month === 0 ? 2 : 1}"/><text x="${x(month)}" y="${bottom + 14}" text-anchor="middle" fill="var(--muted)" font-size="11">${String(month).replace("-", "\u2212")}</text>`,
  )}<text x="${layout === "wide" ? x(0) : size.left}" y="${bottom + 29}" text-anchor="${layout === "wide" ? "middle" : "start"}" fill="var(--accent)" font-size="11">${terms.text(
    WORKLIST_PAGE_WORDS.axis,
  )}</text>${streams.map((stream, row) => {
    const top = TOP + row * size.row;
    const y = top + size.labelAbove + (size.row - size.labelAbove) / 2;
    const label =
      layout === "wide"
        ? html`<text x="${size.left - 12}" y="${y + 4}" text-anchor="end">${short(sayStream(stream, definition, terms), 40)}</text>`
        : html`<text x="${size.left}" y="${top + 13}" paint-order="stroke" stroke="var(--card)" stroke-width="4">${short(sayStream(stream, definition, terms), 40)}</text>`;
    const lines = dated.filter((line) => line.stream === stream);
    return html`${label}<line x1="${x(from)}" x2="${x(to)}" y1="${y}" y2="${y}" stroke="var(--rule)"/>${lines.map(
      (line) =>
        mark(line, { from, to, x, y }, `${sayWhat(line, terms)}; ${sayTiming(line, candidate.delivery.when, terms)}`),
    )}`;
  })}</svg>`;
}

type Place = { readonly from: number; readonly to: number; readonly x: (months: number) => number; readonly y: number };

function mark(line: EvidenceLine, { from, to, x, y }: Place, title: string): Html {
  const days = line.sinceDelivery?.days ?? { least: 0, most: 0 };
  const [low, high] = [days.least / DAYS_PER_MONTH, days.most / DAYS_PER_MONTH];
  const fill = line.isCertain ? "var(--accent)" : "var(--card)";
  const look = html`fill="${fill}" stroke="var(--accent)" stroke-width="1.5"`;
  const name = html`<title>${title}</title>`;
  if (high < from)
    return html`<path d="M${x(from) + 9} ${y - 6}L${x(from)} ${y}L${x(from) + 9} ${y + 6}Z" ${look}>${name}</path>`;
  if (low > to)
    return html`<path d="M${x(to) - 9} ${y - 6}L${x(to)} ${y}L${x(to) - 9} ${y + 6}Z" ${look}>${name}</path>`;
  if (days.least === days.most) return html`<circle cx="${x(low)}" cy="${y}" r="5" ${look}>${name}</circle>`;
  const [start, end] = [x(Math.max(low, from)), x(Math.min(high, to))];
  return html`<rect x="${start}" y="${y - 5}" width="${Math.max(6, round(end - start))}" height="10" rx="4" ${look}>${name}</rect>`;
}

/** A whole number of quarters that takes in the events, between what the axis reaches at least and at most. */
function reach(lines: readonly EvidenceLine[], side: "least" | "most", least: number, most: number): number {
  const all = lines.map(({ sinceDelivery }) => (sinceDelivery?.days[side] ?? 0) / DAYS_PER_MONTH);
  if (side === "least") return Math.max(most, Math.min(least, 3 * Math.floor(Math.min(...all) / 3)));
  return Math.min(most, Math.max(least, 3 * Math.ceil(Math.max(...all) / 3)));
}

function months(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, index) => first + index * step);
}

function short(text: string, length: number): string {
  const signs = [...text];
  const width = signs.reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0);
  if (width <= length) return text;
  let kept = "";
  let used = 0;
  for (const sign of signs) {
    used += /\p{Script=Han}/u.test(sign) ? 2 : 1;
    if (used > length - 1) break;
    kept += sign;
  }
  return `${kept}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
