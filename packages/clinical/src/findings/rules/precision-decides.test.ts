import { describe, expect, it } from "vitest";
import type { SkeletalSite } from "../../record/scan.ts";
import { precisionDecides } from "./precision-decides.ts";
import { found, scanAt, sentence } from "./woman.fixture.ts";

const change = (site: SkeletalSite, from: number, to: number) => ({
  scans: [scanAt(3, { [site]: { bmdGPerCm2: from } }), scanAt(15, { [site]: { bmdGPerCm2: to } })],
});

describe("precision-decides", () => {
  it("asks about a loss that the minimum precision calls no change", () => {
    const [raised] = found(precisionDecides, change("totalHip", 0.775, 0.752));
    expect(raised?.at).toBe("/scans");
    expect(raised?.facts.pairs[0]).toMatchObject({ statedVerdict: "loss", minimumVerdict: "noChange" });
    if (raised === undefined) throw new Error("nothing raised");
    expect(sentence(precisionDecides, raised, "en")).toContain("−2.97 %");
  });

  // LSC of the stated CV of 1 %: 2.77 %; minimum acceptable precision: spine 5.3, hip 5.0, neck 6.9 %.
  it.each([
    ["totalHip", 1, 1.0276, 0],
    ["totalHip", 1, 1.0277, 1],
    ["totalHip", 1, 1.0499, 1],
    ["totalHip", 1, 1.05, 0],
    ["femoralNeck", 1, 0.932, 1],
    ["femoralNeck", 1, 0.931, 0],
    ["lumbarSpine", 1, 1.0529, 1],
    ["lumbarSpine", 1, 1.053, 0],
  ] as const)("%s from %f to %f", (site, from, to, count) => {
    expect(found(precisionDecides, change(site, from, to))).toHaveLength(count);
  });

  it("is silent where the scans cannot be compared", () => {
    const [first, second] = change("totalHip", 0.775, 0.752).scans;
    if (first === undefined || second === undefined) throw new Error("two scans expected");
    const scans = [
      { ...first, device: "prodigy" },
      { ...second, device: "horizon" },
    ];
    expect(found(precisionDecides, { scans })).toEqual([]);
  });

  it("is silent for one scan", () => {
    expect(found(precisionDecides, { scans: change("totalHip", 0.775, 0.752).scans.slice(0, 1) })).toEqual([]);
  });
});
