import { describe, expect, it } from "vitest";
import { peakHidden } from "./peak-hidden.ts";
import { found, scanAt } from "./woman.fixture.ts";

const hips = (...values: readonly number[]) => ({
  scans: values.map((bmdGPerCm2, position) => scanAt(15 + position, { totalHip: { bmdGPerCm2 } })),
});

describe("peak-hidden", () => {
  it("asks when a value in between is higher than first and last", () => {
    const [raised] = found(peakHidden, hips(0.698, 0.775, 0.752));
    expect(raised?.at).toBe("/scans");
    expect(raised?.facts.sites[0]?.site).toBe("totalHip");
    // By hand: 0.077 / 0.698 and 0.054 / 0.698.
    expect(raised?.facts.sites[0]?.peakPercent).toBeCloseTo(11.03, 2);
    expect(raised?.facts.sites[0]?.lastPercent).toBeCloseTo(7.74, 2);
  });

  it.each([
    ["a steady rise", [0.678, 0.763, 0.929]],
    ["a peak that the last scan equals", [0.698, 0.775, 0.775]],
    ["a trough", [0.698, 0.65, 0.752]],
    ["a fall from the first scan", [0.775, 0.752, 0.698]],
    ["two scans", [0.698, 0.752]],
  ])("is silent for %s", (_, values) => {
    expect(found(peakHidden, hips(...values))).toEqual([]);
  });

  it("asks for a peak just above the last value", () => {
    expect(found(peakHidden, hips(0.698, 0.753, 0.752))).toHaveLength(1);
  });

  it("puts scans in time order first", () => {
    const { scans } = hips(0.698, 0.775, 0.752);
    expect(found(peakHidden, { scans: scans.toReversed() })).toHaveLength(1);
  });

  it("skips scans without the site", () => {
    const [first, peak, last] = hips(0.698, 0.775, 0.752).scans;
    if (first === undefined || peak === undefined || last === undefined) throw new Error("three scans expected");
    const spineOnly = { ...peak, sites: { lumbarSpine: { bmdGPerCm2: 0.9 } } };
    expect(found(peakHidden, { scans: [first, spineOnly, last] })).toEqual([]);
  });
});
