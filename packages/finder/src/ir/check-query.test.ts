import { describe, expect, it } from "vitest";
import {
  add,
  addMonths,
  and,
  asText,
  coalesce,
  col,
  compare,
  concat,
  countRows,
  day,
  double,
  equal,
  integer,
  isIn,
  isNull,
  least,
  nullOf,
  part,
  printed,
  startsWith,
  sum,
  text,
} from "./build-expression.ts";
import {
  ascending,
  contractTable,
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
} from "./build-relation.ts";
import { checkQuery, columnsOf } from "./check-query.ts";
import type { Expression } from "./expression.ts";
import type { Relation } from "./relation.ts";

const person = contractTable("person");
const event = contractTable("event");
const ids = project(event, keep("person_id"));
const problem = (result: Relation): string => {
  try {
    checkQuery({ steps: [], result });
    return "";
  } catch (error) {
    return error instanceof TypeError ? error.message : "not a TypeError";
  }
};
const of = (value: Expression): Relation => project(event, { c: value });

describe("columnsOf", () => {
  it("gives names and types in their order", () => {
    const relation = group(
      project(event, { who: col("person_id"), early: addMonths(col("date_low"), -3), score: printed(col("value"), 1) }),
      ["who", "early"],
      { rows: countRows, score: sum(col("score")) },
    );
    expect([...columnsOf(relation, new Map())]).toEqual([
      ["who", "integer"],
      ["early", "date"],
      ["rows", "integer"],
      ["score", "integer"],
    ]);
  });

  it("keeps the left side of semi and anti joins, and both sides of the others", () => {
    const renamed = project(person, { id: col("person_id") });
    const names = (how: "inner" | "left" | "semi" | "anti") => [
      ...columnsOf(join(how, ids, renamed, [["person_id", "id"]]), new Map()).keys(),
    ];
    expect(names("semi")).toEqual(["person_id"]);
    expect(names("anti")).toEqual(["person_id"]);
    expect(names("inner")).toEqual(["person_id", "id"]);
    expect(names("left")).toEqual(["person_id", "id"]);
  });
});

describe("checkQuery", () => {
  it("names the step and the column of a mistake", () => {
    const steps = [{ name: "ages", relation: project(person, { age: col("birth") }) }];
    expect(() => checkQuery({ steps, result: step("ages") })).toThrow(
      /step "ages", column "age": no column "birth" among person_id, source_id/,
    );
  });

  it.each<readonly [string, Relation, RegExp]>([
    ["a step that is not before", step("later"), /no step "later" before/],
    ["a condition that is no boolean", filter(event, col("code")), /must be boolean, not text/],
    ["texts against numbers", filter(event, equal(col("code"), integer(1))), /= mixes text and integer/],
    ["integers against doubles", of(add(integer(1), double(1))), /add mixes integer and double/],
    ["arithmetic on dates", of(add(col("date_low"), col("date_low"))), /add is for numbers, not date/],
    ["least of booleans", of(least(isNull(col("code")))), /not for booleans/],
    ["a double in a list", of(isIn(col("value"), [1])), /text, integer and date, not double/],
    ["a fraction in a list of integers", of(isIn(col("person_id"), [0.5])), /integer must be within/],
    ["no day of the calendar in a list", of(isIn(col("date_low"), ["2021-02-29"])), /day of the calendar/],
    ["an empty prefix", of(startsWith(col("code"), "")), /not empty/],
    ["a part of a number", of(part(col("person_id"), 1, 2)), /part needs text, not integer/],
    ["a part that begins before the text", of(part(col("code"), 0, 2)), /begins at 1/],
    ["half a sign", of(part(col("code"), 1, 0.5)), /length/],
    ["no day of the calendar", of(day("2021-02-29")), /day of the calendar/],
    ["the year 0", of(day("0000-01-01")), /day of the calendar/],
    ["infinity", of(double(Infinity)), /finite/],
    ["not a number", of(double(Number.NaN)), /finite/],
    ["an integer beyond 2^53", of(integer(2 ** 53)), /within 2\^53/],
    ["half a month", of(addMonths(col("date_low"), 0.5)), /months must be whole/],
    ["a text with NUL", of(text("a\u0000")), /without NUL/],
    ["half a character", of(text("\ud83d")), /well-formed/],
    ["nothing to choose from", of(coalesce()), /coalesce needs a value/],
    ["no text to put together", of(concat()), /concat needs a value/],
    ["a number among texts", of(concat(col("code"), integer(1))), /concat needs text, not integer/],
    ["text of a double", of(asText(col("value"))), /integer and date, not double/],
    ["a sum of doubles", group(event, [], { s: sum(col("value")) }), /for integers, not double/],
    ["no columns", project(event, {}), /needs a column/],
    ["a column twice", window(event, "code", { kind: "rowNumber" }, [], [ascending(col("code"))]), /two columns/],
    ["a window without an order", window(event, "n", { kind: "rowNumber" }, [], []), /needs an order/],
    ["names that both sides have", join("inner", ids, ids, ["person_id"]), /both sides have person_id/],
    ["keys of two types", join("semi", ids, event, [["person_id", "code"]]), /"person_id" is integer, "code" is text/],
    [
      "a condition on a name that both sides have",
      join("semi", ids, event, ["person_id"], compare(col("person_id"), ">", integer(1))),
      /no column "person_id" among kind/,
    ],
    ["parts that differ", union(ids, project(event, { person_id: text("a") })), /parts differ/],
    ["a row that is too short", values({ a: "text", b: "text" }, [[text("x")]]), /1 cells for 2 columns/],
    ["a cell of another type", values({ a: "text" }, [[nullOf("integer")]]), /cell 1 of a row is integer, not text/],
    ["a table of the source with a name that is more", sourceTable('x"; --', { a: "text" }), /name/],
  ])("refuses %s", (_, relation, message) => {
    expect(problem(relation)).toMatch(message);
  });

  it("takes and and or of no parts", () => {
    expect(problem(filter(event, and()))).toBe("");
  });

  it.each(["contract_event", "source_x", "Step", "a b", "__proto__", ""])("refuses the step name %j", (name) => {
    expect(() => checkQuery({ steps: [{ name, relation: person }], result: person })).toThrow(TypeError);
  });

  it("refuses two steps of one name", () => {
    const steps = [
      { name: "a", relation: person },
      { name: "a", relation: person },
    ];
    expect(() => checkQuery({ steps, result: person })).toThrow(/another step/);
  });
});
