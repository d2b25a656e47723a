import data from "../../knowledge/laboratory-rules.json" with { type: "json" };
import type { Source } from "../source.ts";
import { convert } from "../units/convert.ts";
import type { LabReading } from "./reading.ts";

type Adjustment = {
  readonly mgPerDlPerGPerDl: number;
  readonly referenceAlbuminGPerDl: number;
  readonly source: Source;
};

export const albuminAdjustment: Adjustment = data.albuminAdjustedCalcium as Adjustment;

/**
 * Total calcium adjusted for albumin: Ca + 0.8 x (4 - albumin), mg/dL and g/dL. An estimate; ionised calcium decides.
 *
 * @param calciumMgPerDl - finite, >= 0
 * @param albuminGPerDl - finite, > 0
 * @throws RangeError for other numbers
 */
export function albuminAdjustedCalciumMgPerDl(calciumMgPerDl: number, albuminGPerDl: number): number {
  if (!(calciumMgPerDl >= 0 && calciumMgPerDl < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`calciumMgPerDl must be 0 or more: ${calciumMgPerDl}`);
  }
  if (!(albuminGPerDl > 0 && albuminGPerDl < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`albuminGPerDl must be positive: ${albuminGPerDl}`);
  }
  return (
    calciumMgPerDl + albuminAdjustment.mgPerDlPerGPerDl * (albuminAdjustment.referenceAlbuminGPerDl - albuminGPerDl)
  );
}

/**
 * Albumin-adjusted calcium of a total calcium and an albumin of one panel.
 *
 * @returns mmol/L; `undefined` when either is censored, zero or in a unit that cannot be read
 */
export function adjustedCalciumMmolPerL(calcium: LabReading, albumin: LabReading): number | undefined {
  if (calcium.value.censored !== undefined || albumin.value.censored !== undefined) return undefined;
  const calciumMgPerDl = convert(calcium.value.value, calcium.unit, "calcium", "mg/dL");
  const albuminGPerDl = convert(albumin.value.value, albumin.unit, "albumin", "g/dL");
  if (calciumMgPerDl === undefined || albuminGPerDl === undefined || albuminGPerDl === 0) return undefined;
  return convert(albuminAdjustedCalciumMgPerDl(calciumMgPerDl, albuminGPerDl), "mg/dL", "calcium", "mmol/L");
}
