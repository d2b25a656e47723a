import { addMonths, type Terms } from "@materbone/clinical";
import { dayOfIso, isoOfDay } from "../ir/day-number.ts";
import { type DayRange, elapsed, type IntegerRange, isOneDay } from "./day-range.ts";

const EN_DASH = "\u2013";

/** "2024-04-02"; a whole month or year as "2024-04" or "2024"; else its first and last day. */
export function sayWhen(when: DayRange, terms: Terms): string {
  if (isOneDay(when)) return when.low;
  for (const [months, length] of [
    [1, 7],
    [12, 4],
  ] as const) {
    const isFirst = when.low.endsWith(length === 7 ? "-01" : "-01-01");
    if (isFirst && isoOfDay(addMonths(dayOfIso(when.low), months) - 1) === when.high) return when.low.slice(0, length);
  }
  return terms.lang === "zh" ? `${when.low} 至 ${when.high}` : `${when.low} to ${when.high}`;
}

/** "2–3" or "2". */
export function sayRange({ least, most }: IntegerRange): string {
  return least === most ? String(least) : `${least}${EN_DASH}${most}`;
}

/** "102 days (3 months) after delivery"; months are completed ones, and left out below one. */
export function saySinceDelivery(delivery: DayRange, when: DayRange, terms: Terms): string {
  const { days, months } = elapsed(delivery, when);
  const isZh = terms.lang === "zh";
  if (days.least === 0 && days.most === 0) return isZh ? "分娩当日" : "on the day of delivery";
  if (days.least >= 0) {
    return isZh ? `产后 ${sayAmount(days, months, terms)}` : `${sayAmount(days, months, terms)} after delivery`;
  }
  if (days.most <= 0) {
    const before = elapsed(when, delivery);
    const amount = sayAmount(before.days, before.months, terms);
    return isZh ? `本次分娩前 ${amount}` : `${amount} before delivery`;
  }
  return isZh
    ? `本次分娩前 ${-days.least} 天至产后 ${days.most} 天`
    : `between ${sayDays({ least: -days.least, most: -days.least }, terms)} before and ${sayDays({ least: days.most, most: days.most }, terms)} after delivery`;
}

/** "79 days", "1 day", "2–30 days". */
export function sayDays(days: IntegerRange, terms: Terms): string {
  return terms.lang === "zh" ? `${sayRange(days)} 天` : `${sayRange(days)} ${terms.count(manyOf(days), "day", "days")}`;
}

function sayAmount(days: IntegerRange, months: IntegerRange, terms: Terms): string {
  if (months.most < 1) return sayDays(days, terms);
  const inMonths =
    terms.lang === "zh"
      ? `${sayRange(months)} 个月`
      : `${sayRange(months)} ${terms.count(manyOf(months), "month", "months")}`;
  return terms.lang === "zh" ? `${sayDays(days, terms)}（${inMonths}）` : `${sayDays(days, terms)} (${inMonths})`;
}

/** A range takes the plural, "0–1 months". */
function manyOf({ least, most }: IntegerRange): number {
  return least === most ? most : Number.POSITIVE_INFINITY;
}
