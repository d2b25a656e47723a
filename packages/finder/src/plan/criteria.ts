import type { Criterion, CriterionLeaf, NearEvent, ResolvedDefinition } from "../definition/definition-schema.ts";
import {
  add,
  and,
  asInteger,
  branch,
  choose,
  col,
  compare,
  countDistinct,
  daysBetween,
  equal,
  integer,
  isNull,
  max,
  min,
  not,
  or,
  when,
} from "../ir/build-expression.ts";
import type { Aggregate, Expression } from "../ir/expression.ts";
import { inStream } from "./event-streams.ts";
import { isTrue } from "./is-true.ts";
import { type Answers, NEAR_DAYS, type NearPair, nearAnswers } from "./near.ts";

/** The different leaves of all criteria of a definition, in the order in which they are met. */
export function leavesOf(definition: ResolvedDefinition): readonly CriterionLeaf[] {
  const byKey = new Map<string, CriterionLeaf>();
  for (const { when } of [...definition.exclusions, ...definition.tiers]) {
    for (const leaf of leaves(when)) byKey.set(leafKey(leaf), leaf);
  }
  return [...byKey.values()];
}

/** What the clock looks for, and what is shown beside it, as leaves. */
export function clockLeaves({ clock, context = [] }: ResolvedDefinition): readonly CriterionLeaf[] {
  const { window, ...streams } = clock;
  return [...Object.values(streams), ...context].map((event) => ({ event, window }));
}

/** Whether a delivery without any event meets the criterion, as one that denies an event does. */
export function isMetByNothing(criterion: Criterion): boolean {
  if ("event" in criterion) return false;
  if ("not" in criterion) return !isMetByNothing(criterion.not);
  if ("all" in criterion) return criterion.all.every(isMetByNothing);
  if ("any" in criterion) return criterion.any.some(isMetByNothing);
  return criterion.of.filter(isMetByNothing).length >= criterion.atLeast;
}

/** The leaves of one criterion, repeated ones included. */
export function leaves(criterion: Criterion): readonly CriterionLeaf[] {
  if ("event" in criterion) return [criterion];
  if ("not" in criterion) return leaves(criterion.not);
  if ("all" in criterion) return criterion.all.flatMap(leaves);
  if ("any" in criterion) return criterion.any.flatMap(leaves);
  return criterion.of.flatMap(leaves);
}

/** What leaves ask for near their events, or ask not to be there. */
export function nearsOf(leaves: readonly CriterionLeaf[]): readonly (readonly [CriterionLeaf, NearEvent])[] {
  return leaves.flatMap((leaf) =>
    [leaf.near, leaf.notNear].flatMap((near) => (near === undefined ? [] : [[leaf, near] as const])),
  );
}

/** The streams that leaves look for, and the windows in which they do; what is looked for near an event, too. */
export function looksOf(leaves: readonly CriterionLeaf[]): readonly Pick<CriterionLeaf, "event" | "window">[] {
  return leaves.flatMap(({ event, window, near, notNear }) =>
    [event, near?.event ?? [], notNear?.event ?? []].flat().map((stream) => ({ event: stream, window })),
  );
}

/** Columns of windows on a row of an event beside a delivery: `possibly` and `certainly` in the window. */
export function windowColumns(window: string): { readonly possibly: string; readonly certainly: string } {
  return { possibly: `wp_${window}`, certainly: `wc_${window}` };
}

/** Columns of `answered`: whether leaf number `index` is met for the delivery. */
export function answerNames(index: number): { readonly possibly: string; readonly certainly: string } {
  return { possibly: `ap_${index}`, certainly: `ac_${index}` };
}

/** Whether the event of a row, beside its delivery, may be one that the leaf asks for; what certainly is also may be. */
export function isLookedAt({ event, window }: CriterionLeaf): Expression {
  return and(col(inStream(event)), col(windowColumns(window).possibly));
}

/**
 * What is counted per delivery for leaf number `index`, over rows of events beside the delivery.
 * A single event asks for one row. Days ask for different days: of events dated by day each day counts once; those dated by
 * month or year, or not at all, may each be a day of their own, and may all be the same.
 */
export function leafAggregates(
  index: number,
  leaf: CriterionLeaf,
  pairs: readonly NearPair[],
): Readonly<Record<string, Aggregate>> {
  const window = windowColumns(leaf.window);
  const near = nearAnswers(leaf, pairs);
  const possibly = and(isLookedAt(leaf), ...near.map((answers) => answers.possibly));
  const certainly = and(col(inStream(leaf.event)), col(window.certainly), ...near.map((answers) => answers.certainly));
  const name = (part: string): string => `l${index}_${part}`;
  const aggregates: Record<string, Aggregate> = {
    [name("possibly")]: max(possibly),
    [name("certainly")]: max(certainly),
  };
  const days = leaf.atLeastDays ?? 1;
  if (days === 2) {
    // First and last tell one from two, and cost an engine far less than to count what differs.
    const counted = {
      days: when(and(possibly, isExact), col("date_low")),
      others: when(and(possibly, not(isTrue(isExact))), col("source_ref")),
      sure_days: when(and(certainly, isExact), col("date_low")),
    };
    for (const [part, of] of Object.entries(counted)) {
      aggregates[name(`first_${part}`)] = min(of);
      aggregates[name(`last_${part}`)] = max(of);
    }
  } else if (days > 2) {
    aggregates[name("days")] = countDistinct(when(and(possibly, isExact), col("date_low")));
    aggregates[name("others")] = countDistinct(when(and(possibly, not(isTrue(isExact))), col("source_ref")));
    aggregates[name("sure_days")] = countDistinct(when(and(certainly, isExact), col("date_low")));
  }
  if (leaf.spanDays !== undefined) {
    aggregates[name("first_low")] = min(when(possibly, NEAR_DAYS.day_from));
    aggregates[name("last_high")] = max(when(possibly, NEAR_DAYS.day_to));
    aggregates[name("first_high")] = min(when(certainly, col("date_high")));
    aggregates[name("last_low")] = max(when(certainly, col("date_low")));
  }
  return aggregates;
}

/** Reads the counts of `leafAggregates`; a delivery without any event has NULL in all of them, which is: not met. */
export function leafAnswers(index: number, leaf: CriterionLeaf): Answers {
  const part = (name: string): Expression => col(`l${index}_${name}`);
  const possibly: Expression[] = [part("possibly")];
  const certainly: Expression[] = [part("certainly")];
  /** Different values between the first and the last: 0, 1, or 2 for more. */
  const upToTwo = (name: string): Expression =>
    choose([
      branch(isNull(part(`first_${name}`)), integer(0)),
      branch(equal(part(`first_${name}`), part(`last_${name}`)), integer(1)),
      branch(not(equal(part(`first_${name}`), part(`last_${name}`))), integer(2)),
    ]);
  const days = leaf.atLeastDays ?? 1;
  if (days > 1) {
    const count = (name: string): Expression => (days === 2 ? upToTwo(name) : part(name));
    possibly.push(compare(add(count("days"), count("others")), ">=", integer(days)));
    certainly.push(compare(count("sure_days"), ">=", integer(days)));
  }
  if (leaf.spanDays !== undefined) {
    possibly.push(compare(daysBetween(part("first_low"), part("last_high")), ">=", integer(leaf.spanDays)));
    certainly.push(compare(daysBetween(part("first_high"), part("last_low")), ">=", integer(leaf.spanDays)));
  }
  return { possibly: isTrue(and(...possibly)), certainly: isTrue(and(...certainly)) };
}

/** Both answers to a criterion; what `not` denies possibly it denies certainly the other way round. */
export function answersTo(criterion: Criterion, leafNumbers: readonly CriterionLeaf[]): Answers {
  if ("event" in criterion) {
    const key = leafKey(criterion);
    const index = leafNumbers.findIndex((leaf) => leafKey(leaf) === key);
    const columns = answerNames(index);
    return { possibly: col(columns.possibly), certainly: col(columns.certainly) };
  }
  if ("not" in criterion) {
    const { possibly, certainly } = answersTo(criterion.not, leafNumbers);
    return { possibly: not(certainly), certainly: not(possibly) };
  }
  const parts = ("all" in criterion ? criterion.all : "any" in criterion ? criterion.any : criterion.of).map((part) =>
    answersTo(part, leafNumbers),
  );
  const combine = (of: readonly Expression[]): Expression => {
    if ("all" in criterion) return and(...of);
    if ("any" in criterion) return or(...of);
    return compare(
      of.map(asInteger).reduce((sum, one) => add(sum, one)),
      ">=",
      integer(criterion.atLeast),
    );
  };
  return {
    possibly: combine(parts.map((part) => part.possibly)),
    certainly: combine(parts.map((part) => part.certainly)),
  };
}

const isExact = equal(col("date_low"), col("date_high"));

function leafKey(leaf: CriterionLeaf): string {
  const { event, window, atLeastDays = 1, spanDays = 0, near, notNear } = leaf;
  const others = [near, notNear].map((other) => other && [other.event, other.days.before, other.days.after]);
  return JSON.stringify([event, window, atLeastDays, spanDays, ...others]);
}
