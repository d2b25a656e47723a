import { type Phrase, say, type Text } from "@materbone/clinical";
import { type ReactNode, useSyncExternalStore } from "react";
import { useEditorStore } from "../editor/editor-context.tsx";
import { useFocusedPlace } from "../editor/use-focused-place.ts";
import { NUMBER_HINT, SCORE_HINT } from "../fields/codec.ts";
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
          {say(
            CELL_PROBLEM,
            {
              place: placeWords(at, "case", terms, store.snapshot().editor.record),
              typed: waiting.text,
              problem: sayFieldProblems(waiting.problems, labelOf(at, terms), hintOf(at), terms) ?? "",
            },
            terms,
          )}
        </li>
      ))}
    </ul>
  );
}

const CELL_PROBLEM: Phrase<{ readonly place: string; readonly typed: string; readonly problem: string }> = {
  en: ({ place, typed, problem }) => `${place}: “${typed}”. ${problem}`,
  zh: ({ place, typed, problem }) => `${place}：“${typed}”。${problem}`,
};

/** A cell is too narrow for an example of its own. */
function hintOf(at: string): Text | undefined {
  if (/[zt]Score$/.test(at)) return SCORE_HINT;
  return at.endsWith("/bmdGPerCm2") ? NUMBER_HINT : undefined;
}
