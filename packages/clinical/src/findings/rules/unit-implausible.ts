import { analyteKnowledge } from "../../laboratory/analyte.ts";
import type { LabReading } from "../../laboratory/reading.ts";
import type { CaseView } from "../../record/case-view.ts";
import type { ReferenceInterval } from "../../record/laboratory.ts";
import { isConventional, parseUnit } from "../../units/convert.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { type DoseFact, type GivenDose, givenDose, regimenFact, sayDose, sayGivenDose } from "./dose-fact.ts";
import { type LabValueFact, labValueFact, sayLabValue } from "./lab-value.ts";
import { commonPlace } from "./place.ts";
import { regimenChecks } from "./regimen-checks.ts";

type MistakenDose = GivenDose & { readonly listed: DoseFact };
type MistakenResult = LabValueFact & {
  /** Could the unit be read at all? */
  readonly isReadable: boolean;
  readonly usualUnits: readonly string[];
};
type UnitFacts = { readonly treatments: readonly MistakenDose[]; readonly results: readonly MistakenResult[] };

/**
 * A dose whose number fits a listed regimen in another unit, or a result in a unit that laboratories do not use for it.
 * A unit that the series' own interval carries too is a matter of the series, raised there once.
 */
export const unitImplausible = caseRule<UnitFacts>({
  id: "unit-implausible",
  severity: "major",
  reads: ["treatments[].dose.unit", "laboratory[].results[].unit", "series.laboratory.intervals[].unit"],
  source: sourcePaper("l.238", "nasal salmon calcitonin 20 IU per day; the product is dosed in micrograms"),
  title: {
    en: "Is a unit unusual for its drug or analyte, or not to be read?",
    zh: "药物剂量或检验结果的单位是否不合常规或无法识别？",
  },
  message: {
    en: ({ treatments, results }, t) =>
      `Check the unit: ${t.series([
        ...treatments.map((given) => `${sayGivenDose(given, t)} (listed: ${sayDose(given.listed, t)})`),
        ...results.map(
          (result) =>
            `${sayLabValue(result, t)} (${result.isReadable ? "" : "the unit cannot be read; "}usual: ${t.either(result.usualUnits)})`,
        ),
      ])}.`,
    zh: ({ treatments, results }, t) =>
      `请核对单位：${[
        ...treatments.map((given) => `${sayGivenDose(given, t)}，所列用法为 ${sayDose(given.listed, t)}`),
        ...results.map(
          (result) =>
            `${sayLabValue(result, t)}，${result.isReadable ? "" : "该单位无法识别，"}常用单位为 ${t.either(result.usualUnits)}`,
        ),
      ].join("；")}。`,
  },
  find: (view) => {
    const places: string[] = [];
    const treatments = mistakenDoses(view, places);
    const results = mistakenResults(view, places);
    return places.length === 0 ? [] : [{ at: commonPlace(places), facts: { treatments, results } }];
  },
});

function mistakenDoses(view: CaseView, places: string[]): readonly MistakenDose[] {
  const treatments: MistakenDose[] = [];
  for (const { treatment, dose, check, at } of regimenChecks(view)) {
    if (check.kind !== "unitMismatch") continue;
    treatments.push({ ...givenDose(treatment, dose), listed: regimenFact(check.regimen) });
    places.push(at);
  }
  return treatments;
}

function mistakenResults(view: CaseView, places: string[]): readonly MistakenResult[] {
  const intervals = view.context.laboratory?.intervals;
  const results: MistakenResult[] = [];
  for (const reading of view.laboratory) {
    if (isConventional(reading.analyte, reading.unit) || isUnitOfSeries(reading, intervals)) continue;
    results.push({
      ...labValueFact(reading),
      isReadable: parseUnit(reading.unit).kind === "unit",
      usualUnits: analyteKnowledge(reading.analyte).conventionalUnits,
    });
    places.push(`${reading.at}/unit`);
  }
  return results;
}

function isUnitOfSeries(reading: LabReading, intervals: readonly ReferenceInterval[] | undefined): boolean {
  return intervals?.some(({ analyte, unit }) => analyte === reading.analyte && unit === reading.unit) ?? false;
}
