import { isoDate } from "@materbone/clinical";
import { FIRST_IDENTIFIER, type PersonDraft } from "./person-draft.ts";

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
