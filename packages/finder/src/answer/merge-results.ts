import type { Row } from "../ir/relation.ts";
import { checkedRows } from "./result-rows.ts";

/**
 * Rows of single women as the rows of all of them: counts of a stage are summed, everything else stands as it is. What the
 * evaluator gives woman by woman then equals what one statement gives over all.
 *
 * @param parts - `RESULT_COLUMNS` of persons that do not overlap
 * @throws TypeError when a row has not the columns and types of `RESULT_COLUMNS`
 */
export function mergeResults(parts: Iterable<readonly Row[]>): readonly Row[] {
  const stages = new Map<string, { readonly row: Row; people: number | null; episodes: number | null }>();
  const others: Row[] = [];
  for (const part of parts) {
    for (const row of checkedRows(part)) {
      if (row.part !== "stage") {
        others.push(row);
        continue;
      }
      const item = row.item ?? "";
      const sum = stages.get(item);
      if (sum === undefined) stages.set(item, { row, people: row.people, episodes: row.episodes });
      else {
        sum.people = plus(sum.people, row.people);
        sum.episodes = plus(sum.episodes, row.episodes);
      }
    }
  }
  return [...[...stages.values()].map(({ row, people, episodes }) => ({ ...row, people, episodes })), ...others];
}

/** NULL stays NULL: a stage that counts no deliveries does not come to count 0. */
function plus(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return a + b;
}
