import { deformityOf, type Fracture, gradeOf, isVertebra, say } from "@materbone/clinical";
import { explainGrade } from "@materbone/report";
import type { ReactNode } from "react";
import { useCaseSeries, useEditorStore, useRecordPart } from "../../editor/editor-context.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import { useTerms } from "../../language/language.tsx";
import { ComputedBy } from "../../parts/ComputedSteps.tsx";
import { differs, fractureWords, shapeFollows } from "./fracture-words.ts";

/** The grade that a height loss or measured heights give; written into the record only when someone takes it over. */
export function GradeNote({ at }: { readonly at: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const series = useCaseSeries();
  const fracture = useRecordPart(at) as Fracture | undefined;
  if (fracture === undefined || !isVertebra(fracture.site)) return null;
  const rule = series.methods?.vertebralFractureRule ?? "genant";
  const { genantGrade: given, ...measured } = fracture;
  const { grade } = gradeOf(measured, rule);
  if (grade === undefined) return null;
  const deformity = fracture.heights === undefined ? undefined : deformityOf(fracture.heights);
  const word = terms.word("genantGrade", String(grade));
  const shape = deformity === undefined || deformity.shape === "none" ? undefined : deformity.shape;
  const take = (): void => {
    store.editAll([
      { at: `${at}/genantGrade`, value: grade },
      ...(shape === undefined || fracture.deformity !== undefined ? [] : [{ at: `${at}/deformity`, value: shape }]),
    ]);
  };
  return (
    <p className={fieldClasses.under}>
      {terms.text(fractureWords.computed)}{" "}
      <ComputedBy value={word} explanation={explainGrade(measured, at, rule, terms)} />{" "}
      {shape !== undefined && `${say(shapeFollows, { shape: terms.word("deformity", shape) }, terms)} `}
      {given === grade && terms.text(fractureWords.asRecorded)}
      {given !== undefined &&
        given !== grade &&
        say(differs, { grade: terms.word("genantGrade", String(given)) }, terms)}
      {given !== grade && (
        <button type="button" className={fieldClasses.quiet} onClick={take}>
          {terms.text(fractureWords.takeOver)}
        </button>
      )}
    </p>
  );
}
