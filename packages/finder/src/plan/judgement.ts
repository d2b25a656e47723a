import type { CriterionLeaf, ResolvedDefinition } from "../definition/definition-schema.ts";
import {
  and,
  asInteger,
  branch,
  choose,
  col,
  equal,
  integer,
  isNotNull,
  not,
  or,
  text,
} from "../ir/build-expression.ts";
import { ascending, descending, filter, group, join, keep, project, step, window } from "../ir/build-relation.ts";
import type { Expression } from "../ir/expression.ts";
import type { Query, Relation } from "../ir/relation.ts";
import {
  type Answers,
  answerNames,
  answersTo,
  leafAggregates,
  leafAnswers,
  leavesOf,
  windowColumns,
} from "./criteria.ts";
import { EPISODE_COLUMNS } from "./deliveries.ts";
import { inWindow } from "./delivery-windows.ts";
import { EVENT_COLUMNS } from "./event-source.ts";
import { inStream, isUnused, streamsOf, valuedStreams } from "./event-streams.ts";
import { isTrue } from "./is-true.ts";

type Step = Query["steps"][number];

/** Columns of `judged`: whether the exclusion is met for the delivery. */
export function exclusionColumns(id: string): { readonly possibly: string; readonly certainly: string } {
  return { possibly: `xp_${id}`, certainly: `xc_${id}` };
}

/** The exclusions that take a delivery out when they are certainly met. */
export function excluding(definition: ResolvedDefinition): ResolvedDefinition["exclusions"] {
  return definition.exclusions.filter((exclusion) => exclusion.effect === "exclude");
}

/**
 * `beside`: an event beside each delivery of its mother, with `windowColumns`. `answered`: the deliveries of `aged` with the
 * answers to every leaf. `judged`: with `x_<exclusion>_…`, `is_excluded`, `tier` and `tier_rank` (NULL without one),
 * `is_certain`. `chosen`: one row per candidate, her first tier, certain before possible, then her earliest delivery.
 */
export function judgementSteps(definition: ResolvedDefinition): readonly Step[] {
  const leaves = leavesOf(definition);
  const streams = streamsOf(definition).map(([name]) => name);
  const windows = new Set([...leaves.map((leaf) => leaf.window), definition.clock.window]);
  const aggregates = Object.assign({}, ...leaves.map((leaf, index) => leafAggregates(index, leaf)));
  const episode = keep(...EPISODE_COLUMNS, "is_population");
  return [
    {
      name: "beside",
      relation: project(
        join(
          "inner",
          step("streams"),
          project(step("aged"), keep("mother_id", "episode", "delivery_low", "delivery_high")),
          [["person_id", "mother_id"]],
        ),
        {
          ...keep("mother_id", "episode", ...EVENT_COLUMNS),
          ...keep(...streams.map(inStream), ...valuedStreams(definition).map(isUnused)),
          ...Object.assign({}, ...[...windows].sort().map((name) => windowFlags(name, definition))),
        },
      ),
    },
    {
      name: "counted",
      relation: project(group(step("beside"), ["mother_id", "episode"], aggregates), {
        counted_id: col("mother_id"),
        counted_episode: col("episode"),
        ...keep(...Object.keys(aggregates)),
      }),
    },
    {
      name: "answered",
      relation: project(
        join("left", step("aged"), step("counted"), [
          ["mother_id", "counted_id"],
          ["episode", "counted_episode"],
        ]),
        {
          ...episode,
          ...Object.assign({}, ...leaves.map((leaf, index) => answerColumns(index, leafAnswers(index, leaf)))),
        },
      ),
    },
    { name: "judged", relation: judged(definition, leaves) },
    {
      name: "chosen",
      relation: filter(
        window(
          filter(step("judged"), and(not(col("is_excluded")), isNotNull(col("tier")))),
          "choice",
          { kind: "rowNumber" },
          ["mother_id"],
          [ascending(col("tier_rank")), descending(asInteger(col("is_certain"))), ascending(col("episode"))],
        ),
        equal(col("choice"), integer(1)),
      ),
    },
    {
      name: "beside_chosen",
      relation: join("semi", step("beside"), step("chosen"), ["mother_id", "episode"]),
    },
  ];
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
  return project(step("answered"), {
    ...keep(...EPISODE_COLUMNS),
    ...exclusions,
    is_excluded: isExcluded,
    tier: choose(tiers.map(({ id, possibly }) => branch(possibly, text(id)))),
    tier_rank: choose(tiers.map(({ rank, possibly }) => branch(possibly, integer(rank)))),
    is_certain: and(
      col("is_population"),
      isTrue(choose(tiers.map(({ possibly, certainly }) => branch(possibly, certainly)))),
    ),
  });
}
