import type { RandomSource } from "@materbone/numerics";
import { INTERCEPT } from "../meta/fit-meta.ts";
import type { Design, MetaFit } from "../meta/meta-fit.ts";
import { classifyRows, distinctOrderings, nextOrdering, swap } from "./arrangements.ts";
import { createRefit, type Refit, refitStatistics } from "./refit.ts";

/** All arrangements, or some drawn at random. */
export type PermutationPlan =
  /** `limit`: most arrangements that may be fitted; default 1 000 000. */
  | { readonly kind: "exact"; readonly limit?: number }
  /** `iterations`: arrangements drawn, beside the one observed. */
  | { readonly kind: "random"; readonly iterations: number; readonly random: RandomSource };

export type PermutationTest = {
  readonly kind: PermutationPlan["kind"];
  /** Arrangements that p counts among, the observed one included. */
  readonly arrangements: number;
  /** Two-sided p of each coefficient. */
  readonly p: readonly number[];
  /** p of the coefficients that the fit tests together. */
  readonly omnibusP: number;
};

/** Statistics that differ by no more than this share are ties: they are equal but for rounding. */
const TIE = 1e-9;
const DEFAULT_LIMIT = 1_000_000;

/** How many arrangements an exact test has: 2^k sign flips, or the distinct orderings of the rows of moderators. */
export function exactArrangements(fit: MetaFit): number {
  const design = moderatorsOf(fit);
  return design === undefined ? 2 ** fit.k : distinctOrderings(classifyRows(design));
}

/**
 * Permutation tests of the coefficients, with the model fitted anew to each arrangement: signs of the effects are
 * flipped for a pooled effect, rows of moderators are put in another order else. p is the share of arrangements whose
 * statistic is at least the observed one; among random arrangements the observed one counts too.
 *
 * @throws RangeError when an exact test has more arrangements than its limit, or `iterations` is no whole number >= 1
 * @throws ConvergenceError when a refit does not settle
 * @see Follmann & Proschan (1999), Biometrics 55:732; Higgins & Thompson (2004), Stat Med 23:1663;
 *   Phipson & Smyth (2010), Stat Appl Genet Mol Biol 9:39, for the observed arrangement
 */
export function permutationTest(fit: MetaFit, plan: PermutationPlan): PermutationTest {
  const target = createRefit(fit);
  const tally = createTally(target);
  const design = moderatorsOf(fit);
  if (plan.kind === "exact") {
    const arrangements = exactArrangements(fit);
    const limit = plan.limit ?? DEFAULT_LIMIT;
    if (!(arrangements <= limit))
      throw new RangeError(`an exact test of ${arrangements} arrangements exceeds the limit of ${limit}`);
    if (design === undefined) flipAll(target, tally);
    else orderAll(target, tally, design);
  } else {
    if (!(Number.isInteger(plan.iterations) && plan.iterations >= 1))
      throw new RangeError(`iterations must be a whole number of at least 1, got ${plan.iterations}`);
    count(tally, target);
    if (design === undefined) flipSome(target, tally, plan.iterations, plan.random);
    else orderSome(target, tally, plan.iterations, plan.random);
  }
  return {
    kind: plan.kind,
    arrangements: tally.arrangements,
    p: Array.from(tally.asExtreme, (extreme) => extreme / tally.arrangements),
    omnibusP: tally.omnibusAsExtreme / tally.arrangements,
  };
}

type Tally = {
  readonly observed: Float64Array;
  readonly omnibus: number;
  readonly asExtreme: Float64Array;
  omnibusAsExtreme: number;
  arrangements: number;
};

/** Fits the observed arrangement, whose statistics stay in `target` until the next fit. */
function createTally(target: Refit): Tally {
  refitStatistics(target);
  return {
    observed: target.statistics.map((statistic) => Math.abs(statistic) * (1 - TIE)),
    omnibus: target.omnibus * (1 - TIE),
    asExtreme: new Float64Array(target.statistics.length),
    omnibusAsExtreme: 0,
    arrangements: 0,
  };
}

function count(tally: Tally, { statistics, omnibus }: Refit): void {
  for (let j = 0; j < statistics.length; j++) if (Math.abs(statistics[j]) >= tally.observed[j]) tally.asExtreme[j]++;
  if (omnibus >= tally.omnibus) tally.omnibusAsExtreme++;
  tally.arrangements++;
}

/** Moderators to reorder; `undefined` when there is nothing but an intercept. */
function moderatorsOf({ design }: MetaFit): Design | undefined {
  return design === undefined || (design.names.length === 1 && design.names[0] === INTERCEPT) ? undefined : design;
}

/**
 * Half of the sign flips by a Gray code, one sign at a time. The other half mirrors them: all signs turned leave tau² as
 * it is and turn the statistic's sign, so that shares are the same.
 */
function flipAll(target: Refit, tally: Tally): void {
  const { yi, k } = target.model;
  count(tally, target);
  for (let step = 1; step < 2 ** (k - 1); step++) {
    const bit = 31 - Math.clz32(step & -step);
    yi[bit] = -yi[bit];
    refitStatistics(target);
    count(tally, target);
  }
  tally.arrangements *= 2;
  for (let j = 0; j < tally.asExtreme.length; j++) tally.asExtreme[j] *= 2;
  tally.omnibusAsExtreme *= 2;
}

function flipSome(target: Refit, tally: Tally, iterations: number, random: RandomSource): void {
  const { yi, k } = target.model;
  for (let iteration = 0; iteration < iterations; iteration++) {
    for (let i = 0; i < k; i++) if (random() < 0.5) yi[i] = -yi[i];
    refitStatistics(target);
    count(tally, target);
  }
}

function orderAll(target: Refit, tally: Tally, design: Design): void {
  const { classes, firstRows } = classifyRows(design);
  const order = classes.slice().sort();
  const rows = Uint32Array.from(firstRows);
  const q = target.model.q?.slice() ?? new Float64Array(0);
  do {
    arrange(target, q, order, rows);
    refitStatistics(target);
    count(tally, target);
  } while (nextOrdering(order));
}

function orderSome(target: Refit, tally: Tally, iterations: number, random: RandomSource): void {
  const { k } = target.model;
  const order = Uint32Array.from({ length: k }, (_, i) => i);
  const q = target.model.q?.slice() ?? new Float64Array(0);
  for (let iteration = 0; iteration < iterations; iteration++) {
    for (let i = k - 1; i > 0; i--) swap(order, i, Math.floor(random() * (i + 1)));
    arrange(target, q, order, undefined);
    refitStatistics(target);
    count(tally, target);
  }
}

/** Gives row i the moderators of row `order[i]`, by way of `rows` when `order` holds classes: X and Q are reordered alike. */
function arrange(target: Refit, from: Float64Array, order: Uint32Array, rows: Uint32Array | undefined): void {
  const { k, p, q } = target.model;
  if (q === undefined) return;
  for (let i = 0; i < k; i++) {
    const row = rows === undefined ? order[i] : rows[order[i]];
    for (let c = 0; c < p; c++) q[c * k + i] = from[c * k + row];
  }
}
