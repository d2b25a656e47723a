import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import { and, col, countDistinct, countRows, equal, isNotNull, nullOf, or, text } from "../ir/build-expression.ts";
import { distinct, filter, group, keep, project, step, union } from "../ir/build-relation.ts";
import type { Expression } from "../ir/expression.ts";
import type { Relation } from "../ir/relation.ts";
import { leavesOf, windowColumns } from "./criteria.ts";
import { ofSexes } from "./deliveries.ts";
import { EVENT_COLUMNS, type EventSource } from "./event-source.ts";
import { inStream, isUnused, valuedStreams } from "./event-streams.ts";
import { excluding, exclusionColumns } from "./judgement.ts";
import { RESULT_COLUMNS, type ResultPart } from "./result.ts";

/** Ids of the stages of the funnel, in its order; `excluded` are those of the exclusions that take women out. */
export function stageIds(definition: ResolvedDefinition): readonly string[] {
  return [
    "persons",
    "women",
    "delivered",
    "aged",
    "met",
    ...excluding(definition).map((exclusion) => `excluded_${exclusion.id}`),
    "candidates",
    ...definition.tiers.map((tier) => `tier_${tier.id}`),
    ...valuedStreams(definition).map((name) => `unused_${name}`),
  ];
}

/** The rows of `RESULT_COLUMNS`, in no order. */
export function resultOf(definition: ResolvedDefinition, source: EventSource): Relation {
  return union(
    ...stageRows(definition, source),
    part("candidate", step("chosen"), {
      item: col("tier"),
      certain: col("is_certain"),
      person_id: col("mother_id"),
      ...keep(
        "source_id",
        "person_ref",
        "birth_low",
        "birth_high",
        "episode",
        "delivery_low",
        "delivery_high",
        "delivery_ref",
      ),
    }),
    ...flagRows(definition),
    ...evidenceRows(definition),
  );
}

function stageRows(definition: ResolvedDefinition, source: EventSource): readonly Relation[] {
  const isMet = isNotNull(col("tier"));
  return [
    part("stage", group(source.person, [], { people: countRows }), {
      item: text("persons"),
      ...keep("people"),
    }),
    // Counted at the source, so that millions of persons are not kept for one number.
    part("stage", group(ofSexes(definition, source), [], { people: countRows }), {
      item: text("women"),
      ...keep("people"),
    }),
    stage("delivered", step("episodes")),
    stage("aged", step("aged")),
    stage("met", filter(step("judged"), isMet)),
    ...excluding(definition).map(({ id }) =>
      stage(`excluded_${id}`, filter(step("judged"), and(isMet, col(exclusionColumns(id).certainly)))),
    ),
    stage("candidates", step("chosen")),
    ...definition.tiers.map(({ id }) => stage(`tier_${id}`, filter(step("chosen"), equal(col("tier"), text(id))))),
    ...valuedStreams(definition).map((name) =>
      stage(
        `unused_${name}`,
        filter(step("beside"), and(col(isUnused(name)), col(windowColumns(definition.clock.window).possibly))),
      ),
    ),
  ];
}

/** People and deliveries that reach a stage; `mother_id` and `episode` name them. */
function stage(id: string, rows: Relation): Relation {
  const deliveries = distinct(project(rows, keep("mother_id", "episode")));
  const counted = group(deliveries, [], { people: countDistinct(col("mother_id")), episodes: countRows });
  return part("stage", counted, { item: text(id), ...keep("people", "episodes") });
}

function flagRows(definition: ResolvedDefinition): readonly Relation[] {
  return definition.exclusions.map(({ id }) => {
    const { possibly, certainly } = exclusionColumns(id);
    return part("flag", filter(step("chosen"), col(possibly)), {
      item: text(id),
      person_id: col("mother_id"),
      certain: col(certainly),
    });
  });
}

/** Events of the chosen delivery: what a criterion looked at, what the clock reads, and values that could not be used. */
function evidenceRows(definition: ResolvedDefinition): readonly Relation[] {
  const windowsByStream = new Map<string, Set<string>>();
  const look = (stream: string, window: string): void => {
    const windows = windowsByStream.get(stream) ?? new Set();
    windowsByStream.set(stream, windows.add(window));
  };
  for (const { event, window } of leavesOf(definition)) look(event, window);
  const { window, ...clock } = definition.clock;
  for (const stream of Object.values(clock)) look(stream, window);
  return [
    ...[...windowsByStream].map(([stream, windows]) => {
      const names = [...windows].sort();
      const possibly = or(...names.map((name) => col(windowColumns(name).possibly)));
      const certainly = or(...names.map((name) => col(windowColumns(name).certainly)));
      return eventPart(
        "evidence",
        filter(step("beside_chosen"), and(col(inStream(stream)), possibly)),
        stream,
        certainly,
      );
    }),
    ...valuedStreams(definition).map((name) => {
      const { possibly, certainly } = windowColumns(window);
      return eventPart(
        "unused",
        filter(step("beside_chosen"), and(col(isUnused(name)), col(possibly))),
        name,
        col(certainly),
      );
    }),
  ];
}

function eventPart(name: ResultPart, rows: Relation, stream: string, certain: Expression): Relation {
  return part(name, rows, {
    item: text(stream),
    certain,
    ...keep(...EVENT_COLUMNS),
  });
}

/** Rows of one part: the columns given, NULL in the others. */
function part(name: ResultPart, rows: Relation, columns: Readonly<Record<string, Expression>>): Relation {
  return project(rows, {
    ...Object.fromEntries(Object.entries(RESULT_COLUMNS).map(([column, type]) => [column, nullOf(type)])),
    part: text(name),
    ...columns,
  });
}
