import type { LabReading } from "../laboratory/reading.ts";
import { type Reason, reason } from "./reasons.ts";

/** A laboratory value with its place on the interval, as a reason. */
export function labReason(reading: LabReading): Reason {
  return reason("laboratoryValue", {
    analyte: reading.analyte,
    value: reading.value.value,
    decimals: reading.value.decimals,
    censored: reading.value.censored ?? null,
    unit: reading.unit,
    flag: reading.flag,
    at: reading.at,
  });
}
