import type { ReactNode } from "react";
import { useTerms } from "../../../language/language.tsx";
import { labelled } from "../../../language/punctuation.ts";
import classes from "../Acts.module.css";
import { definitionPageWords as words } from "../definition-page-words.ts";

/** Takes something away. The button goes with it, so the focus goes to the sentence that it belonged to. */
export function RemoveButton(props: {
  /** What is taken away, for who does not see what stands beside. */
  readonly of?: string;
  readonly label?: string;
  readonly isQuiet?: boolean;
  readonly onRemove: () => void;
}): ReactNode {
  const { text: say, lang } = useTerms();
  const label = props.label ?? say(words.remove);
  return (
    <button
      type="button"
      className={props.isQuiet === true ? classes.quiet : undefined}
      aria-label={props.of === undefined ? undefined : labelled(label, props.of, lang)}
      onClick={(event) => {
        const button = event.currentTarget;
        const sentence = button.closest("details");
        const section = button.closest("section");
        props.onRemove();
        requestAnimationFrame(() => {
          if (button.isConnected) return;
          (sentence?.isConnected === true ? sentence : section)?.querySelector("summary")?.focus();
        });
      }}
    >
      {label}
    </button>
  );
}
