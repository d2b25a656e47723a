import { say } from "@materbone/clinical";
import { type ReactNode, useState } from "react";
import { useTerms } from "../language/language.tsx";
import { downloadText } from "../parts/download.ts";
import classes from "./Banner.module.css";
import { clockText } from "./clock.ts";
import type { KeptDraft } from "./drafts.ts";
import { useEditor, useEditorStore } from "./editor-context.tsx";
import { otherDraftText, resumedText, saveWords, unreadableDraftText } from "./save-words.ts";

/** Work that was not saved: what goes on here, and what another window holds. */
export function DraftBanner(): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const { otherDrafts, unreadableDrafts, status } = useEditor();
  const [resumedAt] = useState(() => (status.kind === "draft" ? status.keptAt : undefined));
  const now = new Date();
  const isResumed = resumedAt !== undefined && status.kind !== "saved";
  if (!isResumed && otherDrafts.length === 0 && unreadableDrafts.length === 0) return null;
  return (
    <div className={classes.banners}>
      {isResumed && (
        <div className={classes.banner} role="status">
          <span>{say(resumedText, { clock: clockText(resumedAt, now, terms.lang) }, terms)}</span>
          <button type="button" onClick={() => store.revert()}>
            {terms.text(saveWords.revert)}
          </button>
        </div>
      )}
      {otherDrafts.map((draft) => (
        <div key={draft.window} className={classes.banner} role="status">
          <span>{say(otherDraftText, { clock: clockText(draft.at, now, terms.lang), by: draft.by }, terms)}</span>
          <button type="button" onClick={() => store.takeOver(draft)}>
            {terms.text(saveWords.takeOver)}
          </button>
          <button type="button" onClick={() => void store.discardDraft(draft)}>
            {terms.text(saveWords.discard)}
          </button>
        </div>
      ))}
      {unreadableDrafts.map((draft) => (
        <div key={draft.window} className={classes.banner} role="status">
          <span>{say(unreadableDraftText, { clock: clockText(draft.at, now, terms.lang), by: draft.by }, terms)}</span>
          <button type="button" onClick={() => keepAsFile(draft)}>
            {terms.text(saveWords.keepAsFile)}
          </button>
          <button type="button" onClick={() => void store.discardDraft(draft)}>
            {terms.text(saveWords.discard)}
          </button>
        </div>
      ))}
    </div>
  );
}

/** The draft as the server keeps it, with the revision that it started from. */
function keepAsFile(draft: KeptDraft): void {
  const name = `materbone-draft-${draft.at.replaceAll(/[^0-9]/g, "").slice(0, 14)}.json`;
  downloadText(name, "application/json", `${JSON.stringify(draft, undefined, 2)}\n`);
}
