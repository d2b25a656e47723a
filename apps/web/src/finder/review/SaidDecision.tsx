import { type Adjudication, type Decision, REASON_WORDS, VERDICT_WORDS } from "@materbone/finder";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { momentText } from "../../parts/moment-text.ts";
import classes from "./Review.module.css";

/** What somebody said of a woman: verdict, reasons, note, when. */
export function SaidDecision(props: { readonly said: Decision | Adjudication; readonly who: string }): ReactNode {
  const { said, who } = props;
  const terms = useTerms();
  return (
    <div className={classes.said}>
      <p>
        <strong>{who}</strong> <span className="mb-muted">{momentText(said.at, terms.lang)}</span>
      </p>
      <p className={classes.saidVerdict}>{terms.text(VERDICT_WORDS[said.verdict])}</p>
      <p>{terms.series(said.reasons.map((reason) => terms.text(REASON_WORDS[reason])))}</p>
      {said.note !== undefined && <blockquote>{said.note}</blockquote>}
    </div>
  );
}
