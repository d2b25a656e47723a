import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useAiming } from "../../fields/aim.tsx";
import { useEvidence, useEvidenceChange } from "../evidence-context.tsx";
import { rowAt } from "../studies/pointer-of.ts";

/** The dialog that is open. Outcomes go by the key of their row, which no edit changes. */
export type Editing =
  | { readonly kind: "outcome"; readonly key: string }
  | { readonly kind: "addReading"; readonly key: string }
  | { readonly kind: "addOutcome"; readonly key: string }
  | { readonly kind: "addStudy" }
  /** `position` in the list that is edited. */
  | { readonly kind: "documents" | "screening"; readonly position: number }
  | { readonly kind: "addDocument" }
  | { readonly kind: "import" }
  | { readonly kind: "history" }
  | { readonly kind: "giveUp" };

type Open = {
  readonly editing: Editing | undefined;
  readonly edit: (what: Editing | undefined) => void;
};

const EditingContext = createContext<Open>({ editing: undefined, edit: () => undefined });

/** Keeps which dialog is open, and opens the one that a place waits in when it is gone to. */
export function EditingProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [editing, edit] = useState<Editing>();
  const value = useMemo(() => ({ editing, edit }), [editing]);
  return (
    <EditingContext value={value}>
      <AimedAt onEdit={edit} />
      {children}
    </EditingContext>
  );
}

export function useEditing(): Open {
  return useContext(EditingContext);
}

/** A field that waits stands in a dialog: going to it opens that first. */
function AimedAt({ onEdit }: { readonly onEdit: (what: Editing) => void }): ReactNode {
  const { aim } = useAiming();
  const { literature } = useEvidence();
  const change = useEvidenceChange();
  const [seen, setSeen] = useState(aim);
  useEffect(() => {
    if (aim === seen || aim === undefined) return;
    setSeen(aim);
    if (document.querySelector(`[data-at="${CSS.escape(aim.at)}"]`) !== null) return;
    const entry = entryAt(aim.at);
    const key = rowAt(literature, aim.at);
    if (entry !== undefined) onEdit(entry);
    else if (key !== undefined) {
      change({ show: "studies", open: key });
      onEdit({ kind: "outcome", key });
    }
  }, [aim, seen, literature, change, onEdit]);
  return null;
}

/** The list that a place of a document or of the screening log lies in. */
function entryAt(at: string): Editing | undefined {
  const [, list, position] = /^\/(documents|screening\/records)\/(\d+)/.exec(at) ?? [];
  if (list === undefined) return undefined;
  return { kind: list === "documents" ? "documents" : "screening", position: Number(position) };
}
