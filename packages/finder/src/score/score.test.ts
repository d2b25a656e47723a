import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../../golden/exact-interval.json" with { type: "json" };
import { answerKey, type KeyEntry, keyHead } from "../generator/answer-key.ts";
import { proportion } from "./exact-interval.ts";
import { isKeyOf } from "./is-key-of.ts";
import { type ScoredCandidate, score } from "./score.ts";
import { scoreTables } from "./score-tables.ts";

describe("the hospital of a key", () => {
  const hospital = { seed: 7, persons: 400 };
  const [head, key] = [keyHead(hospital), [...answerKey(hospital)]];
  const listed = key.map(({ sourceId, birthDate }) => {
    const [year = "", month = "01", day = "01"] = birthDate.split("-");
    const last = birthDate.length === 4 ? `${year}-12-31` : `${year}-${month}-28`;
    return { sourceId, birth: { low: `${year}-${month}-${day}`, high: birthDate.length === 10 ? birthDate : last } };
  });

  it("is known by the births of its persons, also those known to the month or year", () => {
    expect(isKeyOf(head, key, { persons: 400, candidates: listed })).toBe(true);
    const other = { ...hospital, seed: 8 };
    expect(isKeyOf(keyHead(other), answerKey(other), { persons: 400, candidates: listed })).toBe(false);
  });

  it("is known by its size, when the same seed makes the same persons", () => {
    const larger = { ...hospital, persons: 800 };
    expect(isKeyOf(keyHead(larger), answerKey(larger), { persons: 400, candidates: listed })).toBe(false);
    expect(isKeyOf(head, key, { candidates: [{ sourceId: "stranger" }, ...listed] })).toBe(true);
  });
});

describe("exact interval", () => {
  it.each(golden.rows)("of $count of $total is that of R", ({ count, total, low, high }) => {
    const found = proportion(count, total);
    if (found.kind === "none") throw new TypeError("expected a proportion");
    expect(Math.abs(found.low - low)).toBeLessThanOrEqual(golden.relativeTolerance * Math.max(low, 1e-12));
    expect(Math.abs(found.high - high)).toBeLessThanOrEqual(golden.relativeTolerance * high);
  });

  it("turns round with the count", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (a, b) => {
        const one = proportion(a, a + b);
        const other = proportion(b, a + b);
        if (one.kind === "none" || other.kind === "none") {
          expect(a + b).toBe(0);
          return;
        }
        expect(one.low).toBeCloseTo(1 - other.high, 10);
        expect(one.low).toBeLessThanOrEqual(one.estimate);
        expect(one.high).toBeGreaterThanOrEqual(one.estimate);
      }),
      { examples: [[0, 0]] },
    );
  });

  it.each([
    [1, 0],
    [-1, 2],
    [0.5, 2],
    [Number.NaN, 2],
    [0, Number.NaN],
    [0, -1],
  ])("refuses %d of %d", (count, total) => {
    expect(() => proportion(count, total)).toThrow(RangeError);
  });
});

const words = { en: "x", zh: "x" };
function entry(sourceId: string, isPlo: boolean, delivery: string | null = "2020-02-01"): KeyEntry {
  const story = isPlo ? "plo-hip" : "near-male";
  return { sourceId, birthDate: "1990-05-05", story, isPlo, delivery, tier: null, flags: [], mustSee: words };
}
function candidate(sourceId: string, tier = "fracture", day = "2020-02-01"): ScoredCandidate {
  return { sourceId, tier, deliveryLow: day, deliveryHigh: day };
}

describe("score", () => {
  const key = [entry("a", true), entry("b", true), entry("c", true), entry("m", false, null)];
  const result = score(
    [
      candidate("a"),
      candidate("a", "drug"),
      candidate("b", "drug", "2016-01-01"),
      candidate("m"),
      candidate("z", "drug"),
    ],
    key,
  );

  it("counts persons, not rows", () => {
    expect(result.sensitivity).toMatchObject({ count: 2, total: 3 });
    expect(result.ppv).toMatchObject({ count: 2, total: 4 });
  });

  it("counts a person of two tiers in both", () => {
    expect(result.byTier).toMatchObject([
      { tier: "fracture", ppv: { count: 1, total: 2 } },
      { tier: "drug", ppv: { count: 2, total: 3 } },
    ]);
  });

  it("lists the missed, the false with their stories, and those about another delivery", () => {
    expect(result.missed.map(({ sourceId }) => sourceId)).toEqual(["c"]);
    expect(result.falseCandidates).toEqual([
      { sourceId: "m", tier: "fracture", story: "near-male" },
      { sourceId: "z", tier: "drug", story: null },
    ]);
    expect(result.wrongDelivery.map(({ sourceId }) => sourceId)).toEqual(["b"]);
  });

  it("has no share of nothing", () => {
    expect(score([], [])).toMatchObject({ sensitivity: { kind: "none" }, ppv: { kind: "none" } });
  });

  it("is perfect for the key itself", () => {
    const all = [...answerKey({ seed: 1, persons: 500 })];
    const plo = all.filter(({ isPlo }) => isPlo);
    const perfect = score(
      plo.map(({ sourceId, delivery }) => candidate(sourceId, "fracture", delivery ?? "")),
      all,
    );
    expect(perfect.sensitivity).toMatchObject({ count: plo.length, total: plo.length });
    expect(perfect).toMatchObject({ missed: [], falseCandidates: [], wrongDelivery: [] });
  });

  it.each(["en", "zh"] as const)("is told in tables whose rows fit their heads, in %s", (lang) => {
    const tables = scoreTables(result, lang, (tier) => tier);
    expect(tables).toHaveLength(6);
    for (const { head, rows } of tables) for (const row of rows) expect(row).toHaveLength(head.length);
    expect(tables[0]?.rows[0]?.slice(1)).toEqual(["2/3", "66.7", "9.4–99.2"]);
  });
});
