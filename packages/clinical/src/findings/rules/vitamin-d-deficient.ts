import type { PrintedValue } from "../../laboratory/printed-value.ts";
import { convert } from "../../units/convert.ts";
import { caseRule } from "../rule.ts";
import { type LabValueFact, labValueFact, sayLabValue } from "./lab-value.ts";
import { commonPlace } from "./place.ts";
import { ruleLimits } from "./rule-limits.ts";

type VitaminDFacts = {
  readonly belowNgPerMl: number;
  readonly values: readonly (LabValueFact & { readonly ngPerMl: number })[];
};

/** The common cut-off holds whatever the laboratory's interval and season say. */
export const vitaminDDeficient = caseRule<VitaminDFacts>({
  id: "vitamin-d-deficient",
  severity: "minor",
  reads: ["laboratory[].results"],
  source: ruleLimits.vitaminDDeficient.source,
  title: { en: "Is 25(OH)D below 20 ng/mL?", zh: "25(OH)D 是否低于 20 ng/mL？" },
  message: {
    en: ({ values, belowNgPerMl }, t) =>
      `Below ${belowNgPerMl} ng/mL, the common cut-off for deficiency, whatever the laboratory's interval says: ${t.series(values.map((value) => sayLabValue(value, t)))}.`,
    zh: ({ values, belowNgPerMl }, t) =>
      `${t.series(values.map((value) => sayLabValue(value, t)))}，低于 ${belowNgPerMl} ng/mL，按通用界值属维生素 D 缺乏，与实验室参考区间无关。`,
  },
  find: (view) => {
    const { belowNgPerMl } = ruleLimits.vitaminDDeficient;
    const values: (LabValueFact & { readonly ngPerMl: number })[] = [];
    const places: string[] = [];
    for (const reading of view.laboratory) {
      if (reading.analyte !== "vitaminD25oh") continue;
      const ngPerMl = convert(reading.value.value, reading.unit, "vitaminD25oh", "ng/mL");
      if (ngPerMl === undefined || !isBelow(ngPerMl, reading.value, belowNgPerMl)) continue;
      values.push({ ...labValueFact(reading), ngPerMl });
      places.push(reading.at);
    }
    return values.length === 0 ? [] : [{ at: commonPlace(places), facts: { belowNgPerMl, values } }];
  },
});

/** "<20" is certainly below 20; "≤20", "<25" and ">10" may or may not be. */
function isBelow(value: number, { censored, limitIncluded }: PrintedValue, limit: number): boolean {
  if (censored === ">") return false;
  return value < limit || (censored === "<" && value === limit && limitIncluded !== true);
}
