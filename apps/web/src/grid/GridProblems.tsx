import { type ReactNode, useSyncExternalStore } from "react";
import { useEditorStore } from "../editor/editor-context.tsx";
import { useFocusedPlace } from "../editor/use-focused-place.ts";
import { sayFieldProblems } from "../fields/field-problem.ts";
import { labelOf } from "../fields/label-of.ts";
import { useTerms } from "../language/language.tsx";
import { placeWords } from "../parts/place-words.ts";
import classes from "./Grid.module.css";

/** What is wrong in the cells of a grid, below it: a cell has no room for a sentence. */
export function GridProblems({ base }: { readonly base: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const pending = useSyncExternalStore(store.subscribe, () => store.snapshot().editor.pending);
  const focused = useFocusedPlace();
  const places = Object.entries(pending).filter(([at]) => at.startsWith(`${base}/`) && at !== focused);
  if (places.length === 0) return null;
  return (
    <ul className={classes.problems} role="status">
      {places.map(([at, waiting]) => (
        <li key={at}>
          {placeWords(at, "case", terms, store.snapshot().editor.record)}: “{waiting.text}”.{" "}
          {sayFieldProblems(waiting.problems, labelOf(at, terms), undefined, terms)}
        </li>
      ))}
    </ul>
  );
}
