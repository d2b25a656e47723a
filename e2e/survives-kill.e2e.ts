import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, startWorkbench, type Workbench } from "./workbench.ts";

/** Saves acknowledged over HTTP in all rounds together. */
const ACKNOWLEDGED = 1000;
const ROUNDS = 5;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "materbone-kill-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it("loses no acknowledged save and no acknowledged draft when it is killed, again and again", async () => {
  const acknowledged = new Map<string, { readonly revision: number; readonly weightKg: number }>();
  let saves = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const workbench = await startWorkbench({ folder });
    if (round === 0) await createWomen(workbench);
    const standing = await expectAll(workbench, acknowledged);
    const target = (ACKNOWLEDGED * (round + 1)) / ROUNDS;
    // Two windows save at once; the power goes while both are at it.
    const window = async (id: string): Promise<void> => {
      // A save that was written and not yet acknowledged when the power went stands as well.
      let revision = standing.get(id) ?? 1;
      while (saves < target) {
        const weightKg = 40 + (revision % 60) / 2;
        try {
          const answer = await ask(workbench, `/series/kill-test/cases/${id}`, {
            method: "PUT",
            headers: { "If-Match": `"${revision}"` },
            body: JSON.stringify(woman(id, weightKg)),
          });
          expect(answer.status, await answer.clone().text()).toBe(200);
          revision = ((await answer.json()) as { revision: number }).revision;
          acknowledged.set(id, { revision, weightKg });
          saves++;
        } catch (error) {
          if (workbench.process.signalCode !== null || error instanceof TypeError) return;
          throw error;
        }
      }
    };
    const draft = await ask(workbench, "/series/kill-test/cases/woman-a/drafts/window-1", {
      method: "PUT",
      body: JSON.stringify({ baseRevision: 1, body: { round } }),
    });
    expect(draft.ok).toBe(true);
    const windows = [window("woman-a"), window("woman-b")];
    await Promise.race(windows);
    await workbench.kill();
    await Promise.all(windows);
    const next = await startWorkbench({ folder });
    const kept = (await (await ask(next, "/series/kill-test/cases/woman-a/drafts")).json()) as {
      drafts: readonly { body: { round: number } }[];
    };
    expect(kept.drafts.map((entry) => entry.body.round)).toEqual([round]);
    await next.kill();
  }
  const last = await startWorkbench({ folder });
  await expectAll(last, acknowledged);
  const verification = (await (await ask(last, "/verify", { method: "POST", body: "{}" })).json()) as {
    revisions: number;
    faults: readonly unknown[];
  };
  expect(verification.faults).toEqual([]);
  // A save that was written and not yet acknowledged when the power went may stand there too.
  expect(verification.revisions).toBeGreaterThanOrEqual(ACKNOWLEDGED);
  expect(saves).toBeGreaterThanOrEqual(ACKNOWLEDGED);
  await last.close();
});

async function createWomen(workbench: Workbench): Promise<void> {
  const answer = await ask(workbench, "/series", {
    method: "POST",
    body: JSON.stringify({
      schema: "materbone/series/1",
      id: "kill-test",
      title: "Kill test",
      origin: "synthetic",
      cases: [woman("woman-a", 50), woman("woman-b", 50)],
    }),
  });
  expect(answer.status, await answer.clone().text()).toBe(201);
}

/** @returns the revision of each woman that stands in the database */
async function expectAll(
  workbench: Workbench,
  acknowledged: ReadonlyMap<string, { readonly revision: number; readonly weightKg: number }>,
): Promise<ReadonlyMap<string, number>> {
  const standing = new Map<string, number>();
  // Of a woman of whom nothing was acknowledged a save may stand all the same.
  for (const id of ["woman-a", "woman-b"]) {
    const { revision, weightKg } = acknowledged.get(id) ?? { revision: 1, weightKg: 50 };
    const stored = (await (await ask(workbench, `/series/kill-test/cases/${id}`)).json()) as {
      revision: number;
      value: { person: { weightKg: number } };
    };
    expect(stored.revision).toBeGreaterThanOrEqual(revision);
    if (stored.revision === revision) expect(stored.value.person.weightKg).toBe(weightKg);
    standing.set(id, stored.revision);
  }
  return standing;
}

function woman(id: string, weightKg: number): object {
  return { schema: "materbone/case/1", id, origin: "synthetic", person: { ageYears: 30, weightKg } };
}
