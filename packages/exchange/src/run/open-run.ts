import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type LocalText, localTextSchema } from "@materbone/clinical";
import {
  type AddedEntry,
  addEntry,
  isMadeFrom,
  mergeReviews,
  type PersonTables,
  type ReadReview,
  type ResolvedDefinition,
  type Review,
  type ReviewEntry,
  type Row,
  readReview,
  stampedLast,
  type WomanExplanation,
  type Worklist,
  womanExplainer,
} from "@materbone/finder";
import { z } from "zod";
import { writeWhole } from "../convert/whole-file.ts";
import { inTurn } from "./in-turn.ts";
import { isOfSameData, placeIn, type SameWoman } from "./other-runs.ts";
import { isRunId, RUN_FILES, timelineFile } from "./run-folder.ts";
import { type WriteOutcome, type WrittenCase, writeCase, writtenCases } from "./written-cases.ts";

const headSchema = z.object({
  schema: z.literal("materbone/find-run-folder/1"),
  id: z.string(),
  hash: z.string(),
  dataName: z.string(),
  persons: z.string().exactOptional(),
  place: z.string().exactOptional(),
  name: localTextSchema,
  definition: z.object({ id: z.string(), version: z.string() }),
  candidates: z.number(),
  asOf: z.string().exactOptional(),
  startedAt: z.string(),
  endedAt: z.string(),
});

/** What a list of runs shows: no data of persons. */
export type RunHead = {
  readonly schema: "materbone/find-run-folder/1";
  readonly id: string;
  /** Of the worklist without its times: reviews belong to it. */
  readonly hash: string;
  /** Name of the data that were read. */
  readonly dataName: string;
  /** Hash of the table of persons; absent of runs from before it was kept. */
  readonly persons?: string;
  /** Folder or file that they come from, on this computer. */
  readonly place?: string;
  readonly name: LocalText;
  readonly definition: { readonly id: string; readonly version: string };
  readonly candidates: number;
  readonly asOf?: string;
  readonly startedAt: string;
  readonly endedAt: string;
};

/** A run on disk. Candidates are named by rank; `undefined` where there is none of that rank. */
export type StoredRun = {
  readonly head: RunHead;
  readonly definition: ResolvedDefinition;
  readonly worklist: Worklist;
  readonly tables: (rank: number) => Promise<PersonTables | undefined>;
  readonly explain: (rank: number) => Promise<WomanExplanation | undefined>;
  readonly review: () => Promise<Review>;
  /**
   * Adds to the end of the review on disk, never with a time before its last; entries of one process come one after another.
   *
   * @param from - the state of the candidate that it was made of, as `isMadeFrom` has it
   */
  readonly addEntry: (entry: ReviewEntry, from?: string) => Promise<AddedEntry>;
  /** Puts another reviewer's file into the review on disk. */
  readonly merge: (other: Review) => Promise<ReadReview>;
  /** Women of the run who were written into a series, in order of time. */
  readonly written: () => Promise<readonly WrittenCase[]>;
  /** The woman of that rank in other runs over the same data, the newest first. */
  readonly elsewhere: (rank: number) => Promise<readonly SameWoman[]>;
  /**
   * Writes a woman by `save` and keeps where she stands; a second record of her, from this run or another over the same data,
   * only when it is asked for.
   */
  readonly writeCase: <T>(place: WrittenCase, isAgain: boolean, save: () => Promise<T>) => Promise<WriteOutcome<T>>;
};

/** A file of a run is missing or is not what a run writes; `message` names the file, never what is in it. */
export class RunError extends Error {
  override readonly name = "RunError";
  readonly file: string;

  constructor(file: string, cause?: unknown) {
    super(`${file} of a run cannot be read`, { cause });
    this.file = file;
  }
}

/** Runs in the folder, the newest first. */
export async function listRuns(runsFolder: string): Promise<readonly RunHead[]> {
  const heads = await Promise.all((await runIds(runsFolder)).map((id) => readHead(runsFolder, id)));
  return heads
    .flatMap((head) => head ?? [])
    .sort((a, b) => (a.startedAt === b.startedAt ? (a.id < b.id ? 1 : -1) : a.startedAt < b.startedAt ? 1 : -1));
}

/** Ids of folders whose head cannot be read, the newest first: they may still hold the rows of women. */
export async function listDamagedRuns(runsFolder: string): Promise<readonly string[]> {
  const ids = await runIds(runsFolder);
  const heads = await Promise.all(ids.map((id) => readHead(runsFolder, id)));
  return ids
    .filter((_, index) => heads[index] === undefined)
    .sort()
    .reverse();
}

/**
 * Opens a run.
 *
 * @returns `undefined` when there is no such run
 * @throws RunError when its files are damaged
 */
export async function openRun(runsFolder: string, id: string): Promise<StoredRun | undefined> {
  if (!(await runIds(runsFolder)).includes(id)) return undefined;
  const head = await readHead(runsFolder, id);
  if (head === undefined) throw new RunError(RUN_FILES.head);
  const folder = join(runsFolder, id);
  const [definition, worklist, ancestor] = await Promise.all([
    readJson<ResolvedDefinition>(folder, RUN_FILES.definition),
    readJson<Worklist>(folder, RUN_FILES.worklist),
    readJson<readonly Row[]>(folder, RUN_FILES.ancestors),
  ]);
  let explainer: ReturnType<typeof womanExplainer> | undefined;
  const tables: StoredRun["tables"] = async (rank) => {
    if (!(Number.isSafeInteger(rank) && rank >= 1 && rank <= head.candidates)) return undefined;
    const file = timelineFile(folder, rank);
    const own = await readJson<Pick<PersonTables, "person" | "event">>(file, "");
    return { ...own, ancestor };
  };
  const review = (): Promise<Review> => reviewOf(folder, head);
  const elsewhere: StoredRun["elsewhere"] = async (rank) => {
    const woman = worklist.candidates.find((one) => one.rank === rank);
    if (woman === undefined) return [];
    const others = (await listRuns(runsFolder)).filter((other) => other.id !== id && isOfSameData(head, other));
    const found: SameWoman[] = [];
    // One after another: a worklist may be large.
    for (const other of others) {
      const place = await placeIn(runsFolder, other.id, woman);
      if (place === undefined) continue;
      const own = join(runsFolder, other.id);
      const { rank, delivery } = place;
      found.push({ head: other, rank, delivery, review: () => reviewOf(own, other), written: () => writtenOf(own) });
    }
    return found;
  };
  const writtenElsewhere = async (rank: number): Promise<WrittenCase | undefined> => {
    for (const other of await elsewhere(rank)) {
      // What cannot be read hinders nobody here; its own pages tell it.
      const all = await other.written().catch(() => []);
      const before = all.findLast(({ candidate }) => candidate === other.rank);
      if (before !== undefined) return before;
    }
    return undefined;
  };
  const save = (changed: Review): Promise<void> =>
    writeWhole(join(folder, RUN_FILES.review), `${JSON.stringify(changed, null, 2)}\n`);
  return {
    head,
    definition,
    worklist,
    tables,
    explain: async (rank) => {
      const own = await tables(rank);
      explainer ??= womanExplainer(definition);
      return own === undefined ? undefined : explainer(own);
    },
    review,
    addEntry: (entry, from) =>
      inTurn(folder, async () => {
        const before = await review();
        const added = addEntry(before, stampedLast(before, entry));
        if (added.kind === "refused") return added;
        if (!isMadeFrom(before, entry, from)) return { kind: "refused", problem: { kind: "changedMeanwhile" } };
        // What could not be read again is not written: every decision of the run would be lost with it.
        const again = readReview(added.review);
        const [problem] = again.kind === "refused" ? again.problems : [];
        if (problem !== undefined) return { kind: "refused", problem };
        await save(added.review);
        return added;
      }),
    merge: (other) =>
      inTurn(folder, async () => {
        const merged = mergeReviews(await review(), other);
        if (merged.kind === "read") await save(merged.review);
        return merged;
      }),
    written: () => writtenOf(folder),
    elsewhere,
    writeCase: (place, isAgain, save) =>
      writeCase(folder, place, isAgain, save, () => writtenElsewhere(place.candidate)),
  };
}

async function reviewOf(folder: string, head: RunHead): Promise<Review> {
  const read = readReview(await readJson<unknown>(folder, RUN_FILES.review));
  if (read.kind === "refused" || read.review.run.hash !== head.hash) throw new RunError(RUN_FILES.review);
  return read.review;
}

function writtenOf(folder: string): Promise<readonly WrittenCase[]> {
  return writtenCases(folder).catch((error: unknown) => {
    throw new RunError(RUN_FILES.written, error);
  });
}

async function runIds(runsFolder: string): Promise<readonly string[]> {
  const entries = await readdir(runsFolder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && isRunId(entry.name)).map(({ name }) => name);
}

async function readHead(runsFolder: string, id: string): Promise<RunHead | undefined> {
  try {
    const head = headSchema.parse(JSON.parse(await readFile(join(runsFolder, id, RUN_FILES.head), "utf8")));
    return head.id === id ? head : undefined;
  } catch {
    return undefined;
  }
}

/** Files of a run are written by this program; what is in them is not checked again. */
async function readJson<T>(folder: string, name: string): Promise<T> {
  try {
    return JSON.parse(await readFile(name === "" ? folder : join(folder, name), "utf8")) as T;
  } catch (error) {
    throw new RunError(name === "" ? "timelines" : name, error instanceof SyntaxError ? undefined : error);
  }
}
