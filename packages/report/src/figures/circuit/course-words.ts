import type { Interval, Terms } from "@materbone/clinical";
import type { MonthOrigin, SimulatedQuantity } from "./simulation-data.ts";
import { AT_MONTH } from "./simulation-words.ts";

/** "+5.2%", "0.884 g/cm²". */
export function simulatedText(value: number, quantity: SimulatedQuantity, terms: Terms): string {
  return quantity === "percent" ? `${simulatedNumber(value, quantity, terms)}%` : `${terms.fixed(value, 3)} g/cm²`;
}

/** The same without its unit. */
export function simulatedNumber(value: number, quantity: SimulatedQuantity, terms: Terms): string {
  return quantity === "percent" ? terms.signed(value, 1) : terms.fixed(value, 3);
}

/** "−12.0 to +3.1%". */
export function simulatedSpan(lower: number, upper: number, quantity: SimulatedQuantity, terms: Terms): string {
  const low = simulatedNumber(lower, quantity, terms);
  return `${low}${terms.lang === "zh" ? "至" : " to "}${simulatedText(upper, quantity, terms)}`;
}

/** "month 12", "产后12个月": months on the axis of the figure. */
export function monthWords(when: number | Interval, since: MonthOrigin, terms: Terms): string {
  const months = typeof when === "number" ? terms.months(when) : terms.monthInterval(when);
  return AT_MONTH[terms.lang]({ months, since }, terms);
}
