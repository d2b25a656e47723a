import type { Terms } from "@materbone/clinical";
import type { Quantity, ValueSpan } from "./evidence-figure-data.ts";

/** "+14.2", as the quantity prints its values, without the unit. */
export function valueText(value: number, quantity: Quantity, terms: Terms): string {
  return quantity.isSigned ? terms.signed(value, quantity.decimals) : terms.fixed(value, quantity.decimals);
}

/** "+9.0 to +19.4", "+9.0 至 +19.4". */
export function spanText(span: ValueSpan, quantity: Quantity, terms: Terms): string {
  const [lower, upper] = [valueText(span.lower, quantity, terms), valueText(span.upper, quantity, terms)];
  return terms.lang === "zh" ? `${lower} 至 ${upper}` : `${lower} to ${upper}`;
}

/** "(+9.0 to +19.4)" in the brackets of both languages' tables of numbers. */
export function bracketed(words: string): string {
  return `(${words})`;
}

/** A value with its unit, as a sentence has it: "+14.2%", "+3.1 percentage points", "3.1个百分点". */
export function withUnit(words: string, quantity: Quantity, terms: Terms): string {
  const unit = terms.text(quantity.unit);
  const isClose = unit.startsWith("%") || (terms.lang === "zh" && !/^[A-Za-z]/.test(unit));
  return isClose ? `${words}${unit}` : `${words} ${unit}`;
}

/** "Change of lumbar spine BMD, %", "腰椎骨密度变化（%）". */
export function quantityWithUnit(quantity: Quantity, terms: Terms): string {
  const [name, unit] = [terms.text(quantity.name), terms.text(quantity.unit)];
  if (unit === "") return name;
  return terms.lang === "zh" ? `${name}（${unit}）` : `${name}, ${unit}`;
}

/** Sentences one after the other, as the language sets them. */
export function sentences(parts: readonly string[], terms: Terms): string {
  return parts.filter((part) => part !== "").join(terms.lang === "zh" ? "" : " ");
}
