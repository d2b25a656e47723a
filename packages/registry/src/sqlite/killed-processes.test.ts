import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { act, series, woman } from "../series.fixture.ts";
import { bundledChild } from "./child.fixture.ts";
import { openCounted, testFolder } from "./folder.fixture.ts";

const ACKNOWLEDGED_IN_ALL = 1000;
const LARGEST_ROUND = 150;
const ref = { kind: "case", series: "s", case: "w-1" } as const;

const folder = testFolder();
afterAll(folder.remove);
let child: string;
beforeAll(async () => {
  child = await bundledChild();
});

async function filled(): Promise<string> {
  const place = folder.next();
  const registry = await openCounted(place);
  await registry.createSeries(series("s", [woman("w-1")]), act(0));
  await registry.close();
  return place;
}

/** Lines that a process printed until it was killed, some time after it had printed so many. */
function linesUntilKilled(
  task: string,
  place: string,
  lines: number,
  delayMs: number,
  count = 0,
): Promise<readonly string[]> {
  const running = start(task, place, count);
  let text = "";
  let isDoomed = false;
  running.stdout?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    if (isDoomed || text.split("\n").length <= lines) return;
    isDoomed = true;
    setTimeout(() => running.kill("SIGKILL"), delayMs);
  });
  return new Promise((resolve, reject) => {
    running.on("error", reject);
    running.on("close", (code, signal) => {
      if (signal !== "SIGKILL") reject(new Error(`ended by itself: ${code}`));
      // A last line without its end was cut while it was told: nobody has heard of it.
      else resolve(text.split("\n").slice(0, -1));
    });
  });
}

function start(task: string, place: string, count: number): ChildProcess {
  const args = [child, task, join(place, "materbone.sqlite"), String(count)];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
}

/** Numbers that look random and are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

describe("kill -9", () => {
  it(`loses nothing of ${ACKNOWLEDGED_IN_ALL} acknowledged saves`, async () => {
    const place = await filled();
    const next = seeded(7);
    const hashByRevision = new Map<number, string>();
    while (hashByRevision.size < ACKNOWLEDGED_IN_ALL) {
      const lines = await linesUntilKilled("save", place, 1 + Math.floor(next() * LARGEST_ROUND), next() * 6);
      for (const line of lines) {
        const [revision, hash] = line.split(" ");
        hashByRevision.set(Number(revision), hash ?? "");
      }
      const registry = await openCounted(place);
      expect((await registry.verify()).faults).toEqual([]);
      const { revision, value } = await registry.readCase(ref);
      const newest = Math.max(...hashByRevision.keys());
      // The save that was under way when the process died may be there; nothing between it and the newest told may lack.
      expect(revision - newest).toBeGreaterThanOrEqual(0);
      expect(revision - newest).toBeLessThanOrEqual(1);
      expect(value.note).toEqual({ en: `saved as ${revision}` });
      await registry.close();
    }
    const registry = await openCounted(place);
    const { revisions, total } = await registry.history(ref, { offset: 0, limit: 500 });
    const all = [...revisions];
    while (all.length < total) all.push(...(await registry.history(ref, { offset: all.length, limit: 500 })).revisions);
    const kept = new Map(all.map((revision) => [revision.revision, revision.hash]));
    for (const [revision, hash] of hashByRevision) expect(kept.get(revision)).toBe(hash);
    await registry.close();
  });

  it("keeps the last draft that was acknowledged, whole", async () => {
    const place = await filled();
    const next = seeded(11);
    let last = 0;
    for (let round = 0; round < 5; round++) {
      const lines = await linesUntilKilled("draft", place, 5 + Math.floor(next() * 20), next() * 4, last);
      const told = Number(lines.at(-1));
      const registry = await openCounted(place);
      const drafts = await registry.drafts(ref);
      expect(drafts).toHaveLength(1);
      const [{ body, text }] = drafts.map((draft) => draft.body) as [{ body: number; text: string }];
      expect([told, told + 1]).toContain(body);
      expect(text).toBe("字".repeat(2000));
      last = body;
      await registry.close();
    }
  });
});

describe("two processes that write at once", () => {
  it("lose no update: whoever is late is refused and tries again", async () => {
    const place = await filled();
    const each = 60;
    const outputs = await Promise.all([0, 1].map(() => ended(start("count", place, each))));
    const registry = await openCounted(place);
    const { value, revision } = await registry.readCase(ref);
    expect(value.tags).toEqual([String(2 * each)]);
    expect(revision).toBe(1 + 2 * each);
    expect(outputs.every((output) => /^refused \d+\n$/.test(output))).toBe(true);
    expect((await registry.verify()).faults).toEqual([]);
    await registry.close();
  });
});

function ended(running: ChildProcess): Promise<string> {
  let text = "";
  running.stdout?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    running.on("error", reject);
    running.on("close", (code) => (code === 0 ? resolve(text) : reject(new Error(`ended with ${code}`))));
  });
}
