import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SeriesHead } from "@materbone/clinical";
import { afterAll, describe, expect, it } from "vitest";
import { openMemoryRegistry } from "./memory/open-memory-registry.ts";
import type { Registry } from "./registry.ts";
import { act, counting, head, series, woman } from "./series.fixture.ts";
import { openSqliteRegistry } from "./sqlite/open-sqlite-registry.ts";

const folder = mkdtempSync(join(tmpdir(), "materbone-registry-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LARGE = 301;
const women = Array.from({ length: LARGE }, (_, number) =>
  woman(`w-${number + 1}`, { fractures: [{ site: "L1", heightLossPercent: 20 }] }),
);
const strict = (parts: Partial<SeriesHead> = {}): SeriesHead =>
  head("s", { methods: { ...head("s").methods, vertebralFractureRule: "moreThan20Percent" }, ...parts });
const review = (id: string) =>
  ({ rule: "reproductive-plan-missing", case: id, state: "accepted", note: { en: "seen" } }) as const;

async function stale(registry: Registry): Promise<number> {
  const pages = await Promise.all([0, 200].map((offset) => registry.listCases("s", { offset, limit: 200 })));
  return pages.flatMap(({ cases }) => cases).filter(({ isStale }) => isStale).length;
}

async function faults(registry: Registry): Promise<unknown> {
  return (await registry.verify()).faults;
}

describe.each([
  ["memory", async () => openMemoryRegistry({ random: counting() })],
  ["SQLite", () => openSqliteRegistry({ folder, random: counting() })],
])("a series of more women than are recounted in one save (%s)", (_, open) => {
  it("says which counts are old, recounts them piece by piece, and verifies at every step", async () => {
    const registry = await open();
    await registry.createSeries(series("s", women), act(0));
    expect((await registry.listCases("s", { isFractured: true })).total).toBe(LARGE);
    expect(await registry.refreshStale(50)).toBe(0);

    await registry.saveHead("s", strict(), 1, act(1));
    expect(await stale(registry)).toBe(LARGE);
    expect(await faults(registry)).toEqual([]);
    expect((await registry.listCases("s", { isFractured: true })).total).toBe(LARGE);

    expect(await registry.refreshStale(100)).toBe(201);
    expect(await stale(registry)).toBe(201);
    // Asking does not recount.
    expect([await registry.countStale(), await registry.countStale()]).toEqual([201, 201]);
    expect((await registry.listCases("s", { isFractured: false })).total).toBe(100);
    expect(await faults(registry)).toEqual([]);

    // A woman who is saved meanwhile is counted with the head of now.
    const late = { kind: "case", series: "s", case: "w-301" } as const;
    await registry.saveCase(late, woman("w-301"), 1, act(2));
    expect(await stale(registry)).toBe(200);

    // A review says something of the women it names alone, even while others wait.
    await registry.saveHead("s", strict({ reviews: [review("w-1"), review("w-300")] }), 2, act(3));
    expect(await stale(registry)).toBe(199);
    expect(await faults(registry)).toEqual([]);
    await registry.saveHead("s", strict({ reviews: [review("w-1")] }), 3, act(4));
    expect(await faults(registry)).toEqual([]);

    expect(await registry.refreshStale(1000)).toBe(0);
    expect(await stale(registry)).toBe(0);
    expect((await registry.listCases("s", { isFractured: true })).total).toBe(1);
    expect(await faults(registry)).toEqual([]);
    await registry.close();
  });

  it("does not call counts old when only words of the head change", async () => {
    const registry = await open();
    const name = "words";
    await registry.createSeries(series(name, women), act(0));
    await registry.saveHead(name, head(name, { keywords: ["PLO"] }), 1, act(1));
    const { cases } = await registry.listCases(name, { limit: 500 });
    expect(cases.every(({ isStale }) => !isStale)).toBe(true);
    await registry.close();
  });
});
