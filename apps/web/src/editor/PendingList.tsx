import { say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useAiming } from "../fields/aim.tsx";
import { useTerms } from "../language/language.tsx";
import { placeWords } from "../parts/place-words.ts";
import classes from "./Banner.module.css";
import { useEditor, usePlaceOf } from "./editor-context.tsx";
import { waitingText } from "./save-words.ts";
import { useFocusedPlace } from "./use-focused-place.ts";

/** Fields whose text the record cannot take yet; each leads there. Said only once the hand has left them. */
export function PendingList(): ReactNode {
  const terms = useTerms();
  const { editor } = useEditor();
  const { goTo } = useAiming();
  const of = usePlaceOf();
  const focused = useFocusedPlace();
  const places = Object.keys(editor.pending).filter((at) => at !== focused);
  if (places.length === 0) return null;
  return (
    <div className={classes.banner}>
      <span>{say(waitingText, { count: places.length }, terms)}</span>
      {places.map((at) => (
        <button key={at} type="button" onClick={() => goTo(at)}>
          {placeWords(at, of, terms, editor.record)}
        </button>
      ))}
    </div>
  );
}
