import { say, valueAt } from "@materbone/clinical";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import { useEditorStore } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import { isAimedAt, useAiming } from "./aim.tsx";
import classes from "./Fields.module.css";
import { fieldWords, filledIn } from "./field-words.ts";

/** Fields that are seldom needed. It says how many of them are filled in, and opens when one of them is gone to. */
export function More(props: {
  readonly places: readonly string[];
  readonly title?: string;
  /** The title says by itself what is filled in. */
  readonly hasNoCount?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { places } = props;
  const terms = useTerms();
  const { aim } = useAiming();
  const [isOpen, setIsOpen] = useState(isAimedAt(aim, places));
  const store = useEditorStore();
  const count = useSyncExternalStore(store.subscribe, () => {
    const { record, pending } = store.snapshot().editor;
    return places.filter((place) => valueAt(record, place) !== undefined || pending[place] !== undefined).length;
  });
  // A new aim opens it; that it was closed since is the reader's choice.
  const [seen, setSeen] = useState(aim);
  if (aim !== seen) {
    setSeen(aim);
    if (isAimedAt(aim, places)) setIsOpen(true);
  }
  return (
    <details className={classes.details} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {props.title ?? terms.text(fieldWords.more)}
        {count > 0 && props.hasNoCount !== true && (
          <span className={classes.count}> · {say(filledIn, { count }, terms)}</span>
        )}
      </summary>
      {isOpen && <div className={classes.fields}>{props.children}</div>}
    </details>
  );
}
