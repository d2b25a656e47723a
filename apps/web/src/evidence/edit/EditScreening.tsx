import { localText } from "@materbone/clinical";
import { type ReactNode, useMemo } from "react";
import { AddEntry } from "../../fields/AddEntry.tsx";
import { useTerms } from "../../language/language.tsx";
import { bracketed } from "../../language/punctuation.ts";
import { sayValueAt } from "../../parts/place-words-value.ts";
import { useWorkedLiterature } from "../evidence-context.tsx";
import { EntryDialog } from "./EntryDialog.tsx";
import { editWords as words } from "./edit-words.ts";
import { useEditing } from "./editing.tsx";
import { newRecordSpec, recordFields } from "./literature-spec.ts";

const LIST = "/screening/records";

/** The screening log: what became of each report that was found, and why. */
export function EditScreening(props: { readonly position: number; readonly onClose: () => void }): ReactNode {
  const terms = useTerms();
  const { text, lang } = terms;
  const { screening, studies } = useWorkedLiterature();
  const { edit } = useEditing();
  const { records } = screening;
  const shown = records[Math.min(props.position, records.length - 1)];
  const specs = useMemo(() => recordFields(shown, studies), [shown, studies]);
  return (
    <EntryDialog
      title={text(words.screeningTitle)}
      lead={text(words.screeningText)}
      which={text(words.whichReport)}
      one={text(words.partReport)}
      names={records.map(({ report, decision }) =>
        bracketed(localText(report, lang), sayValueAt(`${LIST}/0/decision`, "literature", decision, terms), lang),
      )}
      position={props.position}
      onPosition={(position) => edit({ kind: "screening", position })}
      list={LIST}
      specs={specs}
      needs={NEEDED}
      removeWord={text(words.removeReport)}
      adding={<AddEntry spec={newRecordSpec} at={LIST} />}
      onClose={props.onClose}
    />
  );
}

const NEEDED = ["report", "found", "decision"];
