import { describe, expect, it } from "vitest";
import { tScoreBeforeMenopause } from "./t-score-before-menopause.ts";
import { found, scanAt } from "./woman.fixture.ts";

const report = (basis: "tScore" | "zScore" | "notStated") => ({
  scans: [{ id: "outside", sites: {}, report: { basis, words: "severe osteoporosis" } }],
});

describe("t-score-before-menopause", () => {
  it("asks about a report classed by T-score", () => {
    const [raised] = found(tScoreBeforeMenopause, { person: { ageYears: 30 }, ...report("tScore") });
    expect(raised?.at).toBe("/scans/0/report");
    expect(raised?.facts).toEqual({ ageYears: 30, withValue: [], classedByReport: ["outside"] });
  });

  it.each(["zScore", "notStated"] as const)("leaves a report by %s alone", (basis) => {
    expect(found(tScoreBeforeMenopause, report(basis))).toEqual([]);
  });

  it("asks about a T-score value, once for all scans", () => {
    const scans = [
      scanAt(3, { lumbarSpine: { tScore: -3.1 }, totalHip: { tScore: -2.0 } }),
      scanAt(15, { lumbarSpine: { zScore: -2.1 } }),
    ];
    const raised = found(tScoreBeforeMenopause, { scans });
    expect(raised).toHaveLength(1);
    expect(raised[0]?.at).toBe("/scans/0/sites");
    expect(raised[0]?.facts.withValue).toEqual(["month-3"]);
  });

  it("is silent after menopause", () => {
    expect(found(tScoreBeforeMenopause, { person: { menopause: "post" }, ...report("tScore") })).toEqual([]);
    expect(found(tScoreBeforeMenopause, { person: { menopause: "pre" }, ...report("tScore") })).toHaveLength(1);
  });
});
