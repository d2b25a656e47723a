import { Button } from "@mantine/core";
import { type CaseSimulation, sayScenarioProblem } from "@materbone/circuit";
import { centreLscSource, LSC_KINDS, type LscSource, say } from "@materbone/clinical";
import { caseCourseData, simulationFigure } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { Choice } from "../../case/panels/Choice.tsx";
import { DrawnFigure } from "../../evidence/DrawnFigure.tsx";
import { useTerms } from "../../language/language.tsx";
import { sayWomen } from "../course/course-words.ts";
import { weaningMonth } from "../course-inputs.ts";
import classes from "../Simulator.module.css";
import { type SimulatedWoman, useSimulation, useSimulatorChange, useSimulatorSearch } from "../simulator-context.tsx";
import { type CaseFitJob, FIT_WOMEN, MORE_FIT_WOMEN } from "./case-fit-job.ts";
import { FittedResult } from "./FittedResult.tsx";
import { precisionWords, sayRunMore, sayWeanedByInputs, fitWords as words } from "./fit-words.ts";
import { type CaseFitState, useCaseFit } from "./use-case-fit.ts";

/** The model fitted to one woman's scans, as the command does it, with her untreated course always beside. */
export function FitPanel(): ReactNode {
  const { woman } = useSimulation();
  return woman === undefined ? null : <FitOf woman={woman} />;
}

function FitOf({ woman }: { readonly woman: SimulatedWoman }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { inputs } = useSimulation();
  const { lsc: asked = "paper", women = FIT_WOMEN } = useSimulatorSearch();
  const change = useSimulatorChange();
  const { record, context } = woman.view;
  const centre = useMemo(() => centreLscSource(context), [context]);
  const lsc = useMemo(
    (): LscSource => (asked === "centre" ? (centre ?? { kind: "paper" }) : { kind: asked }),
    [asked, centre],
  );
  const weanedMonth = woman.nursing.kind === "notRecorded" ? weaningMonth(inputs.nursing) : undefined;
  const job = useMemo(
    (): CaseFitJob => ({ record, context, lsc, women, ...(weanedMonth === undefined ? {} : { weanedMonth }) }),
    [record, context, lsc, women, weanedMonth],
  );
  const { state, cancel, again } = useCaseFit(job);
  return (
    <section
      className={`mb-card ${classes.sheet}`}
      aria-labelledby="simulator-fit"
      aria-busy={state.kind === "running"}
    >
      <h2 id="simulator-fit">{text(words.title)}</h2>
      <p className={classes.note}>{text(words.what)}</p>
      <div className={`${classes.controls} mb-noprint`}>
        <Choice
          label={text(words.precision)}
          value={lsc.kind}
          options={LSC_KINDS.map((value) => ({
            value,
            label: text(precisionWords[value]),
            isDisabled: value === "centre" && centre === undefined,
          }))}
          onChange={(value) => change({ lsc: value === "paper" ? undefined : value })}
        />
      </div>
      {weanedMonth !== undefined && (
        <p className={classes.changed}>{say(sayWeanedByInputs, { month: weanedMonth }, terms)}</p>
      )}
      <Standing state={state} women={women} onCancel={cancel} onAgain={again} />
      {state.kind === "ready" && <Answer result={state.result} woman={woman} job={job} />}
    </section>
  );
}

function Standing(props: {
  readonly state: CaseFitState;
  readonly women: number;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { state } = props;
  switch (state.kind) {
    case "ready":
      return null;
    case "running": {
      const { done, all } = state;
      return (
        <div className={classes.progress}>
          <progress {...(all === 0 ? {} : { max: all, value: done })} aria-label={text(words.running)} />
          <output>{all === 0 ? text(words.estimating) : say(sayWomen, { done, all }, terms)}</output>
          <Button size="compact-sm" variant="default" onClick={props.onCancel}>
            {text(words.cancel)}
          </Button>
        </div>
      );
    }
    case "cancelled":
    case "failed":
      return (
        <div className={classes.progress}>
          <output>
            {text(words[state.kind])}
            {state.kind === "failed" && <span className={classes.source}>{state.message}</span>}
          </output>
          <Button size="compact-sm" variant="light" onClick={props.onAgain}>
            {text(words.again)}
          </Button>
        </div>
      );
  }
}

function Answer(props: {
  readonly result: CaseSimulation;
  readonly woman: SimulatedWoman;
  readonly job: CaseFitJob;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const change = useSimulatorChange();
  const { result, woman, job } = props;
  const { view } = woman;
  const data = useMemo(() => (result.kind === "simulated" ? caseCourseData(view, result) : undefined), [view, result]);
  if (result.kind === "refused") {
    return (
      <div role="alert">
        <p>{text(words.refused)}</p>
        <ul>
          {result.problems.map((problem) => (
            <li key={problem.at + problem.kind}>{sayScenarioProblem(problem, terms)}</li>
          ))}
        </ul>
      </div>
    );
  }
  if (result.kind !== "simulated" || data === undefined) return null;
  const isTooFew = result.variants.some(
    ({ fit }) => fit?.resampling.kind === "tooFew" && !fit.susceptibility.liesAtLimit,
  );
  return (
    <>
      <DrawnFigure data={data} figure={simulationFigure} />
      <FittedResult result={result} view={view} lsc={job.lsc} />
      {isTooFew && job.women < MORE_FIT_WOMEN && (
        <Button size="compact-sm" variant="light" onClick={() => change({ women: MORE_FIT_WOMEN })}>
          {say(sayRunMore, { women: MORE_FIT_WOMEN }, terms)}
        </Button>
      )}
      <p className={classes.note}>
        {text(words.command)} <code>{commandOf(woman, job)}</code>
      </p>
    </>
  );
}

function commandOf({ series, id }: SimulatedWoman, { lsc, women, weanedMonth }: CaseFitJob): string {
  return [
    // As the page of the series names its export.
    `materbone simulate --series ${series}.json --case ${id}`,
    ...(lsc.kind === "paper" ? [] : [`--lsc ${lsc.kind}`]),
    ...(weanedMonth === undefined ? [] : [`--weaned ${weanedMonth}`]),
    ...(women === FIT_WOMEN ? [] : [`--population ${women}`]),
  ].join(" ");
}
