import { Button } from "@mantine/core";
import { say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { useLiteratureWork, useWorkedLiterature } from "../evidence-context.tsx";
import { documentName } from "../studies/provenance.ts";
import { newDocumentPart } from "./add-forms.ts";
import { EntryDialog } from "./EntryDialog.tsx";
import { sayUsedBy, editWords as words } from "./edit-words.ts";
import { useEditing } from "./editing.tsx";
import { documentEdits, usersOf } from "./edits.ts";
import { FormDialog } from "./FormDialog.tsx";
import { documentFields } from "./literature-spec.ts";

const LIST = "/documents";

/** Every document that values were read in or studies are known from. */
export function EditDocuments(props: { readonly position: number; readonly onClose: () => void }): ReactNode {
  const terms = useTerms();
  const { text, lang } = terms;
  const literature = useWorkedLiterature();
  const { edit } = useEditing();
  const { documents } = literature;
  const shown = documents[Math.min(props.position, documents.length - 1)];
  const users = shown === undefined ? [] : usersOf(literature, shown.id);
  return (
    <EntryDialog
      title={text(words.documentsTitle)}
      lead={text(words.documentsText)}
      which={text(words.whichDocument)}
      one={text(words.partDocument)}
      names={documents.map((each) => documentName(each, lang))}
      position={props.position}
      onPosition={(position) => edit({ kind: "documents", position })}
      list={LIST}
      specs={documentFields}
      needs={NEEDED}
      removeWord={text(words.removeDocument)}
      about={users.length === 0 ? text(words.usedByNone) : say(sayUsedBy, { studies: terms.series(users) }, terms)}
      adding={
        <div>
          <Button variant="light" data-at={`add:${LIST}`} onClick={() => edit({ kind: "addDocument" })}>
            {text(words.addDocument)}
          </Button>
        </div>
      }
      onClose={props.onClose}
    />
  );
}

const NEEDED = ["kind", "reached"];

/** A document that is not in the literature yet; the list of documents opens again on it. */
export function AddDocument(): ReactNode {
  const terms = useTerms();
  const literature = useWorkedLiterature();
  const store = useLiteratureWork();
  const { edit } = useEditing();
  return (
    <FormDialog
      title={terms.text(words.addDocumentTitle)}
      parts={() => [newDocumentPart(terms)]}
      initial={{ documentKind: "article" }}
      edits={(values) => documentEdits(literature, values)}
      onClose={() => edit({ kind: "documents", position: store.snapshot().editor.record.documents.length - 1 })}
    />
  );
}
