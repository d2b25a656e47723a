import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { type LabValueFact, labValueFact, sayLabValueInInterval } from "./lab-value.ts";
import { commonPlace } from "./place.ts";

type LabOutsideFacts = { readonly values: readonly LabValueFact[] };

/** A value counts when every interval that may apply puts it on the same side; both limits are inside. */
export const labOutsideInterval = caseRule<LabOutsideFacts>({
  id: "lab-outside-interval",
  severity: "major",
  reads: ["laboratory[].results", "series.laboratory.intervals"],
  source: sourcePaper("l.163-209", "the text calls the values basically normal; Table 1 prints the intervals"),
  title: {
    en: "Which laboratory values lie outside every interval that may apply to them?",
    zh: "哪些检验值超出了所有适用的参考区间？",
  },
  message: {
    en: ({ values }, t) =>
      `Outside the reference interval: ${t.series(values.map((value) => sayLabValueInInterval(value, t)))}.`,
    zh: ({ values }, t) => `超出参考区间：${t.series(values.map((value) => sayLabValueInInterval(value, t)))}。`,
  },
  find: (view) => {
    const outside = view.laboratory.filter(({ flag }) => flag === "low" || flag === "high");
    if (outside.length === 0) return [];
    return [{ at: commonPlace(outside.map(({ at }) => at)), facts: { values: outside.map(labValueFact) } }];
  },
});
