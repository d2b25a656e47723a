import type { QueryClient } from "@tanstack/react-query";
import { finderKeys } from "../../api/finder-queries.ts";

/** Asks anew for what a decision changes; worklist and definition of a run never change. */
export async function refreshReview(client: QueryClient, run: string): Promise<void> {
  await refreshParts(client, run, ["review", "woman", "summary", "written", "elsewhere"]);
}

/** Asks anew for what is shown of the open woman when another person's decision has changed the review. */
export async function refreshWoman(client: QueryClient, run: string): Promise<void> {
  await refreshParts(client, run, ["woman", "elsewhere"]);
}

async function refreshParts(client: QueryClient, run: string, parts: readonly string[]): Promise<void> {
  await Promise.all(parts.map((part) => client.invalidateQueries({ queryKey: [...finderKeys.run(run), part] })));
}
