import { analyteKnowledge } from "../../laboratory/analyte.ts";
import type { AppliedInterval, LabReading } from "../../laboratory/reading.ts";
import { convert } from "../../units/convert.ts";
import { caseRule } from "../rule.ts";
import { assumed } from "./cited.ts";
import { type LabValueFact, labValueFact, sayLabValueInInterval } from "./lab-value.ts";
import { commonPlace } from "./place.ts";
import { ruleLimits } from "./rule-limits.ts";

/** What would put the value inside: another unit for its number, another unit for its interval, or a step of a thousand. */
type Fit =
  | { readonly of: "value"; readonly unit: string }
  | { readonly of: "interval"; readonly unit: string }
  | { readonly of: "thousandfold" };
type MistakenUnit = LabValueFact & { readonly fit: Fit };
type IntervalUnitFacts = { readonly values: readonly MistakenUnit[] };

/** The step between a unit and the next one laboratories print: pg and ng, nmol and µmol. */
const STEP = 1000;

/**
 * A value far outside its interval that another usual unit of the analyte, or a step of a thousand, would put inside:
 * most likely the two are given in unlike units. Without an interval nothing is claimed.
 */
export const intervalUnitDiffers = caseRule<IntervalUnitFacts>({
  id: "interval-unit-differs",
  severity: "major",
  reads: ["laboratory[].results[].value", "laboratory[].results[].unit", "laboratory[].results[].interval"],
  source: assumed(
    "Materbone: a value and its interval printed in unlike units",
    "beta-CTX is reported in ng/mL and in pg/mL, calcium in mmol/L and in mg/dL",
  ),
  title: {
    en: "Are a value and its reference interval given in different units?",
    zh: "检验值与其参考区间的单位是否不一致？",
  },
  message: {
    en: ({ values }, t) =>
      `The unit of the value or of its interval does not seem to fit: ${t.series(values.map((value) => `${sayLabValueInInterval(value, t)} would lie inside ${inEnglish(value.fit)}`))}.`,
    zh: ({ values }, t) =>
      `检验值与参考区间的单位似不一致：${t.series(values.map((value) => `${sayLabValueInInterval(value, t)}${inChinese(value.fit)}即在区间内`))}，请核对单位。`,
  },
  find: (view) => {
    const values: MistakenUnit[] = [];
    const places: string[] = [];
    for (const reading of view.laboratory) {
      if (reading.flag !== "high" && reading.flag !== "low") continue;
      const fit = fitOf(reading);
      if (fit === undefined) continue;
      values.push({ ...labValueFact(reading), fit });
      places.push(reading.at);
    }
    return values.length === 0 ? [] : [{ at: commonPlace(places), facts: { values } }];
  },
});

function inEnglish(fit: Fit): string {
  if (fit.of === "thousandfold") return "if it were a thousandfold off";
  return fit.of === "value" ? `if its number were in ${fit.unit}` : `if the interval were in ${fit.unit}`;
}

function inChinese(fit: Fit): string {
  if (fit.of === "thousandfold") return "若相差一千倍";
  return fit.of === "value" ? `若检验值单位为 ${fit.unit}` : `若参考区间单位为 ${fit.unit}`;
}

function fitOf(reading: LabReading): Fit | undefined {
  const isHigh = reading.flag === "high";
  if (reading.applied.some(({ low, high }) => low === undefined || high === undefined)) return undefined;
  if (reading.applied.every((applied) => isInside(isHigh ? applied.value / STEP : applied.value * STEP, applied))) {
    return { of: "thousandfold" };
  }
  if (!isFarOutside(reading)) return undefined;
  const { analyte, unit, value } = reading;
  for (const other of analyteKnowledge(analyte).conventionalUnits) {
    if (other === unit) continue;
    if (reading.applied.every((one) => isInside(convert(value.value, other, analyte, one.interval.unit), one))) {
      return { of: "value", unit: other };
    }
    const converted = convert(value.value, unit, analyte, other);
    if (reading.applied.every((one) => one.interval.unit === unit && isInside(converted, one))) {
      return { of: "interval", unit: other };
    }
  }
  return undefined;
}

/** So far out that a true result is unlikely. A hormone or marker can be suppressed to nothing; a mineral of blood cannot. */
function isFarOutside(reading: LabReading): boolean {
  const times = ruleLimits.unitFit.timesLimit;
  if (reading.flag === "high") return reading.applied.every(({ value, high }) => value >= times * (high?.value ?? 0));
  if (analyteKnowledge(reading.analyte).group !== "mineral") return false;
  return reading.applied.every(({ value, low }) => value * times <= (low?.value ?? 0));
}

function isInside(value: number | undefined, { low, high }: AppliedInterval): boolean {
  return value !== undefined && low !== undefined && high !== undefined && value >= low.value && value <= high.value;
}
