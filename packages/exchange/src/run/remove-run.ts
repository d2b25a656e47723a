import { join } from "node:path";
import { inTurn } from "./in-turn.ts";
import { openRun, RunError } from "./open-run.ts";
import { removeAside } from "./passing-folder.ts";

/** `unreadable`: nobody knows whether there are decisions. */
export type RemovedRun = "removed" | "notThere" | "hasDecisions" | "unreadable";

/** Deletes a run; one with decisions, or that cannot be read, only when that is asked for. No decision comes between. */
export async function removeRun(runsFolder: string, id: string, withDecisions: boolean): Promise<RemovedRun> {
  const folder = join(runsFolder, id);
  return inTurn(folder, async () => {
    const kept = await decisionsOf(runsFolder, id);
    if (kept === "notThere" || (kept !== "none" && !withDecisions)) return kept;
    await removeAside(runsFolder, id);
    return "removed";
  });
}

async function decisionsOf(runsFolder: string, id: string): Promise<"none" | Exclude<RemovedRun, "removed">> {
  try {
    const run = await openRun(runsFolder, id);
    if (run === undefined) return "notThere";
    return (await run.review()).entries.length === 0 ? "none" : "hasDecisions";
  } catch (error) {
    if (error instanceof RunError) return "unreadable";
    throw error;
  }
}
