import type { Terms } from "../language/terms.ts";
import type { Interval } from "../time/interval.ts";

/** A time as a fact, months from delivery; `null` = an open end. */
export type TimeFact = { readonly earliest: number | null; readonly latest: number | null };

export function timeFact(time: Interval): TimeFact {
  return { earliest: bounded(time.earliest), latest: bounded(time.latest) };
}

/** "12 months after delivery", "产后0–6个月"; more digits where rounding to one decimal would hide the distance to a limit. */
export function sayTime(time: TimeFact | null, t: Terms): string {
  if (time === null) return t.lang === "zh" ? "时间不详" : "time not known";
  const { earliest, latest } = time;
  if (earliest !== null && earliest === latest) return sayPoint(earliest, t);
  const range = t.monthInterval({
    earliest: earliest ?? Number.NEGATIVE_INFINITY,
    latest: latest ?? Number.POSITIVE_INFINITY,
  });
  return t.lang === "zh" ? `产后${range}个月` : `${range} months after delivery`;
}

/** A number of months with as few decimals as keep it apart from a whole one: 18, 18.03, −2.8. */
export function sayMonths(months: number, t: Terms): string {
  if (Number.isInteger(months)) return t.fixed(months, 0);
  const oneDecimalIsWhole = Number.isInteger(Math.round(months * 10) / 10);
  return t.fixed(months, oneDecimalIsWhole ? 2 : 1);
}

function sayPoint(months: number, t: Terms): string {
  if (months === 0) return t.lang === "zh" ? "分娩时" : "at delivery";
  const size = sayMonths(Math.abs(months), t);
  if (months < 0) return t.lang === "zh" ? `分娩前${size}个月` : `${size} months before delivery`;
  return t.lang === "zh" ? `产后${size}个月` : `${size} months after delivery`;
}

function bounded(months: number): number | null {
  return Number.isFinite(months) ? months : null;
}
