import type { ConceptRule, ConceptSet, EventStream, ResolvedDefinition } from "../definition/definition-schema.ts";
import {
  and,
  branch,
  choose,
  col,
  compare,
  double,
  equal,
  integer,
  isIn,
  isNull,
  multiply,
  not,
  or,
  printed,
  text,
  when,
} from "../ir/build-expression.ts";
import { filter, keep, project, step } from "../ir/build-relation.ts";
import type { Expression } from "../ir/expression.ts";
import type { Query, Relation } from "../ir/relation.ts";
import { belowColumn, descending, isOfLaterVisit, isOfSet, isOfVisitsTold } from "./concept-match.ts";
import { BESIDE_LATER, EVENT_COLUMNS, type EventSource, type WantedCodes } from "./event-source.ts";
import { isTrue } from "./is-true.ts";

type Step = Query["steps"][number];

/** Column of `streams`: whether an event belongs to the stream, its value included. */
export function inStream(name: string): string {
  return `s_${name}`;
}

/** Column of `streams`: whether the stream asks for a value that this event has in a form that cannot be used. */
export function isUnused(name: string): string {
  return `n_${name}`;
}

/** Streams in the order of their names, so that the statement does not depend on the order in the file. */
export function streamsOf(definition: ResolvedDefinition): readonly (readonly [string, EventStream])[] {
  return Object.entries(definition.streams).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Streams that ask for a value. */
export function valuedStreams(definition: ResolvedDefinition): readonly string[] {
  return streamsOf(definition).flatMap(([name, stream]) => (stream.value === undefined ? [] : [name]));
}

/**
 * The events that any stream of the definition is about, with one column per stream. The step `streams` has
 * `EVENT_COLUMNS`, `inStream` of every stream and `isUnused` of those that ask for a value; all of them are true or false.
 * Codes are looked up first, few against the events: the step `wanted` has them, and what they mean.
 */
export function streamSteps(definition: ResolvedDefinition, source: EventSource): readonly Step[] {
  const { steps, codes, columns, found } = source.events(wantedCodes(definition));
  const names = streamsOf(definition).map(([name]) => name);
  return [
    ...steps,
    { name: "wanted", relation: withMeanings(codes, columns, definition) },
    { name: "streams", relation: withStreams(foundOf(names, step("wanted"), definition, found), definition) },
  ];
}

/**
 * The events of some streams, with `EVENT_COLUMNS` and `inStream` of these, looked for by their own codes; `streamSteps` come
 * first. They are read through, not kept, so that each reader takes the columns that it needs.
 */
export function eventsOfStreams(
  names: readonly string[],
  definition: ResolvedDefinition,
  source: EventSource,
): Relation {
  const { found } = source.events(wantedCodes(definition));
  const codes = filter(step("wanted"), or(...names.map(meant).map(col)));
  const own = foundOf(names, codes, definition, found);
  return filter(
    project(withStreams(own, definition, names), keep(...EVENT_COLUMNS, ...names.map(inStream))),
    or(...names.map((name) => col(inStream(name)))),
  );
}

/** The events of some streams by their codes, with what these mean and, where a stream asks for it, of which visit they are. */
function foundOf(
  names: readonly string[],
  codes: Relation,
  definition: ResolvedDefinition,
  found: ReturnType<EventSource["events"]>["found"],
): Relation {
  const meanings = names.map(meant);
  const visited = visitedStreams(definition).filter((name) => names.includes(name));
  if (visited.length === 0) return found(codes, meanings);
  const asks = and(not(col(VISIT.told)), or(...visited.map(meant).map(col)));
  return found(codes, [...meanings, VISIT.told, VISIT.later], asks);
}

/** Streams that leave out, or ask for, events of later visits. */
function visitedStreams(definition: ResolvedDefinition): readonly string[] {
  return streamsOf(definition).flatMap(([name, { laterVisits }]) => (laterVisits === undefined ? [] : [name]));
}

/** Columns of `wanted`, where a stream asks for visits: whether the code tells them apart, and whether it is of a later one. */
const VISIT = { told: "visits_told", later: "visit_later" } as const;

/** Column of `wanted`: whether the code is one of the stream's. */
function meant(stream: string): string {
  return `m_${stream}`;
}

/** The codes that some stream is about, with `meant` for each stream. */
function withMeanings(codes: Relation, columns: readonly string[], definition: ResolvedDefinition): Relation {
  const streams = streamsOf(definition);
  const told = project(codes, {
    ...keep(...columns),
    wanted_system: col("system"),
    wanted_code: col("code"),
    ...Object.fromEntries(streams.map(([name, stream]) => [meant(name), isTrue(isOfAnySet(stream, definition))])),
    ...(visitedStreams(definition).length === 0
      ? {}
      : { [VISIT.told]: isTrue(isOfVisitsTold()), [VISIT.later]: isTrue(isOfLaterVisit()) }),
  });
  return filter(told, or(...streams.map(([name]) => col(meant(name)))));
}

/** The codes that some stream of a definition is about. */
export function wantedCodes(definition: ResolvedDefinition): WantedCodes {
  const used = usedSets(definition);
  return {
    named: used.flatMap(([, set]) => set.include),
    below: used.flatMap(([name, set]) => [
      ...belowOf(name, "include", set.include),
      ...belowOf(name, "exclude", set.exclude),
    ]),
    asksVisits: visitedStreams(definition).length > 0,
  };
}

function belowOf(
  name: string,
  part: "include" | "exclude",
  rules: readonly ConceptRule[] | undefined,
): WantedCodes["below"] {
  const own = descending(rules);
  return own.length === 0 ? [] : [{ column: belowColumn(name, part), rules: own }];
}

function withStreams(
  placed: Relation,
  definition: ResolvedDefinition,
  names: readonly string[] = streamsOf(definition).map(([name]) => name),
): Relation {
  const columns: Record<string, Expression> = { ...keep(...EVENT_COLUMNS) };
  for (const [name, stream] of streamsOf(definition)) {
    if (!names.includes(name)) continue;
    const isMeant = isTrue(and(col(meant(name)), ...kindsOf(stream), ...visitsOf(stream)));
    if (stream.value === undefined) {
      columns[inStream(name)] = isMeant;
    } else {
      const value = usableValue(stream);
      columns[inStream(name)] = isTrue(and(isMeant, holdsValue(stream.value, value)));
      columns[isUnused(name)] = isTrue(and(isMeant, not(isNull(col("value"))), isNull(value)));
    }
  }
  return project(placed, columns);
}

function isOfAnySet(stream: EventStream, definition: ResolvedDefinition): Expression {
  return or(
    ...stream.concepts.map((name) => {
      const set = definition.concepts[name];
      if (set === undefined) throw new RangeError(`concept set ${name} of a resolved definition is not there`);
      return isOfSet(name, set);
    }),
  );
}

/** A code that tells visits apart speaks for itself; another is of a later visit where its record says so. */
function visitsOf({ laterVisits }: EventStream): readonly Expression[] {
  if (laterVisits === undefined) return [];
  const isLater = or(col(VISIT.later), col(BESIDE_LATER));
  return [laterVisits === "only" ? isLater : not(isLater)];
}

function kindsOf(stream: EventStream): readonly Expression[] {
  return stream.kinds === undefined ? [] : [isIn(col("kind"), stream.kinds)];
}

/** The value in the stream's first unit; NULL where the unit is not one of the stream's or the value is not plausible. */
function usableValue(stream: EventStream): Expression {
  const converted =
    stream.units === undefined
      ? col("value")
      : choose(
          stream.units.map(({ unit, factor, none }) =>
            branch(
              none === true ? isNull(col("unit")) : equal(col("unit"), text(unit)),
              factor === 1 ? col("value") : multiply(col("value"), double(factor)),
            ),
          ),
        );
  if (stream.plausible === undefined) return converted;
  const { from, to } = stream.plausible;
  return when(and(compare(double(from), "<=", converted), compare(converted, "<=", double(to))), converted);
}

/** Compares the value as it is printed, so that -1.96 with one decimal meets "<= -2.0". */
function holdsValue(rule: NonNullable<EventStream["value"]>, value: Expression): Expression {
  const limit = Math.round(rule.number * 10 ** rule.decimals);
  if (Math.abs(limit - rule.number * 10 ** rule.decimals) > 1e-6) {
    throw new RangeError(`${rule.number} has more than ${rule.decimals} decimals`);
  }
  return compare(printed(value, rule.decimals), rule.op, integer(limit));
}

function usedSets(definition: ResolvedDefinition): readonly (readonly [string, ConceptSet])[] {
  const names = new Set(streamsOf(definition).flatMap(([, stream]) => stream.concepts));
  return [...names].sort().flatMap((name) => {
    const set = definition.concepts[name];
    return set === undefined ? [] : [[name, set] as const];
  });
}
