import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportCase, presetDefinition, resolveDefinition } from "@materbone/finder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundledChild } from "../bundled-child.fixture.ts";
import { writeHospital } from "../hospital/write-hospital.ts";
import { finderFolders, findInFiles } from "./find-in-files.ts";
import { listDamagedRuns, listRuns, openRun } from "./open-run.ts";
import { openPassing } from "./passing-folder.ts";
import { removeRun } from "./remove-run.ts";
import { openSnapshot } from "./snapshot.ts";

const paper = presetDefinition("paper");
if (paper === undefined) throw new Error("no preset");
const definition = resolveDefinition(paper);

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "materbone-run-"));
  await writeHospital(join(scratch, "hospital"), { format: "fhir", seed: 4, persons: 200 });
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

let clock = Date.UTC(2026, 10, 26);
const now = (): Date => {
  clock += 1000;
  return new Date(clock);
};
const ask = (finderFolder: string) =>
  findInFiles({ path: join(scratch, "hospital", "data"), definition, finderFolder, materbone: "0.0.0", now });

/** Makes a run in a process of its own and kills it while it writes. */
async function killWhileKept(finderFolder: string): Promise<void> {
  const child = await bundledChild(new URL("child-program.fixture.ts", import.meta.url));
  try {
    const running = spawn(process.execPath, [child.path, join(scratch, "hospital", "data"), finderFolder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    running.stdout.on("data", () => running.kill("SIGKILL"));
    const [, signal] = await once(running, "close");
    expect(signal).toBe("SIGKILL");
  } finally {
    child.remove();
  }
}

describe("a run on disk", () => {
  it("is kept with all that a review needs, and listed", async () => {
    const finder = join(scratch, "one");
    const phases = new Set<string>();
    const found = await findInFiles({
      path: join(scratch, "hospital", "data"),
      definition,
      finderFolder: finder,
      materbone: "0.0.0",
      now,
      onProgress: ({ phase }) => phases.add(phase),
    });
    if (found.kind === "refused") throw new Error(found.why.kind);
    expect([...phases]).toEqual(["detect", "read", "sort", "answer", "keep"]);
    const { runs } = finderFolders(finder);
    expect(await listRuns(runs)).toEqual([found.run]);
    expect((await readdir(runs)).filter((name) => name.startsWith("."))).toEqual([]);
    const run = await openRun(runs, found.run.id);
    if (run === undefined) throw new Error("not there");
    expect(run.worklist.candidates).toHaveLength(found.run.candidates);
    expect(found.run.candidates).toBeGreaterThan(5);
    // The manifest of a run may go where the worklist may not: no counts of persons but those of the funnel.
    const manifest = JSON.stringify(run.worklist.run?.data);
    expect(manifest).toMatch(/"inputs":\[.*"fingerprint"/);
    expect(manifest).not.toMatch(/"rows"|"problems"|"totals"/);
    if (process.platform !== "win32") expect((await stat(join(runs, found.run.id))).mode & 0o077).toBe(0);
  });

  it("sweeps what a killed run left, and not what another process is writing", async () => {
    const finder = join(scratch, "killed");
    const { runs } = finderFolders(finder);
    await killWhileKept(finder);
    const left = await readdir(runs);
    expect(left).toEqual([expect.stringMatching(/^\.part-[0-9a-f]{8}-\d+-/)]);
    const host = left[0]?.split("-")[1] ?? "";
    expect(await readdir(join(runs, left[0] ?? "", "timelines"))).not.toEqual([]);
    expect(await listRuns(runs)).toEqual([]);
    // The process that started this one is running.
    const foreign = `.part-${host}-${process.ppid}-abcdef`;
    // On a shared disk another computer's process has a number that nobody has here.
    const elsewhere = ".part-00000000-999999999-abcdef";
    for (const name of [foreign, elsewhere]) await mkdir(join(runs, name));
    const old = `.part-${process.ppid}-oldold`;
    await mkdir(join(runs, old));
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    await utimes(join(runs, old), twoDaysAgo, twoDaysAgo);
    const found = await ask(finder);
    if (found.kind === "refused") throw new Error(found.why.kind);
    expect((await readdir(runs)).sort()).toEqual([elsewhere, foreign, found.run.id].sort());
  });

  it("leaves nothing of what memory did not hold, and sweeps what a killed question left", async () => {
    const finder = join(scratch, "spilled");
    const found = await ask(finder);
    if (found.kind === "refused") throw new Error(found.why.kind);
    const folder = finderFolders(finder).data(found.run.dataName);
    const spills = async (): Promise<readonly string[]> =>
      (await readdir(folder)).filter((name) => name.startsWith(".spill-"));
    const before = await openSnapshot(folder);
    const [name] = await spills();
    await before.close();
    await mkdir(join(folder, (name ?? "").replace(`-${process.pid}-`, "-999999999-")));
    const engine = await openSnapshot(folder);
    expect(await spills()).toEqual([expect.stringMatching(new RegExp(`^\\.spill-[0-9a-f]{8}-${process.pid}-`))]);
    await engine.close();
    expect(await spills()).toEqual([]);
  });

  it("explains each candidate from her kept rows as the worklist has her", async () => {
    const finder = join(scratch, "two");
    const found = await ask(finder);
    if (found.kind === "refused") throw new Error(found.why.kind);
    const run = await openRun(finderFolders(finder).runs, found.run.id);
    if (run === undefined) throw new Error("not there");
    for (const { said: _said, ...candidate } of run.worklist.candidates) {
      const explained = await run.explain(candidate.rank);
      expect({ ...explained?.candidate, rank: candidate.rank }).toEqual(candidate);
    }
    expect(await run.explain(0)).toBeUndefined();
    expect(await run.explain(found.run.candidates + 1)).toBeUndefined();
  });

  it("exports every candidate without a date or identifier of the source", async () => {
    const finder = join(scratch, "two");
    const { runs } = finderFolders(finder);
    const [head] = await listRuns(runs);
    const run = await openRun(runs, head?.id ?? "");
    if (run === undefined) throw new Error("not there");
    for (const candidate of run.worklist.candidates) {
      const tables = await run.tables(candidate.rank);
      const deliveries = (await run.explain(candidate.rank))?.deliveries;
      if (tables === undefined || deliveries === undefined) throw new Error("no rows");
      const exported = exportCase(candidate, deliveries, tables, `PLO-${candidate.rank}`);
      if (exported.kind !== "exported") throw new Error(exported.kind);
      const text = JSON.stringify(exported.record);
      expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
      for (const row of [...tables.person, ...tables.event]) expect(text).not.toContain(String(row.source_ref));
      expect(text).not.toContain(candidate.sourceId);
    }
  });

  it("has the same hash from the same data at another time, and keeps a review that is only added to", async () => {
    const finder = join(scratch, "three");
    const [one, other] = [await ask(finder), await ask(finder)];
    if (one.kind === "refused" || other.kind === "refused") throw new Error("refused");
    expect(one.run.hash).toBe(other.run.hash);
    expect(one.run.id).not.toBe(other.run.id);
    const { runs } = finderFolders(finder);
    const run = await openRun(runs, one.run.id);
    if (run === undefined) throw new Error("not there");
    const at = "2026-11-26T08:00:00.000Z";
    const entry = (reviewer: string, candidate: number) =>
      ({ kind: "decision", reviewer, candidate, at, verdict: "plo", reasons: ["low_z_score"] }) as const;
    // Two at once: neither is lost.
    await Promise.all([run.addEntry(entry("A", 1)), run.addEntry(entry("B", 1)), run.addEntry(entry("A", 2))]);
    const again = await openRun(runs, one.run.id);
    expect((await again?.review())?.entries).toHaveLength(3);
    expect(await run.addEntry(entry("C", 1))).toMatchObject({ kind: "refused", problem: { kind: "thirdReviewer" } });
    expect((await run.review()).entries).toHaveLength(3);
    const elsewhere = await openRun(runs, other.run.id);
    expect((await elsewhere?.merge(await run.review()))?.kind).toBe("read");
    expect((await elsewhere?.review())?.entries).toHaveLength(3);
  });

  it("goes on after a colleague's clock that was a day fast", async () => {
    const finder = join(scratch, "fast");
    const found = await ask(finder);
    if (found.kind === "refused") throw new Error(found.why.kind);
    const run = await openRun(finderFolders(finder).runs, found.run.id);
    if (run === undefined) throw new Error("not there");
    const decision = (reviewer: string, day: number) =>
      ({
        kind: "decision",
        reviewer,
        candidate: 1,
        at: `2026-11-${day}T08:00:00.000Z`,
        verdict: "plo",
        reasons: ["low_z_score"],
      }) as const;
    const { entries: _none, ...empty } = await run.review();
    expect((await run.merge({ ...empty, entries: [decision("Li", 27)] })).kind).toBe("read");
    expect((await run.addEntry(decision("Wang", 26))).kind).toBe("added");
    expect((await run.review()).entries.map(({ at }) => at)).toEqual([
      "2026-11-27T08:00:00.000Z",
      "2026-11-27T08:00:00.001Z",
    ]);
  });

  it("is not deleted under a decision that came first", async () => {
    const finder = join(scratch, "race");
    const found = await ask(finder);
    if (found.kind === "refused") throw new Error(found.why.kind);
    const { runs } = finderFolders(finder);
    const { id } = found.run;
    const run = await openRun(runs, id);
    if (run === undefined) throw new Error("not there");
    const at = "2026-11-26T08:00:00.000Z";
    const entry = {
      kind: "decision",
      reviewer: "A",
      candidate: 1,
      at,
      verdict: "plo",
      reasons: ["low_z_score"],
    } as const;
    expect(await Promise.all([run.addEntry(entry), removeRun(runs, id, false)])).toEqual([
      expect.objectContaining({ kind: "added" }),
      "hasDecisions",
    ]);
    // The other way round the decision finds no run to stand in.
    const [removed, late] = await Promise.allSettled([removeRun(runs, id, true), run.addEntry(entry)]);
    expect([removed, late.status]).toEqual([{ status: "fulfilled", value: "removed" }, "rejected"]);
    expect(await readdir(runs)).toEqual([]);
    expect(await removeRun(runs, id, true)).toBe("notThere");
    expect(await removeRun(runs, "..", true)).toBe("notThere");
  });

  it("is not deleted under a woman who is being written, who is kept before she is saved", async () => {
    const finder = join(scratch, "written");
    const found = await ask(finder);
    if (found.kind === "refused") throw new Error(found.why.kind);
    const { runs } = finderFolders(finder);
    const { id } = found.run;
    const run = await openRun(runs, id);
    if (run === undefined) throw new Error("not there");
    const place = { candidate: 1, series: "s", id: "PLO-1" };
    // Not saved: she stands nowhere.
    await expect(run.writeCase(place, false, () => Promise.reject(new Error("the id is taken")))).rejects.toThrow(
      "taken",
    );
    expect(await run.written()).toEqual([]);
    let removing: Promise<unknown> | undefined;
    const outcome = await run.writeCase(place, false, async () => {
      removing = removeRun(runs, id, false);
      // The deletion has begun, and waits.
      await new Promise((resolve) => setImmediate(resolve));
      return (await openRun(runs, id))?.written();
    });
    expect(outcome).toEqual({ kind: "written", saved: [place] });
    expect(await removing).toBe("removed");
    let isSaved = false;
    const late = await run.writeCase(place, false, async () => {
      isSaved = true;
    });
    expect([late, isSaved]).toEqual([{ kind: "notThere" }, false]);
  });

  it("leaves nothing behind when it is cancelled, and refuses ids that lead elsewhere and damaged files", async () => {
    const finder = join(scratch, "four");
    const controller = new AbortController();
    const cancelled = findInFiles({
      path: join(scratch, "hospital", "data"),
      definition,
      finderFolder: finder,
      materbone: "0.0.0",
      now,
      signal: controller.signal,
      onProgress: ({ phase }) => {
        if (phase === "keep") controller.abort(new Error("stop"));
      },
    });
    await expect(cancelled).rejects.toThrow("stop");
    const { runs } = finderFolders(finder);
    expect(await readdir(runs)).toEqual([]);
    expect(await listRuns(runs)).toEqual([]);
    for (const id of ["..", "../one", "", "20260101T000000-0123456"]) expect(await openRun(runs, id)).toBeUndefined();
    await mkdir(join(runs, "20260101T000000-01234567"));
    await writeFile(join(runs, "20260101T000000-01234567", "manifest.json"), "{");
    expect(await listRuns(runs)).toEqual([]);
    expect(await listDamagedRuns(runs)).toEqual(["20260101T000000-01234567"]);
    await expect(openRun(runs, "20260101T000000-01234567")).rejects.toThrow("manifest.json");
    expect(
      await findInFiles({ path: join(scratch, "nowhere"), definition, finderFolder: finder, materbone: "0", now }),
    ).toEqual({ kind: "refused", why: { kind: "notThere" } });
  });

  it("goes whole when it is deleted, a damaged one too, with what a killed deletion left", async () => {
    const runs = join(scratch, "deleted");
    const id = "20260101T000000-01234567";
    await mkdir(join(runs, id, "timelines"), { recursive: true });
    await writeFile(join(runs, id, "timelines", "0000001.json"), "{}");
    // As a deletion leaves it that was killed after it had moved the run aside.
    const aside = await openPassing(runs, "part");
    await rename(aside, aside.replace(`-${process.pid}-`, "-999999999-"));
    expect(await removeRun(runs, id, false)).toBe("unreadable");
    expect(await removeRun(runs, id, true)).toBe("removed");
    expect(await readdir(runs)).toEqual([]);
    expect(await removeRun(runs, id, true)).toBe("notThere");
  });
});
