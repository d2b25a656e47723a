import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";

type OutcomeFacts = { readonly descriptions: number };

/** Relief told in words cannot be compared between visits or women. */
export const outcomeNotMeasured = caseRule<OutcomeFacts>({
  id: "outcome-not-measured",
  severity: "major",
  reads: ["symptoms", "symptomCourse", "scores"],
  source: sourcePaper("l.11, l.230-276", "symptoms are one of two outcomes and no score is given"),
  title: {
    en: "Are symptoms described in words without any score?",
    zh: "症状是否只有文字描述而没有量表评分？",
  },
  message: {
    en: () =>
      "Symptoms are described in words only: no pain, disability or quality-of-life score (NRS or VAS, ODI, QUALEFFO) is recorded.",
    zh: () => "症状仅有文字描述，未记录疼痛、功能障碍或生活质量评分（如 NRS 或 VAS、ODI、QUALEFFO）。",
  },
  find: ({ record }) => {
    if ((record.scores?.length ?? 0) > 0) return [];
    const course = record.symptomCourse?.length ?? 0;
    const symptoms = record.symptoms?.length ?? 0;
    if (course + symptoms === 0) return [];
    return [{ at: course > 0 ? "/symptomCourse" : "/symptoms", facts: { descriptions: course + symptoms } }];
  },
});
