import { type Phrase, say, type Terms } from "@materbone/clinical";

/** Place of a reading for a reader: lines (`l.438-450`) in words, with what they are lines of; any other as it was written. */
export function readingPlace(place: string, t: Terms): string {
  const [, from, to] = /^l\.(\d+)-(\d+)$/.exec(place) ?? [];
  return from === undefined || to === undefined ? place : say(LINES, { from, to }, t);
}

const LINES: Phrase<{ readonly from: string; readonly to: string }> = {
  en: ({ from, to }) => `lines ${from}–${to} of the paper's text`,
  zh: ({ from, to }) => `论文文本第${from}～${to}行`,
};
