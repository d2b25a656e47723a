import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquareCdf } from "./distributions/chi-square.ts";
import { normalCdf } from "./distributions/normal.ts";
import { createRandom, type RandomSource, randomNormal, shuffle, xoshiro128 } from "./random.ts";

function taken(random: RandomSource, count: number): readonly number[] {
  return Array.from({ length: count }, random);
}

/** Probability of a chi-square statistic this large when all cells are equally likely. */
function evenness(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return chiSquareCdf(statistic, counts.length - 1, "upper");
}

describe("random numbers", () => {
  it("are those of the reference program of xoshiro128**", () => {
    // State 1, 2, 3, 4: test vector of rand_xoshiro 0.7.0, made with the authors' C program.
    expect(taken(xoshiro128([1, 2, 3, 4]), 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it("repeat with their seed and differ without", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (seed, other) => {
        expect(taken(createRandom(seed), 3)).toEqual(taken(createRandom(seed), 3));
        fc.pre(seed !== other);
        expect(taken(createRandom(seed), 3)).not.toEqual(taken(createRandom(other), 3));
      }),
    );
    for (const seed of [0.5, 2 ** 53, Number.NaN]) expect(() => createRandom(seed)).toThrow(RangeError);
  });

  it("fill [0, 1) evenly from neighbouring seeds on", () => {
    const ofOneSeed = new Array<number>(64).fill(0);
    const random = createRandom(7);
    for (let i = 0; i < 64_000; i++) ofOneSeed[Math.floor(random() * 64)]++;
    const firstOfSeeds = new Array<number>(64).fill(0);
    for (let seed = 0; seed < 64_000; seed++) firstOfSeeds[Math.floor(createRandom(seed)() * 64)]++;
    expect(evenness(ofOneSeed)).toBeGreaterThan(1e-4);
    expect(evenness(firstOfSeeds)).toBeGreaterThan(1e-4);
  });

  it("are normal when asked", () => {
    const random = createRandom(11);
    const counts = new Array<number>(40).fill(0);
    for (let i = 0; i < 40_000; i++) counts[Math.floor(normalCdf(randomNormal(random)) * 40)]++;
    expect(evenness(counts)).toBeGreaterThan(1e-4);
  });

  it("shuffle into every order equally often", () => {
    const random = createRandom(3);
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = ["a", "b", "c", "d"];
      shuffle(order, random);
      counts.set(order.join(""), (counts.get(order.join("")) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(evenness([...counts.values()])).toBeGreaterThan(1e-4);
    const values = Float64Array.of(1, 2, 3, 4, 5);
    shuffle(values, random);
    expect([...values].sort()).toEqual([1, 2, 3, 4, 5]);
  });
});
