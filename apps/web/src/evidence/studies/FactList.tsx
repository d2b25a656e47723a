import type { ReactNode } from "react";
import { type Fact, languageOf } from "./provenance.ts";
import classes from "./Studies.module.css";

/** Facts by name. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, says, quotes }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {says}
            {quotes !== undefined && (
              <>
                {" · "}
                <cite lang={languageOf(quotes)} className={classes.cite}>
                  {quotes}
                </cite>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
