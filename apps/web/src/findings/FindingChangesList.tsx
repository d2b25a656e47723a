import { type Finding, type FindingChanges, sayFinding } from "@materbone/clinical";
import { headed, SEVERITY_TONE } from "@materbone/report";
import type { ReactNode } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import { Chip, type ChipTone } from "../parts/Chip.tsx";
import classes from "./FindingChangesList.module.css";
import { findingKey } from "./finding-groups.ts";
import { findingsWords as words } from "./findings-words.ts";

/** The findings that a change resolved, raised or reviewed, each with its sentence. */
export function FindingChangesList(props: {
  readonly changes: FindingChanges;
  readonly nameOf?: (woman: string | null) => string;
}): ReactNode {
  const terms = useTerms();
  const say = useSay();
  const { resolved, raised, reviewed } = props.changes;
  const entry = (finding: Finding, word: string, tone: ChipTone): ReactNode => (
    <li key={findingKey(finding)}>
      <Chip tone={tone}>{word}</Chip> {props.nameOf !== undefined && <strong>{props.nameOf(finding.case)} </strong>}
      {sayFinding(finding, terms)}
    </li>
  );
  return (
    <ul className={classes.list}>
      {resolved.map((finding) => entry(finding, say(words.resolved), "good"))}
      {raised.map((finding) => entry(finding, say(words.raised), SEVERITY_TONE[finding.severity]))}
      {reviewed.map(({ after }) => entry(after, headed(terms.word("findingState", after.state)), "quiet"))}
    </ul>
  );
}

/** Is there anything to tell? */
export function hasChanges({ resolved, raised, reviewed }: FindingChanges): boolean {
  return resolved.length + raised.length + reviewed.length > 0;
}
