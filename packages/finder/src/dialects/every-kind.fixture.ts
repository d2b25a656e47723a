import {
  add,
  addDays,
  addMonths,
  and,
  asDouble,
  asInteger,
  asText,
  bool,
  coalesce,
  col,
  compare,
  completedMonths,
  completedYears,
  concat,
  countDistinct,
  countRows,
  day,
  daysBetween,
  double,
  equal,
  greatest,
  integer,
  isIn,
  isNotNull,
  isNull,
  least,
  makeDate,
  max,
  min,
  multiply,
  not,
  nullOf,
  or,
  part,
  printed,
  startsWith,
  subtract,
  sum,
  text,
  trimmed,
  when,
} from "../ir/build-expression.ts";
import {
  ascending,
  contractTable,
  descending,
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
  window,
} from "../ir/build-relation.ts";
import type { Query } from "../ir/relation.ts";
import type { TableNames } from "./print-query.ts";

/** A query that holds every kind of relation, expression and aggregate: women, their fractures after delivery, their measurements. */
export const EVERY_KIND: Query = {
  steps: [
    {
      name: "woman",
      relation: project(filter(contractTable("person"), equal(col("sex"), text("female"))), {
        woman_id: col("person_id"),
        birth: coalesce(col("birth_low"), col("birth_high"), day("1900-01-01")),
        is_known: and(isNotNull(col("birth_low")), not(isNull(col("birth_high")))),
      }),
    },
    {
      name: "delivery",
      relation: window(
        filter(
          contractTable("event"),
          and(
            equal(col("kind"), text("pregnancy")),
            or(isIn(col("code"), ["236973005", "O80's \\ local"]), startsWith(col("code"), "O8")),
          ),
        ),
        "number",
        { kind: "rowNumber" },
        ["person_id"],
        [descending(col("date_low")), ascending(col("code"), "first")],
      ),
    },
    {
      name: "fracture",
      relation: project(
        join(
          "inner",
          project(filter(contractTable("event"), startsWith(col("code"), "M80.8")), {
            ...keep("person_id", "date_low", "date_high", "value"),
          }),
          project(step("delivery"), { mother_id: col("person_id"), delivered: col("date_low"), number: col("number") }),
          [["person_id", "mother_id"]],
          and(
            compare(col("date_high"), ">=", addMonths(col("delivered"), -3)),
            compare(col("date_low"), "<=", addDays(addMonths(col("delivered"), 18), 1)),
          ),
        ),
        {
          ...keep("person_id", "number"),
          months: completedMonths(col("delivered"), col("date_low")),
          years: completedYears(col("delivered"), col("date_low")),
          days: daysBetween(col("delivered"), col("date_low")),
          first_day: least(col("date_low"), col("delivered"), makeDate(integer(2020), integer(2), integer(29))),
          last_text: greatest(
            asText(col("date_low")),
            concat(part(asText(col("number")), 1, 2), text("/")),
            nullOf("text"),
          ),
          score: printed(add(multiply(col("value"), double(0.1)), asDouble(integer(-1))), 1),
          weight: asInteger(compare(col("value"), "<", double(-2))),
        },
      ),
    },
    {
      name: "seen",
      relation: join(
        "left",
        step("woman"),
        group(step("fracture"), ["person_id"], {
          rows: countRows,
          numbers: countDistinct(col("number")),
          first_day: min(col("first_day")),
          last_text: max(col("last_text")),
          weight: sum(col("weight")),
        }),
        [["woman_id", "person_id"]],
      ),
    },
    {
      name: "course",
      relation: window(
        window(
          window(
            step("fracture"),
            "day_before",
            { kind: "previous", of: col("first_day") },
            ["person_id"],
            [ascending(col("days")), ascending(col("number"))],
          ),
          "weight_so_far",
          { kind: "runningSum", of: col("weight") },
          ["person_id"],
          [ascending(col("days")), ascending(col("number"))],
        ),
        "least_so_far",
        { kind: "runningMin", of: col("score") },
        [],
        [ascending(col("person_id")), ascending(col("days")), ascending(col("number"))],
      ),
    },
    {
      name: "measured",
      relation: join(
        "anti",
        join("semi", step("woman"), sourceTable("measurement", { patient: "integer", unit: "text" }), [
          ["woman_id", "patient"],
        ]),
        filter(step("course"), compare(col("least_so_far"), ">", subtract(integer(0), integer(20)))),
        [["woman_id", "person_id"]],
      ),
    },
  ],
  result: union(
    distinct(
      project(step("measured"), { woman_id: col("woman_id"), answer: when(col("is_known"), text("yes"), text("no")) }),
    ),
    project(filter(step("seen"), bool(true)), { woman_id: col("woman_id"), answer: trimmed(col("last_text")) }),
    values({ woman_id: "integer", answer: "text" }, [[integer(-1), text("腰痛")]]),
  ),
};

export const SCHEMA_TABLES: TableNames = {
  contract: {
    person: { kind: "table", name: ["lake", "materbone", "person"] },
    event: { kind: "table", name: ["lake", "materbone", "event"] },
    code: { kind: "table", name: ["lake", "materbone", "code"] },
    ancestor: { kind: "empty" },
  },
  source: { measurement: { kind: "table", name: ["lake", 'cdm "5"', "measurement"] } },
};

export const FILE_TABLES: TableNames = {
  contract: {
    person: { kind: "parquet", paths: ["/data/person.parquet"] },
    event: { kind: "parquet", paths: ["/data/event-1.parquet", "/data/event [2]'s.parquet"] },
    code: { kind: "parquet", paths: ["/data/code.parquet"] },
    ancestor: { kind: "empty" },
  },
  source: { measurement: { kind: "parquet", paths: ["/data/measurement.parquet"] } },
};
