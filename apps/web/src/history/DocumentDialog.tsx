import { say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import { historySays, historyWords } from "./history-words.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";

/** What someone is about to do to a document. */
export type Asked =
  | { readonly kind: "undo"; readonly to: number }
  | { readonly kind: "remove" }
  | { readonly kind: "purge" };

/** Says what the act does and asks for its reason. */
export function DocumentDialog(props: {
  readonly asked: Asked;
  readonly id: string;
  readonly onAct: (why: string) => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { asked, id, onAct, onClose } = props;
  const shared = { onAct, onClose };
  switch (asked.kind) {
    case "undo":
      return (
        <ReasonDialog
          {...shared}
          title={say(historySays.undoTitle, { revision: asked.to }, terms)}
          text={text(historyWords.undoText)}
          action={text(historyWords.undoTo)}
          isReasonNeeded={false}
        />
      );
    case "remove":
      return (
        <ReasonDialog
          {...shared}
          title={say(historySays.removeTitle, { id }, terms)}
          text={text(historyWords.removeText)}
          action={text(historyWords.remove)}
          placesOf="series"
          isReasonNeeded
          isGrave
        />
      );
    case "purge":
      return (
        <ReasonDialog
          {...shared}
          title={say(historySays.purgeTitle, { id }, terms)}
          text={text(historyWords.purgeText)}
          action={text(historyWords.purge)}
          isReasonNeeded
          confirmId={id}
          isGrave
        />
      );
  }
}
