import { say } from "@materbone/clinical";
import {
  type CriterionAnswer,
  type DeliveryExplanation,
  EXPLANATION_WORDS,
  evidenceRecords,
  type ResolvedDefinition,
  sayLeaf,
  sayTiming,
  wholeCodings,
} from "@materbone/finder";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { clauses } from "../../language/punctuation.ts";
import { numbered } from "../../parts/numbered.ts";
import { SaidWhat } from "../run/SaidWhat.tsx";
import { Answer } from "./Answer.tsx";
import classes from "./CriterionTree.module.css";
import { sayMore } from "./worklist-words.ts";

type Evidence = Pick<DeliveryExplanation, "evidence" | "when">;

/**
 * A criterion with its answer, part by part, in the words of the definition. With the evidence at hand each part shows what it
 * rests on; without, it names lines as the table of evidence counts them.
 */
export function CriterionTree(props: {
  readonly name: string;
  readonly answer: CriterionAnswer;
  readonly definition: ResolvedDefinition;
  readonly evidence?: Evidence;
}): ReactNode {
  const { name, answer } = props;
  return (
    <div className={classes.criterion}>
      <p>
        <Answer answer={answer.answer} /> <strong>{name}</strong>
      </p>
      <ul className={classes.tree}>
        <Part answer={answer} definition={props.definition} evidence={props.evidence} />
      </ul>
    </div>
  );
}

type PartProps<A> = {
  readonly answer: A;
  readonly definition: ResolvedDefinition;
  readonly evidence: Evidence | undefined;
};

function Part({ answer, definition, evidence }: PartProps<CriterionAnswer>): ReactNode {
  const terms = useTerms();
  if (answer.kind === "event") return <Leaf answer={answer} definition={definition} evidence={evidence} />;
  const parts = answer.kind === "not" ? [answer.of] : answer.of;
  const count = answer.kind === "atLeast" ? ` ${answer.atLeast}` : "";
  return (
    <li>
      <Answer answer={answer.answer} /> {`${terms.text(EXPLANATION_WORDS[answer.kind])}${count}`}
      <ul className={classes.tree}>
        {numbered(parts).map(({ key, item }) => (
          <Part key={key} answer={item} definition={definition} evidence={evidence} />
        ))}
      </ul>
    </li>
  );
}

/** Records that a part rests on; of many, the first. */
const SHOWN_RECORDS = 5;

function Leaf({ answer, definition, evidence }: PartProps<Extract<CriterionAnswer, { kind: "event" }>>): ReactNode {
  const terms = useTerms();
  // The answer stands before the sentence, which would say "possibly" once more.
  const plain = { ...answer, answer: "yes" as const, ...(evidence === undefined ? {} : { evidence: [] }) };
  const lines = answer.evidence.flatMap((position) => evidence?.evidence[position] ?? []);
  const records = evidenceRecords(lines);
  return (
    <li>
      <Answer answer={answer.answer} /> {sayLeaf(plain, definition, terms)}
      {evidence !== undefined && records.length > 0 && (
        <ul className={classes.rests}>
          {numbered(records.slice(0, SHOWN_RECORDS)).map(({ key, item: { line, beside } }) => (
            <li key={key} title={wholeCodings([line, ...beside])}>
              <SaidWhat line={line} beside={beside} />
              {clauses(["", ""], terms.lang)}
              <strong>{sayTiming(line, evidence.when, terms)}</strong>
            </li>
          ))}
          {records.length > SHOWN_RECORDS && <li>{say(sayMore, { count: records.length - SHOWN_RECORDS }, terms)}</li>}
        </ul>
      )}
    </li>
  );
}
