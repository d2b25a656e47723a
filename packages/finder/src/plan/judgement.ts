import type { CriterionLeaf, ResolvedDefinition } from "../definition/definition-schema.ts";
import { and, asInteger, branch, choose, col, integer, isNotNull, max, not, or, text } from "../ir/build-expression.ts";
import { ascending, descending, filter, group, join, keep, project, step, window } from "../ir/build-relation.ts";
import type { Expression } from "../ir/expression.ts";
import type { Query, Relation } from "../ir/relation.ts";
import {
  answerNames,
  answersTo,
  BY_DAY,
  clockLeaves,
  isLookedAt,
  isMetByNothing,
  leafAggregates,
  leafAnswers,
  leafMarks,
  leavesOf,
  looksOf,
  nearsOf,
  windowColumns,
} from "./criteria.ts";
import { EPISODE_COLUMNS } from "./deliveries.ts";
import { boundColumns, inWindow } from "./delivery-windows.ts";
import { EVENT_COLUMNS, type EventSource } from "./event-source.ts";
import { inStream, isUnused, streamsOf, valuedStreams } from "./event-streams.ts";
import { isTrue } from "./is-true.ts";
import { type Answers, NEAR_DAYS, type NearPair, nearPairs, nearRelation } from "./near.ts";

type Step = Query["steps"][number];

/** Columns of `judged`: whether the exclusion is met for the delivery. */
export function exclusionColumns(id: string): { readonly possibly: string; readonly certainly: string } {
  return { possibly: `xp_${id}`, certainly: `xc_${id}` };
}

/** The exclusions that take a delivery out when they are certainly met. */
export function excluding(definition: ResolvedDefinition): ResolvedDefinition["exclusions"] {
  return definition.exclusions.filter((exclusion) => exclusion.effect === "exclude");
}

/** Column of `ranked`: whether the stream has values in the clock's window that could not be used. */
export function unusedColumn(stream: string): string {
  return `u_${stream}`;
}

/**
 * `near`: days with events of one stream near those of another, where a criterion asks for it.
 * `beside`: deliveries with each event of their mother that a criterion or the clock may ask for, and whether it lies in the
 * windows.
 * `by_day`: the same day by day, and record by record of those that are not dated by day, with what criteria ask of them.
 * To count what differs within `counted` would cost an engine a table of its own for each criterion.
 * `counted`: what criteria ask of the events, of the deliveries that have any of them.
 * `ranked`: these deliveries, or all where a tier can be met without any event, with `exclusionColumns`, `unusedColumn`
 * (1, 0 or NULL), `tier` (NULL without one), `is_certain`, `is_candidate` (aged, with a tier, not excluded) and `choice`: 1
 * for the delivery that its mother is shown with, her first tier, certain before possible, then earliest.
 *
 * Each step is read by few others: an engine that works a step out again for every reader (Trino) reads the events seldom.
 */
export function judgementSteps(definition: ResolvedDefinition, source: EventSource): readonly Step[] {
  const leaves = leavesOf(definition);
  const looks = [...looksOf(leaves), ...clockLeaves(definition)];
  // What is near an event that may lie in a window may lie far outside it, as the event's own days may: all of it is kept.
  const others = [...new Set(nearsOf(leaves).map(([, { event }]) => event))];
  // Deliveries, most of all: no criterion asks for them again.
  const streams = streamsOf(definition).flatMap(([name]) => (looks.some(({ event }) => event === name) ? [name] : []));
  const valued = valuedStreams(definition);
  const pairs = nearPairs(leaves);
  const windows = [...new Set([...leaves.map((leaf) => leaf.window), definition.clock.window])].sort();
  const asked = filter(
    step("streams"),
    or(...streams.map((name) => col(inStream(name))), ...valued.map((name) => col(isUnused(name)))),
  );
  const own = [...EVENT_COLUMNS, ...streams.map(inStream), ...valued.map(isUnused)];
  const paired = join(
    "inner",
    project(step("episodes"), keep("mother_id", "episode", "delivery_low", "delivery_high")),
    asked,
    [["mother_id", "person_id"]],
  );
  const withBounds = project(paired, { ...keep("mother_id", "episode", ...own), ...boundColumns(definition, windows) });
  return [
    ...(pairs.length === 0 ? [] : [{ name: "near", relation: nearRelation(pairs, definition, source) }]),
    {
      name: "beside",
      // Few events are any that a criterion or the clock asks for: the others are not kept, nor counted.
      relation: filter(
        project(withBounds, {
          ...keep("mother_id", "episode", ...own),
          ...Object.assign({}, ...windows.map((name) => windowFlags(name, definition))),
        }),
        or(
          ...looks.map(isLookedAt),
          ...others.map((event) => col(inStream(event))),
          ...valued.map((name) => unusedNear(name, definition)),
        ),
      ),
    },
    {
      name: "by_day",
      relation: group(
        withNear(
          project(step("beside"), {
            counted_mother: col("mother_id"),
            counted_episode: col("episode"),
            ...BY_DAY,
            ...keep(...streams.map(inStream), ...valued.map(isUnused)),
            ...Object.assign({}, ...windows.map((name) => keep(...Object.values(windowColumns(name))))),
            ...(pairs.length === 0 ? {} : NEAR_DAYS),
          }),
          pairs,
        ),
        ["counted_mother", "counted_episode", ...Object.keys(BY_DAY)],
        {
          ...Object.assign({}, ...leaves.map((leaf, index) => leafMarks(index, leaf, pairs))),
          ...Object.fromEntries(
            valued.map((name) => [unusedColumn(name), max(asInteger(unusedNear(name, definition)))]),
          ),
        },
      ),
    },
    {
      name: "counted",
      relation: group(step("by_day"), ["counted_mother", "counted_episode"], {
        ...Object.assign({}, ...leaves.map((leaf, index) => leafAggregates(index, leaf))),
        ...Object.fromEntries(valued.map((name) => [unusedColumn(name), max(col(unusedColumn(name)))])),
      }),
    },
    {
      name: "answered",
      relation: project(
        // Of a delivery without any of these events nothing is left to ask, unless a tier is met by nothing.
        join(
          definition.tiers.some(({ when }) => isMetByNothing(when)) ? "left" : "inner",
          step("episodes"),
          step("counted"),
          [
            ["mother_id", "counted_mother"],
            ["episode", "counted_episode"],
          ],
        ),
        {
          ...keep(...EPISODE_COLUMNS, ...valued.map(unusedColumn)),
          ...Object.assign({}, ...leaves.map((leaf, index) => answerColumns(index, leafAnswers(index, leaf)))),
        },
      ),
    },
    { name: "judged", relation: judged(definition, leaves) },
    {
      name: "ranked",
      relation: window(
        step("judged"),
        "choice",
        { kind: "rowNumber" },
        ["mother_id"],
        [
          descending(asInteger(col("is_candidate"))),
          ascending(col("tier_rank")),
          descending(asInteger(col("is_certain"))),
          ascending(col("episode")),
        ],
      ),
    },
  ];
}

/** Events beside a delivery with what stands near them. */
function withNear(events: Relation, pairs: readonly NearPair[]): Relation {
  if (pairs.length === 0) return events;
  return join("left", events, step("near"), [
    ["counted_mother", "near_person"],
    ["day_from", "near_from"],
    ["day_to", "near_to"],
  ]);
}

/** Whether an event beside a delivery has a value that the stream could not use, in the clock's window. */
export function unusedNear(stream: string, definition: ResolvedDefinition): Expression {
  return and(col(isUnused(stream)), col(windowColumns(definition.clock.window).possibly));
}

function windowFlags(name: string, definition: ResolvedDefinition): Readonly<Record<string, Expression>> {
  const window = definition.windows[name];
  if (window === undefined) throw new RangeError(`window ${name} of a resolved definition is not there`);
  const columns = windowColumns(name);
  const { possibly, certainly } = inWindow(window);
  return { [columns.possibly]: possibly, [columns.certainly]: certainly };
}

function answerColumns(index: number, answers: Answers): Readonly<Record<string, Expression>> {
  const columns = answerNames(index);
  return { [columns.possibly]: answers.possibly, [columns.certainly]: answers.certainly };
}

function judged(definition: ResolvedDefinition, leaves: readonly CriterionLeaf[]): Relation {
  const exclusions: Record<string, Expression> = {};
  for (const { id, when } of definition.exclusions) {
    const columns = exclusionColumns(id);
    const answers = answersTo(when, leaves);
    exclusions[columns.possibly] = answers.possibly;
    exclusions[columns.certainly] = answers.certainly;
  }
  const tiers = definition.tiers.map(({ id, when }, rank) => ({ id, rank, ...answersTo(when, leaves) }));
  const isExcluded = or(...excluding(definition).map(({ when }) => answersTo(when, leaves).certainly));
  const tier = choose(tiers.map(({ id, possibly }) => branch(possibly, text(id))));
  return project(step("answered"), {
    ...keep(...EPISODE_COLUMNS, ...valuedStreams(definition).map(unusedColumn)),
    ...exclusions,
    tier,
    tier_rank: choose(tiers.map(({ rank, possibly }) => branch(possibly, integer(rank)))),
    is_certain: and(
      col("is_population"),
      col("is_separate"),
      isTrue(choose(tiers.map(({ possibly, certainly }) => branch(possibly, certainly)))),
    ),
    is_candidate: and(col("is_aged"), not(isExcluded), isNotNull(tier)),
  });
}
