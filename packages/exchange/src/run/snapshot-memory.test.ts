import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  funnelOf,
  mergeResults,
  planDefinition,
  presetDefinitions,
  type ResolvedDefinition,
  type Row,
  readAnswer,
  resolveDefinition,
} from "@materbone/finder";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openMemoryEngine } from "../engines/memory-engine.ts";
import { peopleOf, snapshotOf } from "../hospital/snapshot.fixture.ts";
import { writeHospital } from "../hospital/write-hospital.ts";
import { openSnapshot } from "./snapshot.ts";

let root: string;
let tables: string;
let people: Awaited<ReturnType<typeof peopleOf>>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "materbone-snapshot-"));
  tables = join(root, "tables");
  const hospital = join(root, "hospital");
  await writeHospital(hospital, { seed: 11, persons: 120, format: "csv" });
  people = await peopleOf(await snapshotOf(join(hospital, "data"), tables, "2026-01-01"), tables);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Everything that is told of a run. */
function told(definition: ResolvedDefinition, rows: readonly Row[]): unknown {
  return [readAnswer(definition, rows), funnelOf(rows, definition)];
}

it.each(presetDefinitions.map(resolveDefinition))(
  "answers $id within its own limit of memory, as the evaluator does, and leaves nothing beside the tables",
  async (definition) => {
    const before = await readdir(tables);
    const query = planDefinition(definition);
    const engine = await openSnapshot(tables);
    const rows = await engine.run(query);
    await engine.close();
    const evaluator = openMemoryEngine({ people: () => people, merge: (parts) => mergeResults([parts]) });
    expect(told(definition, rows)).toEqual(told(definition, await evaluator.run(query)));
    expect(await readdir(tables)).toEqual(before);
  },
);
