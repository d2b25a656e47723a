import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  canonicalDefinition,
  emptyReview,
  funnelOf,
  type JsonValue,
  makeWorklist,
  type PersonTables,
  planDefinition,
  type ResolvedDefinition,
  type Row,
  readAnswer,
  runManifest,
  suppressed,
  type Worklist,
  worklistJson,
} from "@materbone/finder";
import { sha256 } from "../convert/manifest.ts";
import { writeWhole } from "../convert/whole-file.ts";
import type { FinderEngine, Progress } from "../engine.ts";
import type { RunHead } from "./open-run.ts";
import { openPassing } from "./passing-folder.ts";
import { personTables } from "./person-tables.ts";
import { RUN_FILES, runId, timelineFile } from "./run-folder.ts";

export type MakeRunOptions = {
  readonly engine: FinderEngine;
  readonly definition: ResolvedDefinition;
  /** Folder that holds a folder per run; made when it is not there. */
  readonly runsFolder: string;
  /** What the engine reads, for the manifest. */
  readonly data: JsonValue;
  /** Name under which the data are known, such as that of the folder of a conversion. */
  readonly dataName: string;
  /** Hash of the table of persons, to tell another run over the same ones. */
  readonly persons?: string;
  /** Where they come from, for this user's own list of runs. */
  readonly place?: string;
  readonly asOf?: string;
  /** Version of Materbone. */
  readonly materbone: string;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** Candidates whose rows are kept, of all. */
  readonly onProgress?: Progress;
};

/**
 * Answers a definition and keeps the run as a folder: manifest, definition, worklist, an empty review, and all rows of each
 * candidate, so that a review needs no further look at the data. The folder appears whole or not at all, for this user only.
 *
 * @throws EngineError, or the reason of `signal`
 */
export async function makeRun(options: MakeRunOptions): Promise<RunHead> {
  const { engine, definition, signal, now } = options;
  const startedAt = now().toISOString();
  const rows = await engine.run(planDefinition(definition), signal);
  const answer = readAnswer(definition, rows);
  const funnel = suppressed(funnelOf(rows, definition));
  const personIds = [...new Set(answer.candidates.map(({ personId }) => personId))];
  const kept =
    personIds.length === 0
      ? { person: [], event: [], ancestor: [] }
      : await personTables(engine, { personIds }, signal);
  const endedAt = now().toISOString();
  const run = runManifest(definition, funnel, {
    materbone: options.materbone,
    definitionHash: `sha256:${sha256(canonicalDefinition(definition))}`,
    engine: { name: engine.name, version: await engine.version() },
    data: options.data,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    startedAt,
    endedAt,
  });
  // Of the answer alone: the same data and definition give the same hash at any time and on any machine.
  const hash = `sha256:${sha256(worklistJson(makeWorklist(answer, funnel, definition)))}`;
  const head: RunHead = {
    schema: "materbone/find-run-folder/1",
    id: runId(startedAt, hash),
    hash,
    dataName: options.dataName,
    ...(options.persons === undefined ? {} : { persons: options.persons }),
    ...(options.place === undefined ? {} : { place: options.place }),
    name: definition.name,
    definition: { id: definition.id, version: definition.version },
    candidates: answer.candidates.length,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    startedAt,
    endedAt,
  };
  await keepRun(options, head, makeWorklist(answer, funnel, definition, run), kept);
  return head;
}

async function keepRun(options: MakeRunOptions, head: RunHead, worklist: Worklist, kept: PersonTables): Promise<void> {
  const { runsFolder, definition, signal, onProgress } = options;
  const half = await openPassing(runsFolder, "part");
  try {
    await mkdir(join(half, "timelines"), { mode: 0o700 });
    const [people, events] = [byPerson(kept.person), byPerson(kept.event)];
    let done = 0;
    for (const { rank, personId } of worklist.candidates) {
      signal?.throwIfAborted();
      const tables = { person: people.get(personId) ?? [], event: events.get(personId) ?? [] };
      await writeFile(timelineFile(half, rank), JSON.stringify(tables), { mode: 0o600 });
      done += 1;
      onProgress?.(done, worklist.candidates.length);
    }
    const { hash, definition: named, candidates } = head;
    const files = {
      [RUN_FILES.definition]: JSON.stringify(definition),
      [RUN_FILES.worklist]: worklistJson(worklist),
      [RUN_FILES.ancestors]: JSON.stringify(kept.ancestor),
      [RUN_FILES.review]: `${JSON.stringify(emptyReview({ hash, definition: named, candidates }), null, 2)}\n`,
      [RUN_FILES.head]: `${JSON.stringify(head, null, 2)}\n`,
    };
    for (const [name, text] of Object.entries(files)) await writeWhole(join(half, name), text);
    signal?.throwIfAborted();
    await rename(half, join(runsFolder, head.id));
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  }
}

function byPerson(rows: readonly Row[]): ReadonlyMap<unknown, readonly Row[]> {
  const grouped = new Map<unknown, Row[]>();
  for (const row of rows) {
    const own = grouped.get(row.person_id);
    if (own === undefined) grouped.set(row.person_id, [row]);
    else own.push(row);
  }
  return grouped;
}
