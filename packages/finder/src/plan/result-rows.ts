import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import {
  and,
  asInteger,
  bool,
  branch,
  choose,
  coalesce,
  col,
  countRows,
  equal,
  integer,
  isNotNull,
  max,
  nullOf,
  or,
  sum,
  text,
  when,
} from "../ir/build-expression.ts";
import { filter, group, join, keep, project, step, union, values } from "../ir/build-relation.ts";
import type { ColumnType, Expression } from "../ir/expression.ts";
import type { Relation } from "../ir/relation.ts";
import { clockLeaves, leavesOf, looksOf, nearsOf, windowColumns } from "./criteria.ts";
import { described, EPISODE_COLUMNS, ofSexes, WOMAN_COLUMNS } from "./deliveries.ts";
import { EVENT_COLUMNS, type EventSource } from "./event-source.ts";
import { inStream, valuedStreams } from "./event-streams.ts";
import { excluding, exclusionColumns, unusedColumn, unusedNear } from "./judgement.ts";
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
    counted("persons", source.person),
    counted("women", ofSexes(definition, source)),
    deliveryRows(),
    judgedRows(definition),
    candidateRows(definition, source),
    evidenceRows(definition),
  );
}

/** The deliveries that candidates are shown with. */
function chosen(): Relation {
  return filter(step("ranked"), and(col("is_candidate"), equal(col("choice"), integer(1))));
}

function counted(stage: string, persons: Relation): Relation {
  const one = group(project(persons, keep("person_id")), [], { people: countRows });
  return part("stage", one, { item: text(stage), ...keep("people") });
}

type Stage = readonly [id: string, condition: Expression];

/** What is counted of all deliveries. */
function deliveryRows(): Relation {
  return stageRows(step("episodes"), [
    ["delivered", bool(true)],
    ["aged", col("is_aged")],
  ]);
}

/** What is counted of the deliveries that have been judged. */
function judgedRows(definition: ResolvedDefinition): Relation {
  const isMet = and(col("is_aged"), isNotNull(col("tier")));
  const isChosen = and(col("is_candidate"), equal(col("choice"), integer(1)));
  return stageRows(step("ranked"), [
    ["met", isMet],
    ...excluding(definition).map(
      ({ id }): Stage => [`excluded_${id}`, and(isMet, col(exclusionColumns(id).certainly))],
    ),
    ["candidates", isChosen],
    ...definition.tiers.map(({ id }): Stage => [`tier_${id}`, and(isChosen, equal(col("tier"), text(id)))]),
    ...valuedStreams(definition).map(
      (name): Stage => [`unused_${name}`, and(col("is_aged"), equal(col(unusedColumn(name)), integer(1)))],
    ),
  ]);
}

/** Stages over the same deliveries are counted in one pass, then told apart. */
function stageRows(deliveries: Relation, conditions: readonly Stage[]): Relation {
  const indices = conditions.map((_, index) => index);
  // Women first: to count who differs, once for each stage, costs an engine far more.
  const byWoman = group(
    deliveries,
    ["mother_id"],
    Object.assign(
      {},
      ...conditions.map(([, condition], index) => ({
        [`is_${index}`]: max(condition),
        [`times_${index}`]: sum(asInteger(condition)),
      })),
    ),
  );
  const counts = group(
    byWoman,
    [],
    Object.assign(
      {},
      ...indices.map((index) => ({
        [`people_${index}`]: sum(asInteger(col(`is_${index}`))),
        [`episodes_${index}`]: sum(col(`times_${index}`)),
      })),
    ),
  );
  const stages = each(
    counts,
    { stage: "integer" },
    conditions.map((_, index) => [integer(index)]),
  );
  const ofStage = (value: (index: number) => Expression): Expression =>
    choose(conditions.map((_, index) => branch(equal(col("stage"), integer(index)), value(index))));
  return part("stage", stages, {
    item: ofStage((index) => text(conditions[index]?.[0] ?? "")),
    // The sum over no delivery is NULL, and no delivery is none.
    people: coalesce(
      ofStage((index) => col(`people_${index}`)),
      integer(0),
    ),
    episodes: coalesce(
      ofStage((index) => col(`episodes_${index}`)),
      integer(0),
    ),
  });
}

/** The candidates, and the exclusions that are possibly met or only flag: one reading of the deliveries for both. */
function candidateRows(definition: ResolvedDefinition, source: EventSource): Relation {
  const ids = definition.exclusions.map(({ id }) => id);
  const judged = [
    ...EPISODE_COLUMNS,
    "tier",
    "is_certain",
    ...ids.flatMap((id) => Object.values(exclusionColumns(id))),
  ];
  const rows = each(
    described(project(chosen(), keep(...judged)), judged, definition, source),
    { about: "integer" },
    [...ids, "candidate"].map((_, index) => [integer(index)]),
  );
  const isCandidate = equal(col("about"), integer(ids.length));
  const about = (ofFlag: (id: string) => Expression, ofCandidate: Expression): Expression =>
    choose([
      ...ids.map((id, index) => branch(equal(col("about"), integer(index)), ofFlag(id))),
      branch(isCandidate, ofCandidate),
    ]);
  const shown = filter(
    rows,
    about((id) => col(exclusionColumns(id).possibly), bool(true)),
  );
  return project(shown, {
    ...NOTHING,
    part: about(() => text("flag"), text("candidate")),
    item: about(text, col("tier")),
    certain: about((id) => col(exclusionColumns(id).certainly), col("is_certain")),
    person_id: col("mother_id"),
    ...Object.fromEntries(CANDIDATE_COLUMNS.map((name) => [name, when(isCandidate, col(name))])),
  });
}

/** What a candidate's row has beside the columns of a flag. */
const CANDIDATE_COLUMNS = [...WOMAN_COLUMNS, "episode", "delivery_low", "delivery_high"] as const;

type Look = { readonly part: ResultPart; readonly item: string; readonly if: Expression };

/** Events of the chosen delivery: what a criterion looked at, what the clock reads, and values that could not be used. */
function evidenceRows(definition: ResolvedDefinition): Relation {
  const looks = [...evidenceLooks(definition)];
  const events = join("semi", step("beside"), chosen(), ["mother_id", "episode"]);
  const eachLook = each(
    events,
    { look: "integer" },
    looks.map((_, index) => [integer(index)]),
  );
  const ofLook = (value: (look: Look) => Expression): Expression =>
    choose(looks.map((look, index) => branch(equal(col("look"), integer(index)), value(look))));
  return project(
    filter(
      eachLook,
      ofLook((look) => look.if),
    ),
    {
      ...NOTHING,
      part: ofLook((look) => text(look.part)),
      item: ofLook((look) => text(look.item)),
      ...keep(...EVENT_COLUMNS),
      person_id: col("mother_id"),
    },
  );
}

/**
 * Every stream that a criterion or the clock asks for, in the windows in which they do; of those that are asked for near
 * another event all, and who reads the rows tells which are. Then the values not used.
 */
function* evidenceLooks(definition: ResolvedDefinition): Generator<Look> {
  const leaves = leavesOf(definition);
  const others = new Set(nearsOf(leaves).map(([, { event }]) => event));
  const looks = [...looksOf(leaves), ...clockLeaves(definition)];
  for (const stream of new Set(looks.map(({ event }) => event))) {
    const windows = new Set(looks.flatMap(({ event, window }) => (event === stream ? [window] : [])));
    const isLooked = [...windows].sort().map((name) => col(windowColumns(name).possibly));
    yield {
      part: "evidence",
      item: stream,
      if: others.has(stream) ? col(inStream(stream)) : and(col(inStream(stream)), or(...isLooked)),
    };
  }
  for (const stream of valuedStreams(definition)) {
    yield { part: "unused", item: stream, if: unusedNear(stream, definition) };
  }
}

/** Every row of a relation with every one of these rows. */
function each(
  relation: Relation,
  columns: Readonly<Record<string, ColumnType>>,
  rows: readonly (readonly Expression[])[],
): Relation {
  return join("inner", relation, values(columns, rows), []);
}

const NOTHING: Readonly<Record<string, Expression>> = Object.fromEntries(
  Object.entries(RESULT_COLUMNS).map(([column, type]) => [column, nullOf(type)]),
);

/** Rows of one part: the columns given, NULL in the others. */
function part(name: ResultPart, rows: Relation, columns: Readonly<Record<string, Expression>>): Relation {
  return project(rows, { ...NOTHING, part: text(name), ...columns });
}
