import { describe, expect, it } from "vitest";
import { found, scanAt } from "./woman.fixture.ts";
import { zAtThreshold } from "./z-at-threshold.ts";

const hip = (zScore: number) => ({
  scans: [scanAt(6, { lumbarSpine: { zScore: -2.9 }, totalHip: { zScore } })],
});

describe("z-at-threshold", () => {
  it.each([
    [-2.1, 0],
    [-2.0, 1],
    [-1.9, 0],
    // Printed with one decimal as −2.0.
    [-1.95, 1],
    [-2.04, 1],
    [-2.05, 0],
  ])("total hip %f", (zScore, count) => {
    expect(found(zAtThreshold, hip(zScore))).toHaveLength(count);
  });

  it("points at the score and names its site", () => {
    const [raised] = found(zAtThreshold, hip(-2.0));
    expect(raised?.at).toBe("/scans/0/sites/totalHip/zScore");
    expect(raised?.facts.sites).toEqual(["totalHip"]);
  });

  it("is silent after menopause, where the T-score decides", () => {
    const person = { sex: "female", menopause: "post" } as const;
    expect(found(zAtThreshold, { ...hip(-2.0), person })).toEqual([]);
    expect(found(zAtThreshold, { ...hip(-2.0), person: { ...person, menopause: "pre" } })).toHaveLength(1);
  });

  it("leaves follow-up scans alone", () => {
    expect(found(zAtThreshold, { scans: [...hip(-2.5).scans, scanAt(18, { totalHip: { zScore: -2.0 } })] })).toEqual(
      [],
    );
  });
});
