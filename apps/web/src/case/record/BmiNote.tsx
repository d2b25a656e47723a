import { bmi, type Person } from "@materbone/clinical";
import { explainBmi } from "@materbone/report";
import type { ReactNode } from "react";
import { useRecordPart } from "../../editor/editor-context.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import { useTerms } from "../../language/language.tsx";
import { ComputedBy } from "../../parts/ComputedSteps.tsx";

/** The BMI that height and weight give, where none is recorded. */
export function BmiNote(): ReactNode {
  const terms = useTerms();
  const person = useRecordPart("/person") as Person | undefined;
  const explanation = person === undefined ? undefined : explainBmi(person, terms);
  const value = person === undefined ? undefined : bmi(person);
  if (explanation === undefined || value === undefined) return null;
  return (
    <p className={fieldClasses.under}>
      {terms.text({ en: "BMI from height and weight: ", zh: "按身高、体重计算的BMI：" })}
      <ComputedBy value={`${terms.fixed(value, 2)} kg/m²`} explanation={explanation} />
    </p>
  );
}
