import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/request.ts";
import { shellWords } from "../app/shell-words.ts";
import { useHoldsChanges } from "../editor/open-work.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { type PlaceOf, placeWords } from "./place-words.ts";

/** A refusal of the server in words, with every place that it names. */
export function ProblemCard(props: {
  readonly problem: Error;
  /** What the places lie in, so that they are said in words; without it they stand as pointers. */
  readonly of?: PlaceOf | undefined;
  readonly onRetry?: () => void;
}): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const holdsChanges = useHoldsChanges();
  const { of } = props;
  const details = props.problem instanceof ApiProblem ? props.problem.details : undefined;
  const kind = props.problem instanceof ApiProblem ? props.problem.kind : "";
  const words =
    kind === "unreachable" ? shellWords.unreachable : kind === "not-signed-in" ? shellWords.notSignedIn : undefined;
  return (
    <div className="mb-card" role="alert">
      {words === undefined ? (
        <>
          <p>
            <strong>{details?.title ?? say(shellWords.unexpected)}</strong>
          </p>
          {details?.detail !== undefined && <p>{details.detail}</p>}
        </>
      ) : (
        <>
          <p>{say(words)}</p>
          {holdsChanges && <p>{say(shellWords.workHeld)}</p>}
        </>
      )}
      {details?.problems !== undefined && (
        <ul>
          {details.problems.map(({ pointer, detail }) => (
            <li key={pointer + detail}>
              {pointer !== "" &&
                (of === undefined ? (
                  <code>{pointer}</code>
                ) : (
                  <span className="mb-muted">{`${placeWords(pointer, of, terms)}${terms.lang === "zh" ? "：" : ": "}`}</span>
                ))}{" "}
              {detail}
            </li>
          ))}
        </ul>
      )}
      {props.onRetry !== undefined && (
        <Button variant="light" onClick={props.onRetry}>
          {say(shellWords.tryAgain)}
        </Button>
      )}
    </div>
  );
}
