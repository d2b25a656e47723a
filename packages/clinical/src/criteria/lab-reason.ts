import type { LabReading } from "../laboratory/reading.ts";
import type { WorkupItem } from "../record/workup.ts";
import { type Reason, reason } from "./reasons.ts";
import { whyUnclassed } from "./unclassed-value.ts";

/** That a value recorded for a test of the work-up has no class, and why; `undefined` when it has one. */
export function unclassedReason(item: WorkupItem, reading: LabReading): Reason | undefined {
  const why = whyUnclassed(reading);
  return why === undefined ? undefined : reason("valueNotClassed", { item, ...labFacts(reading), why });
}

/** A laboratory value with its place on the interval, as a reason. */
export function labReason(reading: LabReading): Reason {
  return reason("laboratoryValue", labFacts(reading));
}

function labFacts(reading: LabReading) {
  return {
    analyte: reading.analyte,
    value: reading.value.value,
    decimals: reading.value.decimals,
    censored: reading.value.censored ?? null,
    unit: reading.unit,
    flag: reading.flag,
    at: reading.at,
  };
}
