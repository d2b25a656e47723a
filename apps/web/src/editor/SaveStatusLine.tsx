import { say } from "@materbone/clinical";
import { type ReactNode, useEffect, useState } from "react";
import { useTerms } from "../language/language.tsx";
import { clockText, minutesSince } from "./clock.ts";
import { useEditor } from "./editor-context.tsx";
import classes from "./SaveBar.module.css";
import { agoText, behindText, keptText, savedText, saveWords } from "./save-words.ts";

/** How the work stands towards the disk, in words. */
export function SaveStatusLine(): ReactNode {
  const terms = useTerms();
  const { status, savedAt, savedBy, editor } = useEditor();
  const now = useNow();
  const words = (): string => {
    switch (status.kind) {
      case "saved": {
        if (savedAt === "") return terms.text(saveWords.nothingSaved);
        const facts = { minutes: minutesSince(savedAt, now), clock: clockText(savedAt, now, terms.lang) };
        return say(savedText, { ago: say(agoText, facts, terms), revision: editor.revision, by: savedBy }, terms);
      }
      case "draft":
        return status.keptAt === undefined
          ? terms.text(saveWords.changed)
          : say(keptText, { clock: clockText(status.keptAt, now, terms.lang) }, terms);
      case "unkept":
        return terms.text(saveWords.unkept);
      case "behind":
        return say(behindText, { revision: editor.revision, newest: status.newest }, terms);
      case "saving":
        return terms.text(saveWords.saving);
      case "conflict":
        return terms.text(saveWords.conflict);
      default:
        // Why it was refused stands in the card below.
        return terms.text(saveWords.refused);
    }
  };
  return (
    <p className={classes.status} data-kind={status.kind} role="status">
      {words()}
    </p>
  );
}

/** The time, renewed so that "2 min ago" stays true; every render reads it anew. */
function useNow(): Date {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  return new Date();
}
