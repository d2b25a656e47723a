import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/request.ts";
import { shellWords } from "../app/shell-words.ts";
import { useSay } from "../language/language.tsx";

/** A refusal of the server in words, with every place that it names. */
export function ProblemCard(props: { readonly problem: Error; readonly onRetry?: () => void }): ReactNode {
  const say = useSay();
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
        <p>{say(words)}</p>
      )}
      {details?.problems !== undefined && (
        <ul>
          {details.problems.map(({ pointer, detail }) => (
            <li key={pointer + detail}>
              <code>{pointer}</code> {detail}
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
