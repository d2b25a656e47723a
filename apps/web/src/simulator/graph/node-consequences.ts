import { type Direction, directionAlong, type Mechanism, type MechanismEdge } from "@materbone/circuit";
import type { Terms } from "@materbone/clinical";
import type { NodeLevel } from "@materbone/report";
import { graphWords } from "./graph-words.ts";

export type GraphScope = "paper" | "model";

/** Arrows that the graph of a scope shows, as the figure takes them. */
export function isInScope(edge: MechanismEdge, scope: GraphScope): boolean {
  if (scope === "paper") return edge.arrow !== undefined;
  return edge.carried.kind === "simulated" || edge.certainty === "definition";
}

/** Where everything goes when one node rises, by the arrows of a scope; the direct arrows by id. */
export type Consequences = {
  readonly directions: ReadonlyMap<string, Direction>;
  readonly arrows: readonly MechanismEdge[];
};

/** `undefined` when the scope has no such node. */
export function consequences(graph: Mechanism, node: string, scope: GraphScope): Consequences | undefined {
  const edges = graph.edges.filter((edge) => isInScope(edge, scope));
  if (!edges.some(({ from, to }) => from === node || to === node)) return undefined;
  return {
    directions: directionAlong(graph, node, (edge) => isInScope(edge, scope)),
    arrows: edges.filter(({ from }) => from === node),
  };
}

/** Directions in the boxes of the graph, instead of values. */
export function directionLevels({ directions }: Consequences, terms: Terms): ReadonlyMap<string, NodeLevel> {
  return new Map(
    [...directions].map(([id, direction]) => [
      id,
      { text: terms.text(graphWords[direction]), direction: direction === "both" ? "same" : direction },
    ]),
  );
}

/** Names of the nodes that go one way, the risen one left out. */
export function nodesGoing(
  graph: Mechanism,
  { directions }: Consequences,
  risen: string,
  direction: Direction,
  terms: Terms,
): readonly string[] {
  return graph.nodes
    .filter(({ id }) => id !== risen && directions.get(id) === direction)
    .map(({ name }) => terms.text(name));
}
