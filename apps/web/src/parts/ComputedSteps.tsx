import type { Text } from "@materbone/clinical";
import type { Explanation } from "@materbone/report";
import type { ReactNode } from "react";
import { useSay } from "../language/language.tsx";
import classes from "./Computed.module.css";
import { Computed } from "./Computed.tsx";
import { RecordLink } from "./ComputedPlace.tsx";
import { numbered } from "./numbered.ts";

/** A derived number with its explanation; the number alone where there is none. */
export function ComputedBy(props: {
  readonly value: string;
  readonly explanation: Explanation | undefined;
}): ReactNode {
  const { value, explanation } = props;
  if (explanation === undefined) return value;
  return (
    <Computed value={value} title={explanation.title}>
      <ComputedSteps explanation={explanation} />
    </Computed>
  );
}

/** Formula in words, the numbers put in, the facts with their places, what is open, and the source. */
export function ComputedSteps({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const say = useSay();
  const { steps, facts, notes, source } = explanation;
  return (
    <>
      {numbered(steps).map(({ key, item, isFirst }) => (
        <p key={key} className={isFirst ? classes.formula : classes.step}>
          {item}
        </p>
      ))}
      {facts.length > 0 && (
        <>
          <p>{say(FACTS)}</p>
          <ul className={classes.facts}>
            {numbered(facts).map(({ key, item }) => (
              <li key={key}>
                {item.at === undefined ? item.words : <RecordLink at={item.at}>{item.words}</RecordLink>}
              </li>
            ))}
          </ul>
        </>
      )}
      {numbered(notes).map(({ key, item }) => (
        <p key={key} className={classes.note}>
          {item}
        </p>
      ))}
      {source !== undefined && (
        <p className={classes.note}>
          {say(SOURCE)}
          {source}
        </p>
      )}
    </>
  );
}

const FACTS: Text = { en: "From the record:", zh: "所用记录：" };
const SOURCE: Text = { en: "Source: ", zh: "来源：" };
