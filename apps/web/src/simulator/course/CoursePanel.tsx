import { Button } from "@mantine/core";
import { say } from "@materbone/clinical";
import { simulationFigure } from "@materbone/report";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { DrawnFigure } from "../../evidence/DrawnFigure.tsx";
import { useTerms } from "../../language/language.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { fitWords } from "../fit/fit-words.ts";
import { inputsText } from "../inputs-text.ts";
import classes from "../Simulator.module.css";
import { scenarioOfInputs } from "../scenario-of-inputs.ts";
import { useRanCourses, useSimulation } from "../simulator-context.tsx";
import { useCourses } from "../use-course.ts";
import { courseFigureData } from "./course-data.ts";
import { sayBand, sayWomen, courseWords as words } from "./course-words.ts";
import { otherWeanings } from "./other-weanings.ts";
import { BAND_WOMEN, type BandState, useBand } from "./use-band.ts";

/** Bone density against months postpartum: the course, the course without drugs, and a woman's scans. */
export function CoursePanel(): ReactNode {
  const { text } = useTerms();
  const { inputs, base, woman, isRunning } = useSimulation();
  const courses = useRanCourses();
  const { state, run, cancel } = useBand();
  const band = state.kind === "ready" && state.band.of === inputsText(inputs) ? state.band : undefined;
  const others = useMemo(() => otherWeanings(inputs, base, woman?.weanedBetween), [inputs, base, woman]);
  const files = useMemo(() => others.map((other) => scenarioOfInputs(other.inputs)), [others]);
  const { results } = useCourses(files);
  const data = useMemo(() => {
    if (courses === undefined) return undefined;
    const pinned = others.flatMap(({ id, name }, place) => {
      const course = results?.[place];
      return course?.kind === "ran" ? [{ id, name, course }] : [];
    });
    const weanedBetween = others.length === 0 ? undefined : woman?.weanedBetween;
    return courseFigureData({ inputs, ...courses, woman, bands: band?.bands, pinned, weanedBetween });
  }, [inputs, courses, woman, band, others, results]);
  if (data === undefined) return isRunning ? <Loading /> : null;
  return (
    <section className={`mb-card ${classes.sheet}`} aria-labelledby="simulator-course" aria-busy={isRunning}>
      <h2 id="simulator-course" className="mb-hidden">
        {text(words.course)}
      </h2>
      <DrawnFigure data={data} figure={simulationFigure} />
      {woman !== undefined && woman.scans.length > 0 && (
        <p className="mb-noprint">
          <Link
            from="/simulate"
            to="/simulate"
            search={(previous) => ({ ...previous, show: "fit" as const })}
            resetScroll={false}
          >
            {text(fitWords.toFit)}
          </Link>
        </p>
      )}
      <div className={classes.band}>
        <h3>{text(words.band)}</h3>
        {inputs.woman === "healthy" ? (
          <p className={classes.note}>{text(words.bandHealthy)}</p>
        ) : (
          <BandControls
            state={state}
            isStale={state.kind === "ready" && band === undefined}
            onRun={() => run(inputs)}
            onCancel={cancel}
          />
        )}
      </div>
    </section>
  );
}

function BandControls(props: {
  readonly state: BandState;
  readonly isStale: boolean;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { state, isStale } = props;
  if (state.kind === "running") {
    const { done } = state;
    return (
      <div className={classes.progress}>
        <progress max={BAND_WOMEN} value={done} aria-label={text(words.band)} />
        <output>{say(sayWomen, { done, all: BAND_WOMEN }, terms)}</output>
        <Button size="compact-sm" variant="default" onClick={props.onCancel}>
          {text(words.cancel)}
        </Button>
      </div>
    );
  }
  return (
    <>
      <p className={classes.note}>{text(words.bandText)}</p>
      <div className={classes.progress}>
        <Button size="compact-sm" variant="light" onClick={props.onRun}>
          {text(words.runBand)}
        </Button>
        <output>
          {state.kind === "cancelled" && text(words.cancelled)}
          {state.kind === "failed" && text(words.bandFailed)}
          {isStale && text(words.stale)}
          {state.kind === "ready" &&
            !isStale &&
            say(sayBand, { women: BAND_WOMEN, effective: state.band.effective, accepted: state.band.accepted }, terms)}
        </output>
      </div>
      {state.kind === "ready" && !state.band.isEnough && <p className={classes.note}>{text(words.fewer)}</p>}
    </>
  );
}
