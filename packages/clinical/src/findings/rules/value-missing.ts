import { bmi } from "../../record/person.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";

type ValueMissingFacts = { readonly value: "bmi" };

/** Body mass index bears on bone density and on the precision of DXA; a missing one is never zero. */
export const valueMissing = caseRule<ValueMissingFacts>({
  id: "value-missing",
  severity: "minor",
  reads: ["person.bmiKgPerM2", "person.heightCm", "person.weightKg"],
  source: sourcePaper("l.109", "given for one of three women"),
  title: { en: "Is the body mass index missing?", zh: "是否缺少体质量指数？" },
  message: {
    en: () => "Body mass index is not recorded, nor are height and weight to work it out.",
    zh: () => "未记录体质量指数（BMI），也没有可供计算的身高和体重。",
  },
  find: ({ record }) =>
    bmi(record.person ?? {}) === undefined ? [{ at: "/person/bmiKgPerM2", facts: { value: "bmi" } }] : [],
});
