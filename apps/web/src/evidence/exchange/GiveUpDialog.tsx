import type { ReactNode } from "react";
import { LITERATURE_PATH } from "../../api/request.ts";
import { useAiming } from "../../fields/aim.tsx";
import { remove } from "../../history/history-actions.ts";
import { ReasonDialog } from "../../history/ReasonDialog.tsx";
import { useTerms } from "../../language/language.tsx";
import { useLiteratureWork } from "../evidence-context.tsx";
import { exchangeWords as words } from "./exchange-words.ts";
import { useRenewal } from "./use-renewal.ts";

/** Gives the own literature up, with a reason: the shipped one is shown again and the log keeps the own. */
export function GiveUpDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { text } = useTerms();
  const store = useLiteratureWork();
  const renew = useRenewal();
  const { announce } = useAiming();
  return (
    <ReasonDialog
      title={text(words.giveUpTitle)}
      text={text(words.giveUpText)}
      action={text(words.giveUpDo)}
      isReasonNeeded
      isGrave
      placesOf="literature"
      onAct={async (why) => {
        await remove(LITERATURE_PATH, store.snapshot().editor.revision, why);
        await renew();
        announce(text(words.givenUp));
        onClose();
      }}
      onClose={onClose}
    />
  );
}
