import { type Reason, sayReason } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../../language/language.tsx";
import { RecordLink } from "../../../parts/ComputedPlace.tsx";
import { numbered } from "../../../parts/numbered.ts";
import classes from "./Verdict.module.css";

/** Facts as sentences, each leading to its place in the record where it has one. */
export function Reasons(props: { readonly reasons: readonly Reason[]; readonly heading?: string }): ReactNode {
  const terms = useTerms();
  if (props.reasons.length === 0) return null;
  return (
    <div className={classes.reasons}>
      {props.heading !== undefined && <p className={classes.heading}>{props.heading}</p>}
      <ul>
        {numbered(props.reasons).map(({ key, item }) => {
          const words = sayReason(item, terms);
          const { at } = item.facts;
          return (
            <li key={key}>{typeof at === "string" && at !== "" ? <RecordLink at={at}>{words}</RecordLink> : words}</li>
          );
        })}
      </ul>
    </div>
  );
}
