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

  // LSC of the stated CV of 1 %: 2.77 %.
  it.each([
    ["a thousandth up and down", [0.8, 0.801, 0.8], "info"],
    ["a rise just below the LSC", [0.8, 0.822, 0.821], "info"],
    ["a rise that reaches it", [0.8, 0.8222, 0.821], undefined],
    ["a fall that reaches it", [0.82, 0.83, 0.807], undefined],
  ])("weighs %s", (_, values, severity) => {
    const [raised] = found(peakHidden, hips(...values));
    if (raised === undefined) throw new Error("a finding expected");
    expect(raised.severity).toBe(severity);
  });

  it("leaves out a peak on another device, on the other side or on other vertebrae", () => {
    const [first, peak, last] = hips(0.698, 0.775, 0.752).scans;
    if (first === undefined || peak === undefined || last === undefined) throw new Error("three scans expected");
    const on = (device: string, scan: typeof first) => ({ ...scan, device });
    expect(found(peakHidden, { scans: [on("a", first), on("b", peak), on("a", last)] })).toEqual([]);
    expect(found(peakHidden, { scans: [on("a", first), on("a", peak), on("a", last)] })).toHaveLength(1);
    expect(found(peakHidden, { scans: [on("a", first), peak, on("a", last)] })).toHaveLength(1);
    const hip = (bmdGPerCm2: number, side: "left" | "right") => ({ totalHip: { bmdGPerCm2, side } });
    const sides = [scanAt(15, hip(0.7, "left")), scanAt(16, hip(0.8, "right")), scanAt(17, hip(0.75, "left"))];
    expect(found(peakHidden, { scans: sides })).toEqual([]);
    const spine = (bmdGPerCm2: number, vertebrae: ("L1" | "L2" | "L3" | "L4")[]) => ({
      lumbarSpine: { bmdGPerCm2, vertebrae },
    });
    const levels = [
      scanAt(15, spine(0.7, ["L1", "L2", "L3", "L4"])),
      scanAt(16, spine(0.8, ["L2", "L3", "L4"])),
      scanAt(17, spine(0.75, ["L1", "L2", "L3", "L4"])),
    ];
    expect(found(peakHidden, { scans: levels })).toEqual([]);
  });

  it("takes the highest peak that can be compared", () => {
    const { scans } = hips(0.7, 0.9, 0.8, 0.75);
    const marked = scans.map((scan, position) => ({ ...scan, device: position === 1 ? "b" : "a" }));
    expect(found(peakHidden, { scans: marked })[0]?.facts.sites[0]?.peakGPerCm2).toBe(0.8);
  });

  it("still asks when a fractured vertebra lies inside", () => {
    const scans = [0.7, 0.8, 0.75].map((bmdGPerCm2, position) =>
      scanAt(15 + position, { lumbarSpine: { bmdGPerCm2 } }),
    );
    expect(found(peakHidden, { scans, fractures: [{ site: "L2" }] })).toHaveLength(1);
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
