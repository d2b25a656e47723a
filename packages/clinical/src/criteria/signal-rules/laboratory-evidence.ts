import { adjustedCalciumMmolPerL } from "../../laboratory/adjusted-calcium.ts";
import type { Flag, LabReading } from "../../laboratory/reading.ts";
import type { Analyte } from "../../laboratory/vocabulary.ts";
import type { CaseView } from "../../record/case-view.ts";
import type { WorkupItem } from "../../record/workup.ts";
import { EVERYTHING, liesWithin } from "../../time/interval.ts";
import { convert } from "../../units/convert.ts";
import { labReason } from "../lab-reason.ts";
import { type Reason, reason } from "../reasons.ts";
import { samplingOf } from "../workup.ts";

/** Serum calcium, the most telling first; of one sampling the first that is there stands for the others. */
const CALCIUM: readonly Analyte[] = ["calciumIonised", "calciumAlbuminAdjusted", "calcium"];

export function flagged(view: CaseView, analytes: readonly Analyte[], flag: Flag): readonly LabReading[] {
  return view.laboratory.filter((reading) => analytes.includes(reading.analyte) && reading.flag === flag);
}

/**
 * Calcium readings with the flag, where neither a more telling calcium of the same sampling nor its albumin says otherwise:
 * total calcium is low with a low albumin and high with a high one.
 */
export function flaggedCalcium(view: CaseView, flag: Flag): readonly LabReading[] {
  return flagged(view, CALCIUM, flag).filter(
    (reading) =>
      isFlaggedAdjusted(reading, flag, view) &&
      !view.laboratory.some(
        (other) =>
          samplingOf(other) === samplingOf(reading) &&
          CALCIUM.includes(other.analyte) &&
          CALCIUM.indexOf(other.analyte) < CALCIUM.indexOf(reading.analyte),
      ),
  );
}

/** Does total calcium keep its flag when it is adjusted for the albumin of its sampling? True without an albumin. */
function isFlaggedAdjusted(reading: LabReading, flag: Flag, view: CaseView): boolean {
  if (reading.analyte !== "calcium") return true;
  const albumin = view.laboratory.find(
    (other) => other.analyte === "albumin" && samplingOf(other) === samplingOf(reading),
  );
  const adjusted = albumin === undefined ? undefined : adjustedCalciumMmolPerL(reading, albumin);
  if (adjusted === undefined) return true;
  return reading.applied.every(({ interval, low, high }) => {
    const value = convert(adjusted, "mmol/L", "calcium", interval.unit);
    if (value === undefined) return true;
    return flag === "low" ? low !== undefined && value < low.value : high !== undefined && value > high.value;
  });
}

/** Readings of one occasion: the same panel, or panels whose times can be the same. */
function sameOccasion(a: LabReading, b: LabReading): boolean {
  return samplingOf(a) === samplingOf(b) || liesWithin(a.when ?? EVERYTHING, b.when ?? EVERYTHING) !== "no";
}

/** Readings of `others` from the occasion of `reading`; those of its own panel where there are any. */
export function beside(reading: LabReading, others: readonly LabReading[]): readonly LabReading[] {
  const own = others.filter((other) => samplingOf(other) === samplingOf(reading));
  return own.length > 0 ? own : others.filter((other) => sameOccasion(reading, other));
}

export function labReasons(readings: readonly LabReading[]): readonly Reason[] {
  return readings.map(labReason);
}

/** An abnormal result in words. Its direction is not known. */
export function abnormalInWords(view: CaseView, item: WorkupItem): readonly Reason[] {
  return (view.record.workup ?? []).flatMap((entry, position) =>
    entry.item === item && entry.status === "abnormal"
      ? [reason("workupAbnormal", { item, at: `/workup/${position}` })]
      : [],
  );
}
