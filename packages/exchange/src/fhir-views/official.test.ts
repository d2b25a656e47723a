import { parseView } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import { officialTests, unordered, unsupported } from "../../../finder/src/fhir/official-tests.fixture.ts";
import { duckdbRows } from "./duckdb-view.fixture.ts";

const tests = officialTests();
const listed = unsupported("duckdb");

describe("official tests of SQL-on-FHIR v2, DuckDB", () => {
  it("lists only tests that exist", () => {
    expect([...listed.keys()].filter((name) => !tests.some((test) => test.name === name))).toEqual([]);
  });

  for (const test of tests) {
    const run = async (): Promise<void> => {
      const rows = async () => {
        const view = parseView(test.view);
        // A file of Bulk Data holds one type; the official suite mixes them.
        const resources = test.resources.filter((item) => typeOf(item) === view.resource);
        return duckdbRows(
          view,
          resources.map((resource) => JSON.stringify(resource)),
        );
      };
      if (test.expectError) return expect(rows()).rejects.toThrow();
      const found = await rows();
      if (test.expectColumns) expect(Object.keys(found[0] ?? {})).toEqual(test.expectColumns);
      expect(unordered(found)).toEqual(unordered(test.expect ?? []));
    };
    if (listed.has(test.name)) it(`${test.name} (unsupported)`, () => expect(run()).rejects.toThrow());
    else it(test.name, run);
  }
});

function typeOf(resource: unknown): unknown {
  return typeof resource === "object" && resource !== null ? Reflect.get(resource, "resourceType") : undefined;
}
