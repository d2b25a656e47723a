import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { CASE_ORDERS } from "./case-order.ts";
import type { CaseQuery } from "./case-summary.ts";
import { openMemoryRegistry } from "./memory/open-memory-registry.ts";
import type { Registry } from "./registry.ts";
import { act, counting, head, scan, series, woman } from "./series.fixture.ts";
import { openSqliteRegistry } from "./sqlite/open-sqlite-registry.ts";

const folder = mkdtempSync(join(tmpdir(), "materbone-registry-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SERIES = ["s", "t"];
const WOMEN = ["w-1", "w-2", "w-10", "x"];
const TAGS = ["骨折", "Spine", "spine", "北区 a"];

const aSeries = fc.constantFrom(...SERIES);
const aWoman = fc.constantFrom(...WOMEN);
const revision = fc.integer({ min: 1, max: 4 });
const record = fc
  .record({
    id: aWoman,
    tags: fc.subarray(TAGS),
    ageYears: fc.option(fc.integer({ min: 20, max: 40 }), { nil: undefined }),
    isFractured: fc.boolean(),
    device: fc.constantFrom("dxa", "dxb", undefined),
  })
  .map(({ id, tags, ageYears, isFractured, device }) =>
    woman(id, {
      tags,
      person: ageYears === undefined ? {} : { ageYears },
      ...(isFractured ? {} : { fractures: [] }),
      scans: [{ ...scan("first", 2, 0.7, -2.5), ...(device === undefined ? { device: "dxa" } : { device }) }],
    }),
  );
const aHead = fc
  .record({
    id: aSeries,
    claimed: fc.option(aWoman, { nil: undefined }),
    reviewed: fc.option(aWoman, { nil: undefined }),
    hasTwo: fc.boolean(),
  })
  .map(({ id, claimed, reviewed, hasTwo }) =>
    head(id, {
      methods: {
        densitometers: ["dxa", ...(hasTwo ? ["dxb"] : [])].map((device) => ({
          id: device,
          manufacturer: "M",
          model: "1",
        })),
      },
      ...(claimed === undefined
        ? {}
        : { claims: [{ id: "c", kind: "hypothesis", case: claimed, words: { en: "w" } }] }),
      ...(reviewed === undefined
        ? {}
        : { reviews: [{ rule: "reproductive-plan-missing", case: reviewed, state: "accepted", note: { en: "n" } }] }),
    }),
  );
const document = fc.oneof(
  aSeries.map((name) => ({ kind: "series", series: name }) as const),
  fc.tuple(aSeries, aWoman).map(([name, id]) => ({ kind: "case", series: name, case: id }) as const),
  fc.constant({ kind: "literature" } as const),
);
const aWindow = fc.constantFrom("a", "b\0");
const why = fc.constantFrom("because", "因为 \0 \ud800");

/** One thing that somebody does, as data that a counterexample can print; revisions are guesses, right or wrong. */
const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("createSeries" as const),
      name: aSeries,
      women: fc.uniqueArray(record, { selector: (one) => one.id }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("createCase" as const), name: aSeries, record }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant("saveCase" as const), name: aSeries, id: aWoman, record, from: revision }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant("saveHead" as const), name: aSeries, head: aHead, from: revision }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("saveLiterature" as const),
      literature: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }),
      from: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("undo" as const), ref: document, to: revision, from: revision }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("remove" as const), ref: document, from: revision, why }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("restore" as const), ref: document }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("purge" as const), ref: document, why }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("saveDraft" as const),
      ref: document,
      window: aWindow,
      body: fc.jsonValue(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("discardDraft" as const), ref: document, window: aWindow }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("rebuild" as const) }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

function perform(registry: Registry, deed: Deed, minute: number): Promise<unknown> {
  switch (deed.does) {
    case "createSeries": {
      // On the one device that every head has.
      const women = deed.women.map((one) => ({ ...one, scans: [scan("first", 2, 0.7, -2.5)] }));
      return registry.createSeries(series(deed.name, women), act(minute));
    }
    case "createCase":
      return registry.createCase(deed.name, deed.record, act(minute));
    case "saveCase":
      return registry.saveCase({ kind: "case", series: deed.name, case: deed.id }, deed.record, deed.from, act(minute));
    case "saveHead":
      return registry.saveHead(deed.name, deed.head, deed.from, act(minute));
    case "saveLiterature":
      return registry.saveLiterature(deed.literature, deed.from, act(minute));
    case "undo":
      return registry.undo(deed.ref, deed.to, deed.from, act(minute));
    case "remove":
      return registry.remove(deed.ref, deed.from, act(minute, deed.why));
    case "restore":
      return registry.restore(deed.ref, act(minute));
    case "purge":
      return registry.purge(deed.ref, act(minute, deed.why));
    case "saveDraft": {
      const { ref, window, body } = deed;
      return registry.saveDraft({ document: ref, window, baseRevision: 1, body, at: act(minute).at, by: "" });
    }
    case "discardDraft":
      return registry.discardDraft(deed.ref, deed.window);
    case "rebuild":
      return registry.rebuild();
  }
}

const query: fc.Arbitrary<CaseQuery> = fc.record(
  {
    search: fc.constantFrom("W-1", "骨折", "s", "区 A", "_"),
    severity: fc.constantFrom("info", "minor", "major"),
    outcome: fc.constantFrom("consistent", "notConsistent", "undecided"),
    isFractured: fc.boolean(),
    agent: fc.constantFrom("zoledronicAcid", "denosumab"),
    tag: fc.constantFrom("Spine", "骨折", "a"),
    isDeleted: fc.boolean(),
    order: fc.constantFrom(...CASE_ORDERS),
    isDescending: fc.boolean(),
    offset: fc.integer({ min: 0, max: 5 }),
    limit: fc.integer({ min: 0, max: 5 }),
  },
  { requiredKeys: [] },
);

/** What came of it: a value, or the error's name and what it carries. */
async function outcome(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ...error, name: error.name, message: error.message };
  }
}

/** Everything that a caller can see. */
async function visible(registry: Registry, queries: readonly CaseQuery[]): Promise<unknown> {
  const all: unknown[] = [
    await registry.listSeries(),
    await registry.listSeries({ isDeleted: true }),
    await registry.drafts(),
    await registry.readLiterature(),
    await registry.history({ kind: "literature" }, { offset: 0, limit: 5 }),
    await outcome(() => registry.readRevision({ kind: "literature" }, 1)),
  ];
  all.push(await registry.history(undefined, { offset: 0, limit: 500 }));
  for (const name of SERIES) {
    all.push(await outcome(() => registry.readHead(name)));
    all.push(await outcome(() => registry.readCases(name)));
    all.push(await outcome(() => registry.listTags(name)));
    for (const one of queries) all.push(await outcome(() => registry.listCases(name, one)));
    for (const id of WOMEN) {
      const ref = { kind: "case", series: name, case: id } as const;
      all.push(await outcome(() => registry.readCase(ref)));
      all.push(await outcome(() => registry.history(ref, { offset: 1, limit: 2 })));
      all.push(await outcome(() => registry.readRevision(ref, 2)));
    }
  }
  all.push(await registry.verify());
  return all;
}

describe("any sequence of acts", () => {
  it("gives the same outcomes and the same visible state in memory and in SQLite, and always verifies", async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 5, maxLength: 30 }),
        fc.array(query, { minLength: 3, maxLength: 6 }),
        async (deeds, queries) => {
          count += 1;
          const memory = openMemoryRegistry({ random: counting() });
          const sqlite = await openSqliteRegistry({ folder: join(folder, String(count)), random: counting() });
          try {
            for (const [minute, one] of deeds.entries()) {
              const mine = await outcome(() => perform(memory, one, minute));
              expect(await outcome(() => perform(sqlite, one, minute))).toEqual(mine);
            }
            const seen = await visible(memory, queries);
            expect(await visible(sqlite, queries)).toEqual(seen);
            expect(await memory.verify()).toMatchObject({ faults: [] });
            await sqlite.rebuild();
            await memory.rebuild();
            expect(await visible(sqlite, queries)).toEqual(await visible(memory, queries));
            expect(await sqlite.verify()).toMatchObject({ faults: [] });
          } finally {
            await sqlite.close();
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});
