import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DayRange, Review, Worklist } from "@materbone/finder";
import type { RunHead } from "./open-run.ts";
import { RUN_FILES } from "./run-folder.ts";
import type { WrittenCase } from "./written-cases.ts";

/** A woman of one run as she stands in another over the same data. */
export type SameWoman = {
  readonly head: RunHead;
  readonly rank: number;
  /** The delivery that she is listed for there. */
  readonly delivery: DayRange;
  readonly review: () => Promise<Review>;
  readonly written: () => Promise<readonly WrittenCase[]>;
};

/** What tells a woman again: her identifier in the source, and the birth where both say one. */
type Known = Pick<Worklist["candidates"][number], "sourceId" | "birth">;
type Listed = Known & { readonly rank: number; readonly delivery: DayRange };

/**
 * Whether two runs were made of the same persons: data of the same place, where a later export may lie by now, or data that
 * name the same persons wherever they lie.
 */
export function isOfSameData(one: RunHead, other: RunHead): boolean {
  return one.dataName === other.dataName || (one.persons !== undefined && one.persons === other.persons);
}

/** The woman in the worklist of another run; `undefined` where she is not, or where it cannot be read. */
export async function placeIn(
  runsFolder: string,
  id: string,
  woman: Known,
): Promise<Pick<Listed, "rank" | "delivery"> | undefined> {
  const listed = (await listedIn(join(runsFolder, id)))?.get(woman.sourceId);
  return listed === undefined || !mayBeSame(listed.birth, woman.birth) ? undefined : listed;
}

/** Worklists never change: what of them is asked for is kept for the runs that were asked for last. */
const kept = new Map<string, Promise<ReadonlyMap<string, Listed> | undefined>>();
const KEPT_RUNS = 20;

function listedIn(folder: string): Promise<ReadonlyMap<string, Listed> | undefined> {
  const reading = kept.get(folder) ?? readListed(folder);
  kept.delete(folder);
  kept.set(folder, reading);
  for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT_RUNS))) kept.delete(old);
  return reading;
}

/** Of a run that is damaged nothing is known here; the list of runs tells that it is. */
async function readListed(folder: string): Promise<ReadonlyMap<string, Listed> | undefined> {
  try {
    const worklist: Worklist = JSON.parse(await readFile(join(folder, RUN_FILES.worklist), "utf8"));
    return new Map(
      worklist.candidates.map(({ sourceId, birth, rank, delivery }) => [
        sourceId,
        { sourceId, ...(birth === undefined ? {} : { birth }), rank, delivery: delivery.when },
      ]),
    );
  } catch {
    kept.delete(folder);
    return undefined;
  }
}

function mayBeSame(one: DayRange | undefined, other: DayRange | undefined): boolean {
  return one === undefined || other === undefined || (one.low <= other.high && one.high >= other.low);
}
