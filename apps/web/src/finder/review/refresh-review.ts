import type { QueryClient } from "@tanstack/react-query";
import { finderKeys } from "../../api/finder-queries.ts";

/** Asks anew for what a decision changes; worklist and definition of a run never change. */
export async function refreshReview(client: QueryClient, run: string): Promise<void> {
  const changed = ["review", "woman", "summary", "written", "elsewhere"];
  await Promise.all(changed.map((part) => client.invalidateQueries({ queryKey: [...finderKeys.run(run), part] })));
}
