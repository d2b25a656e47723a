import { type Finding, findingChanges, say } from "@materbone/clinical";
import { type ReactNode, useMemo } from "react";
import { FindingChangesList } from "../../findings/FindingChangesList.tsx";
import { sayChange, findingsWords as words } from "../../findings/findings-words.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import classes from "./CaseFindingsPanel.module.css";

/** What the edit under way does to the findings of the record, against the version that is saved. */
export function EditEffect(props: { readonly saved: readonly Finding[]; readonly now: readonly Finding[] }): ReactNode {
  const terms = useTerms();
  const sayText = useSay();
  const changes = useMemo(() => findingChanges(props.saved, props.now), [props.saved, props.now]);
  const { resolved, raised } = changes;
  const isChanged = resolved.length + raised.length > 0;
  return (
    <section className={isChanged ? classes.effect : undefined} aria-label={sayText(words.sinceSaved)}>
      <p role="status" className={isChanged ? classes.effectText : "mb-muted"}>
        {isChanged
          ? say(sayChange, { resolved: resolved.length, raised: raised.length }, terms)
          : sayText(words.unchanged)}
      </p>
      {isChanged && <FindingChangesList changes={{ ...changes, reviewed: [] }} />}
    </section>
  );
}
