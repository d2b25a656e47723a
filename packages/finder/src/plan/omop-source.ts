import { CONTRACT } from "../contract.ts";
import { vocabulariesOf } from "../definition/code-system.ts";
import type { ConceptRule } from "../definition/definition-schema.ts";
import { LATER_VISITS } from "../definition/later-visit.ts";
import {
  addDays,
  addMonths,
  and,
  asInteger,
  asText,
  bool,
  branch,
  choose,
  coalesce,
  col,
  compare,
  concat,
  day,
  double,
  equal,
  integer,
  isIn,
  isNotNull,
  isNull,
  makeDate,
  max,
  not,
  nullOf,
  or,
  part,
  text,
  trimmed,
  when,
} from "../ir/build-expression.ts";
import {
  distinct,
  filter,
  group,
  join,
  keep,
  project,
  sourceTable,
  step,
  union,
  values,
} from "../ir/build-relation.ts";
import type { Expression } from "../ir/expression.ts";
import type { Relation } from "../ir/relation.ts";
import { isNamed, isOfLaterVisit, namedCodes } from "./concept-match.ts";
import { BESIDE_LATER, EVENT_COLUMNS, type EventSource, exactly, type WantedCodes, withBelow } from "./event-source.ts";
import {
  OMOP_ANCESTOR,
  OMOP_CONCEPT,
  OMOP_EVENT_TABLES,
  OMOP_GENDER,
  OMOP_PERSON,
  type OmopEventTable,
} from "./omop-tables.ts";

/** What is there of a database in the OMOP CDM, and the day up to which its dates are used. */
export type OmopDatabase = {
  /** Names of its tables in lower case; `person` is there. Events of tables that are not there are not found. */
  readonly tables: ReadonlySet<string>;
  /** ISO date: an event or a birth after it is not used. */
  readonly asOf: string;
};

/**
 * An OMOP CDM database read in its place, with the events that its conversion would give: a record counts by its standard
 * concept (system OMOP), by the code of that concept in its own vocabulary, by the code of its source concept, and by its
 * source value (system local, without blanks around) where that has no concept. Concepts are looked up first, so that indexes of concept ids serve.
 */
export function omopSource({ tables, asOf }: OmopDatabase): EventSource {
  const found = OMOP_EVENT_TABLES.filter(({ table }) => tables.has(table));
  const hasConcepts = tables.has("concept");
  const hasHierarchy = tables.has("concept_ancestor");
  return {
    person: person(asOf),
    ancestor: hasHierarchy ? ancestors : values(CONTRACT.ancestor, []),
    events: ({ named, below, asksVisits, withLater = false }) => {
      const hasVisits = asksVisits && hasConcepts;
      const isBelow = below.length > 0 && hasHierarchy;
      const local = named.filter((rule) => rule.system === "local");
      const codes = distinct(
        union(
          ...(hasConcepts ? conceptsNamed(named) : []),
          ...idsNamed(named),
          ...(isBelow ? [project(step("below"), { ...keep("wanted_id"), ...CODE_BELOW })] : []),
          ...(withLater && hasVisits ? [laterCodes()] : []),
          ...(local.length > 0 ? found.flatMap((table) => valuesNamed(table, local)) : []),
          // A union has at least one part.
          values(CODE, []),
        ),
      );
      const columns = below.map(({ column }) => column);
      return {
        steps: [
          ...(isBelow ? [{ name: "below", relation: codesBelow(below) }] : []),
          ...(hasVisits ? [{ name: "later_concept", relation: laterConcepts() }] : []),
        ],
        codes: isBelow
          ? withBelow(codes, columns, ["wanted_id"])
          : project(codes, { ...keep("wanted_id", "system", "code"), ...none(columns) }),
        columns: ["wanted_id"],
        found: (wanted, carried, visits) => {
          const as = visits === undefined ? "no" : hasVisits ? visits : "none";
          const events = found.flatMap((table) => eventsOf(table, wanted, carried, as, hasConcepts, local.length > 0));
          return filter(union(...events), or(isNull(col("date_low")), compare(col("date_low"), "<=", day(asOf))));
        },
      };
    },
  };
}

/** A code by which records are found: `wanted_id` is its concept, NULL for a source value. */
const CODE = { wanted_id: "integer", system: "text", code: "text" } as const;
const CODE_BELOW = { system: col("below_system"), code: col("below_code") };

function none(columns: readonly string[]): Readonly<Record<string, Expression>> {
  return Object.fromEntries(columns.map((column) => [column, bool(false)]));
}

const concepts = sourceTable("concept", OMOP_CONCEPT);

const ancestors = project(sourceTable("concept_ancestor", OMOP_ANCESTOR), {
  system: text("OMOP"),
  ancestor_code: asText(col("ancestor_concept_id")),
  descendant_code: asText(col("descendant_concept_id")),
});

/**
 * A program that knows only the year may have written a 1 January into `birth_datetime`, or the first of the month: then the
 * numbers count, whatever year it wrote.
 */
function person(asOf: string): Relation {
  const [year, month, date, birth] = ["year_of_birth", "month_of_birth", "day_of_birth", "birth_datetime"].map(col) as [
    Expression,
    Expression,
    Expression,
    Expression,
  ];
  const firstOfMonth = makeDate(year, month, integer(1));
  const firstOfYear = makeDate(year, integer(1), integer(1));
  const isFilledUp = or(
    and(isNull(month), equal(part(asText(birth), 6, 5), text("01-01"))),
    and(isNotNull(month), isNull(date), equal(part(asText(birth), 9, 2), text("01"))),
  );
  const isGiven = and(isNotNull(birth), not(coalesce(isFilledUp, { kind: "boolean", value: false })));
  const birthOf = (ofMonth: Expression, ofYear: Expression): Expression =>
    choose(
      [
        branch(and(isNotNull(year), isNotNull(month), isNotNull(date)), makeDate(year, month, date)),
        branch(isGiven, birth),
        branch(and(isNotNull(year), isNotNull(month)), ofMonth),
        branch(isNotNull(year), ofYear),
      ],
      birth,
    );
  const read = project(sourceTable("person", OMOP_PERSON), {
    person_id: col("person_id"),
    source_id: asText(col("person_id")),
    sex: choose([
      branch(equal(col("gender_concept_id"), integer(OMOP_GENDER.female)), text("female")),
      branch(equal(col("gender_concept_id"), integer(OMOP_GENDER.male)), text("male")),
    ]),
    low: birthOf(firstOfMonth, firstOfYear),
    high: birthOf(addDays(addMonths(firstOfMonth, 1), -1), makeDate(year, integer(12), integer(31))),
    source_ref: concat(text("person/"), asText(col("person_id"))),
  });
  const isPast = compare(col("low"), "<=", day(asOf));
  return project(read, {
    ...keep("person_id", "source_id", "sex"),
    birth_low: when(isPast, col("low")),
    birth_high: when(isPast, col("high")),
    source_ref: col("source_ref"),
  });
}

/** Concepts whose code in their own vocabulary a rule names. */
function conceptsNamed(rules: readonly ConceptRule[]): readonly Relation[] {
  return namedCodes(rules)
    .filter(({ system }) => system !== "OMOP" && system !== "local")
    .map(({ system, exact, prefixes }) => {
      const own = project(filter(concepts, isIn(col("vocabulary_id"), vocabulariesOf(system))), {
        wanted_id: col("concept_id"),
        system: text(system),
        code: col("concept_code"),
      });
      const isMeant = isNamed([
        ...exact.map((code) => ({ system, code, match: "exact" as const })),
        ...prefixes.map((code) => ({ system, code, match: "prefix" as const })),
      ]);
      return filter(own, isMeant);
    });
}

/** Concepts that a rule names by their number; a beginning of a number names nothing. */
function idsNamed(rules: readonly ConceptRule[]): readonly Relation[] {
  const ids = namedCodes(rules)
    .filter(({ system }) => system === "OMOP")
    .flatMap(({ exact }) => exact)
    .filter((code) => /^[1-9]\d{0,14}$/.test(code));
  if (ids.length === 0) return [];
  return [
    values(
      CODE,
      ids.map((id) => [integer(Number(id)), text("OMOP"), text(id)]),
    ),
  ];
}

function codesBelow(below: WantedCodes["below"]): Relation {
  const pairs = project(sourceTable("concept_ancestor", OMOP_ANCESTOR), {
    wanted_id: col("descendant_concept_id"),
    below_system: text("OMOP"),
    below_code: asText(col("descendant_concept_id")),
    system: text("OMOP"),
    code: asText(col("ancestor_concept_id")),
  });
  const isMeant = isNamed(below.flatMap(({ rules }) => rules).map(exactly));
  return group(
    filter(pairs, isMeant),
    ["wanted_id", "below_system", "below_code"],
    Object.fromEntries(below.map(({ column, rules }) => [column, max(asInteger(isNamed(rules.map(exactly))))])),
  );
}

/** The values that a table has of those that rules name. */
function valuesNamed(table: OmopEventTable, rules: readonly ConceptRule[]): readonly Relation[] {
  if (table.sourceValue === undefined) return [];
  const own = project(records(table, false), {
    wanted_id: nullOf("integer"),
    system: text("local"),
    code: col("source_value"),
  });
  return [filter(own, isNamed(rules))];
}

/** Concepts whose codes are of a later visit. */
function laterConcepts(): Relation {
  const { system } = LATER_VISITS;
  const own = project(filter(concepts, isIn(col("vocabulary_id"), vocabulariesOf(system))), {
    later_id: col("concept_id"),
    system: text(system),
    code: col("concept_code"),
  });
  return distinct(filter(own, isOfLaterVisit()));
}

function laterCodes(): Relation {
  return project(step("later_concept"), { wanted_id: col("later_id"), ...keep("system", "code") });
}

/** Whether `BESIDE_LATER` is wanted: no; for the events that it says; or of a database without concepts, where none is. */
type Visits = Expression | "no" | "none";

/** Records found by their codes beside `later_standard` and `later_source`, each NULL unless a concept of theirs is of a later visit. */
function besideLater(rows: Relation, visits: Expression, carried: readonly string[]): Relation {
  const later = (id: string): Relation => project(step("later_concept"), { [id]: col("later_id") });
  // What is not asked has no key, so that only a few records are looked up.
  const asking = project(rows, {
    ...keep("person_id", "wanted_system", "wanted_code", "day", "value", "unit", "source_ref", ...carried),
    asked_standard: when(visits, col("concept")),
    asked_source: when(visits, col("source_concept")),
  });
  const standard = join("left", asking, later("later_standard"), [["asked_standard", "later_standard"]]);
  return join("left", standard, later("later_source"), [["asked_source", "later_source"]]);
}

function eventsOf(
  table: OmopEventTable,
  wanted: Relation,
  carried: readonly string[],
  visits: Visits,
  hasConcepts: boolean,
  hasLocal: boolean,
): readonly Relation[] {
  const all = records(table, hasConcepts);
  const standard = join("inner", all, wanted, [["concept", "wanted_id"]]);
  const isOther = or(isNull(col("concept")), compare(col("source_concept"), "<>", col("concept")));
  // A source concept counts by its code; only the standard concept counts by its number.
  const coded = filter(wanted, compare(col("wanted_system"), "<>", text("OMOP")));
  const source = join("inner", filter(all, isOther), coded, [["source_concept", "wanted_id"]]);
  const parts = [standard, source, ...(hasLocal ? localEventsOf(table, all, wanted, hasConcepts) : [])];
  if (visits === "no") return parts.map((rows) => events(table, rows, carried));
  if (visits === "none") return parts.map((rows) => events(table, rows, carried, bool(false)));
  const isLater = or(isNotNull(col("later_standard")), isNotNull(col("later_source")));
  return parts.map((rows) => events(table, besideLater(rows, visits, carried), carried, isLater));
}

/** Records by the code that the hospital wrote, where that code has no concept of its own. */
function localEventsOf(
  table: OmopEventTable,
  all: Relation,
  wanted: Relation,
  hasConcepts: boolean,
): readonly Relation[] {
  if (table.sourceValue === undefined) return [];
  const unknown = hasConcepts
    ? join("anti", join("anti", all, concepts, [["source_concept", "concept_id"]]), concepts, [
        ["concept", "concept_id"],
        ["source_value", "concept_code"],
      ])
    : all;
  const local = filter(wanted, equal(col("wanted_system"), text("local")));
  return [join("inner", unknown, local, [["source_value", "wanted_code"]])];
}

/** Every record with its concepts, day, value and unit; concept 0 is none. */
function records(table: OmopEventTable, hasConcepts: boolean): Relation {
  const { concept, sourceConcept, sourceValue } = table;
  const raw = sourceTable(table.table, {
    person_id: "integer",
    [table.id]: "integer",
    [concept]: "integer",
    [sourceConcept]: "integer",
    ...(sourceValue === undefined ? {} : { [sourceValue]: "text" as const }),
    ...Object.fromEntries(table.dates.map((date) => [date, "date" as const])),
    ...(table.hasValue
      ? { value_as_number: "double" as const, unit_concept_id: "integer" as const, unit_source_value: "text" as const }
      : {}),
  });
  const units = project(filter(concepts, equal(col("vocabulary_id"), text("UCUM"))), {
    ucum_id: col("concept_id"),
    ucum: col("concept_code"),
  });
  const isUnitKnown = table.hasValue && hasConcepts;
  const from = isUnitKnown ? join("left", raw, units, [["unit_concept_id", "ucum_id"]]) : raw;
  // A database may hold blanks around a text, or an empty text, where conversion reads none.
  const given = (name: string): Expression => when(compare(trimmed(col(name)), "<>", text("")), trimmed(col(name)));
  const unit = table.hasValue ? given("unit_source_value") : nullOf("text");
  return project(from, {
    person_id: col("person_id"),
    concept: when(compare(col(concept), "<>", integer(0)), col(concept)),
    source_concept: when(compare(col(sourceConcept), "<>", integer(0)), col(sourceConcept)),
    source_value: sourceValue === undefined ? nullOf("text") : given(sourceValue),
    day: coalesce(...table.dates.map(col)),
    value: table.hasValue ? finite(col("value_as_number")) : nullOf("double"),
    unit: isUnitKnown ? coalesce(col("ucum"), unit) : unit,
    source_ref: concat(text(`${table.table}/`), asText(col(table.id))),
  });
}

/** A database may hold NaN and infinity, which are no values. */
function finite(value: Expression): Expression {
  const most = Number.MAX_VALUE;
  return when(and(compare(double(-most), "<=", value), compare(value, "<=", double(most))), value);
}

function events(table: OmopEventTable, rows: Relation, carried: readonly string[], isLater?: Expression): Relation {
  const columns: Readonly<Record<(typeof EVENT_COLUMNS)[number], Expression>> = {
    person_id: col("person_id"),
    kind: text(table.kind),
    system: col("wanted_system"),
    code: col("wanted_code"),
    date_low: col("day"),
    date_high: col("day"),
    value: col("value"),
    unit: col("unit"),
    site: nullOf("text"),
    source_ref: col("source_ref"),
  };
  return project(rows, {
    ...Object.fromEntries(EVENT_COLUMNS.map((name) => [name, columns[name]])),
    ...keep(...carried),
    ...(isLater === undefined ? {} : { [BESIDE_LATER]: isLater }),
  });
}
