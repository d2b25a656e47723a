import { dayInterval, isoDate } from "@materbone/clinical";

/** Longest line of a calendar in octets, without the break (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/** Content lines of a calendar as its text: folded, and ended by CRLF. */
export function calendarLines(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Breaks between characters, never inside one; a continuation begins with a space, which counts. */
function folded(line: string): string {
  let text = "";
  let room = LONGEST_LINE;
  for (const character of line) {
    const octets = octetsOf(character);
    if (octets > room) {
      text += "\r\n ";
      room = LONGEST_LINE - 1;
    }
    text += character;
    room -= octets;
  }
  return text;
}

/** Octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** A value of type TEXT (RFC 5545, 3.3.11): separators and line breaks escaped, other control characters dropped. */
export function calendarText(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

/** `YYYYMMDD` of an ISO date. */
export function calendarDay(date: string): string {
  return date.replaceAll("-", "");
}

/** The end of an all-day event is the day after its last. */
export function dayAfter(date: string): string {
  return isoDate(dayInterval(date).latest + 1);
}

/** `YYYYMMDDTHHMMSSZ` of an instant in UTC. @throws RangeError when it is none */
export function utcStamp(instant: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z$/.exec(instant);
  if (match === null) throw new RangeError(`not an instant in UTC: ${instant}`);
  const [, year, month, day, hour, minute, second] = match;
  return `${year}${month}${day}T${hour}${minute}${second}Z`;
}
