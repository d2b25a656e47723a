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

  it("hides candidates without the shown tiers where the rest is small", () => {
    const [three] = stagesOf(tiersOf([20, 2, 3]));
    expect(three).toEqual(["candidates 25 25", "tier_0 hidden hidden", "tier_1 < <", "tier_2 < <"]);
    // 46 without 40 were the six women of three small tiers.
    const [four] = stagesOf(tiersOf([40, 1, 2, 3]));
    expect(four).toContain("candidates 46 46");
    expect(four).toContain("tier_0 hidden hidden");
  });

  it("hides what two steps that stand apart tell of the few between them", () => {
    const women = shown(
      suppressed([
        { id: "persons", people: 200 },
        { id: "women", people: 66 },
        { id: "delivered", people: 63, episodes: 80 },
        { id: "aged", people: 60, episodes: 77 },
        { id: "met", people: 0, episodes: 0 },
        { id: "candidates", people: 0, episodes: 0 },
      ]),
    );
    // Women who are not of the age were 6.
    expect(women.filter((line) => /^(women|aged) \d/.test(line))).not.toHaveLength(2);
  });
});

function tiersOf(tiers: readonly number[]): Funnel {
  const candidates = tiers.reduce((sum, tier) => sum + tier, 0);
  return [
    { id: "persons", people: 9000 },
    { id: "women", people: 5000 },
    { id: "delivered", people: 1000, episodes: 1200 },
    { id: "aged", people: 900, episodes: 1050 },
    { id: "met", people: candidates, episodes: candidates },
    { id: "candidates", people: candidates, episodes: candidates },
    ...tiers.map((people, index) => ({ id: `tier_${index}`, people, episodes: people })),
  ];
}

/** Lines of candidates and tiers. */
function stagesOf(truth: Funnel): readonly (readonly string[])[] {
  return [shown(suppressed(truth)).filter((line) => /^(candidates|tier)/.test(line))];
}
