import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import type { Row } from "../ir/relation.ts";
import { stageIds } from "../plan/result-rows.ts";
import { checkedRows, filled } from "./result-rows.ts";

/** Women and deliveries that reach a step; `episodes` is absent where the step counts persons only. */
export type FunnelStage = { readonly id: string; readonly people: number; readonly episodes?: number };

/** The steps in the order of `stageIds`. Its counts leave the hospital only through `suppressed`. */
export type Funnel = readonly FunnelStage[];

/**
 * The funnel that the rows of `planDefinition` hold.
 *
 * @throws TypeError when a step is missing or counted twice, or a count is negative
 */
export function funnelOf(rows: readonly Row[], definition: ResolvedDefinition): Funnel {
  const stages = checkedRows(rows).filter(({ part }) => part === "stage");
  return stageIds(definition).map((id) => {
    const own = stages.filter(({ item }) => item === id);
    const [row] = own;
    if (row === undefined || own.length > 1)
      throw new TypeError(`step ${id} of the funnel is there ${own.length} times`);
    const people = count(filled(row, "people"), id);
    return row.episodes === null ? { id, people } : { id, people, episodes: count(row.episodes, id) };
  });
}

function count(value: number, id: string): number {
  if (!(value >= 0)) throw new TypeError(`step ${id} of the funnel has a negative count`);
  return value;
}
