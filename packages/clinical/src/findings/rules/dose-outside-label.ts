import type { Departure } from "../../therapy/regimen.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { type DoseFact, type GivenDose, givenDose, regimenFact, sayDose, sayGivenDose } from "./dose-fact.ts";
import { commonPlace } from "./place.ts";
import { regimenChecks } from "./regimen-checks.ts";

type OutsideDose = GivenDose & { readonly departure: Departure; readonly listed: readonly DoseFact[] };
type DoseOutsideFacts = { readonly treatments: readonly OutsideDose[] };

/** A dose that no listed regimen of the agent holds, in the same unit. */
export const doseOutsideLabel = caseRule<DoseOutsideFacts>({
  id: "dose-outside-label",
  severity: "major",
  reads: ["treatments[].agent", "treatments[].dose", "treatments[].route"],
  source: sourcePaper(
    "l.225-229, l.536-556",
    "doses of the series against the listed regimens; each regimen keeps its own source",
  ),
  title: { en: "Is a dose outside the regimens listed for the agent?", zh: "用药剂量是否超出该药已列出的用法用量？" },
  message: {
    en: ({ treatments }, t) =>
      `Outside the listed regimens: ${t.series(treatments.map((given) => `${sayGivenDose(given, t)} (listed: ${t.either(given.listed.map((dose) => sayDose(dose, t)))})`))}.`,
    zh: ({ treatments }, t) =>
      `超出所列用法的用量：${treatments.map((given) => `${sayGivenDose(given, t)}，已列：${t.either(given.listed.map((dose) => sayDose(dose, t)))}`).join("；")}。`,
  },
  find: (view) => {
    const treatments: OutsideDose[] = [];
    const places: string[] = [];
    for (const { treatment, dose, check, at } of regimenChecks(view)) {
      if (check.kind !== "outside") continue;
      treatments.push({
        ...givenDose(treatment, dose),
        departure: check.departure,
        listed: check.listed.map(regimenFact),
      });
      places.push(at);
    }
    return treatments.length === 0 ? [] : [{ at: commonPlace(places), facts: { treatments } }];
  },
});
