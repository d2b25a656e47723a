import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import {
  and,
  col,
  compare,
  completedYears,
  daysBetween,
  equal,
  integer,
  isIn,
  isNull,
  min,
  not,
  or,
} from "../ir/build-expression.ts";
import { ascending, filter, group, join, keep, project, step, union, window } from "../ir/build-relation.ts";
import type { Expression } from "../ir/expression.ts";
import type { Query, Relation } from "../ir/relation.ts";
import type { EventSource } from "./event-source.ts";
import { inStream } from "./event-streams.ts";
import { isTrue } from "./is-true.ts";

type Step = Query["steps"][number];

const PERSON_COLUMNS = ["mother_id", "source_id", "person_ref", "sex", "birth_low", "birth_high"] as const;

/** Columns of `episodes`. */
export const EPISODE_COLUMNS = [...PERSON_COLUMNS, "episode", "delivery_low", "delivery_high", "delivery_ref"] as const;

/**
 * From delivery records to pregnancies that ended in a birth. The step `women` has the delivered persons of the definition's
 * sexes, `episodes` one row per delivery of one of them: `mother_id`, `episode` (1 for the first), `delivery_low`,
 * `delivery_high`, `delivery_ref`, and of the person `source_id`, `person_ref`, `birth_low`, `birth_high`, `sex`; `aged`
 * those whose age at the delivery is, or may be, that of the definition, with `is_population` where that is certain.
 */
export function deliverySteps(definition: ResolvedDefinition, source: EventSource): readonly Step[] {
  const { episodes, population } = definition;
  return [
    {
      // Two codings of one day are one record; its reference is the first in order, so that every engine names the same.
      name: "delivery_records",
      relation: group(
        filter(step("streams"), and(col(inStream(episodes.delivery)), not(isNull(col("date_low"))))),
        ["person_id", "date_low", "date_high"],
        { delivery_ref: min(col("source_ref")) },
      ),
    },
    { name: "exact_deliveries", relation: filter(step("delivery_records"), equal(col("date_low"), col("date_high"))) },
    {
      // A delivery dated by year or month is the same as one dated by day within it.
      name: "known_deliveries",
      relation: union(
        step("exact_deliveries"),
        join(
          "anti",
          filter(step("delivery_records"), not(equal(col("date_low"), col("date_high")))),
          project(step("exact_deliveries"), { exact_id: col("person_id"), exact_day: col("date_low") }),
          [["person_id", "exact_id"]],
          and(compare(col("date_low"), "<=", col("exact_day")), compare(col("exact_day"), "<=", col("date_high"))),
        ),
      ),
    },
    {
      name: "spaced_deliveries",
      relation: window(
        step("known_deliveries"),
        "earlier_day",
        { kind: "previous", of: col("date_low") },
        ["person_id"],
        IN_ORDER,
      ),
    },
    {
      name: "numbered_deliveries",
      relation: window(
        filter(step("spaced_deliveries"), isFirstRecord(episodes.spacingDays)),
        "episode",
        { kind: "rowNumber" },
        ["person_id"],
        IN_ORDER,
      ),
    },
    {
      // Persons are looked up by the few who were delivered, not the other way round: of millions few are kept.
      name: "women",
      relation: project(join("semi", ofSexes(definition, source), step("numbered_deliveries"), ["person_id"]), {
        mother_id: col("person_id"),
        source_id: col("source_id"),
        person_ref: col("source_ref"),
        sex: col("sex"),
        birth_low: col("birth_low"),
        birth_high: col("birth_high"),
      }),
    },
    {
      name: "episodes",
      relation: project(join("inner", step("numbered_deliveries"), step("women"), [["person_id", "mother_id"]]), {
        ...keep(...PERSON_COLUMNS, "episode", "delivery_ref"),
        delivery_low: col("date_low"),
        delivery_high: col("date_high"),
      }),
    },
    { name: "aged", relation: aged(population.ageYears) },
  ];
}

/** Persons who are, or may be, of the definition's sexes; columns of the contract. */
export function ofSexes(definition: ResolvedDefinition, source: EventSource): Relation {
  return filter(source.person, or(isNull(col("sex")), isIn(col("sex"), definition.population.sexes)));
}

/** A total order of one woman's delivery records, whose pairs of days differ. */
const IN_ORDER = [ascending(col("date_low")), ascending(col("date_high"))];

function isFirstRecord(spacingDays: number): Expression {
  return or(
    isNull(col("earlier_day")),
    compare(daysBetween(col("earlier_day"), col("date_low")), ">=", integer(spacingDays)),
  );
}

function aged(age: { readonly from: number; readonly to: number } | undefined): Relation {
  const isOfSex = not(isNull(col("sex")));
  if (age === undefined) return withPopulation(step("episodes"), isOfSex);
  // Born late and delivered early she was youngest; born early and delivered late, oldest.
  const youngest = completedYears(col("birth_high"), col("delivery_low"));
  const oldest = completedYears(col("birth_low"), col("delivery_high"));
  const isPossible = or(
    isNull(col("birth_low")),
    and(compare(oldest, ">=", integer(age.from)), compare(youngest, "<=", integer(age.to))),
  );
  const isCertain = and(compare(youngest, ">=", integer(age.from)), compare(oldest, "<=", integer(age.to)));
  return withPopulation(filter(step("episodes"), isPossible), and(isOfSex, isCertain));
}

function withPopulation(relation: Relation, isCertain: Expression): Relation {
  return project(relation, {
    ...keep(...EPISODE_COLUMNS),
    is_population: isTrue(isCertain),
  });
}
