import nodeSqlParser from "node-sql-parser";
import { describe, expect, it } from "vitest";
import { checkQuery } from "../ir/check-query.ts";
import type { Aggregate, Expression } from "../ir/expression.ts";
import type { Query, Relation } from "../ir/relation.ts";
import { planDefinition } from "../plan/plan-definition.ts";
import { ACCIDENT_COHORT, SMALL_COHORT } from "../plan/small-cohort.fixture.ts";
import type { DialectName } from "./dialect.ts";
import { EVERY_KIND, FILE_TABLES, SCHEMA_TABLES } from "./every-kind.fixture.ts";
import { printQuery, type TableNames } from "./print-query.ts";

const DIALECTS = ["duckdb", "postgres", "trino", "spark"] as const satisfies readonly DialectName[];
const parser = new nodeSqlParser.Parser();

/** Every kind, and plans without and with what asks for near events and visits. */
const PRINTED: readonly Query[] = [EVERY_KIND, planDefinition(SMALL_COHORT), planDefinition(ACCIDENT_COHORT)];

const tablesOf = (dialect: DialectName): TableNames => (dialect === "duckdb" ? FILE_TABLES : SCHEMA_TABLES);
const print = (value: Expression, dialect: DialectName): string =>
  printQuery(
    { steps: [], result: { kind: "values", columns: { v: "text" }, rows: [[value]] } },
    SCHEMA_TABLES,
    dialect,
  );

/** Every kind that a statement may hold; the compiler asks for all of them. */
const KINDS: Readonly<Record<Expression["kind"] | Aggregate["kind"] | Relation["kind"], true>> = {
  column: true,
  text: true,
  integer: true,
  double: true,
  boolean: true,
  date: true,
  null: true,
  compare: true,
  and: true,
  or: true,
  not: true,
  isNull: true,
  isIn: true,
  startsWith: true,
  part: true,
  trimmed: true,
  addMonths: true,
  addDays: true,
  makeDate: true,
  daysBetween: true,
  completedMonths: true,
  completedYears: true,
  add: true,
  subtract: true,
  multiply: true,
  printed: true,
  case: true,
  coalesce: true,
  least: true,
  greatest: true,
  asText: true,
  concat: true,
  asDouble: true,
  asInteger: true,
  countRows: true,
  countDistinct: true,
  min: true,
  max: true,
  sum: true,
  contract: true,
  source: true,
  step: true,
  filter: true,
  project: true,
  join: true,
  group: true,
  union: true,
  distinct: true,
  window: true,
  values: true,
};

it("is shown whole: every kind of relation, expression and aggregate", () => {
  expect(() => checkQuery(EVERY_KIND)).not.toThrow();
  const seen = new Set<unknown>();
  JSON.stringify(EVERY_KIND, (key, value: unknown) => {
    if (key === "kind") seen.add(value);
    return value;
  });
  expect(Object.keys(KINDS).filter((kind) => !seen.has(kind))).toEqual([]);
});

describe.each(DIALECTS)("%s", (dialect) => {
  // A printed statement proves nothing: the engines' contract suite does. The files show what a change does to the text.
  it("prints the statement that is kept", async () => {
    const sql = `${printQuery(EVERY_KIND, tablesOf(dialect), dialect)}\n`;
    await expect(sql).toMatchFileSnapshot(`../../golden/sql/${dialect}.sql`);
  });

  it("makes one SELECT, without functions of its own or temporary tables", () => {
    for (const query of PRINTED) {
      const sql = printQuery(query, tablesOf(dialect), dialect);
      expect(sql).toMatch(/^WITH /);
      expect(sql.replaceAll(/'(?:[^']|'')*'/g, "''")).not.toMatch(/;|\bCREATE\b|\bTEMP|--|\/\*/);
    }
  });

  it.each(["a\u0000", "\ud800"])("refuses a text that no engine holds: %j", (value) => {
    expect(() => print({ kind: "text", value }, dialect)).toThrow(TypeError);
  });

  it("refuses a name of a column or step that is more than a name", () => {
    for (const name of ['a"b', "a b", "A", "", "__proto__", "select;", "a".repeat(64)]) {
      const query: Query = {
        steps: [],
        result: { kind: "values", columns: Object.fromEntries([[name, "text"]]), rows: [] },
      };
      expect(() => printQuery(query, {}, dialect)).toThrow(TypeError);
      const steps = [{ name, relation: { kind: "contract", table: "person" } as const }];
      expect(() => printQuery({ steps, result: { kind: "step", name } }, tablesOf(dialect), dialect)).toThrow(
        TypeError,
      );
    }
  });

  it("refuses a table that has no place, and a step that would hide one", () => {
    const result = { kind: "contract", table: "person" } as const;
    expect(() => printQuery({ steps: [], result }, {}, dialect)).toThrow(/contract_person: no table is named/);
    const steps = [{ name: "people", relation: result }];
    const tables = { contract: { person: { kind: "table", name: ["People"] } } } as const;
    expect(() => printQuery({ steps, result }, tables, dialect)).toThrow(/a table has this name/);
  });
});

/** The grammars of the parser know no doubled quotes within a name. */
const PLAIN_TABLES: TableNames = {
  ...SCHEMA_TABLES,
  source: { measurement: { kind: "table", name: ["lake", "cdm", "measurement"] } },
};

// The Trino grammar of node-sql-parser takes NOT EXISTS but not EXISTS, which Trino itself has.
it("prints Trino that a grammar of it takes", () => {
  for (const query of PRINTED) {
    const sql = printQuery(query, PLAIN_TABLES, "trino").replaceAll(" WHERE EXISTS (", " WHERE NOT EXISTS (");
    expect(() => parser.astify(sql, { database: "trino" })).not.toThrow();
  }
});

// No grammar of Spark is at hand, and that of Hive takes no quoted name of a CTE: only the shape is parsed, with the names and
// types as PostgreSQL writes them.
it("prints Spark SQL of a shape that a grammar takes", () => {
  for (const query of PRINTED) {
    const sql = printQuery(query, PLAIN_TABLES, "spark")
      .replaceAll("`", '"')
      .replaceAll(/ AS STRING\)/g, " AS TEXT)")
      .replaceAll("(X'", "('");
    expect(() => parser.astify(sql, { database: "postgresql" })).not.toThrow();
  }
});

describe("quotes", () => {
  it.each([
    ["duckdb", "a'b\\c", "'a''b\\c'"],
    ["postgres", "a'b", "'a''b'"],
    ["postgres", "a'b\\c", "E'a''b\\\\c'"],
    ["trino", "a'b\\c", "'a''b\\c'"],
    ["spark", "腰痛", "'腰痛'"],
    ["spark", "a'b\\c", "CAST(X'6127625C63' AS STRING)"],
    ["spark", "$" + "{x}", "CAST(X'247B787D' AS STRING)"],
    ["spark", "'中", "CAST(X'27E4B8AD' AS STRING)"],
    ["spark", "\u2028", "CAST(X'E280A8' AS STRING)"],
  ] as const)("%s: %j", (dialect, value, expected) => {
    expect(print({ kind: "text", value }, dialect)).toContain(`(${expected})`.replace("(E'", "( E'"));
  });

  it("prints a double with all its digits and as a double", () => {
    const query = (value: number): Query => ({
      steps: [],
      result: { kind: "values", columns: { v: "double" }, rows: [[{ kind: "double", value }]] },
    });
    expect(printQuery(query(-1.9999999999999998), {}, "trino")).toContain("CAST(-1.9999999999999998E0 AS DOUBLE)");
    expect(printQuery(query(5e-324), {}, "duckdb")).toContain("CAST(5E-324 AS DOUBLE)");
    expect(printQuery(query(-0), {}, "postgres")).toContain("CAST(0E0 AS double precision)");
  });
});
