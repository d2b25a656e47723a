import { bmi, type Person, type Terms } from "@materbone/clinical";
import type { Explanation } from "./explanation.ts";

/** BMI from height and weight; `undefined` where it was recorded itself, or one of them is missing. */
export function explainBmi(person: Person, terms: Terms): Explanation | undefined {
  const { heightCm, weightKg, bmiKgPerM2 } = person;
  const value = bmi(person);
  if (bmiKgPerM2 !== undefined || heightCm === undefined || weightKg === undefined || value === undefined)
    return undefined;
  const metres = String(heightCm / 100);
  return {
    title: terms.lang === "zh" ? "体重指数（BMI）" : "Body mass index (BMI)",
    steps: [
      terms.lang === "zh" ? "体重（kg）/ 身高（m）²" : "weight (kg) / height (m)²",
      `${weightKg} / (${metres} × ${metres}) = ${terms.fixed(value, 2)} kg/m²`,
    ],
    facts: [
      { words: terms.lang === "zh" ? `体重 ${weightKg} kg` : `weight ${weightKg} kg`, at: "/person/weightKg" },
      { words: terms.lang === "zh" ? `身高 ${heightCm} cm` : `height ${heightCm} cm`, at: "/person/heightCm" },
    ],
    notes: [],
    source: undefined,
  };
}
