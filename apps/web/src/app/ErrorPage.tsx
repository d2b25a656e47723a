import { Button } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/request.ts";
import { useSay } from "../language/language.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { shellWords } from "./shell-words.ts";

/** What a page shows in place of itself when it cannot be shown. */
export function ErrorPage({ error, reset }: ErrorComponentProps): ReactNode {
  const say = useSay();
  const router = useRouter();
  // The page's code may be what did not come: the router asks for it anew.
  if (error instanceof ApiProblem)
    return <ProblemCard problem={error} onRetry={() => void router.invalidate().then(reset)} />;
  return (
    <div className="mb-card" role="alert">
      <h1>{say(shellWords.unexpected)}</h1>
      <p>{say(shellWords.unexpectedText)}</p>
      <pre>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>
      <Button onClick={() => location.reload()}>{say(shellWords.tryAgain)}</Button>
    </div>
  );
}
