import { withinGroupSd } from "@materbone/numerics";
import { describe, expect, it } from "vitest";
import golden from "../../golden/densitometry.json" with { type: "json" };
import { convertedBmd, twoDeviceLscGPerCm2 } from "./cross-calibration.ts";
import { leastSignificantChange } from "./least-significant-change.ts";
import { percentChange } from "./response.ts";

function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(golden.relativeTolerance * Math.abs(expected));
}

describe("densitometry against R", () => {
  it.each(golden.precision)("precision study $id", (row) => {
    const { sd, degreesOfFreedom } = withinGroupSd(row.scansGPerCm2);
    expectClose(sd, row.rmsSdGPerCm2);
    expect(degreesOfFreedom).toBe(row.degreesOfFreedom);
    const lsc = leastSignificantChange(
      { kind: "centre", sites: { totalHip: { kind: "repeats", scansGPerCm2: row.scansGPerCm2 } } },
      { site: "totalHip", bmdGPerCm2: 0.8 },
      {},
    );
    expectClose(lsc?.gPerCm2 ?? Number.NaN, row.lscGPerCm2);
  });

  it.each(golden.change)("change $id", (row) => {
    const percent = percentChange(row.fromBmdGPerCm2, row.toBmdGPerCm2);
    expectClose(percent, row.percent);
    expectClose((percent / row.months) * 12, row.percentPerYear);
  });

  it.each(golden.twoDevice)("two devices, slope $slope", (row) => {
    const calibration = {
      from: "a",
      to: "b",
      site: "lumbarSpine",
      slope: row.slope,
      interceptGPerCm2: row.interceptGPerCm2,
      errorGPerCm2: row.errorGPerCm2,
    } as const;
    const converted = convertedBmd(row.earlierBmdGPerCm2, calibration);
    expectClose(converted, row.convertedGPerCm2);
    expectClose(row.laterBmdGPerCm2 - converted, row.changeGPerCm2);
    expectClose(
      twoDeviceLscGPerCm2(row.earlierPrecisionGPerCm2, row.laterPrecisionGPerCm2, calibration),
      row.lscGPerCm2,
    );
    expectClose(
      twoDeviceLscGPerCm2(row.earlierPrecisionGPerCm2, row.laterPrecisionGPerCm2, { ...calibration, errorGPerCm2: 0 }),
      row.lscPrecisionOnlyGPerCm2,
    );
  });
});
