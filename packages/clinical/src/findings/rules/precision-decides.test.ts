import { describe, expect, it } from "vitest";
import type { SeriesContext } from "../../record/case-view.ts";
import type { SkeletalSite } from "../../record/scan.ts";
import { precisionDecides } from "./precision-decides.ts";
import { found, scanAt, sentence } from "./woman.fixture.ts";

const change = (site: SkeletalSite, from: number, to: number) => ({
  scans: [scanAt(3, { [site]: { bmdGPerCm2: from } }), scanAt(15, { [site]: { bmdGPerCm2: to } })],
});

/** One densitometer, with the CV that it states or without one. */
const stating = (cvPercent?: number): SeriesContext => ({
  methods: {
    densitometers: [
      {
        id: "primus",
        manufacturer: "OsteoSys",
        model: "Primus",
        ...(cvPercent === undefined ? {} : { precision: [{ cvPercent, bound: "atMost", kind: "notStated" }] }),
      },
    ],
  },
});
const ONE_PERCENT = stating(1);

describe("precision-decides", () => {
  it("asks about a loss that the minimum precision calls no change", () => {
    const [raised] = found(precisionDecides, change("totalHip", 0.775, 0.752), ONE_PERCENT);
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
    expect(found(precisionDecides, change(site, from, to), ONE_PERCENT)).toHaveLength(count);
  });

  it("is silent where the scans cannot be compared", () => {
    const [first, second] = change("totalHip", 0.775, 0.752).scans;
    if (first === undefined || second === undefined) throw new Error("two scans expected");
    const scans = [
      { ...first, device: "prodigy" },
      { ...second, device: "horizon" },
    ];
    expect(found(precisionDecides, { scans }, ONE_PERCENT)).toEqual([]);
  });

  it("is silent where no densitometer states a precision: nothing was claimed", () => {
    expect(found(precisionDecides, change("totalHip", 0.775, 0.752))).toEqual([]);
    expect(found(precisionDecides, change("totalHip", 0.775, 0.752), stating())).toEqual([]);
  });

  it("is silent for one scan", () => {
    expect(found(precisionDecides, { scans: change("totalHip", 0.775, 0.752).scans.slice(0, 1) }, ONE_PERCENT)).toEqual(
      [],
    );
  });
});
