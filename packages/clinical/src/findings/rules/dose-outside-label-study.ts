import { checkRegimen, type Departure } from "../../therapy/regimen.ts";
import { seriesRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { type DoseFact, doseFact, type GivenDose, regimenFact, sayDose, sayGivenDose } from "./dose-fact.ts";

type StudyDoseFacts = {
  readonly study: string;
  readonly authors: string;
  readonly given: GivenDose;
  readonly departure: Departure;
  readonly listed: readonly DoseFact[];
};

/** A dose of a published study that no listed regimen of the agent holds. */
export const doseOutsideLabelStudy = seriesRule<StudyDoseFacts>({
  id: "dose-outside-label",
  severity: "minor",
  reads: ["literature[].regimens[].dose", "literature[].regimens[].route"],
  source: sourcePaper("l.474-478, l.536-556", "ibandronate 2 mg per 3 months against 3 mg per 3 months in the list"),
  title: {
    en: "Is a dose of a study outside the regimens listed for the agent?",
    zh: "文献所用剂量是否超出该药已列出的用法用量？",
  },
  message: {
    en: ({ authors, given, listed }, t) =>
      `${authors}: ${sayGivenDose(given, t)} is outside the listed regimens (${t.either(listed.map((dose) => sayDose(dose, t)))}).`,
    zh: ({ authors, given, listed }, t) =>
      `${authors}：${sayGivenDose(given, t)}，超出所列用法的用量（${t.either(listed.map((dose) => sayDose(dose, t)))}）。`,
  },
  find: (view) =>
    (view.series.literature ?? []).flatMap((study, position) =>
      study.regimens.flatMap(({ agent, dose, route }, regimenPosition) => {
        // An amount without an interval of dosing cannot be compared with a regimen.
        if (dose === undefined || dose.per === "notStated") return [];
        const check = checkRegimen(agent, dose, route);
        if (check.kind !== "outside") return [];
        return [
          {
            at: `/literature/${position}/regimens/${regimenPosition}/dose`,
            facts: {
              study: study.id,
              authors: study.authors,
              given: { agent, route: route ?? "notStated", ...doseFact(dose) },
              departure: check.departure,
              listed: check.listed.map(regimenFact),
            },
          },
        ];
      }),
    ),
});
