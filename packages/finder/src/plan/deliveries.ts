import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import {
  and,
  bool,
  col,
  compare,
  completedYears,
  daysBetween,
  integer,
  isIn,
  isNull,
  min,
  not,
  or,
} from "../ir/build-expression.ts";
import { ascending, descending, filter, group, join, keep, project, step, window } from "../ir/build-relation.ts";
import type { Expression } from "../ir/expression.ts";
import type { Query, Relation } from "../ir/relation.ts";
import type { EventSource } from "./event-source.ts";
import { eventsOfStreams } from "./event-streams.ts";
import { isTrue } from "./is-true.ts";

type Step = Query["steps"][number];

/**
 * Columns of `episodes`; `episode` counts a woman's deliveries from 1, `is_separate` (certainly another delivery than the one
 * before), `is_aged` and `is_population` are never NULL.
 */
export const EPISODE_COLUMNS = [
  "mother_id",
  "episode",
  "delivery_low",
  "delivery_high",
  "is_separate",
  "is_aged",
  "is_population",
] as const;

/** What `described` adds to deliveries: who the woman is, and where her delivery stands in the source. */
export const WOMAN_COLUMNS = ["source_id", "person_ref", "birth_low", "birth_high", "delivery_ref"] as const;

/**
 * From delivery records to pregnancies that ended in a birth. The step `episodes` has one row per delivery of a person who
 * is, or may be, of the definition's sexes, with `EPISODE_COLUMNS`.
 */
export function deliverySteps(definition: ResolvedDefinition, source: EventSource): readonly Step[] {
  const { episodes } = definition;
  return [
    {
      // Two codings of one day are one record.
      name: "delivery_records",
      relation: group(
        filter(eventsOfStreams([episodes.delivery], definition, source), not(isNull(col("date_low")))),
        ["person_id", "date_low", "date_high"],
        {},
      ),
    },
    {
      // A delivery dated by year or month is the same as one that is dated more closely within it. From the last first day
      // to the first, `nearest` is the earliest end so far, and `within` that of the records before.
      name: "known_deliveries",
      relation: filter(
        window(
          window(
            step("delivery_records"),
            "nearest",
            { kind: "runningMin", of: col("date_high") },
            ["person_id"],
            FROM_LAST,
          ),
          "within",
          { kind: "previous", of: col("nearest") },
          ["person_id"],
          FROM_LAST,
        ),
        or(isNull(col("within")), compare(col("within"), ">", col("date_high"))),
      ),
    },
    {
      name: "numbered_deliveries",
      relation: window(
        filter(
          ["date_low", "date_high"].reduce(
            (records, end) =>
              window(records, `earlier_${end}`, { kind: "previous", of: col(end) }, ["person_id"], IN_ORDER),
            step("known_deliveries"),
          ),
          mayBeSeparate(episodes.spacingDays),
        ),
        "episode",
        { kind: "rowNumber" },
        ["person_id"],
        IN_ORDER,
      ),
    },
    {
      name: "episodes",
      relation: project(
        join("inner", step("numbered_deliveries"), women(definition, source), [["person_id", "mother_id"]]),
        {
          ...keep("mother_id", "episode"),
          delivery_low: col("date_low"),
          delivery_high: col("date_high"),
          is_separate: isTrue(isSeparate(episodes.spacingDays)),
          ...population(definition),
        },
      ),
    },
  ];
}

/** Persons who are, or may be, of the definition's sexes; columns of the contract. */
export function ofSexes(definition: ResolvedDefinition, source: EventSource): Relation {
  return filter(source.person, or(isNull(col("sex")), isIn(col("sex"), definition.population.sexes)));
}

function women(definition: ResolvedDefinition, source: EventSource): Relation {
  return project(ofSexes(definition, source), {
    mother_id: col("person_id"),
    ...keep("sex", "birth_low", "birth_high"),
  });
}

/**
 * Deliveries with `WOMAN_COLUMNS`. Texts come to few deliveries at the end: carried by all from the beginning they would be
 * most of what an engine keeps. Of several records of one day the reference first in order is named, so that every engine
 * names the same.
 *
 * @param columns - those of `deliveries`, `EPISODE_COLUMNS` among them
 */
export function described(
  deliveries: Relation,
  columns: readonly string[],
  definition: ResolvedDefinition,
  source: EventSource,
): Relation {
  const records = project(eventsOfStreams([definition.episodes.delivery], definition, source), {
    recorded_mother: col("person_id"),
    recorded_low: col("date_low"),
    recorded_high: col("date_high"),
    recorded_ref: col("source_ref"),
  });
  const recorded = group(
    join("inner", deliveries, records, [
      ["mother_id", "recorded_mother"],
      ["delivery_low", "recorded_low"],
      ["delivery_high", "recorded_high"],
    ]),
    columns,
    { delivery_ref: min(col("recorded_ref")) },
  );
  const persons = project(source.person, {
    described_id: col("person_id"),
    person_ref: col("source_ref"),
    ...keep("source_id", "birth_low", "birth_high"),
  });
  return project(join("inner", recorded, persons, [["mother_id", "described_id"]]), keep(...columns, ...WOMAN_COLUMNS));
}

/** A total order of one woman's delivery records, whose pairs of days differ. */
const IN_ORDER = [ascending(col("date_low")), ascending(col("date_high"))];
const FROM_LAST = [descending(col("date_low")), ascending(col("date_high"))];

/**
 * Not certainly closer to the record before than the spacing: between the first day of that and the last of this one there is
 * room for it. Of exact days this and `isSeparate` are one.
 */
function mayBeSeparate(spacingDays: number): Expression {
  return isApart("earlier_date_low", "date_high", spacingDays);
}

/** Not possibly closer to the record before than the spacing. */
function isSeparate(spacingDays: number): Expression {
  return isApart("earlier_date_high", "date_low", spacingDays);
}

function isApart(earlier: string, day: string, spacingDays: number): Expression {
  return or(isNull(col(earlier)), compare(daysBetween(col(earlier), col(day)), ">=", integer(spacingDays)));
}

/**
 * `is_aged`: her age at the delivery is, or may be, that of the definition. `is_population`: sex and age certainly are. Born
 * late and delivered early she was youngest; born early and delivered late, oldest.
 */
function population({ population: { ageYears } }: ResolvedDefinition): Readonly<Record<string, Expression>> {
  const isOfSex = not(isNull(col("sex")));
  if (ageYears === undefined) return { is_aged: bool(true), is_population: isOfSex };
  const youngest = completedYears(col("birth_high"), col("date_low"));
  const oldest = completedYears(col("birth_low"), col("date_high"));
  const [from, to] = [integer(ageYears.from), integer(ageYears.to)];
  return {
    is_aged: isTrue(or(isNull(col("birth_low")), and(compare(oldest, ">=", from), compare(youngest, "<=", to)))),
    is_population: isTrue(and(isOfSex, compare(youngest, ">=", from), compare(oldest, "<=", to))),
  };
}
