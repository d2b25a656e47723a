import type { CriterionLeaf, NearEvent, ResolvedDefinition } from "../definition/definition-schema.ts";
import {
  addDays,
  and,
  bool,
  branch,
  choose,
  coalesce,
  col,
  compare,
  day,
  equal,
  integer,
  max,
  not,
  when,
} from "../ir/build-expression.ts";
import { ascending, descending, filter, group, join, keep, project, values, window } from "../ir/build-relation.ts";
import type { Expression } from "../ir/expression.ts";
import type { Relation } from "../ir/relation.ts";
import type { EventSource } from "./event-source.ts";
import { eventsOfStreams, inStream } from "./event-streams.ts";
import { isTrue } from "./is-true.ts";

/** Answers to a criterion for one delivery, given what dates leave open; both are true or false, never NULL. */
export type Answers = { readonly possibly: Expression; readonly certainly: Expression };

/** Two streams and the days around an event of the first in which one of the second is near it. */
export type NearPair = { readonly of: string; readonly other: string } & NearEvent["days"];

/** What leaves ask for near their events, or ask that is not there, each once. */
export function nearPairs(leaves: readonly CriterionLeaf[]): readonly NearPair[] {
  const pairs = leaves.flatMap((leaf) =>
    [leaf.near, leaf.notNear].flatMap((near) => (near === undefined ? [] : [pairOf(leaf, near)])),
  );
  return pairs.filter((pair, position) => pairs.findIndex((other) => isSame(pair, other)) === position);
}

/** First and last possible day of an event, never NULL; columns of an event beside a delivery by which `near` is joined. */
export const NEAR_DAYS = {
  day_from: coalesce(col("date_low"), day("0001-01-01")),
  day_to: coalesce(col("date_high"), day("9999-12-31")),
} as const satisfies Readonly<Record<string, Expression>>;

/** Whether an event of the row meets `near` and `notNear` of a leaf; nothing where it asks for neither. */
export function nearAnswers(leaf: CriterionLeaf, pairs: readonly NearPair[]): readonly Answers[] {
  const answers = (near: NearEvent): Answers => {
    const own = pairOf(leaf, near);
    const columns = nearColumns(pairs.findIndex((pair) => isSame(pair, own)));
    return { possibly: isTrue(col(columns.possibly)), certainly: isTrue(col(columns.certainly)) };
  };
  const { near, notNear } = leaf;
  const found: Answers[] = near === undefined ? [] : [answers(near)];
  if (notNear !== undefined) {
    const { possibly, certainly } = answers(notNear);
    found.push({ possibly: not(certainly), certainly: not(possibly) });
  }
  return found;
}

/** Columns of `near`: whether an event of the other stream is near, for pair number `index`. */
export function nearColumns(index: number): { readonly possibly: string; readonly certainly: string } {
  return { possibly: `np_${index}`, certainly: `nc_${index}` };
}

/**
 * The days on which a person has an event with another one near it: `near_person`, `near_from`, `near_to`, once each, with
 * `nearColumns`. Nearness is a matter of days alone, so that one step answers for all rows of them; what has no date may have
 * been on any day.
 *
 * The events are read once. From the last day to the first, the earliest other event so far is near when it is early enough:
 * the others that are too early for a row come after it.
 */
export function nearRelation(
  pairs: readonly NearPair[],
  definition: ResolvedDefinition,
  source: EventSource,
): Relation {
  const roles = pairs.flatMap((_, index) => [true, false].map((asks) => [integer(index), bool(asks)]));
  const ofPair = (value: (pair: NearPair, index: number) => Expression): Expression =>
    choose(pairs.map((pair, index) => branch(equal(col("pair"), integer(index)), value(pair, index))));
  const streams = [...new Set(pairs.flatMap(({ of, other }) => [of, other]))];
  const events = project(eventsOfStreams(streams, definition, source), {
    near_person: col("person_id"),
    ...keep("date_low", "date_high", ...streams.map(inStream)),
  });
  const inRoles = filter(
    join("inner", events, values({ pair: "integer", asks: "boolean" }, roles), []),
    ofPair(({ of, other }) => when(col("asks"), col(inStream(of)), col(inStream(other)))),
  );
  const dayBefore = (column: "date_low" | "date_high", otherwise: Expression): Expression =>
    coalesce(
      ofPair(({ before }) => addDays(col(column), -before)),
      otherwise,
    );
  const dayAfter = (column: "date_low" | "date_high", otherwise: Expression): Expression =>
    coalesce(
      ofPair(({ after }) => addDays(col(column), after)),
      otherwise,
    );
  const { day_from: first, day_to: last } = NEAR_DAYS;
  const reach = project(inRoles, {
    ...keep("near_person", "pair", "asks"),
    near_from: first,
    near_to: last,
    possibly_since: when(col("asks"), dayBefore("date_low", first), last),
    possibly_until: dayAfter("date_high", last),
    certainly_since: when(col("asks"), dayBefore("date_high", last), first),
    certainly_until: dayAfter("date_low", first),
    other_from: when(not(col("asks")), first),
    other_to: when(not(col("asks")), last),
  });
  const earliest = (from: Relation, as: string, of: string, since: string): Relation =>
    // Others first where days are equal; the order among them, and among those who ask, changes nothing.
    window(
      from,
      as,
      { kind: "runningMin", of: col(of) },
      ["near_person", "pair"],
      [descending(col(since)), ascending(col("asks"))],
    );
  const answered = project(
    filter(
      earliest(
        earliest(reach, "nearest_from", "other_from", "possibly_since"),
        "nearest_to",
        "other_to",
        "certainly_since",
      ),
      and(col("asks"), compare(col("nearest_from"), "<=", col("possibly_until"))),
    ),
    {
      ...keep("near_person", "near_from", "near_to", "pair"),
      is_certain: isTrue(compare(col("nearest_to"), "<=", col("certainly_until"))),
    },
  );
  return group(
    answered,
    ["near_person", "near_from", "near_to"],
    Object.assign(
      {},
      ...pairs.map((_, index) => {
        const isPair = equal(col("pair"), integer(index));
        const columns = nearColumns(index);
        return { [columns.possibly]: max(isPair), [columns.certainly]: max(and(isPair, col("is_certain"))) };
      }),
    ),
  );
}

function pairOf({ event }: CriterionLeaf, near: NearEvent): NearPair {
  return { of: event, other: near.event, ...near.days };
}

function isSame(a: NearPair, b: NearPair): boolean {
  return a.of === b.of && a.other === b.other && a.before === b.before && a.after === b.after;
}
