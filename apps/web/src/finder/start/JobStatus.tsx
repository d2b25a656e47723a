import { Button, Group } from "@mantine/core";
import { bytesText, say as sayPhrase, type Terms } from "@materbone/clinical";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import type { JobState } from "../../api/finder-queries.ts";
import { request } from "../../api/request.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import classes from "./Find.module.css";
import { dataSearch, type FindSearch } from "./find-search.ts";
import { sayCandidates, sayStep, findWords as words } from "./find-words.ts";
import { ProgressBar } from "./ProgressBar.tsx";

/** How a search stands, or how it ended. What was pressed before is gone then, so the focus comes here. */
export function JobStatus(props: {
  readonly job: JobState;
  /** Why nothing was heard of it when it was last asked for. */
  readonly unanswered: Error | null;
  /** It was started on this page. */
  readonly isNew: boolean;
  /** Of the page; which data are searched is handed on to the definition. */
  readonly search: FindSearch;
  readonly definition: string;
}): ReactNode {
  const { job, isNew } = props;
  const place = useRef<HTMLDivElement>(null);
  const isAwaited = useRef(isNew || job.kind === "running");
  const { kind } = job;
  useEffect(() => {
    if (isAwaited.current && document.activeElement === document.body) place.current?.focus({ preventScroll: true });
    if (kind !== "running") isAwaited.current = false;
  }, [kind]);
  return (
    <div ref={place} tabIndex={-1} className={classes.status}>
      {kind === "running" && props.unanswered !== null ? (
        // What was heard last may hold no more. It is asked for again by itself.
        <ProblemCard problem={props.unanswered} />
      ) : (
        <Standing job={job} search={props.search} definition={props.definition} />
      )}
    </div>
  );
}

function Standing(props: {
  readonly job: JobState;
  readonly search: FindSearch;
  readonly definition: string;
}): ReactNode {
  const { job, search, definition } = props;
  const say = useSay();
  const terms = useTerms();
  if (job.kind === "running") return <Running job={job} />;
  if (job.kind === "cancelled") {
    return (
      <p role="status" className={classes.under}>
        {say(words.cancelled)}
      </p>
    );
  }
  if (job.kind !== "done") {
    return (
      <div role="alert" className={classes.refused}>
        <p>
          <strong>{say(job.kind === "refused" ? words.refused : words.failed)}</strong>
        </p>
        <p>{job.said}</p>
      </div>
    );
  }
  return (
    <div className={classes.under}>
      <p role="status" className={classes.result}>
        {sayPhrase(sayCandidates, job, terms)}
      </p>
      {job.candidates === 0 && <p>{say(words.nobody)}</p>}
      <Group gap="xs">
        <Button renderRoot={(root) => <Link to="/find/runs/$run" params={{ run: job.run }} {...root} />}>
          {say(words.toWorklist)}
        </Button>
        <Button
          variant="light"
          renderRoot={(root) => (
            <Link to="/find/definition" search={{ ...dataSearch(search), definition, data: job.data }} {...root} />
          )}
        >
          {say(words.toFunnel)}
        </Button>
      </Group>
      {job.problems.length === 0 ? (
        <p className="mb-muted">{say(words.noProblems)}</p>
      ) : (
        <>
          <h3>{say(words.problems)}</h3>
          <ul className={classes.long}>
            {job.problems.map(({ title, places }) => (
              <li key={title}>
                {places.length === 0 ? (
                  title
                ) : (
                  <details>
                    <summary>{title}</summary>
                    <ul>
                      {places.map((place) => (
                        <li key={place}>{place}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

type RunningJob = Extract<JobState, { kind: "running" }>;

const PHASES = ["detect", "read", "sort", "answer", "keep"] as const;

function Running({ job }: { readonly job: RunningJob }): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const cancel = useMutation({ mutationFn: () => request(`/finder/jobs/${job.id}`, { method: "DELETE" }) });
  const { phase, done, total } = job.progress;
  const now = PHASES.indexOf(phase);
  return (
    <div className={classes.under}>
      <h3>{say(words.progress)}</h3>
      <ol className={classes.phases}>
        {PHASES.map((one, index) => (
          <li key={one} aria-current={index === now ? "step" : undefined}>
            <span>{say(words[one])}</span>
            <span className="mb-muted">
              {index === now
                ? (amount(job.progress, terms) ?? say(words.stepNow))
                : say(index < now ? words.stepDone : words.stepNext)}
            </span>
            {index === now && MEASURED.has(one) && <ProgressBar label={say(words[one])} done={done} total={total} />}
          </li>
        ))}
      </ol>
      <p role="status" className="mb-hidden">
        {say(words[phase])}
      </p>
      {cancel.error !== null && <ProblemCard problem={cancel.error} />}
      <div>
        <Button variant="light" loading={cancel.isPending || cancel.isSuccess} onClick={() => cancel.mutate()}>
          {say(words.stop)}
        </Button>
      </div>
    </div>
  );
}

/** Phases whose parts are counted; the others are one statement each. */
const MEASURED: ReadonlySet<string> = new Set(["read", "sort", "keep"]);

function amount({ phase, done, total }: RunningJob["progress"], terms: Terms): string | undefined {
  if (!MEASURED.has(phase)) return undefined;
  const size = (count: number): string => (phase === "read" ? bytesText(count) : String(count));
  return sayPhrase(sayStep, { done: size(done), total: size(total) }, terms);
}
