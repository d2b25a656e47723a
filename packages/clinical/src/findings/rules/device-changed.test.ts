import { describe, expect, it } from "vitest";
import type { SeriesContext } from "../../record/case-view.ts";
import { deviceChanged } from "./device-changed.ts";
import { found, scanAt } from "./woman.fixture.ts";

const on = (months: number, device?: string) =>
  scanAt(months, { totalHip: { bmdGPerCm2: 0.7 } }, device === undefined ? {} : { device });

describe("device-changed", () => {
  it("asks about scans on two devices", () => {
    const [raised] = found(deviceChanged, { scans: [on(3, "prodigy"), on(15, "horizon")] });
    expect(raised?.at).toBe("/scans");
    expect(raised?.facts.devices).toEqual(["prodigy", "horizon"]);
  });

  it("is silent on one device, and where a device is not recorded", () => {
    expect(found(deviceChanged, { scans: [on(3, "prodigy"), on(15, "prodigy")] })).toEqual([]);
    expect(found(deviceChanged, { scans: [on(3), on(15, "prodigy")] })).toEqual([]);
  });

  it("is silent where the centre cross-calibrated the two", () => {
    const crossCalibration = {
      from: "prodigy",
      to: "horizon",
      site: "totalHip",
      slope: 1,
      interceptGPerCm2: -0.03,
      errorGPerCm2: 0.02,
    } as const;
    const context: SeriesContext = { methods: { crossCalibrations: [crossCalibration] } };
    const scans = [on(3, "prodigy"), on(15, "horizon")];
    expect(found(deviceChanged, { scans }, context)).toEqual([]);
    const spine: SeriesContext = { methods: { crossCalibrations: [{ ...crossCalibration, site: "lumbarSpine" }] } };
    expect(found(deviceChanged, { scans }, spine)).toHaveLength(1);
  });

  it("is silent when the two share no site", () => {
    const spine = scanAt(15, { lumbarSpine: { bmdGPerCm2: 0.9 } }, { device: "horizon" });
    expect(found(deviceChanged, { scans: [on(3, "prodigy"), spine] })).toEqual([]);
  });
});
