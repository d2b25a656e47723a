import { checkRegimen, type RegimenCheck, say, type Treatment } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useRecordPart } from "../../editor/editor-context.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import { useTerms } from "../../language/language.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Computed } from "../../parts/Computed.tsx";
import { sayValueAt } from "../../parts/place-words-value.ts";
import { doseText, sayRegimenCheck, treatmentWords } from "./treatment-words.ts";

/** How a recorded dose stands to the listed regimens. Never says which is right. */
export function RegimenNote({ at }: { readonly at: string }): ReactNode {
  const terms = useTerms();
  const treatment = useRecordPart(at) as Treatment | undefined;
  if (treatment?.dose === undefined) return null;
  const check = checkRegimen(treatment.agent, treatment.dose, treatment.route);
  const words = sayRegimenCheck(check, terms);
  if (words === undefined) return null;
  const listed = regimensOf(check);
  return (
    <p className={fieldClasses.under}>
      <Chip tone={check.kind === "inside" ? "good" : check.kind === "notListed" ? "quiet" : "question"}>
        {terms.text(treatmentWords.regimen)}
      </Chip>{" "}
      {listed.length === 0 ? (
        words
      ) : (
        <Computed value={words} title={terms.text(treatmentWords.departures)}>
          <ul>
            {listed.map(({ doseLow, doseHigh, unit, per, source }) => {
              const amount = doseLow === doseHigh ? String(doseLow) : `${doseLow}–${doseHigh}`;
              const said = say(
                doseText,
                { amount, unit, per: sayValueAt("/treatments/0/dose/per", "case", per, terms) },
                terms,
              );
              return (
                <li key={`${said} ${source.cite}`}>
                  {said} <span className="mb-muted">({source.cite})</span>
                </li>
              );
            })}
          </ul>
        </Computed>
      )}
    </p>
  );
}

function regimensOf(check: RegimenCheck): Extract<RegimenCheck, { kind: "outside" }>["listed"] {
  if (check.kind === "outside") return check.listed;
  return check.kind === "inside" || check.kind === "unitMismatch" ? [check.regimen] : [];
}
