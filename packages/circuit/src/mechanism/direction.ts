import type { Mechanism, MechanismEdge } from "./mechanism.ts";

/** Where a node goes: `both` when ways of either sign lead to it. */
export type Direction = "up" | "down" | "both";

/**
 * Where every other node goes, by the signs alone, when one node rises: a way that crosses an odd number of negative arrows
 * turns the rise into a fall. Sizes and times are not in it, so a feedback makes nodes go `both` ways.
 *
 * @param follows - arrows to go along, all when absent; those of the paper alone leave most feedbacks out
 * @returns by id, the risen node among them (`up`, or `both` when a way leads back and turns it); a node that no way leads
 * to is left out
 * @throws RangeError when the graph has no such node
 */
export function directionAlong(
  graph: Pick<Mechanism, "nodes" | "edges">,
  node: string,
  follows: (edge: MechanismEdge) => boolean = () => true,
): ReadonlyMap<string, Direction> {
  if (!graph.nodes.some(({ id }) => id === node)) throw new RangeError(`the graph has no node ${node}`);
  const edges = graph.edges.filter(follows);
  const rises = new Set([node]);
  const falls = new Set<string>();
  const due: { readonly id: string; readonly isRise: boolean }[] = [{ id: node, isRise: true }];
  for (let at = due.pop(); at !== undefined; at = due.pop()) {
    for (const { from, to, sign } of edges) {
      if (from !== at.id) continue;
      const isRise = at.isRise === (sign === "+");
      const reached = isRise ? rises : falls;
      if (reached.has(to)) continue;
      reached.add(to);
      due.push({ id: to, isRise });
    }
  }
  const directionById = new Map<string, Direction>();
  for (const id of rises) directionById.set(id, falls.has(id) ? "both" : "up");
  for (const id of falls) if (!rises.has(id)) directionById.set(id, "down");
  return directionById;
}
