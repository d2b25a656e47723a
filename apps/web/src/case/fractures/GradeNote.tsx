import { deformityOf, type Fracture, fractureRules, gradeOf, isVertebra, say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useCaseSeries, useEditorStore, useRecordPart } from "../../editor/editor-context.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import { useTerms } from "../../language/language.tsx";
import { Computed } from "../../parts/Computed.tsx";
import { differs, fractureWords, lossText, shapeFollows } from "./fracture-words.ts";

/** The grade that a height loss or measured heights give; written into the record only when someone takes it over. */
export function GradeNote({ at }: { readonly at: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const series = useCaseSeries();
  const fracture = useRecordPart(at) as Fracture | undefined;
  if (fracture === undefined || !isVertebra(fracture.site)) return null;
  const rule = series.methods?.vertebralFractureRule ?? "genant";
  const { genantGrade: given, ...measured } = fracture;
  const { grade, basis } = gradeOf(measured, rule);
  if (grade === undefined) return null;
  const deformity = fracture.heights === undefined ? undefined : deformityOf(fracture.heights);
  const percent = fracture.heightLossPercent ?? deformity?.heightLossPercent;
  if (percent === undefined) return null;
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
      <Computed value={word} title={terms.text(fractureWords.computed)}>
        <ul>
          <li>
            {say(lossText, { percent: terms.fixed(percent, 1) }, terms)} (
            {terms.text(basis === "heights" ? fractureWords.fromHeights : fractureWords.fromLoss)})
          </li>
          <li>
            {terms.text(fractureWords.rule)}: {terms.text(fractureRules[rule].name)}
          </li>
          {shape !== undefined && <li>{say(shapeFollows, { shape: terms.word("deformity", shape) }, terms)}</li>}
        </ul>
      </Computed>{" "}
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
