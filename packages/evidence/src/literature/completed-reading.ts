import type { LocalText } from "@materbone/clinical";
import type { Reading, Spread } from "./literature-record.ts";

/**
 * One reading of what two say when the second repeats the first and may tell more: a spread, a place or a note. Who read
 * the spread then stands for the reading.
 *
 * @returns `undefined` when they are two readings: of another document, statistic, value or spread, or each with a note of its own
 */
export function completedReading(known: Reading, told: Reading): Reading | undefined {
  const isSame = (["document", "statistic", "value", "low", "high"] as const).every((key) => known[key] === told[key]);
  if (!isSame || !agree(spreadText(known.spread), spreadText(told.spread))) return undefined;
  if (!isNoteOf(told.note, known.note)) return undefined;
  const spread = known.spread ?? told.spread;
  const place = placesOf(known.place, told.place);
  const note = known.note ?? told.note;
  const isNew = known.spread === undefined && told.spread !== undefined;
  const { checkedBy, checked } = isNew ? told : known;
  return {
    ...known,
    ...(spread === undefined ? {} : { spread }),
    ...(place === undefined ? {} : { place }),
    ...(checkedBy === undefined ? {} : { checkedBy }),
    checked,
    ...(note === undefined ? {} : { note }),
  };
}

function spreadText(spread: Spread | undefined): string | undefined {
  if (spread === undefined) return undefined;
  return [spread.kind, ...("value" in spread ? [spread.value] : [spread.lower, spread.upper])].join(" ");
}

function agree(known: string | undefined, told: string | undefined): boolean {
  return known === undefined || told === undefined || known === told;
}

/** A note in two languages is told again by either. */
function isNoteOf(told: LocalText | undefined, known: LocalText | undefined): boolean {
  if (told === undefined || known === undefined) return true;
  if (typeof told === "string" && typeof known === "object") return told === known.en || told === known.zh;
  return JSON.stringify(told) === JSON.stringify(known);
}

function placesOf(known: string | undefined, told: string | undefined): string | undefined {
  if (known === undefined || told === undefined) return known ?? told;
  return known.includes(told) ? known : `${known}; ${told}`;
}
