import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  type CriterionLeaf,
  funnelOf,
  mergeResults,
  planDefinition,
  presetDefinitions,
  type Query,
  type ResolvedDefinition,
  type Row,
  readAnswer,
  resolveDefinition,
} from "@materbone/finder";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { EngineError, type FinderEngine } from "../engine.ts";
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

async function rowsOf(engine: FinderEngine, query: Query): Promise<readonly Row[]> {
  return engine.run(query).finally(engine.close);
}

/** Everything that is told of a run. */
function told(definition: ResolvedDefinition, rows: readonly Row[]): unknown {
  return [readAnswer(definition, rows), funnelOf(rows, definition)];
}

it.each(presetDefinitions.map(resolveDefinition))(
  "answers $id within its own limit of memory, as the evaluator does, and leaves nothing beside the tables",
  async (definition) => {
    const before = await readdir(tables);
    const query = planDefinition(definition);
    const rows = await rowsOf(await openSnapshot(tables), query);
    const evaluator = openMemoryEngine({ people: () => people, merge: (parts) => mergeResults([parts]) });
    expect(told(definition, rows)).toEqual(told(definition, await evaluator.run(query)));
    expect(await readdir(tables)).toEqual(before);
  },
);

/** Less than the tables of the statement that are never put on disk. */
const TOO_LITTLE = { memoryLimit: "5MB", threads: 1 };

it("asks once more with more memory where the first is not enough, and tells when that is not, too", async () => {
  const [definition] = presetDefinitions.map(resolveDefinition);
  if (definition === undefined) throw new Error("no definition ships");
  const query = planDefinition(definition);
  const before = await readdir(tables);
  const enough = { memoryLimit: "600MB", threads: 1 };
  const rows = await rowsOf(await openSnapshot(tables, { allowances: [TOO_LITTLE, enough] }), query);
  expect(told(definition, rows)).toEqual(told(definition, await rowsOf(await openSnapshot(tables), query)));
  const failed = rowsOf(await openSnapshot(tables, { allowances: [TOO_LITTLE, TOO_LITTLE] }), query);
  await expect(failed).rejects.toBeInstanceOf(EngineError);
  await expect(failed).rejects.toMatchObject({ isOutOfMemory: true });
  expect(await readdir(tables)).toEqual(before);
});

it("asks statements that need more memory one after the other", async () => {
  const [definition] = presetDefinitions.map(resolveDefinition);
  if (definition === undefined) throw new Error("no definition ships");
  const query = planDefinition(definition);
  const enough = { memoryLimit: "600MB", threads: 1 };
  const original = DuckDBInstance.create.bind(DuckDBInstance);
  const create = vi.spyOn(DuckDBInstance, "create");
  let larger = 0;
  const most: number[] = [];
  create.mockImplementation(async (path, settings) => {
    const instance = await original(path, settings);
    if (settings?.memory_limit !== enough.memoryLimit) return instance;
    larger += 1;
    most.push(larger);
    const close = instance.closeSync.bind(instance);
    instance.closeSync = () => {
      larger -= 1;
      close();
    };
    return instance;
  });
  try {
    const engines = await Promise.all([1, 2].map(() => openSnapshot(tables, { allowances: [TOO_LITTLE, enough] })));
    const answers = await Promise.all(engines.map((engine) => rowsOf(engine, query)));
    expect(answers.map((rows) => told(definition, rows))).toEqual(
      answers.map(() => told(definition, answers[0] ?? [])),
    );
    expect(most).toEqual([1, 1]);
  } finally {
    create.mockRestore();
  }
});

/** As many criteria as nobody has written yet: three hundred, each with days, a span, and some with what is not near. */
function crowded(definition: ResolvedDefinition): ResolvedDefinition {
  const streams = Object.keys(definition.streams);
  const windows = Object.keys(definition.windows);
  const nth = (names: readonly string[], index: number): string => names[index % names.length] ?? "";
  const leaf = (index: number): CriterionLeaf => ({
    event: nth(streams, index),
    window: nth(windows, 3 * index),
    atLeastDays: 2 + (index % 4),
    spanDays: 10 + index,
    ...(index % 4 === 0 ? { notNear: { event: nth(streams, index + 5), days: { before: index + 1, after: 3 } } } : {}),
  });
  const more = Array.from({ length: 60 }, (_, index) => ({
    id: `more_${index}`,
    name: definition.name,
    effect: "flag" as const,
    when: { any: [0, 1, 2, 3, 4].map((part) => leaf(5 * index + part)) },
  }));
  return { ...definition, exclusions: [...definition.exclusions, ...more] };
}

it("answers a definition of three hundred criteria within the limit", async () => {
  const [paper] = presetDefinitions.map(resolveDefinition);
  if (paper === undefined) throw new Error("no definition ships");
  const definition = crowded(paper);
  const query = planDefinition(definition);
  const first = { memoryLimit: "350MB", threads: 2 };
  const rows = await rowsOf(await openSnapshot(tables, { allowances: [first, TOO_LITTLE] }), query);
  const evaluator = openMemoryEngine({ people: () => people, merge: (parts) => mergeResults([parts]) });
  expect(told(definition, rows)).toEqual(told(definition, await evaluator.run(query)));
});
