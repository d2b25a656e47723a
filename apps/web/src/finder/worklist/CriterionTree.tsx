import {
  type CriterionAnswer,
  EXPLANATION_WORDS,
  type ResolvedDefinition,
  sayLeaf,
  type YesNo,
} from "@materbone/finder";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { Answer } from "./Answer.tsx";
import classes from "./Worklist.module.css";

/** A criterion with its answer, part by part, in the words of the definition; lines count as in the table of evidence. */
export function CriterionTree(props: {
  readonly name: string;
  readonly answer: CriterionAnswer;
  readonly definition: ResolvedDefinition;
}): ReactNode {
  const { name, answer, definition } = props;
  return (
    <div className={classes.criterion}>
      <p>
        <Answer answer={answer.answer} /> <strong>{name}</strong>
      </p>
      <ul className={classes.tree}>
        <Part answer={answer} definition={definition} />
      </ul>
    </div>
  );
}

function Part({
  answer,
  definition,
}: {
  readonly answer: CriterionAnswer;
  readonly definition: ResolvedDefinition;
}): ReactNode {
  const terms = useTerms();
  if (answer.kind === "event") {
    // The answer stands before the sentence, which would say "possibly" once more.
    const certain: YesNo = "yes";
    return (
      <li>
        <Answer answer={answer.answer} /> {sayLeaf({ ...answer, answer: certain }, definition, terms)}
      </li>
    );
  }
  const parts = answer.kind === "not" ? [answer.of] : answer.of;
  const count = answer.kind === "atLeast" ? ` ${answer.atLeast}` : "";
  return (
    <li>
      <Answer answer={answer.answer} /> {`${terms.text(EXPLANATION_WORDS[answer.kind])}${count}`}
      <ul className={classes.tree}>
        {numbered(parts).map(({ key, item }) => (
          <Part key={key} answer={item} definition={definition} />
        ))}
      </ul>
    </li>
  );
}
