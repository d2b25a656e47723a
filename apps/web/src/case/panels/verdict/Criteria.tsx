import type { CriterionResult } from "@materbone/clinical";
import { headed } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../../../language/language.tsx";
import { Reasons } from "./Reasons.tsx";
import { StatusChip } from "./Status.tsx";
import classes from "./Verdict.module.css";
import { verdictWords as words } from "./verdict-words.ts";

/** Criteria of one definition with what each rests on and what it lacks. */
export function Criteria({ criteria }: { readonly criteria: readonly CriterionResult[] }): ReactNode {
  const terms = useTerms();
  return (
    <ul className={classes.criteria}>
      {criteria.map(({ id, status, because, missing }) => (
        <li key={id}>
          <p className={classes.criterion}>
            <strong>{headed(terms.word("criterion", id))}</strong> <StatusChip status={status} />
          </p>
          <Reasons reasons={because} heading={terms.text(words.used)} />
          <Reasons reasons={missing} heading={terms.text(words.missing)} />
        </li>
      ))}
    </ul>
  );
}
