import type { ReactNode } from "react";
import { windowId } from "../../editor/window-id.ts";
import { useSay } from "../../language/language.tsx";
import { downloadText } from "../../parts/download.ts";
import actClasses from "./Acts.module.css";
import { definitionPageWords as words } from "./definition-page-words.ts";
import panelClasses from "./Panel.module.css";
import { dropDraft } from "./work/definition-drafts.ts";

/** Unsaved work that this version cannot go on with: to be kept as a file, and dropped so that the definition opens. */
export function DamagedDraft(props: {
  readonly id: string;
  readonly text: string;
  readonly onAnew: () => void;
}): ReactNode {
  const say = useSay();
  const { id } = props;
  return (
    <section className={`mb-card ${panelClasses.panel}`} aria-label={say(words.bar)}>
      <h2>{id}</h2>
      <p role="alert">{say(words.badDraft)}</p>
      <div className={actClasses.acts}>
        <button type="button" onClick={() => downloadText(`${id}-draft.json`, "application/json", props.text)}>
          {say(words.downloadDraft)}
        </button>
        <button
          type="button"
          onClick={() => {
            dropDraft(localStorage, { id, window: windowId() });
            props.onAnew();
          }}
        >
          {say(words.dropDraft)}
        </button>
      </div>
    </section>
  );
}
