import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Answer,
  answerKey,
  type EventSource,
  flatContract,
  funnelOf,
  mergeResults,
  omopSource,
  planDefinition,
  presetDefinitions,
  type ResolvedDefinition,
  readAnswer,
  resolveDefinition,
  score,
  type TableNames,
} from "@materbone/finder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FinderEngine } from "../engine.ts";
import { openDuckdbEngine } from "../engines/duckdb-engine.ts";
import { openMemoryEngine } from "../engines/memory-engine.ts";
import { startPostgres, type TestPostgres } from "../engines/postgres.fixture.ts";
import { openPostgresEngine } from "../engines/postgres-engine.ts";
import { loadContract, loadOmop, peopleOf, snapshotOf } from "./snapshot.fixture.ts";
import { HOSPITAL_FORMATS, type HospitalFormat, writeHospital } from "./write-hospital.ts";

const SIZE = { seed: 5, persons: 150 } as const;
const AS_OF = "2026-01-01";
const DEFINITIONS = presetDefinitions.map(resolveDefinition);

let root: string;
let server: TestPostgres;
const snapshots = new Map<HospitalFormat, { readonly tables: TableNames; readonly folder: string }>();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "materbone-same-"));
  server = await startPostgres();
  for (const format of HOSPITAL_FORMATS) {
    await writeHospital(join(root, format), { ...SIZE, format });
    const folder = join(root, `${format}-tables`);
    snapshots.set(format, { tables: await snapshotOf(dataOf(format), folder, AS_OF), folder });
  }
}, 600_000);
afterAll(async () => {
  await server.stop();
  await rm(root, { recursive: true, force: true });
});

function dataOf(format: HospitalFormat): string {
  return join(root, format, "data");
}

function snapshot(format: HospitalFormat): { readonly tables: TableNames; readonly folder: string } {
  const found = snapshots.get(format);
  if (found === undefined) throw new Error(`${format} was not converted`);
  return found;
}

/** Everything that is told of a run, as the bytes of its JSON, for every definition that ships. */
async function told(engine: FinderEngine, source: EventSource = flatContract): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const definition of DEFINITIONS) {
    const rows = await engine.run(planDefinition(definition, source));
    answers.push(JSON.stringify([readAnswer(definition, rows), funnelOf(rows, definition)]));
  }
  await engine.close();
  return answers;
}

describe.each(HOSPITAL_FORMATS)("a hospital as %s", (format) => {
  it("has the same candidates in DuckDB, in PostgreSQL and in the evaluator, byte for byte", async () => {
    const { tables, folder } = snapshot(format);
    const duckdb = await told(await openDuckdbEngine({ tables, folders: [folder] }));
    const people = await peopleOf(tables, folder);
    expect(await told(openMemoryEngine({ people: () => people, merge: (rows) => mergeResults([rows]) }))).toEqual(
      duckdb,
    );
    const connection = await server.createDatabase(`converted_${format}`);
    await loadContract(connection, tables, folder);
    const names = Object.fromEntries(
      Object.keys(tables.contract ?? {}).map((name) => [name, { kind: "table", name: [name] } as const]),
    );
    expect(await told(await openPostgresEngine({ connection, tables: { contract: names } }))).toEqual(duckdb);
    for (const answer of duckdb) expect(JSON.parse(answer)[0].candidates.length).toBeGreaterThan(10);
  }, 600_000);
});

it("has the same candidates where an OMOP CDM is asked in its place as where it is converted", async () => {
  const { tables, folder } = snapshot("omop");
  const converted = await told(await openDuckdbEngine({ tables, folders: [folder] }));
  const connection = await server.createDatabase("cdm");
  const names = await loadOmop(connection, dataOf("omop"));
  const source = Object.fromEntries(names.map((name) => [name, { kind: "table", name: [name] } as const]));
  const engine = await openPostgresEngine({ connection, tables: { source } });
  expect(await told(engine, omopSource({ tables: new Set(names), asOf: AS_OF }))).toEqual(converted);
}, 600_000);

/** Of each candidate what does not depend on the format: who, the tier, the delivery, and the days of the evidence. */
async function women(format: HospitalFormat, definition: ResolvedDefinition) {
  const { tables, folder } = snapshot(format);
  const engine = await openDuckdbEngine({ tables, folders: [folder] });
  const answer: Answer = readAnswer(definition, await engine.run(planDefinition(definition)));
  await engine.close();
  return answer.candidates.map((candidate) => ({
    sourceId: candidate.sourceId,
    tier: candidate.tier,
    isCertain: candidate.isCertain,
    deliveryLow: candidate.delivery.when.low,
    deliveryHigh: candidate.delivery.when.high,
    clock: candidate.clock,
    evidence: [
      ...new Set(candidate.evidence.map((line) => `${line.stream} ${line.when?.low} ${line.value ?? ""}`)),
    ].sort(),
  }));
}

it.each(DEFINITIONS)("finds the same women in FHIR, OMOP and CSV by $id", async (definition) => {
  const fhir = await women("fhir", definition);
  expect(await women("omop", definition)).toEqual(fhir);
  expect(await women("csv", definition)).toEqual(fhir);
});

it("finds the women of the answer key by the paper's definition", async () => {
  const [paper] = DEFINITIONS.filter(({ id }) => id === "paper");
  if (paper === undefined) throw new Error("the definition of the paper does not ship");
  const found = await women("fhir", paper);
  const key = [...answerKey(SIZE)];
  const planted = new Set(key.map(({ sourceId }) => sourceId));
  const tiers = found.filter(({ sourceId }) => planted.has(sourceId)).map(({ sourceId, tier }) => [sourceId, tier]);
  const expected = key.flatMap(({ sourceId, tier }) => (tier === null ? [] : [[sourceId, tier]]));
  expect(tiers.sort()).toEqual(expected.sort());
  expect(score(found, key)).toMatchObject({ sensitivity: { estimate: 1 }, missed: [], wrongDelivery: [] });
});
