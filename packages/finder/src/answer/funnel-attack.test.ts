import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coarseFunnel } from "./coarse-funnel.ts";
import type { Funnel } from "./funnel.ts";
import { type ShownCount, type ShownFunnel, SMALL_CELL, suppressed } from "./suppress-funnel.ts";

describe("somebody who has a funnel that may leave", () => {
  it.each([2, 3, 5])("forms no small number of what is shown, with %d tiers", (tiers) => {
    let shown = 0;
    fc.assert(
      fc.property(hospitals(tiers, 30), (hospital) => {
        const truth = funnelOf(hospital, tiers);
        const view = suppressed(truth);
        shown += view.stages.filter(({ people }) => people.kind === "count" && people.count > 0).length;
        expect(smallNumbers(truth, view, SMALL_CELL)).toEqual([]);
        expect(smallNumbers(truth, coarseFunnel(view), SMALL_CELL)).toEqual([]);
      }),
      { numRuns: 300, seed: 5 },
    );
    // Not because all is hidden.
    expect(shown / 300).toBeGreaterThan(3);
  });

  it.each([2, 3, 5])("works out no hidden count and no small number, with %d tiers", (tiers) => {
    let decided = 0;
    fc.assert(
      fc.property(hospitals(tiers, 5), (hospital) => {
        const truth = funnelOf(hospital, tiers);
        const view = suppressed(truth, FEW);
        const exactly = (value: number, printed: number): boolean => value === printed;
        const roughly = (value: number, printed: number): boolean =>
          value === 0 ? printed === 0 : value >= FEW && value >= printed - FEW / 2 && value < printed + FEW / 2;
        for (const told of [workedOut(truth, view, exactly), workedOut(truth, coarseFunnel(view), roughly)]) {
          if (told !== "undecided") decided++;
          expect(told === "undecided" ? [] : told).toEqual([]);
        }
      }),
      { numRuns: 100, seed: 11 },
    );
    // Most hospitals are small enough for every table to be gone through.
    expect(decided).toBeGreaterThan(180);
  });
});

/** Small enough to go through every table that agrees with what is shown. */
const FEW = 4;
/** Counts that are tried in one order, after which the attacker gives it up. */
const PATIENCE = 20_000;
const EXCLUSIONS = ["excluded_x", "excluded_y"];

type Delivery = { readonly isAged: boolean; readonly tier: number; readonly excluded: readonly boolean[] };
/** So many persons alike; who has a delivery is a woman. */
type Group = { readonly size: number; readonly isWoman: boolean; readonly deliveries: readonly Delivery[] };

function hospitals(tiers: number, most: number): fc.Arbitrary<readonly Group[]> {
  const delivery = fc.record({
    isAged: fc.boolean(),
    // One more than there are tiers: none is met.
    tier: fc.integer({ min: 0, max: tiers }),
    excluded: fc.array(
      fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
      { minLength: EXCLUSIONS.length, maxLength: EXCLUSIONS.length },
    ),
  });
  const group = fc.record({
    size: fc.integer({ min: 1, max: most }),
    isWoman: fc.boolean(),
    deliveries: fc.array(delivery, { maxLength: 2 }),
  });
  return fc.array(group, { maxLength: 2 * tiers + 2 });
}

/** Counts the steps as the plan of a definition does. */
function funnelOf(hospital: readonly Group[], tiers: number): Funnel {
  const isMet = ({ isAged, tier }: Delivery): boolean => isAged && tier < tiers;
  const step = (id: string, fits: (delivery: Delivery) => boolean) => {
    const counts = hospital.map(({ size, deliveries }) => ({ size, own: deliveries.filter(fits).length }));
    return {
      id,
      people: counts.reduce((sum, { size, own }) => sum + (own > 0 ? size : 0), 0),
      episodes: counts.reduce((sum, { size, own }) => sum + size * own, 0),
    };
  };
  const persons = (fits: (group: Group) => boolean): number =>
    hospital.filter(fits).reduce((sum, { size }) => sum + size, 0);
  const bestTier = ({ deliveries }: Group): number =>
    Math.min(tiers, ...deliveries.filter((one) => isMet(one) && !one.excluded.includes(true)).map(({ tier }) => tier));
  const once = (id: string, people: number) => ({ id, people, episodes: people });
  return [
    { id: "persons", people: persons(() => true) },
    { id: "women", people: persons(({ isWoman, deliveries }) => isWoman || deliveries.length > 0) },
    step("delivered", () => true),
    step("aged", ({ isAged }) => isAged),
    step("met", isMet),
    ...EXCLUSIONS.map((id, index) => step(id, (one) => isMet(one) && one.excluded[index] === true)),
    once(
      "candidates",
      persons((group) => bestTier(group) < tiers),
    ),
    ...Array.from({ length: tiers }, (_, tier) =>
      once(
        `tier_${tier}`,
        persons((group) => bestTier(group) === tier),
      ),
    ),
  ];
}

/** Names of counts, each with its factor; deliveries are `id/e`. */
type Sum = Readonly<Record<string, number>>;

/** Every number of women or of deliveries that is a sum of counts, written down without the rules that hide. */
function numbersOf(truth: Funnel): readonly Sum[] {
  const numbers: Sum[] = [];
  const chain = ["persons", "women", "delivered", "aged", "met"];
  const hasDeliveries = (id: string): boolean => !["persons", "women"].includes(id);
  const tiers = truth.map(({ id }) => id).filter((id) => id.startsWith("tier_"));
  chain.forEach((whole, index) => {
    if (hasDeliveries(whole)) numbers.push({ [`${whole}/e`]: 1, [whole]: -1 });
    for (const part of [...chain.slice(index + 1), ...EXCLUSIONS]) {
      numbers.push({ [whole]: 1, [part]: -1 });
      if (!hasDeliveries(whole)) continue;
      numbers.push({ [`${whole}/e`]: 1, [`${part}/e`]: -1 }, { [`${whole}/e`]: 1, [part]: -1 });
      numbers.push({ [`${whole}/e`]: 1, [whole]: -1, [`${part}/e`]: -1, [part]: 1 });
    }
  });
  const around = ["candidates", ...chain, ...chain.filter(hasDeliveries).map((id) => `${id}/e`)];
  for (const whole of around) {
    if (whole !== "candidates") numbers.push({ [whole]: 1, candidates: -1 });
    for (let subset = 1; subset < 2 ** tiers.length; subset++) {
      const out = tiers.filter((_, place) => Math.floor(subset / 2 ** place) % 2 === 1);
      numbers.push({ [whole]: 1, ...Object.fromEntries(out.map((tier) => [tier, -1])) });
    }
  }
  for (const id of EXCLUSIONS) {
    numbers.push({ [`${id}/e`]: 1, [id]: -1 }, { "met/e": 1, [`${id}/e`]: -1, candidates: -1 });
  }
  numbers.push({ ...Object.fromEntries(EXCLUSIONS.map((id) => [id, 1])), candidates: 1, met: -1 });
  return numbers;
}

/** Each count once by its name: a woman has one delivery as a candidate. */
function counted(truth: Funnel, view: ShownFunnel): ReadonlyMap<string, readonly [number, ShownCount]> {
  return new Map(
    truth.flatMap(({ id, people, episodes }, index): readonly (readonly [string, readonly [number, ShownCount]])[] => {
      const stage = view.stages[index];
      if (stage === undefined) throw new Error("a step is missing");
      const women = [id, [people, stage.people]] as const;
      const isOnce = id === "candidates" || id.startsWith("tier_");
      return episodes === undefined || stage.episodes === undefined || isOnce
        ? [women]
        : [women, [`${id}/e`, [episodes, stage.episodes]]];
    }),
  );
}

/** What somebody with pencil and paper gets by adding and taking away numbers that are printed. */
function smallNumbers(truth: Funnel, view: ShownFunnel, threshold: number): readonly string[] {
  const counts = counted(truth, view);
  return numbersOf(truth).flatMap((sum) => {
    let total = 0;
    for (const [name, factor] of Object.entries(sum)) {
      const count = counts.get(name)?.[1];
      if (count?.kind !== "count") return [];
      total += factor * count.count;
    }
    return total !== 0 && Math.abs(total) < threshold ? [`${JSON.stringify(sum)} = ${total}`] : [];
  });
}

/**
 * Tries every table of counts that agrees with what is shown and with what the steps mean, and gives the hidden counts and
 * small numbers that are the same in all of them.
 */
function workedOut(
  truth: Funnel,
  view: ShownFunnel,
  isPrintedAs: (value: number, printed: number) => boolean,
): readonly string[] | "undecided" {
  const counts = [...counted(truth, view)];
  const names = counts.map(([name]) => name);
  const largest = Math.max(...counts.map(([, [value]]) => value)) + FEW;
  const ranges = counts.map(([, [, count]]): readonly number[] => {
    const all = Array.from({ length: largest + 1 }, (_, value) => value);
    if (count.kind === "small") return all.slice(1, FEW);
    if (count.kind === "hidden") return all.slice(FEW);
    return all.filter((value) => isPrintedAs(value, count.count));
  });
  const terms = (sum: Sum) => Object.entries(sum).map(([name, factor]) => ({ place: names.indexOf(name), factor }));
  const amount = (of: ReturnType<typeof terms>, values: readonly number[]): number =>
    of.reduce((total, { place, factor }) => total + factor * (values[place] ?? Number.NaN), 0);
  const numbers = numbersOf(truth).map(terms);
  const truths = counts.map(([, [value]]) => value);
  const isSmall = (value: number): boolean => value >= 1 && value < FEW;
  const hidden = counts.flatMap(([name, [, { kind }]]) => (kind === "count" ? [] : [terms({ [name]: 1 })]));
  const asked = [...hidden, ...numbers.filter((number) => isSmall(amount(number, truths)))].map((of) => ({
    of,
    seen: new Set<number>(),
  }));
  const tiers = names.filter((name) => name.startsWith("tier_"));
  const parts = terms({ ...Object.fromEntries(tiers.map((tier) => [tier, 1])), candidates: -1 });
  const rules = [
    ...numbers.map((of) => ({ of, holds: (total: number) => total >= 0 })),
    { of: parts, holds: (total: number) => total === 0 },
  ];
  const isDone = (): boolean => asked.every(({ seen }) => seen.size > 1);
  /** Whether all tables were gone through, or nothing is left to ask. */
  const goThrough = (order: readonly number[]): boolean => {
    const values: number[] = [];
    let tried = 0;
    const rulesAt = order.map((place, step) => {
      const known = order.slice(0, step + 1);
      return rules.filter(
        ({ of }) => of.some((one) => one.place === place) && of.every((one) => known.includes(one.place)),
      );
    });
    const go = (step: number): void => {
      const place = order[step];
      if (place === undefined) {
        for (const { of, seen } of asked) seen.add(amount(of, values));
        return;
      }
      for (const value of ranges[place] ?? []) {
        if (tried++ > PATIENCE || isDone()) return;
        values[place] = value;
        if (rulesAt[step]?.every(({ of, holds }) => holds(amount(of, values)))) go(step + 1);
      }
    };
    go(0);
    return isDone() || tried <= PATIENCE;
  };
  const forward = names.map((_, place) => place);
  const half = Math.floor(names.length / 2);
  const orders = [forward, forward.toReversed(), [...forward.slice(half), ...forward.slice(0, half)]];
  if (!orders.some(goThrough)) return "undecided";
  return asked
    .filter(({ seen }) => seen.size < 2)
    .map(({ of }) => of.map(({ place, factor }) => `${factor} ${names[place]}`).join(" + "));
}
