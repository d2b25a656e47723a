import { describe, expect, it } from "vitest";
import { criterionSensitive } from "./criterion-sensitive.ts";
import { found, scanAt, sentence } from "./woman.fixture.ts";

const withZ = (lumbarSpine: number, femoralNeck: number, totalHip?: number) => ({
  scans: [
    scanAt(6, {
      lumbarSpine: { zScore: lumbarSpine },
      femoralNeck: { zScore: femoralNeck },
      ...(totalHip === undefined ? {} : { totalHip: { zScore: totalHip } }),
    }),
  ],
});

describe("criterion-sensitive", () => {
  it("asks when one site meets the cut-off and another does not", () => {
    const [raised] = found(criterionSensitive, withZ(-2.9, -1.6, -2.0));
    expect(raised?.at).toBe("/scans/0/sites");
    expect(raised?.facts.met.map(({ site }) => site)).toEqual(["lumbarSpine", "totalHip"]);
    expect(raised?.facts.notMet).toEqual([{ site: "femoralNeck", score: -1.6 }]);
  });

  it.each([
    ["all sites at the cut-off", -2.0, -2.0, 0],
    ["one site a tenth above it", -2.0, -1.9, 1],
    ["one site printed on it", -2.0, -1.95, 0],
    ["no site at it", -1.9, -1.9, 0],
  ])("%s", (_, spine, neck, count) => {
    expect(found(criterionSensitive, withZ(spine, neck))).toHaveLength(count);
  });

  it("reads the diagnostic scan only", () => {
    const first = withZ(-2.9, -2.7).scans;
    const later = scanAt(18, { lumbarSpine: { zScore: -2.2 }, femoralNeck: { zScore: -1.2 } });
    expect(found(criterionSensitive, { scans: [...first, later] })).toEqual([]);
  });

  it("says nothing without scans or with one site", () => {
    expect(found(criterionSensitive, {})).toEqual([]);
    expect(found(criterionSensitive, { scans: [scanAt(6, { lumbarSpine: { zScore: -2.9 } })] })).toEqual([]);
  });

  it("is silent after menopause, where the T-score decides", () => {
    const person = { sex: "female", menopause: "post" } as const;
    expect(found(criterionSensitive, { ...withZ(-2.9, -1.6), person })).toEqual([]);
    expect(found(criterionSensitive, { ...withZ(-2.9, -1.6), person: { ...person, menopause: "pre" } })).toHaveLength(
      1,
    );
  });

  it("names the sites in both languages", () => {
    const [raised] = found(criterionSensitive, withZ(-2.9, -1.6));
    if (raised === undefined) throw new Error("nothing raised");
    expect(sentence(criterionSensitive, raised, "en")).toContain("lumbar spine (−2.9)");
    expect(sentence(criterionSensitive, raised, "zh")).toContain("腰椎（−2.9）");
  });
});
