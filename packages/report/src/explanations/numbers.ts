import { MINUS, type Terms } from "@materbone/clinical";

/** A number inside a formula: a negative one stands in brackets. */
export function term(printed: string): string {
  return printed.startsWith(MINUS) ? `(${printed})` : printed;
}

/** A precision or a limit: at most two decimals, none that say nothing. */
export function shortPercent(value: number, terms: Terms): string {
  return terms.fixed(value, 2).replace(/\.?0+$/, "");
}

export function colon(head: string, tail: string, terms: Terms): string {
  return terms.lang === "zh" ? `${head}：${tail}` : `${head}: ${tail}`;
}
