import { describe, expect, it } from "vitest";
import { valueIn } from "../course.fixture.ts";
import { rowsOf, type Scenario, scenarios } from "./scenarios.fixture.ts";

/** A percent change near 0 is compared as the ratio it comes from; any other value as it is. */
function asCompared(column: string, value: number): number {
  return column.startsWith("d") && column.endsWith("_pct") ? 1 + value / 100 : value;
}

/**
 * Share of a column's largest value below which a difference is counted against that share: amounts of a drug that has
 * left, where relative error has no meaning. The reference itself was solved to such floors.
 */
const FLOOR = 1e-6;

function worstDifference(scenario: Scenario): { readonly difference: number; readonly where: string } {
  const { columns, rows } = scenario.reference;
  const largest = columns.map((column, j) => Math.max(...rows.map((row) => Math.abs(asCompared(column, row[j])))));
  let worst = { difference: 0, where: "" };
  rowsOf(scenario).forEach((row, i) => {
    columns.slice(1).forEach((column, k) => {
      const reference = asCompared(column, rows[i][k + 1]);
      const size = Math.max(Math.abs(reference), FLOOR * largest[k + 1]);
      const difference = Math.abs(asCompared(column, valueIn(row, column)) - reference) / (size || 1);
      if (!(difference <= worst.difference)) worst = { difference, where: `${column} at ${row.time} h` };
    });
  });
  return worst;
}

describe("courses of the reference model", () => {
  it.each(scenarios)("$id is that of an independent solver on every output", (scenario) => {
    const { difference, where } = worstDifference(scenario);
    expect(difference, where).toBeLessThan(scenario.id.startsWith("P05") ? 1e-4 : 1e-5);
  });
});
