import { describe, expect, it } from "vitest";
import golden from "../../golden/scenarios.json" with { type: "json" };
import { createRunner } from "../run/create-runner.ts";
import { simulationModels } from "../simulation-models.ts";
import { readScenario } from "./read-scenario.ts";

const { columns, relativeTolerance, scenarios } = golden;
const [, ...names] = columns;

/** Share of a column's largest value below which a difference counts against that share: a drug that has left. */
const FLOOR = 1e-6;

/** A percent change near 0 is compared as the ratio that it comes from. */
function asCompared(column: string, value: number): number {
  return column.startsWith("dBMD") ? 1 + value / 100 : value;
}

describe("a scenario file on the reference model", () => {
  it.each(scenarios)("gives what an independent solver gives for its forcing by hand: $title", ({ scenario, rows }) => {
    const outputs = { ...scenario.outputs, names };
    const document = { schema: "materbone/scenario/1", model: "calcium-bone", ...scenario, outputs };
    const read = readScenario(document, simulationModels);
    if (read.kind === "refused") throw new Error(JSON.stringify(read.problems));
    const { times, values } = createRunner(read.scenario.model.kernel).run(read.scenario.plan);
    expect(times).toHaveLength(rows.length);
    rows.forEach(([time], row) => {
      expect(times[row]).toBeCloseTo(time ?? Number.NaN, 8);
    });
    names.forEach((name, column) => {
      const wanted = rows.map((row) => asCompared(name, row[column + 1] ?? Number.NaN));
      const largest = Math.max(...wanted.map(Math.abs));
      wanted.forEach((value, row) => {
        const difference = Math.abs(asCompared(name, values[column]?.[row] ?? Number.NaN) - value);
        const size = Math.max(Math.abs(value), FLOOR * largest);
        expect(difference, `${name} in row ${row}`).toBeLessThanOrEqual(relativeTolerance * size);
      });
    });
  });
});
