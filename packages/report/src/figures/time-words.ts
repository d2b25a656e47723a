import { type Interval, isBounded, isPoint, localText, type Terms, type When } from "@materbone/clinical";
import { WORDS } from "./words.ts";

/** A time as a drawing prints it: "15", "39 or 51", "3–9", "time not recorded". */
export function monthsText(when: Interval | undefined, entry: When | undefined, terms: Terms): string {
  if (!isTimed(when)) return terms.text(WORDS.timeNotRecorded);
  if (entry?.readings !== undefined) return terms.either(entry.readings.map((month) => terms.months(month)));
  return terms.monthInterval(when);
}

/** The same as words beside a name: "month 15", "产后15个月". */
export function atMonth(when: Interval | undefined, entry: When | undefined, terms: Terms): string {
  const months = monthsText(when, entry, terms);
  if (!isTimed(when)) return months;
  if (terms.lang === "zh") return `产后${months}个月`;
  if (isPoint(when)) return `month ${months}`;
  // "before 6 months", but "months 3–9".
  return isBounded(when) ? `months ${months}` : `${months} months`;
}

/** Is anything known of the time? */
export function isTimed(when: Interval | undefined): when is Interval {
  return when !== undefined && (Number.isFinite(when.earliest) || Number.isFinite(when.latest));
}

/** Display name of a woman: her label when given, else her id. */
export function womanName(
  record: { readonly id: string; readonly label?: Parameters<typeof localText>[0] | undefined },
  terms: Terms,
): string {
  return record.label === undefined ? record.id : localText(record.label, terms.lang);
}

/** First letter as a heading has it; Chinese and symbols stay as they are. */
export function headed(words: string): string {
  const [first = ""] = words;
  // A Greek or chemical prefix keeps its case: only plain small letters are raised, and the article.
  return /^([a-z]{2}|a )/.test(words) ? first.toUpperCase() + words.slice(1) : words;
}
