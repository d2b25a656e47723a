import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planDefinition, presetDefinition, resolveDefinition } from "@materbone/finder";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { foundIn } from "../convert/convert.fixture.ts";
import { convert } from "../convert/convert.ts";
import type { Manifest } from "../convert/manifest.ts";
import { writeHospital } from "../hospital/write-hospital.ts";
import { makeRun } from "./make-run.ts";
import { openSnapshot } from "./snapshot.ts";

const paper = presetDefinition("paper");
if (paper === undefined) throw new Error("no preset");
const definition = resolveDefinition(paper);
const question = planDefinition(definition);
const replaced = { name: "ConversionError", trouble: { kind: "replaced" } };

let scratch: string;
let output: string;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), "materbone-snapshot-"));
  output = join(scratch, "out");
  await writeHospital(join(scratch, "hospital"), { format: "fhir", seed: 4, persons: 200 });
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

async function convertAsOf(asOf: string): Promise<Manifest> {
  const { manifest } = await convert(await foundIn(join(scratch, "hospital", "data")), { output, asOf });
  return manifest;
}

describe("a snapshot of converted data", () => {
  it("answers of the conversion that it was opened for, and of no other", async () => {
    const { key } = await convertAsOf("2026-01-01");
    const engine = await openSnapshot(output, { key });
    try {
      expect(await engine.run(question)).not.toEqual([]);
      await convertAsOf("2026-01-02");
      await expect(engine.run(question)).rejects.toMatchObject(replaced);
    } finally {
      await engine.close();
    }
    await expect(openSnapshot(output, { key })).rejects.toMatchObject(replaced);
    await (await openSnapshot(output)).close();
  });

  it("is no conversion made again, be its key the same", async () => {
    const { key } = await convertAsOf("2026-01-01");
    const engine = await openSnapshot(output, { key });
    try {
      await convertAsOf("2026-01-02");
      expect((await convertAsOf("2026-01-01")).key).toBe(key);
      await expect(engine.run(question)).rejects.toMatchObject(replaced);
    } finally {
      await engine.close();
    }
  });

  it("gives no run whose women are of two conversions", async () => {
    await convertAsOf("2026-01-01");
    const opened = await openSnapshot(output);
    const runsFolder = join(scratch, "runs");
    let asked = 0;
    const engine = {
      ...opened,
      run: async (...of: Parameters<typeof opened.run>) => {
        asked += 1;
        const rows = await opened.run(...of);
        if (asked === 1) await convertAsOf("2026-01-02");
        return rows;
      },
    };
    try {
      const run = makeRun({
        engine,
        definition,
        runsFolder,
        data: {},
        dataName: "data",
        materbone: "0.0.0",
        now: () => new Date(0),
      });
      await expect(run).rejects.toMatchObject(replaced);
    } finally {
      await opened.close();
    }
    expect(asked).toBe(2);
    expect(existsSync(runsFolder) ? await readdir(runsFolder) : []).toEqual([]);
  });
});
