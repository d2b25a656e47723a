import { describe, expect, it } from "vitest";
import { evaluateView } from "./evaluate-view.ts";
import { parseView } from "./fhir-view.ts";
import { officialTests, unordered, unsupported } from "./official-tests.fixture.ts";

const tests = officialTests();
const listed = unsupported("evaluator");

describe("official tests of SQL-on-FHIR v2, evaluator", () => {
  it("lists only tests that exist", () => {
    expect([...listed.keys()].filter((name) => !tests.some((test) => test.name === name))).toEqual([]);
  });

  for (const test of tests) {
    const run = (): void => {
      const rows = () => {
        const view = parseView(test.view);
        if (test.expectColumns) expect(view.columns.map(({ name }) => name)).toEqual(test.expectColumns);
        return test.resources.flatMap((resource) => evaluateView(view, resource));
      };
      if (test.expectError) expect(rows).toThrow();
      else expect(unordered(rows())).toEqual(unordered(test.expect ?? []));
    };
    if (listed.has(test.name)) it(`${test.name} (unsupported)`, () => expect(run).toThrow());
    else it(test.name, run);
  }
});
