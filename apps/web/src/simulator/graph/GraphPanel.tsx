import { mechanism } from "@materbone/circuit";
import { say } from "@materbone/clinical";
import { circuitGraphFigure, type FigureLayout, type FigureMark, headed } from "@materbone/report";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { FigureView } from "../../figure/FigureView.tsx";
import { useTerms } from "../../language/language.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { nodeLevels, rowAt } from "../node-levels.ts";
import classes from "../Simulator.module.css";
import { useRanCourses, useSimulation, useSimulatorChange, useSimulatorSearch } from "../simulator-context.tsx";
import { GRAPH_SCOPES } from "../simulator-search.ts";
import { ConsequenceList } from "./ConsequenceList.tsx";
import graphClasses from "./Graph.module.css";
import { sayMoment, graphWords as words } from "./graph-words.ts";
import { MomentControls } from "./MomentControls.tsx";
import { consequences, directionLevels, isInScope } from "./node-consequences.ts";
import { useMoment } from "./use-moment.ts";

const COURSES = ["treated", "untreated"] as const;

/** The circuit as a graph, with the values of the course at one moment, or with what follows when one thing rises. */
export function GraphPanel(): ReactNode {
  const terms = useTerms();
  const { lang, text } = terms;
  const { inputs, isRunning } = useSimulation();
  const { scope = "model", node } = useSimulatorSearch();
  const change = useSimulatorChange();
  const [of, setOf] = useState<(typeof COURSES)[number]>("treated");
  const courses = useRanCourses();
  const course = courses?.[of];
  const moment = useMoment(inputs.months);
  const row = course === undefined ? undefined : rowAt(course.months, moment.month);
  const followed = useMemo(
    () => (node === undefined ? undefined : consequences(mechanism, node, scope)),
    [node, scope],
  );
  const draw = useCallback(
    (layout: FigureLayout) => {
      const values = course === undefined || row === undefined ? undefined : nodeLevels(mechanism, course, row, terms);
      return circuitGraphFigure(mechanism, {
        lang,
        layout,
        scope,
        levels: followed === undefined ? values : directionLevels(followed, terms),
        moment:
          followed === undefined
            ? say(sayMoment, { month: course?.months[row ?? 0] ?? 0, isTreated: of === "treated" }, terms)
            : text(words.bySigns),
        stressed: followed === undefined ? undefined : new Set(followed.arrows.map(({ id }) => id)),
      });
    },
    [course, row, followed, scope, of, lang, text, terms],
  );
  const pick = useCallback(
    ({ key }: FigureMark) => {
      const id = key?.startsWith(NODE_KEY) === true ? key.slice(NODE_KEY.length) : undefined;
      if (id !== undefined) change({ node: id === node ? undefined : id });
    },
    [change, node],
  );
  if (course === undefined) return isRunning ? <Loading /> : null;
  return (
    <section className={`mb-card ${classes.sheet}`} aria-labelledby="simulator-graph">
      <h2 id="simulator-graph" className="mb-hidden">
        {text(words.scope)}
      </h2>
      <div className={`mb-noprint ${classes.controls}`}>
        <Switch
          legend={text(words.scope)}
          options={GRAPH_SCOPES.map((each) => ({ key: each, label: text(words[each]) }))}
          chosen={scope}
          onChoose={(key) => change({ scope: key === "paper" ? "paper" : undefined })}
        />
        <Switch
          legend={text(words.course)}
          options={COURSES.map((each) => ({ key: each, label: text(words[each]) }))}
          chosen={of}
          onChoose={(key) => setOf(key === "untreated" ? "untreated" : "treated")}
        />
        <label className={classes.field}>
          {text(words.node)}
          <select
            value={followed === undefined ? "" : node}
            onChange={(event) => change({ node: event.currentTarget.value || undefined })}
          >
            <option value="">{text(words.noNode)}</option>
            {mechanism.nodes
              .filter(({ id }) => isNodeIn(id, scope))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {headed(text(name))}
                </option>
              ))}
          </select>
        </label>
      </div>
      {followed === undefined && <MomentControls moment={moment} months={inputs.months} />}
      <FigureView draw={draw} onOpen={pick} opens={isNodeMark} />
      {followed === undefined || node === undefined ? (
        <p className={classes.note}>{text(words.clickNote)}</p>
      ) : (
        <ConsequenceList node={node} followed={followed} />
      )}
    </section>
  );
}

const NODE_KEY = "node/";

function isNodeMark({ key }: FigureMark): boolean {
  return key?.startsWith(NODE_KEY) === true;
}

function isNodeIn(node: string, scope: (typeof GRAPH_SCOPES)[number]): boolean {
  return mechanism.edges.some((edge) => (edge.from === node || edge.to === node) && isInScope(edge, scope));
}

function Switch(props: {
  readonly legend: string;
  readonly options: readonly { readonly key: string; readonly label: string }[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}): ReactNode {
  return (
    <fieldset className={graphClasses.choice}>
      <legend>{props.legend}</legend>
      <div className={classes.switch}>
        {props.options.map(({ key, label }) => (
          <button key={key} type="button" aria-pressed={key === props.chosen} onClick={() => props.onChoose(key)}>
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
