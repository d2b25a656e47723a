import type { ReactNode } from "react";
import { apart } from "../parts/apart.tsx";
import { useEditing } from "./edit/editing.tsx";

const EditOutcome = apart(async () => (await import("./edit/EditOutcome.tsx")).EditOutcome);
const EditDocuments = apart(async () => (await import("./edit/EditDocuments.tsx")).EditDocuments);
const AddDocument = apart(async () => (await import("./edit/EditDocuments.tsx")).AddDocument);
const EditScreening = apart(async () => (await import("./edit/EditScreening.tsx")).EditScreening);
const AddReading = apart(async () => (await import("./edit/AddDialogs.tsx")).AddReading);
const AddOutcome = apart(async () => (await import("./edit/AddDialogs.tsx")).AddOutcome);
const AddStudy = apart(async () => (await import("./edit/AddDialogs.tsx")).AddStudy);
const ImportDialog = apart(async () => (await import("./exchange/ImportDialog.tsx")).ImportDialog);
const HistoryDialog = apart(async () => (await import("./exchange/HistoryDialog.tsx")).HistoryDialog);
const GiveUpDialog = apart(async () => (await import("./exchange/GiveUpDialog.tsx")).GiveUpDialog);

/** The dialog that is open, over whichever panel. */
export function EvidenceDialogs(): ReactNode {
  const { editing, edit } = useEditing();
  const onClose = (): void => edit(undefined);
  switch (editing?.kind) {
    case undefined:
      return null;
    case "outcome":
      return <EditOutcome outcome={editing.key} onClose={onClose} />;
    case "addReading":
      return <AddReading outcome={editing.key} onClose={onClose} />;
    case "addOutcome":
      return <AddOutcome outcome={editing.key} onClose={onClose} />;
    case "addStudy":
      return <AddStudy onClose={onClose} />;
    case "documents":
      return <EditDocuments position={editing.position} onClose={onClose} />;
    case "addDocument":
      return <AddDocument />;
    case "screening":
      return <EditScreening position={editing.position} onClose={onClose} />;
    case "import":
      return <ImportDialog onClose={onClose} />;
    case "history":
      return <HistoryDialog onClose={onClose} />;
    case "giveUp":
      return <GiveUpDialog onClose={onClose} />;
  }
}
