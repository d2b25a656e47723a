import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Funnel } from "./funnel.ts";
import { type ShownCount, type ShownFunnel, suppressed, unsuppressed } from "./suppress-funnel.ts";

type Counts = {
  readonly persons: number;
  readonly women: number;
  readonly delivered: readonly [number, number];
  readonly aged: readonly [number, number];
  readonly met: readonly [number, number];
  readonly excluded: readonly [number, number];
  readonly tiers: readonly [number, number];
};

function funnel({ persons, women, delivered, aged, met, excluded, tiers }: Counts): Funnel {
  const both = (id: string, [people, episodes]: readonly [number, number]) => ({ id, people, episodes });
  const candidates = tiers[0] + tiers[1];
  return [
    { id: "persons", people: persons },
    { id: "women", people: women },
    both("delivered", delivered),
    both("aged", aged),
    both("met", met),
    both("excluded_x", excluded),
    both("candidates", [candidates, candidates]),
    both("tier_a", [tiers[0], tiers[0]]),
    both("tier_b", [tiers[1], tiers[1]]),
  ];
}

function shown({ stages }: ShownFunnel): readonly string[] {
  const say = (count: ShownCount | undefined): string =>
    count === undefined ? "" : count.kind === "count" ? String(count.count) : count.kind === "small" ? "<" : "hidden";
  return stages.map(({ id, people, episodes }) => [id, say(people), say(episodes)].join(" ").trim());
}

describe("suppressed", () => {
  it("shows large counts and zero, and hides 1 to 10", () => {
    const large: Counts = {
      persons: 10_000,
      women: 5000,
      delivered: [1000, 1200],
      aged: [900, 1050],
      met: [60, 75],
      excluded: [0, 0],
      tiers: [60, 0],
    };
    expect(shown(suppressed(funnel(large)))).toEqual([
      "persons 10000",
      "women 5000",
      "delivered 1000 1200",
      "aged 900 1050",
      "met 60 75",
      "excluded_x 0 0",
      "candidates 60 60",
      "tier_a 60 60",
      "tier_b 0 0",
    ]);
  });

  it("hides a further tier, so that a small one is not the rest of the candidates", () => {
    const one: Counts = {
      persons: 10_000,
      women: 5000,
      delivered: [1000, 1200],
      aged: [900, 1050],
      met: [200, 240],
      excluded: [100, 120],
      tiers: [97, 3],
    };
    const stages = shown(suppressed(funnel(one)));
    expect(stages).toContain("tier_b < <");
    expect(stages).toContain("tier_a hidden hidden");
    expect(stages).toContain("candidates 100 100");
  });

  it("hides a step when few are lost between two", () => {
    const few: Counts = {
      persons: 10_000,
      women: 5000,
      delivered: [1000, 1200],
      aged: [995, 1100],
      met: [200, 240],
      excluded: [100, 120],
      tiers: [50, 50],
    };
    const stages = shown(suppressed(funnel(few)));
    expect(stages.filter((line) => /^(delivered|aged) hidden/.test(line))).toHaveLength(1);
  });

  it("takes another threshold from 3, and shows all only when asked by name", () => {
    const small = funnel({
      persons: 30,
      women: 20,
      delivered: [10, 10],
      aged: [10, 10],
      met: [5, 5],
      excluded: [0, 0],
      tiers: [5, 0],
    });
    expect(shown(suppressed(small, 5))).toContain("candidates 5 5");
    expect(() => suppressed(small, 2)).toThrow(RangeError);
    expect(() => suppressed(small, Number.NaN)).toThrow(RangeError);
    expect(shown(unsuppressed(small))).toContain("met 5 5");
  });

  it("never lets a hidden count or a small difference be worked out", () => {
    let decided = 0;
    fc.assert(
      fc.property(smallCounts, (counts) => {
        const pinned = workedOut(funnel(counts), suppressed(funnel(counts), THRESHOLD));
        if (pinned !== "undecided") decided++;
        expect(pinned === "undecided" ? [] : pinned).toEqual([]);
      }),
      { numRuns: 100, seed: 11 },
    );
    // Most tables are small enough to be gone through.
    expect(decided).toBeGreaterThan(70);
  });
});

/** Small enough to go through every table that agrees with what is shown. */
const THRESHOLD = 4;
/** Tables, whole or begun, after which the attacker gives up. */
const PATIENCE = 20_000;
const upTo = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });

const smallCounts: fc.Arbitrary<Counts> = fc
  .tuple(upTo(7), upTo(6), upTo(6), upTo(5), upTo(5), upTo(4), upTo(3), upTo(3), upTo(2), upTo(2), upTo(2))
  .map(([a, b, men, boys, young, unmet, moreA, moreB, moreC, moreD, overlap]) => {
    const candidates = a + b;
    // Every woman who met a tier and is no candidate is excluded; some candidates have an excluded delivery besides.
    const met = candidates + unmet;
    const both = Math.min(overlap, candidates);
    const excluded: readonly [number, number] = [unmet + both, unmet + both];
    const further = both;
    const aged = met + young;
    const delivered = aged + boys;
    return {
      persons: delivered + men + moreD,
      women: delivered + moreD,
      delivered: [delivered, delivered + further + (aged > 0 ? moreA + moreB + moreC : 0)],
      aged: [aged, aged + further + (met > 0 ? moreA + moreB : 0)],
      met: [met, met + further + (met > 0 ? moreA : 0)],
      excluded,
      tiers: [a, b],
    };
  });

/**
 * Plays the attacker: tries every table of counts that agrees with what is shown and with what the steps mean, written
 * down here anew, and gives the hidden counts and small differences that are the same in all of them.
 */
function workedOut(truth: Funnel, view: ShownFunnel): readonly string[] | "undecided" {
  const names: string[] = [];
  const truths: number[] = [];
  const ranges: (readonly [number, number])[] = [];
  const hidden: string[] = [];
  const largest = Math.max(...truth.flatMap(({ people, episodes }) => [people, episodes ?? 0])) + THRESHOLD;
  const add = (name: string, value: number, count: ShownCount): void => {
    names.push(name);
    truths.push(value);
    if (count.kind === "count") ranges.push([count.count, count.count]);
    else {
      hidden.push(name);
      ranges.push(count.kind === "small" ? [1, THRESHOLD - 1] : [THRESHOLD, largest]);
    }
  };
  truth.forEach(({ id, people, episodes }, index) => {
    const stage = view.stages[index];
    if (stage === undefined) throw new Error("a step is missing");
    add(id, people, stage.people);
    if (episodes !== undefined && stage.episodes !== undefined && !/^(candidates|tier)/.test(id)) {
      add(`${id}/e`, episodes, stage.episodes);
    }
  });
  const chain = ["persons", "women", "delivered", "aged", "met", "candidates"];
  const pairs = chain.slice(1).map((name, index): readonly [string, string] => [chain[index] ?? "", name]);
  const differences: readonly (readonly [string, string])[] = [
    ...pairs,
    ["delivered/e", "aged/e"],
    ["aged/e", "met/e"],
    ["met/e", "excluded_x/e"],
    ["met", "excluded_x"],
    ...["delivered", "aged", "met", "excluded_x"].map((id): readonly [string, string] => [`${id}/e`, id]),
  ];
  const place = new Map(names.map((name, index) => [name, index]));
  const values: number[] = [];
  const at = (name: string): number => values[place.get(name) ?? -1] ?? Number.NaN;
  const rules: readonly (() => boolean)[] = [
    ...differences.map(
      ([more, less]) =>
        () =>
          !(at(more) < at(less)),
    ),
    () => !(at("tier_a") + at("tier_b") !== at("candidates")) || hasGap(["tier_a", "tier_b", "candidates"]),
    () => !(at("met") - at("candidates") > at("excluded_x")),
    () => !(at("met/e") - at("excluded_x/e") < at("candidates")),
    ...(
      [
        ["delivered", "aged"],
        ["aged", "met"],
        ["met", "excluded_x"],
      ] as const
    ).map(
      ([whole, part]) =>
        () =>
          !(at(`${whole}/e`) - at(whole) < at(`${part}/e`) - at(part)),
    ),
  ];
  const hasGap = (of: readonly string[]): boolean => of.some((name) => Number.isNaN(at(name)));
  const asked = new Map<string, { readonly of: () => number; readonly seen: Set<number> }>();
  for (const name of hidden) asked.set(name, { of: () => at(name), seen: new Set() });
  const value = (name: string): number => truths[place.get(name) ?? -1] ?? 0;
  for (const [more, less] of differences) {
    const size = value(more) - value(less);
    if (size >= 1 && size < THRESHOLD)
      asked.set(`${more} - ${less}`, { of: () => at(more) - at(less), seen: new Set() });
  }
  let begun = 0;
  const isDone = (): boolean => begun > PATIENCE || [...asked.values()].every(({ seen }) => seen.size > 1);
  const go = (index: number): void => {
    const range = ranges[index];
    if (range === undefined) {
      for (const { of, seen } of asked.values()) seen.add(of());
      return;
    }
    for (let one = range[0]; one <= range[1] && !isDone(); one++) {
      values[index] = one;
      begun++;
      if (rules.every((rule) => rule())) go(index + 1);
    }
    values.length = index;
  };
  go(0);
  if (begun > PATIENCE) return "undecided";
  return [...asked].filter(([, { seen }]) => seen.size === 1).map(([name]) => name);
}
