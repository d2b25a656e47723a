import { readUnitScale, rescaled, type UnitScale, withMolesForGrams } from "./unit-scale.ts";

/** What a quantity of a scenario has to be. */
export type QuantityRule = {
  /** The unit that the value is wanted in, as the model writes it. */
  readonly unit: string;
  /** Lets a mass stand for an amount of this substance, and the reverse. */
  readonly molarMassGPerMol?: number;
};

export type QuantityReading = { readonly kind: "read"; readonly value: number } | QuantityFault;

export type QuantityFault =
  | { readonly kind: "unreadableQuantity"; readonly value: string; readonly unit: string }
  | { readonly kind: "notFinite"; readonly value: string }
  | { readonly kind: "unitMissing"; readonly value: string; readonly unit: string }
  | { readonly kind: "unitUnknown"; readonly given: string; readonly unit: string }
  | { readonly kind: "unitUnlike"; readonly given: string; readonly unit: string };

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
const QUANTITY = new RegExp(String.raw`^(${NUMBER}(?:\s*[*/]\s*${NUMBER})*)\s*(.*)$`, "u");
/** Written for none by the lists of parameters. */
const DIMENSIONLESS: readonly string[] = ["", "1", "-", "0/1"];

/** The longest text that is read as a quantity. */
const LONGEST = 200;

/** A number as it was written, with the text behind it. */
export type NumberAndUnit = { readonly value: number; readonly unit: string; readonly text: string };

/** A quantity as a scenario writes it. */
type Written = number | string | { readonly value: number; readonly unit: string };

/**
 * Reads a number with its unit, `"-0.15 mM"`, `"10/16.667 L/h"`, `"5.25/24 mmol/h"`, or `{ "value": 2, "unit": "mM" }`, and
 * converts it. The number may be a product or quotient of plain numbers. A bare number is dimensionless.
 */
export function readQuantity(given: Written, rule: QuantityRule): QuantityReading {
  const parts = numberAndUnit(given);
  return parts === undefined
    ? { kind: "unreadableQuantity", value: String(given), unit: rule.unit }
    : inUnit(parts, rule);
}

/** Parts a number from the text behind it; `undefined` when there is no number in front. */
export function numberAndUnit(given: Written): NumberAndUnit | undefined {
  if (typeof given === "number") return { value: given, unit: "", text: String(given) };
  if (typeof given === "object") return { value: given.value, unit: given.unit.trim(), text: String(given.value) };
  const text = given.normalize("NFKC").replaceAll("\u2212", "-").trim();
  const [, numbers, unit] = text.length > LONGEST ? [] : (QUANTITY.exec(text) ?? []);
  if (numbers === undefined || unit === undefined) return undefined;
  return { value: calculated(numbers), unit: unit.trim(), text };
}

function inUnit({ value, unit, text }: NumberAndUnit, rule: QuantityRule): QuantityReading {
  if (!Number.isFinite(value)) return { kind: "notFinite", value: text };
  if (unit === rule.unit) return { kind: "read", value };
  const isDimensionless = DIMENSIONLESS.includes(rule.unit);
  if (DIMENSIONLESS.includes(unit) && !isDimensionless) {
    // Nothing is nothing in every unit.
    return value === 0 ? { kind: "read", value } : { kind: "unitMissing", value: text, unit: rule.unit };
  }
  const from = readUnitScale(DIMENSIONLESS.includes(unit) ? "1" : unit);
  const to = readUnitScale(isDimensionless ? "1" : rule.unit);
  if (from === undefined) return { kind: "unitUnknown", given: unit, unit: rule.unit };
  if (to === undefined) return { kind: "unitUnlike", given: unit, unit: rule.unit };
  const converted = convertedBy(from, to, rule.molarMassGPerMol, value);
  if (converted === undefined) return { kind: "unitUnlike", given: unit, unit: rule.unit };
  return Number.isFinite(converted) ? { kind: "read", value: converted } : { kind: "notFinite", value: text };
}

function convertedBy(
  from: UnitScale,
  to: UnitScale,
  molarMassGPerMol: number | undefined,
  value: number,
): number | undefined {
  if (from.dimension === to.dimension) return rescaled(value, from, to);
  if (molarMassGPerMol === undefined) return undefined;
  if (withMolesForGrams(from.dimension) === to.dimension) return rescaled(value, from, to) / molarMassGPerMol;
  if (withMolesForGrams(to.dimension) === from.dimension) return rescaled(value, from, to) * molarMassGPerMol;
  return undefined;
}

/** Left to right, as `10/16.667` and `5.25/24` are meant. */
function calculated(numbers: string): number {
  const parts = numbers.match(new RegExp(`${NUMBER}|[*/]`, "gu")) ?? [];
  let value = Number(parts[0]);
  for (let at = 1; at + 1 < parts.length; at += 2) {
    const next = Number(parts[at + 1]);
    value = parts[at] === "/" ? value / next : value * next;
  }
  return value;
}
