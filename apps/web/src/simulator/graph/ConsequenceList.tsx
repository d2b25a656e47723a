import { type MechanismEdge, mechanism, sayCite } from "@materbone/circuit";
import { say } from "@materbone/clinical";
import { headed } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import classes from "../Simulator.module.css";
import graphClasses from "./Graph.module.css";
import { sayArrow, graphWords as words } from "./graph-words.ts";
import { type Consequences, nodesGoing } from "./node-consequences.ts";

/** In words what rises and falls, and what each direct arrow rests on. */
export function ConsequenceList(props: { readonly node: string; readonly followed: Consequences }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { node, followed } = props;
  const groups = (["up", "down", "both"] as const)
    .map((direction) => ({ direction, names: nodesGoing(mechanism, followed, node, direction, terms) }))
    .filter(({ names }) => names.length > 0);
  const heading = { up: words.rises, down: words.falls, both: words.either };
  return (
    <div className={graphClasses.consequences} aria-live="polite">
      {groups.length === 0 && <p>{text(words.none)}</p>}
      {groups.length > 0 && (
        <dl>
          {groups.map(({ direction, names }) => (
            <div key={direction}>
              <dt>{text(heading[direction])}</dt>
              <dd>{terms.series(names)}</dd>
            </div>
          ))}
        </dl>
      )}
      {followed.arrows.length > 0 && (
        <>
          <h3>{text(words.arrows)}</h3>
          <ul>
            {followed.arrows.map((edge) => (
              <Arrow key={edge.id} edge={edge} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Arrow({ edge }: { readonly edge: MechanismEdge }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const target = mechanism.nodes.find(({ id }) => id === edge.to);
  const certainty = mechanism.certainties.find(({ id }) => id === edge.certainty);
  const sentence = say(
    sayArrow,
    {
      to: target === undefined ? edge.to : text(target.name),
      isRise: edge.sign === "+",
      certainty: certainty === undefined ? edge.certainty : text(certainty.name),
    },
    terms,
  );
  return (
    <li>
      {headed(sentence)}
      {terms.lang === "zh" ? "。" : ". "}
      {text(edge.note)}
      <span className={classes.source}>
        {edge.sources
          .map(
            ({ id, place }) =>
              `${sayCite(mechanism.sources[id]?.cite ?? id, terms)}${place === undefined ? "" : ` (${place})`}`,
          )
          .join("; ")}
      </span>
    </li>
  );
}
