import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import {
  definitionsIn,
  detectionQuery,
  jobsQuery,
  keepKeys,
  saidDefinitionQuery,
} from "../../api/finder-keep-queries.ts";
import { finderKeys, type JobState } from "../../api/finder-queries.ts";
import { ApiProblem, request } from "../../api/request.ts";
import { useSay, useTerms } from "../../language/language.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { definitionOptions } from "./definition-options.ts";
import classes from "./Find.module.css";
import { dataSearch, type FindSearch } from "./find-search.ts";
import { findWords as words } from "./find-words.ts";
import { JobStatus } from "./JobStatus.tsx";
import { Step } from "./Step.tsx";
import { shownJob } from "./shown-job.ts";

/** The definition without another choice. */
const USUAL = "paper";

/** Which women are looked for, the start, and how the search stands. */
export function SearchStep(props: {
  readonly search: FindSearch;
  readonly onChange: (change: { readonly [K in "definition" | "strict" | "job"]?: FindSearch[K] | undefined }) => void;
}): ReactNode {
  const say = useSay();
  const terms = useTerms();
  const { lang } = terms;
  const client = useQueryClient();
  const { path, mapping, definition = USUAL, asOf, strict = false, job: started } = props.search;
  const [isTried, setIsTried] = useState(false);
  const definitions = useQuery(definitionsIn(lang));
  const detection = useQuery({
    ...detectionQuery(path ?? "", mapping, lang),
    // The step before asks; here it is only looked at.
    enabled: false,
  });
  const isFound = path !== undefined && detection.data?.kind === "found";
  const jobs = useQuery(jobsQuery(lang));
  const { job, other } = shownJob(jobs.data ?? [], started);
  const start = useMutation({
    mutationFn: () =>
      request<JobState>("/finder/jobs", {
        method: "POST",
        body: {
          path,
          definition,
          strict,
          ...(mapping === undefined ? {} : { mapping }),
          ...(asOf === undefined ? {} : { asOf }),
        },
      }),
    onError: (error) => {
      // Another window started one that this page has not heard of.
      if (isBusy(error)) void client.invalidateQueries({ queryKey: finderKeys.jobs });
    },
    onSuccess: async (begun) => {
      // In the list at once: a search that is not there counts as one that the program knows no more.
      await client.cancelQueries({ queryKey: finderKeys.jobs });
      client.setQueryData(jobsQuery(lang).queryKey, (known) => [begun, ...(known ?? [])]);
      props.onChange({ job: begun.id });
      await client.invalidateQueries({ queryKey: finderKeys.jobs });
    },
  });
  const isRunning = other !== undefined || job?.kind === "running";
  const awaited = other?.id ?? (isRunning ? job?.id : undefined);
  useEffect(() => {
    if (awaited === undefined) return;
    // A search that ended, whoever started it, changes what lies on this computer.
    return () => {
      for (const queryKey of [finderKeys.runs, keepKeys.data, ["finder", "detection"]]) {
        void client.invalidateQueries({ queryKey });
      }
    };
  }, [awaited, client]);
  const isForgotten = started !== undefined && job === undefined && jobs.isSuccess && !jobs.isFetching;
  const isNew = start.data !== undefined && start.data.id === job?.id;
  return (
    <Step number={3} title={say(words.start)}>
      {definitions.error !== null && (
        <ProblemCard problem={definitions.error} onRetry={() => void definitions.refetch()} />
      )}
      {definitions.data !== undefined && (
        <NativeSelect
          label={say(words.definition)}
          value={definition}
          data={[...definitionOptions(definitions.data, definition, terms)]}
          onChange={(event) => props.onChange({ definition: event.currentTarget.value, job: undefined })}
        />
      )}
      <About definition={definition} search={props.search} />
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={strict}
          aria-describedby="strict-hint"
          onChange={(event) => props.onChange({ strict: event.currentTarget.checked ? true : undefined })}
        />
        <span>
          <strong>{say(words.strict)}</strong>{" "}
          <span id="strict-hint" className="mb-muted">
            {say(words.strictHint)}
          </span>
        </span>
      </label>
      {start.error !== null && !isBusy(start.error) && <ProblemCard problem={start.error} />}
      {isBusy(start.error) && isRunning && other === undefined && <p role="alert">{say(words.otherRuns)}</p>}
      {isBusy(start.error) && !isRunning && jobs.isSuccess && !jobs.isFetching && (
        <p role="status">{say(words.otherEnded)}</p>
      )}
      {isTried && !isFound && !isRunning && (
        <p role="alert" className={classes.wrong}>
          {say(words.notYet)}
        </p>
      )}
      {isForgotten && (
        <div role="alert" className={classes.refused}>
          <p>
            <strong>{say(words.forgotten)}</strong>
          </p>
          <p>{say(words.forgottenText)}</p>
        </div>
      )}
      {other !== undefined && (
        <div role="status" className={classes.under}>
          <p>{say(words.otherRuns)}</p>
          <div>
            <Button variant="light" onClick={() => props.onChange({ job: other.id })}>
              {say(words.showOther)}
            </Button>
          </div>
        </div>
      )}
      {!isRunning && (
        <div>
          <Button
            loading={start.isPending}
            onClick={() => {
              setIsTried(true);
              if (isFound) start.mutate();
            }}
          >
            {say(words.go)}
          </Button>
        </div>
      )}
      {job === undefined && jobs.error !== null && (
        <ProblemCard problem={jobs.error} onRetry={() => void jobs.refetch()} />
      )}
      {job !== undefined && (
        <JobStatus
          key={job.id}
          job={job}
          unanswered={jobs.error}
          isNew={isNew}
          search={props.search}
          definition={definition}
        />
      )}
    </Step>
  );
}

/** The search was refused because another one runs. */
function isBusy(error: Error | null): boolean {
  return error instanceof ApiProblem && error.kind === "finder-busy";
}

/** What the definition says first, and the way to the rest. */
function About({ definition, search }: { readonly definition: string; readonly search: FindSearch }): ReactNode {
  const say = useSay();
  const { lang } = useTerms();
  const checked = useQuery(saidDefinitionQuery(definition, lang));
  return (
    <>
      {checked.error !== null && <ProblemCard problem={checked.error} />}
      {checked.data?.kind === "read" && (
        <p>
          <strong>{checked.data.said.title}</strong>
          {checked.data.said.about !== undefined && <> {checked.data.said.about}</>}
          {checked.data.said.copiedFrom !== undefined && (
            <span className="mb-muted"> {checked.data.said.copiedFrom}</span>
          )}
        </p>
      )}
      {checked.data?.kind === "refused" && (
        <ul role="alert" className={classes.wrong}>
          {checked.data.problems.map(({ pointer, detail }) => (
            <li key={pointer + detail}>{detail}</li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/find/definition" search={{ ...dataSearch(search), definition }}>
          {say(words.definitionLink)}
        </Link>
      </p>
    </>
  );
}
