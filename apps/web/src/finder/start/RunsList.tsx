import { Button } from "@mantine/core";
import { localText, say as sayPhrase } from "@materbone/clinical";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { finderKeys, type RunHead, runPath, runsQuery } from "../../api/finder-queries.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { bracketed } from "../../language/punctuation.ts";
import { Loading } from "../../parts/Loading.tsx";
import { momentText } from "../../parts/moment-text.ts";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { DamagedRuns } from "./DamagedRuns.tsx";
import classes from "./Find.module.css";
import { sayCandidates, sayDataOfDay, sayRunGoes, sayVersion, findWords as words } from "./find-words.ts";
import { RemoveDialog } from "./RemoveDialog.tsx";

/** Former searches, the newest first. */
export function RunsList(): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const client = useQueryClient();
  const runs = useQuery(runsQuery);
  const [removed, setRemoved] = useState<RunHead>();
  return (
    <section className="mb-card" aria-labelledby="runs-title">
      <h2 id="runs-title" tabIndex={-1}>
        {say(words.runs)}
      </h2>
      {runs.error !== null && <ProblemCard problem={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.data === undefined && runs.error === null && <Loading />}
      {runs.data?.length === 0 && <p className="mb-muted">{say(words.noRuns)}</p>}
      <ul className={classes.list}>
        {runs.data?.map((run) => (
          <li key={run.id}>
            <p className={classes.head}>
              <strong>{sayPhrase(sayCandidates, run, terms)}</strong>
              <span className="mb-muted">{momentText(run.endedAt, terms.lang)}</span>
            </p>
            <p>
              {sayPhrase(sayVersion, { name: localText(run.name, terms.lang), version: run.definition.version }, terms)}
            </p>
            <p className={`mb-muted ${classes.place}`}>
              {[
                run.place ?? run.dataName,
                ...(run.asOf === undefined ? [] : [sayPhrase(sayDataOfDay, { day: run.asOf }, terms)]),
              ].join(" · ")}
            </p>
            <p className={classes.acts}>
              <Link to="/find/runs/$run" params={{ run: run.id }}>
                {say(words.worklist)}
              </Link>
              <Link to="/find/runs/$run/review" params={{ run: run.id }}>
                {say(words.review)}
              </Link>
              <Button
                variant="subtle"
                color="red"
                size="compact-sm"
                aria-label={bracketed(say(words.remove), momentText(run.endedAt, terms.lang), terms.lang)}
                onClick={() => setRemoved(run)}
              >
                {say(words.remove)}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <DamagedRuns />
      {removed !== undefined && (
        <RemoveDialog
          title={say(words.removeRun)}
          text={sayPhrase(sayRunGoes, removed, terms)}
          path={runPath(removed.id)}
          backTo="runs-title"
          onRemoved={async () => {
            client.removeQueries({ queryKey: finderKeys.run(removed.id) });
            await client.invalidateQueries({ queryKey: finderKeys.runs });
          }}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </section>
  );
}
