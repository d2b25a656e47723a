import { type NumberAndUnit, numberAndUnit } from "./quantity.ts";
import { type ModelClock, modelTime, TIME_UNITS, timeUnitOf } from "./time-unit.ts";

export type TimeReading =
  | { readonly kind: "read"; readonly value: number }
  | { readonly kind: "unreadableTime"; readonly value: string }
  | { readonly kind: "timeUnitMissing"; readonly value: string }
  | { readonly kind: "timeUnit"; readonly value: string; readonly known: readonly string[] }
  | { readonly kind: "notFinite"; readonly value: string };

/** Reads `"6 month"` or `{ "value": 6, "unit": "month" }` into the time unit of a model; 0 needs no unit. */
export function readTime(
  given: number | string | { readonly value: number; readonly unit: string },
  clock: ModelClock,
): TimeReading {
  const parts = numberAndUnit(given);
  return parts === undefined ? { kind: "unreadableTime", value: String(given) } : timeOf(parts, clock);
}

function timeOf({ value, unit, text }: NumberAndUnit, clock: ModelClock): TimeReading {
  if (!Number.isFinite(value)) return { kind: "notFinite", value: text };
  if (unit === "") return value === 0 ? { kind: "read", value: 0 } : { kind: "timeUnitMissing", value: text };
  const known = timeUnitOf(unit);
  // A date, or a comma for the point: no unit at all.
  if (known === undefined && /^[-,，:\d]/u.test(unit)) return { kind: "unreadableTime", value: text };
  if (known === undefined) return { kind: "timeUnit", value: unit, known: TIME_UNITS };
  return { kind: "read", value: modelTime(value, known, clock) };
}
