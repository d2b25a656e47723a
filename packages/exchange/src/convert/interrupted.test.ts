import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bundledChild } from "../bundled-child.fixture.ts";
import { bytesOf, foundIn, type TestFolder, testFolder } from "./convert.fixture.ts";
import { convert } from "./convert.ts";
import { readManifest } from "./manifest.ts";
import { partName } from "./whole-file.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

const asOf = "2026-01-01";
const FINAL = ["ancestor.parquet", "code.parquet", "event.parquet", "manifest.json", "person.parquet"];

let child: string;
let removeChild: () => void;
beforeAll(async () => {
  const bundled = await bundledChild(new URL("child-program.fixture.ts", import.meta.url));
  child = bundled.path;
  removeChild = bundled.remove;
});
afterAll(() => removeChild());

let folder: TestFolder;
let source: string;
beforeEach(() => {
  folder = testFolder();
  source = join(folder.path, "in");
  writeSource(4, 4000);
});
afterEach(() => folder.remove());

/** Files of conditions, of one size each, and a file of persons. */
function writeSource(files: number, rows: number): void {
  const person = (index: number): string =>
    JSON.stringify({ resourceType: "Patient", id: `p${index}`, gender: "female", birthDate: "1990-01-01" });
  folder.write("in/p.ndjson", `${Array.from({ length: 100 }, (_, index) => person(index)).join("\n")}\n`);
  for (let file = 0; file < files; file += 1) {
    const condition = (index: number): string =>
      JSON.stringify({
        resourceType: "Condition",
        id: `c${file}-${(index * 7919 + 13) % rows}-${((index * 2654435761) % 4294967296).toString(36)}`,
        subject: { reference: `Patient/p${(index * 31) % 100}` },
        code: { coding: [{ system: "http://snomed.info/sct", code: String((index * 17) % 500) }] },
        onsetDateTime: `20${String(10 + (index % 14)).padStart(2, "0")}-03-05`,
      });
    folder.write(`in/c${file}.ndjson`, `${Array.from({ length: rows }, (_, index) => condition(index)).join("\n")}\n`);
  }
}

async function undisturbed(): Promise<readonly Buffer[]> {
  const output = join(folder.path, "undisturbed");
  await convert(await foundIn(source), { output, asOf });
  return bytesOf(output);
}

/** Runs the conversion in a process of its own and kills it at the `count`-th line it prints. */
function killAt(output: string, count: number): Promise<"killed" | "finished"> {
  const running = spawn(process.execPath, [child, source, output], { stdio: ["ignore", "pipe", "inherit"] });
  let seen = 0;
  running.stdout.on("data", (chunk: Buffer) => {
    seen += chunk.toString().split("\n").length - 1;
    if (seen >= count) running.kill("SIGKILL");
  });
  return new Promise((resolve, reject) => {
    running.on("error", reject);
    running.on("close", (code, signal) => {
      if (signal === "SIGKILL") resolve("killed");
      else if (code === 0) resolve("finished");
      else reject(new Error(`ended with ${code}`));
    });
  });
}

function finalNames(output: string): readonly string[] {
  return existsSync(output) ? readdirSync(output).filter((name) => FINAL.includes(name)) : [];
}

describe("a conversion that is interrupted", () => {
  it("goes on after kill -9 at any moment and writes the same bytes", async () => {
    const expected = await undisturbed();
    const output = join(folder.path, "out");
    for (const count of [1, 4, 7, 9, 11, 13]) {
      if ((await killAt(output, count)) === "finished") break;
      // What stands under a final name is whole: without a manifest nothing is a conversion.
      if ((await readManifest(output)) === undefined) expect(finalNames(output)).not.toContain("manifest.json");
    }
    await convert(await foundIn(source), { output, asOf });
    expect(bytesOf(output)).toEqual(expected);
    expect(readdirSync(output).sort()).toEqual(FINAL);
  });

  it("keeps finished units over a cancel", async () => {
    const expected = await undisturbed();
    const output = join(folder.path, "out");
    const found = await foundIn(source);
    const stop = new AbortController();
    let units = 0;
    const cancelled = convert(found, {
      output,
      asOf,
      signal: stop.signal,
      onProgress: ({ phase, done, total }) => {
        units += 1;
        if (phase === "read" && done > 0.4 * total) stop.abort();
      },
    });
    await expect(cancelled).rejects.toMatchObject({ trouble: { kind: "cancelled" } });
    expect(units).toBeGreaterThan(2);
    expect(finalNames(output)).toEqual([]);
    const staged = readdirSync(join(output, ".staging")).filter((name) => name.endsWith(".json"));
    expect(staged.length).toBeGreaterThanOrEqual(2);
    await convert(found, { output, asOf });
    expect(bytesOf(output)).toEqual(expected);
  });

  it("does nothing when all is done, and all anew when a file changed", async () => {
    const output = join(folder.path, "out");
    expect((await convert(await foundIn(source), { output, asOf })).isReused).toBe(false);
    expect((await convert(await foundIn(source), { output, asOf })).isReused).toBe(true);
    writeFileSync(join(source, "c0.ndjson"), "");
    const again = await convert(await foundIn(source), { output, asOf });
    expect(again.isReused).toBe(false);
    expect(again.manifest.tables.event.rows).toBe(3 * 4000);
  });

  it("lets one conversion at a time write into a folder", async () => {
    const output = join(folder.path, "out");
    const found = await foundIn(source);
    let second: Promise<unknown> | undefined;
    const first = await convert(found, {
      output,
      asOf,
      onProgress: () => {
        second ??= expect(convert(found, { output, asOf })).rejects.toMatchObject({ trouble: { kind: "busy" } });
      },
    });
    expect(first.isReused).toBe(false);
    expect(second).toBeDefined();
    await second;
  });

  it("takes nothing from a conversion that begins when another ends", async () => {
    const output = join(folder.path, "out");
    const ending = await openWorkspace(output, "100MB", 1);
    const ended = ending.closeAndRemove();
    let next: Workspace | undefined;
    while (next === undefined) {
      await new Promise(setImmediate);
      next = await openWorkspace(output, "100MB", 1).catch(() => undefined);
    }
    writeFileSync(join(next.staging, "mine.parquet"), "");
    await ended;
    expect(readdirSync(next.staging).sort()).toEqual(["lock.duckdb", "mine.parquet"]);
    next.close();
  });

  it("lets go of the folder when it cannot be tidied", async () => {
    const output = join(folder.path, "out");
    // No file, as every part is: it is not removed.
    const foreign = join(output, ".staging", "mine.part");
    mkdirSync(foreign, { recursive: true });
    await expect(openWorkspace(output, "100MB", 1)).rejects.toMatchObject({ code: "ERR_FS_EISDIR" });
    expect(existsSync(foreign)).toBe(true);
    // Only another process is kept out by the lock of a file.
    const opened = `const { DuckDBInstance } = await import("@duckdb/node-api");
      (await DuckDBInstance.create(process.argv[1])).closeSync();`;
    const lock = join(output, ".staging", "lock.duckdb");
    const other = spawnSync(process.execPath, ["--input-type=module", "--eval", opened, lock], {
      cwd: import.meta.dirname,
      encoding: "utf8",
    });
    expect(other).toMatchObject({ stderr: "", status: 0 });
  });

  it("does without no file that the system does not give, and takes it when it does", async () => {
    const expected = await undisturbed();
    const output = join(folder.path, "out");
    mkdirSync(output);
    const found = await foundIn(source);
    const [closed] = found.files.filter(({ name }) => name.endsWith("c2.ndjson"));
    const path = closed?.path ?? "";
    // The superuser may read what is closed, so that he is nobody meanwhile.
    const isRoot = process.geteuid?.() === 0;
    for (const open of [folder.path, output]) chmodSync(open, 0o777);
    chmodSync(path, 0);
    if (isRoot) process.seteuid?.("nobody");
    try {
      await expect(convert(found, { output, asOf })).rejects.toMatchObject({
        trouble: { kind: "sourceUnreadable", file: closed?.name, code: "EACCES" },
      });
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(path, 0o644);
    }
    expect(finalNames(output)).toEqual([]);
    await convert(await foundIn(source), { output, asOf });
    expect(bytesOf(output)).toEqual(expected);
  });

  // Only Linux has the device /dev/full.
  it.runIf(process.platform === "linux")("says that the disk is full whichever table finds it so", async () => {
    const expected = await undisturbed();
    const output = join(folder.path, "out");
    const found = await foundIn(source);
    mkdirSync(output);
    for (const table of ["person", "event", "ancestor", "code"]) {
      // Every write to this device tells that there is no space left.
      symlinkSync("/dev/full", partName(join(output, `${table}.parquet`)));
      await expect(convert(found, { output, asOf })).rejects.toMatchObject({ trouble: { kind: "diskFull" } });
      expect(finalNames(output)).toEqual([]);
    }
    await convert(found, { output, asOf });
    expect(bytesOf(output)).toEqual(expected);
    expect(readdirSync(output).sort()).toEqual(FINAL);
  });

  // Mounting takes a right that a plain user lacks, and `npm test` has to pass for her too; then the test above, which
  // needs none, is the one that fills the disk. Where the right is there this one always runs.
  it("says that the disk is full at any moment, leaves nothing half-written, and goes on when there is room", async (context) => {
    const disk = join(folder.path, "disk");
    mkdirSync(disk);
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", disk]).status !== 0) context.skip();
    try {
      const expected = await undisturbed();
      const ballast = join(disk, "ballast");
      const output = join(disk, "out");
      const found = await foundIn(source);
      let full = 0;
      // Less and less room is taken, so that the disk fills at many moments of the work.
      for (const kilobytes of [3000, 2950, 2900, 2850, 2800, 2700, 2600, 2400]) {
        writeFileSync(ballast, Buffer.alloc(kilobytes * 1024));
        const result = await convert(found, { output, asOf }).catch((error: unknown) => error);
        if (!(result instanceof Error)) break;
        full += 1;
        expect(result).toMatchObject({ trouble: { kind: "diskFull" } });
        expect(finalNames(output).filter((name) => name === "manifest.json")).toEqual([]);
        rmSync(ballast);
      }
      expect(full).toBeGreaterThan(0);
      rmSync(ballast, { force: true });
      await convert(found, { output, asOf });
      expect(bytesOf(output)).toEqual(expected);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});
