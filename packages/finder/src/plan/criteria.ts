import type { Criterion, CriterionLeaf, NearEvent, ResolvedDefinition } from "../definition/definition-schema.ts";
import {
  add,
  and,
  asInteger,
  col,
  compare,
  daysBetween,
  equal,
  integer,
  max,
  min,
  not,
  or,
  sum,
  when,
} from "../ir/build-expression.ts";
import { keep } from "../ir/build-relation.ts";
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

const isExact = equal(col("date_low"), col("date_high"));

/** What tells events beside a delivery apart: exact days by the day, others by their record and its days. */
export const BY_DAY = {
  ...keep("date_low", "date_high"),
  own_ref: when(not(isTrue(isExact)), col("source_ref")),
} as const satisfies Readonly<Record<string, Expression>>;

/** Whether leaf number `index` may ask for an event, and certainly does, over rows of events that agree in `BY_DAY`. */
export function leafMarks(
  index: number,
  leaf: CriterionLeaf,
  pairs: readonly NearPair[],
): Readonly<Record<string, Aggregate>> {
  const near = nearAnswers(leaf, pairs);
  const isCertain = [col(inStream(leaf.event)), col(windowColumns(leaf.window).certainly)];
  return {
    [partName(index, "possibly")]: max(and(isLookedAt(leaf), ...near.map((answers) => answers.possibly))),
    [partName(index, "certainly")]: max(and(...isCertain, ...near.map((answers) => answers.certainly))),
  };
}

/**
 * What is counted per delivery for leaf number `index`, over the rows of `leafMarks`.
 * A single event asks for one row. Days ask for different days: of events dated by day each day counts once; those dated by
 * month or year, or not at all, may each be a day of their own, and may all be the same.
 */
export function leafAggregates(index: number, leaf: CriterionLeaf): Readonly<Record<string, Aggregate>> {
  const name = (part: string): string => partName(index, part);
  const possibly = col(name("possibly"));
  const certainly = col(name("certainly"));
  const aggregates: Record<string, Aggregate> = {
    [name("possibly")]: max(possibly),
    [name("certainly")]: max(certainly),
  };
  if (leaf.atLeastDays !== undefined && leaf.atLeastDays > 1) {
    aggregates[name("days")] = sum(asInteger(possibly));
    aggregates[name("sure_days")] = sum(asInteger(and(certainly, isTrue(isExact))));
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
  const part = (name: string): Expression => col(partName(index, name));
  const possibly: Expression[] = [part("possibly")];
  const certainly: Expression[] = [part("certainly")];
  if (leaf.atLeastDays !== undefined && leaf.atLeastDays > 1) {
    possibly.push(compare(part("days"), ">=", integer(leaf.atLeastDays)));
    certainly.push(compare(part("sure_days"), ">=", integer(leaf.atLeastDays)));
  }
  if (leaf.spanDays !== undefined) {
    possibly.push(compare(daysBetween(part("first_low"), part("last_high")), ">=", integer(leaf.spanDays)));
    certainly.push(compare(daysBetween(part("first_high"), part("last_low")), ">=", integer(leaf.spanDays)));
  }
  return { possibly: isTrue(and(...possibly)), certainly: isTrue(and(...certainly)) };
}

function partName(index: number, part: string): string {
  return `l${index}_${part}`;
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

function leafKey(leaf: CriterionLeaf): string {
  const { event, window, atLeastDays = 1, spanDays = 0, near, notNear } = leaf;
  const others = [near, notNear].map((other) => other && [other.event, other.days.before, other.days.after]);
  return JSON.stringify([event, window, atLeastDays, spanDays, ...others]);
}
