import { describe, expect, it } from "vitest";
import { convertMedian, MEDIAN_METHODS } from "./convert-median.ts";
import { summaryOf } from "./median-summary.fixture.ts";
import type { MedianReport } from "./median-summary.ts";

describe("convertMedian", () => {
  const bad = (report: MedianReport) => convertMedian(report);

  it("marks its result as derived, by the method used", () => {
    const converted = convertMedian({ n: 40, min: 2, median: 11, max: 20 }, "wan");
    expect(converted).toMatchObject({
      kind: "converted",
      mean: 11,
      origin: { kind: "derivedFromMedian", method: "wan" },
      warnings: [],
    });
  });

  it("warns up to ten people that the methods differ, with their extremes", () => {
    const report = { min: 1.1, median: 14, max: 36 };
    const few = convertMedian({ ...report, n: 10 });
    if (few.kind !== "converted") throw new Error("expected a mean and SD");
    const warning = few.warnings.find(({ kind }) => kind === "methodsDiffer");
    if (warning?.kind !== "methodsDiffer") throw new Error("expected a warning");
    expect(warning.sds[1] / warning.sds[0]).toBeGreaterThan(1.5);
    for (const method of MEDIAN_METHODS) {
      const other = convertMedian({ ...report, n: 10 }, method);
      if (other.kind !== "converted") throw new Error("expected a mean and SD");
      expect(other.sd).toBeGreaterThanOrEqual(warning.sds[0]);
      expect(other.sd).toBeLessThanOrEqual(warning.sds[1]);
      expect(other.warnings).toContainEqual(warning);
    }
    const enough = convertMedian({ ...report, n: 11 });
    expect(enough.kind === "converted" && enough.warnings.map(({ kind }) => kind)).toEqual([]);
  });

  it("flags a skewed sample that the method takes as normal, and not by another method", () => {
    const report = { n: 50, q1: 10, median: 11, q3: 30 };
    expect(convertMedian(report)).toMatchObject({ warnings: [{ kind: "skewed" }] });
    expect(convertMedian(report, "logNormal")).toMatchObject({ warnings: [] });
  });

  it("refuses quartiles of three, and names the methods that do not", () => {
    expect(convertMedian({ n: 3, q1: 10, median: 15.86, q3: 37.02 })).toEqual({
      kind: "notDefined",
      reason: { kind: "tooFew", needed: 5 },
      definedMethods: ["quantileEstimation", "unknownNonNormal", "boxCox"],
    });
    expect(convertMedian({ n: 4, min: 1, median: 2, max: 3 }).kind).toBe("notDefined");
    expect(convertMedian({ n: 5, min: 1, median: 2, max: 3 }).kind).toBe("converted");
  });

  it.each([
    ["hozo", { n: 20, q1: 1, median: 2, q3: 3 }, { kind: "otherSummary", needs: "range" }],
    ["logNormal", { n: 20, q1: 0, median: 2, q3: 3 }, { kind: "notPositive" }],
    ["boxCox", { n: 20, q1: -1, median: 2, q3: 3 }, { kind: "notPositive" }],
    ["boxCox", { n: 20, q1: 2, median: 2, q3: 3 }, { kind: "medianAtEnd" }],
    ["unknownNonNormal", { n: 20, q1: 1, median: 3, q3: 3 }, { kind: "medianAtEnd" }],
    ["unknownNonNormal", { n: 2, min: 1, median: 2, max: 3 }, { kind: "tooFew", needed: 3 }],
    ["quantileEstimation", { n: 2, min: 1, median: 2, max: 3 }, { kind: "tooFew", needed: 3 }],
    ["quantileEstimation", { n: 4, min: 1, q1: 1.5, median: 2, q3: 2.5, max: 3 }, { kind: "tooFew", needed: 5 }],
  ] as const)("%s says why it is not defined for %o", (method, report, reason) => {
    expect(convertMedian(report, method)).toMatchObject({ kind: "notDefined", reason });
  });

  it("refuses what is no summary", () => {
    expect(bad({ n: undefined, median: 1, min: 0, max: 2 })).toEqual({ kind: "badSummary", reason: "incomplete" });
    expect(bad({ n: 9, median: undefined, min: 0, max: 2 })).toEqual({ kind: "badSummary", reason: "incomplete" });
    expect(bad({ n: 9, median: 1, min: 0, q3: 2 })).toEqual({ kind: "badSummary", reason: "incomplete" });
    expect(bad({ n: 9, median: 1, min: 0, max: Number.NaN })).toEqual({ kind: "badSummary", reason: "notFinite" });
    expect(bad({ n: 9.5, median: 1, min: 0, max: 2 })).toEqual({ kind: "badSummary", reason: "sizeNotWhole" });
    expect(bad({ n: 9, median: 3, min: 0, max: 2 })).toEqual({ kind: "badSummary", reason: "notAscending" });
    expect(bad({ n: 9, median: 1, min: 1, max: 1 })).toEqual({ kind: "badSummary", reason: "noSpread" });
  });

  it("does not use one end of a range beside both quartiles", () => {
    expect(summaryOf({ n: 9, min: 0, q1: 1, median: 2, q3: 3 }).kind).toBe("quartiles");
  });
});
