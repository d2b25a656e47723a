import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerKey, planDefinition, presetDefinition, type Row, resolveDefinition, score } from "@materbone/finder";
import { afterAll, beforeAll, expect, it } from "vitest";
import { convert } from "../convert/convert.ts";
import { detect } from "../detect/detect.ts";
import { openDuckdbEngine } from "../engines/duckdb-engine.ts";
import { type HospitalFormat, writeHospital } from "./write-hospital.ts";

const SIZE = { seed: 5, persons: 120 } as const;
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "materbone-find-"));
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** Candidates of the paper's definition: written to disk, detected, converted, and asked for in DuckDB. */
async function candidatesOf(format: HospitalFormat) {
  const folder = join(root, format);
  await writeHospital(folder, { ...SIZE, format });
  const detection = await detect(join(folder, "data"));
  if (detection.kind !== "found") throw new Error(`${format} was not recognised`);
  const output = join(root, `${format}-tables`);
  const { manifest } = await convert(detection.found, { output, asOf: "2026-01-01" });
  expect(manifest.problems.listed).toEqual([]);
  const table = (name: string) => ({ kind: "parquet", paths: [join(output, `${name}.parquet`)] }) as const;
  const contract = { person: table("person"), event: table("event"), ancestor: table("ancestor") };
  const engine = await openDuckdbEngine({ tables: { contract }, folders: [output] });
  const paper = presetDefinition("paper");
  if (paper === undefined) throw new Error("the definition of the paper does not ship");
  const rows: readonly Row[] = await engine.run(planDefinition(resolveDefinition(paper)));
  await engine.close();
  return rows
    .filter(({ part }) => part === "candidate")
    .map((row) => ({
      sourceId: String(row.source_id),
      tier: String(row.item),
      deliveryLow: String(row.delivery_low),
      deliveryHigh: String(row.delivery_high),
    }))
    .toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
}

it("finds the same women in FHIR and in OMOP, those of the answer key", async () => {
  const fhir = await candidatesOf("fhir");
  expect(await candidatesOf("omop")).toEqual(fhir);
  const key = [...answerKey(SIZE)];
  const expected = key.flatMap(({ sourceId, tier }) => (tier === null ? [] : [[sourceId, tier]]));
  const planted = new Set(key.map(({ sourceId }) => sourceId));
  expect(fhir.filter(({ sourceId }) => planted.has(sourceId)).map(({ sourceId, tier }) => [sourceId, tier])).toEqual(
    expected,
  );
  expect(score(fhir, key)).toMatchObject({ sensitivity: { estimate: 1 }, missed: [], wrongDelivery: [] });
}, 400_000);
