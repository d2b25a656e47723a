import type { PrintedValue } from "../../laboratory/printed-value.ts";
import type { LabReading } from "../../laboratory/reading.ts";
import type { Analyte } from "../../laboratory/vocabulary.ts";
import type { Terms } from "../../language/terms.ts";

/** A printed number as a fact. */
export type PrintedFact = { readonly value: number; readonly decimals: number };

/** A reference interval as a fact; an open side is `null`. */
export type LimitsFact = {
  readonly low: PrintedFact | null;
  readonly high: PrintedFact | null;
  readonly limitsUnit: string;
};

/** A laboratory value as a fact: what was printed, where it lies, and the first interval that applies. */
export type LabValueFact = LimitsFact & {
  readonly analyte: Analyte;
  readonly value: number;
  readonly decimals: number;
  readonly censored: "<" | ">" | null;
  readonly unit: string;
  readonly flag: LabReading["flag"];
};

export function labValueFact(reading: LabReading): LabValueFact {
  const applied = reading.applied[0];
  return {
    analyte: reading.analyte,
    value: reading.value.value,
    decimals: reading.value.decimals,
    censored: reading.value.censored ?? null,
    unit: reading.unit,
    flag: reading.flag,
    low: printedFact(applied?.low),
    high: printedFact(applied?.high),
    limitsUnit: applied?.interval.unit ?? reading.unit,
  };
}

export function printedFact(printed: PrintedValue | undefined): PrintedFact | null {
  return printed === undefined ? null : { value: printed.value, decimals: printed.decimals };
}

/** "ALP 112 U/L (high)" or "碱性磷酸酶 112 U/L（偏高）", with the digits that were printed. */
export function sayLabValue(fact: LabValueFact, t: Terms): string {
  const value = `${t.analyte(fact.analyte)} ${sayNumber(fact, t)} ${fact.unit}`;
  if (fact.flag === "undetermined" || fact.flag === "noInterval") return value;
  return `${value}${bracketed(t.word("labFlag", fact.flag), t)}`;
}

/** As `sayLabValue`, with the interval: "ALP 112 U/L (high, 35–100)" or "碱性磷酸酶 112 U/L（偏高，参考区间 35–100）". */
export function sayLabValueInInterval(fact: LabValueFact, t: Terms): string {
  const value = `${t.analyte(fact.analyte)} ${sayNumber(fact, t)} ${fact.unit}`;
  const limits = sayLimits(fact, fact.unit, t);
  const flag = t.word("labFlag", fact.flag);
  return `${value}${bracketed(t.lang === "zh" ? `${flag}，参考区间 ${limits}` : `${flag}, ${limits}`, t)}`;
}

/** An analyte with an interval: "N-MID osteocalcin (4.11–21.87)". */
export function sayAnalyteInterval(analyte: Analyte, limits: LimitsFact, unit: string, t: Terms): string {
  const text = sayLimits(limits, unit, t);
  return `${t.analyte(analyte)}${bracketed(t.lang === "zh" ? `参考区间 ${text}` : text, t)}`;
}

function bracketed(text: string, t: Terms): string {
  return t.lang === "zh" ? `（${text}）` : ` (${text})`;
}

/** The number alone, with its detection limit sign. */
export function sayNumber(fact: PrintedFact & { readonly censored?: "<" | ">" | null }, t: Terms): string {
  return `${fact.censored ?? ""}${t.fixed(fact.value, fact.decimals)}`;
}

/** "8.53–64.32", "≥ 35", "≤ 100"; the unit is said where it is not the value's. */
function sayLimits({ low, high, limitsUnit }: LimitsFact, unit: string, t: Terms): string {
  const ending = limitsUnit === unit ? "" : ` ${limitsUnit}`;
  if (low !== null && high !== null) return `${sayNumber(low, t)}–${sayNumber(high, t)}${ending}`;
  if (low !== null) return `≥ ${sayNumber(low, t)}${ending}`;
  return high === null ? "" : `≤ ${sayNumber(high, t)}${ending}`;
}

/** JSON Pointer of the panel that a reading belongs to: values of one sampling share it. */
export function panelOf(reading: LabReading): string {
  return reading.at.slice(0, reading.at.indexOf("/results"));
}
