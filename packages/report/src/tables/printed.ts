import { type Dose, type Interval, type Lang, type PrintedNumber, printedUnit, type Terms } from "@materbone/clinical";
import { TABLE_WORDS } from "./words.ts";

/** Joins the limits of an interval: en dash in English, ～ in Chinese as Chinese journals print it. */
export const RANGE_DASH: Readonly<Record<Lang, string>> = { en: "\u2013", zh: "～" };

/** A printed number with all its digits and its detection limit. */
export function printedText(printed: PrintedNumber): string {
  return String(printed).replace(/\s+/g, "").replace("-", "\u2212");
}

/** "4.11–21.87", "≥ 35", "≤ 100". */
export function printedRange(
  low: PrintedNumber | undefined,
  high: PrintedNumber | undefined,
  lang: Lang,
): string | undefined {
  if (low !== undefined && high !== undefined) return `${printedText(low)}${RANGE_DASH[lang]}${printedText(high)}`;
  if (low !== undefined) return `≥ ${printedText(low)}`;
  return high === undefined ? undefined : `≤ ${printedText(high)}`;
}

/** A number in its shortest form, U+2212 for a minus. */
export function plainNumber(value: number): string {
  return String(value).replace("-", "\u2212");
}

/** One number or a range. */
export function numberOrRange(value: number | readonly number[], lang: Lang): string {
  if (typeof value === "number") return plainNumber(value);
  const [low, high] = value;
  if (low === undefined || high === undefined || low === high) return plainNumber(low ?? 0);
  return `${plainNumber(low)}${RANGE_DASH[lang]}${plainNumber(high)}`;
}

/** "70 mg/week", "70 mg/周", "2 mg/3 months"; a dose without an interval has its amount alone. */
export function printedDose(dose: Dose, t: Terms): string {
  const amount = `${numberOrRange(dose.amount, t.lang)} ${printedUnit(dose.unit)}`;
  if (dose.per === "notStated") return amount;
  if (dose.per === "once")
    return t.lang === "zh"
      ? `${amount} ${t.text(TABLE_WORDS.singleDose)}`
      : `${amount}, ${t.text(TABLE_WORDS.singleDose)}`;
  return `${amount}/${printedPeriod(dose.per, t.lang)}`;
}

const PERIOD_ZH: Readonly<Record<string, string>> = { day: "d", week: "周", month: "月", year: "年" };

function printedPeriod(per: string, lang: Lang): string {
  if (lang === "en") return per;
  const match = /^(?:(\d+) )?(day|week|month|year)s?$/.exec(per);
  const unit = match?.[2] ?? "";
  const word = PERIOD_ZH[unit] ?? per;
  const count = match?.[1];
  if (count === undefined) return word;
  return `${count}${unit === "month" ? "个月" : unit === "day" ? "天" : word}`;
}

/** "1 year", "2～3 年", "30 months": whole years as years, all else as months. */
export function printedDuration(months: number | readonly number[], lang: Lang): string {
  const values = typeof months === "number" ? [months] : months;
  return values.every((value) => value >= 12 && value % 12 === 0)
    ? printedYears(scaled(months, 12), lang)
    : printedMonths(months, lang);
}

/** "24 months", "24 个月". */
export function printedMonths(months: number | readonly number[], lang: Lang): string {
  const text = numberOrRange(months, lang);
  if (lang === "zh") return `${text}个月`;
  return `${text} ${text === "1" ? "month" : "months"}`;
}

function printedYears(years: number | readonly number[], lang: Lang): string {
  const text = numberOrRange(years, lang);
  if (lang === "zh") return `${text}年`;
  return `${text} ${text === "1" ? "year" : "years"}`;
}

function scaled(value: number | readonly number[], by: number): number | readonly number[] {
  return typeof value === "number" ? value / by : value.map((each) => each / by);
}

/** Months from delivery in a table: "15", "39–51"; zh joins with ～. */
export function printedMonthInterval(interval: Interval | undefined, t: Terms): string {
  const text = t.monthInterval(interval);
  return t.lang === "zh" ? text.replace("\u2013", "～") : text;
}
