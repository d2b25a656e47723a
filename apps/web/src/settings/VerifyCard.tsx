import { Button } from "@mantine/core";
import { say } from "@materbone/clinical";
import type { Verification } from "@materbone/registry";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { request } from "../api/request.ts";
import { useTerms } from "../language/language.tsx";
import { Chip } from "../parts/Chip.tsx";
import { numbered } from "../parts/numbered.ts";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { sayFault } from "./fault-words.ts";
import classes from "./Settings.module.css";
import { faultsFound, verified, settingsWords as words } from "./settings-words.ts";

/** Proves that what was saved is still what was saved. */
export function VerifyCard(): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const run = useMutation({
    mutationFn: () => request<Verification>("/verify", { method: "POST", body: {} }),
  });
  return (
    <section className={`mb-card ${classes.card}`}>
      <h2>{text(words.verify)}</h2>
      <p className="mb-muted">{text(words.verifyText)}</p>
      <Button variant="light" loading={run.isPending} onClick={() => run.mutate()}>
        {text(words.verify)}
      </Button>
      <div role="status" aria-live="polite">
        {run.isPending && <p>{text(words.verifying)}</p>}
        {run.data !== undefined && <Verified result={run.data} />}
      </div>
      {run.error !== null && <ProblemCard problem={run.error} onRetry={() => run.mutate()} />}
    </section>
  );
}

function Verified({ result }: { readonly result: Verification }): ReactNode {
  const terms = useTerms();
  const { faults, head } = result;
  return (
    <>
      <p>
        {say(verified, result, terms)}{" "}
        {faults.length === 0 ? (
          <Chip tone="good">{terms.text(words.noFaults)}</Chip>
        ) : (
          <strong>{say(faultsFound, { count: faults.length }, terms)}</strong>
        )}
      </p>
      {faults.length > 0 && (
        <ul>
          {numbered(faults).map(({ key, item }) => (
            <li key={key}>{sayFault(item, terms)}</li>
          ))}
        </ul>
      )}
      {head !== undefined && (
        <p>
          {terms.text(words.head)}: <code className={classes.hash}>{head}</code>
          <br />
          <span className="mb-muted">{terms.text(words.headText)}</span>
        </p>
      )}
    </>
  );
}
