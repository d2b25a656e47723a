import { Button } from "@mantine/core";
import { say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { labelled } from "../../language/punctuation.ts";
import { useEvidence, useEvidenceChange } from "../evidence-context.tsx";
import { NO_CHOICES } from "../reader-choices.ts";
import classes from "./Choices.module.css";
import { sayActiveSd, sayReadings, choicesWords as words } from "./choices-words.ts";

/** Says over every panel that its numbers follow choices of the address, and takes them back. */
export function ActiveChoices(): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { choices } = useEvidence();
  const change = useEvidenceChange();
  const count = Object.keys(choices.readings).length;
  const parts = [
    ...(choices.sd.kind === "assumed" ? [say(sayActiveSd, choices.sd, terms)] : []),
    ...(choices.readNotStatedAsMean ? [text(words.shortNotStated)] : []),
    ...(choices.countPossibleOnce ? [] : [text(words.shortOverlaps)]),
    ...(count > 0 ? [say(sayReadings, { count }, terms)] : []),
  ];
  if (parts.length === 0) return null;
  return (
    <div className={classes.active}>
      <p>
        {labelled(text(words.active), parts.join(terms.lang === "zh" ? "；" : "; "), terms.lang)}
        {terms.lang === "zh" ? "。" : "."}
      </p>
      <Button size="compact-sm" variant="subtle" className="mb-noprint" onClick={() => change(NO_CHOICES)}>
        {text(words.takeBack)}
      </Button>
    </div>
  );
}
