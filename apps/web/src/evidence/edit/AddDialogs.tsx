import { evidenceRows } from "@materbone/evidence";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { settingsQuery } from "../../api/queries.ts";
import { isoDay } from "../../follow-up/today.ts";
import { useTerms } from "../../language/language.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { useWorkedLiterature } from "../evidence-context.tsx";
import { armPart, newArmPart, outcomePart, readingPart, studyPart } from "./add-forms.ts";
import { editWords as words } from "./edit-words.ts";
import { outcomeEdits, readingEdits, studyEdits } from "./edits.ts";
import { FormDialog } from "./FormDialog.tsx";

type Closing = { readonly onClose: () => void };

export function AddReading(props: Closing & { readonly outcome: string }): ReactNode {
  const terms = useTerms();
  const literature = useWorkedLiterature();
  const checked = useChecked();
  const row = evidenceRows(literature).find(({ key }) => key === props.outcome);
  if (row === undefined) return null;
  if (checked === undefined) return <Loading />;
  return (
    <FormDialog
      title={terms.text(words.addReadingTitle)}
      parts={(texts) => [readingPart(literature, texts, terms)]}
      initial={checked}
      edits={(values) => readingEdits(literature, row, values)}
      onClose={props.onClose}
    />
  );
}

export function AddOutcome(props: Closing & { readonly outcome: string }): ReactNode {
  const terms = useTerms();
  const literature = useWorkedLiterature();
  const checked = useChecked();
  const row = evidenceRows(literature).find(({ key }) => key === props.outcome);
  if (row === undefined) return null;
  if (checked === undefined) return <Loading />;
  return (
    <FormDialog
      title={`${terms.text(words.addOutcomeTitle)} · ${row.study.label}`}
      parts={(texts) => [armPart(row.study, texts, terms), outcomePart(terms), readingPart(literature, texts, terms)]}
      initial={{ ...checked, arm: row.arm.id, metric: "percentChange" }}
      edits={(values) => outcomeEdits(literature, row, values)}
      onClose={props.onClose}
    />
  );
}

export function AddStudy(props: Closing): ReactNode {
  const terms = useTerms();
  const literature = useWorkedLiterature();
  const checked = useChecked();
  if (checked === undefined) return <Loading />;
  return (
    <FormDialog
      title={terms.text(words.addStudyTitle)}
      parts={(texts) => [
        studyPart(texts, terms),
        newArmPart(terms),
        outcomePart(terms),
        readingPart(literature, texts, terms),
      ]}
      initial={{ ...checked, population: "plo", metric: "percentChange" }}
      edits={(values) => studyEdits(literature, values)}
      onClose={props.onClose}
    />
  );
}

/** Who reads a value here, and today; `undefined` while the name is on its way. */
function useChecked(): Readonly<Record<string, string>> | undefined {
  const settings = useQuery(settingsQuery);
  if (settings.isPending) return undefined;
  return { checkedBy: settings.data?.author ?? "", checked: isoDay(new Date()) };
}
