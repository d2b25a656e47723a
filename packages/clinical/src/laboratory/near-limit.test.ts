import { describe, expect, it } from "vitest";
import { CASE_SCHEMA } from "../record/case-record.ts";
import { openCase } from "../record/case-view.ts";
import type { LaboratoryResult } from "../record/laboratory.ts";
import { nearLimit } from "./near-limit.ts";
import { publishedContext, publishedPanel } from "./published-panels.fixture.ts";
import type { LabReading } from "./reading.ts";

function read(results: LaboratoryResult[]): readonly LabReading[] {
  return openCase({ schema: CASE_SCHEMA, id: "a", laboratory: [{ results }] }, publishedContext()).laboratory;
}

describe("nearLimit", () => {
  it("finds only β-CTX 0.69, 1.5 % above 0.680, in the published cases 2 and 3", () => {
    for (const woman of [2, 3] as const) {
      const near = read(publishedPanel(woman).results).flatMap((reading) => nearLimit(reading, 2) ?? []);
      expect(near).toEqual([
        {
          side: "high",
          limit: { value: 0.68, censored: undefined, decimals: 3 },
          percentBeyond: expect.closeTo(1.47, 2),
        },
      ]);
    }
    expect(read(publishedPanel(1).results).every((reading) => nearLimit(reading, 2) === undefined)).toBe(true);
  });

  it.each<[string, LaboratoryResult["interval"], boolean]>([
    ["102", { high: "100.0" }, true],
    ["103", { high: "100.0" }, false],
    ["98", { low: "100.0" }, true],
    ["97", { low: "100.0" }, false],
    ["102", { high: "100" }, false],
    ["102.0", { high: "100.0" }, false],
    ["1.02", { high: "1.000" }, true],
    ["100", { high: "100.0" }, false],
    [">102", { high: "100.0" }, false],
  ])("%s against %o: %s", (value, interval = {}, isNear) => {
    const reading = read([{ analyte: "alp", value, unit: "U/L", interval }])[0];
    expect(reading !== undefined && nearLimit(reading, 2) !== undefined).toBe(isNear);
  });

  it("does not compare digits across units", () => {
    const reading = read([{ analyte: "urineCalcium24h", value: "302", unit: "mg/24h" }])[0];
    expect(reading?.flag).toBe("high");
    expect(reading && nearLimit(reading, 2)).toBeUndefined();
  });
});
