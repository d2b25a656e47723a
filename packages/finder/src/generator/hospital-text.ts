import { isoDate } from "@materbone/clinical";
import { makePerson } from "./make-person.ts";
import { emptyDraft, FIRST_IDENTIFIER, type PersonDraft } from "./person-draft.ts";

/** Which synthetic hospital: its seed and its size. */
export type HospitalOptions = { readonly seed: number; readonly persons: number };

/** A piece of a file of a hospital, in order; `persons` are finished when it is written. */
export type HospitalChunk = { readonly file: string; readonly text: string; readonly persons: number };

/** Appends text to a file of the hospital. */
export type Append = (file: string, text: string) => void;

/** Length of text, in UTF-16 units, that a file collects before it is handed on. */
const CHUNK = 1 << 16;

/**
 * The persons of a hospital as pieces of text files. What is not yet written never exceeds one chunk per file.
 *
 * @param begin - writes the heads of the files
 * @param writePerson - writes one person
 */
export function* hospitalText(
  { seed, persons }: HospitalOptions,
  begin: (append: Append) => void,
  writePerson: (draft: PersonDraft, append: Append) => void,
): Generator<HospitalChunk> {
  const waiting = new Map<string, string>();
  const full = new Set<string>();
  const append: Append = (file, text) => {
    const joined = (waiting.get(file) ?? "") + text;
    waiting.set(file, joined);
    if (joined.length >= CHUNK) full.add(file);
  };
  begin(append);
  const draft = emptyDraft();
  for (let number = 1; number <= persons; number++) {
    makePerson(seed, number, draft);
    writePerson(draft, append);
    for (const file of full) {
      yield { file, text: waiting.get(file) ?? "", persons: number };
      waiting.delete(file);
    }
    full.clear();
  }
  for (const [file, text] of waiting) yield { file, text, persons };
}

/** The identifier of a person, the same in every format. */
export function sourceId(number: number): string {
  return String(FIRST_IDENTIFIER + number);
}

const FIRST_DAY = -20_000;
const isoDays: string[] = [];

/** ISO date of a day, from a table that fills itself: a hospital writes the same few thousand days over and over. */
export function dayText(day: number): string {
  const at = day - FIRST_DAY;
  if (at < 0) return isoDate(day);
  isoDays[at] ??= isoDate(day);
  return isoDays[at];
}

/** `hh:mm` of a minute of the day. */
export function clockText(minute: number): string {
  const hour = Math.floor(minute / 60);
  const rest = minute % 60;
  return `${hour < 10 ? "0" : ""}${hour}:${rest < 10 ? "0" : ""}${rest}`;
}

/** Birth date as precisely as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export function birthText(draft: PersonDraft): string {
  const text = dayText(draft.birthDay);
  return draft.birthPrecision === "day" ? text : text.slice(0, draft.birthPrecision === "month" ? 7 : 4);
}
