import type { ReactNode } from "react";
import { apart } from "../parts/apart.tsx";
import { useEditing } from "./edit/editing.tsx";

const EditOutcome = apart(
  () => import("./edit/EditOutcome.tsx"),
  ({ EditOutcome }) => EditOutcome,
);
const EditDocuments = apart(
  () => import("./edit/EditDocuments.tsx"),
  ({ EditDocuments }) => EditDocuments,
);
const AddDocument = apart(
  () => import("./edit/EditDocuments.tsx"),
  ({ AddDocument }) => AddDocument,
);
const EditScreening = apart(
  () => import("./edit/EditScreening.tsx"),
  ({ EditScreening }) => EditScreening,
);
const AddReading = apart(
  () => import("./edit/AddDialogs.tsx"),
  ({ AddReading }) => AddReading,
);
const AddOutcome = apart(
  () => import("./edit/AddDialogs.tsx"),
  ({ AddOutcome }) => AddOutcome,
);
const AddStudy = apart(
  () => import("./edit/AddDialogs.tsx"),
  ({ AddStudy }) => AddStudy,
);
const ImportDialog = apart(
  () => import("./exchange/ImportDialog.tsx"),
  ({ ImportDialog }) => ImportDialog,
);
const HistoryDialog = apart(
  () => import("./exchange/HistoryDialog.tsx"),
  ({ HistoryDialog }) => HistoryDialog,
);
const GiveUpDialog = apart(
  () => import("./exchange/GiveUpDialog.tsx"),
  ({ GiveUpDialog }) => GiveUpDialog,
);

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
