import { describe, expect, it } from "vitest";
import { precisionKnowledge } from "./precision-knowledge.ts";
import { precisionStudyResult } from "./precision-study.ts";

describe("precisionStudyResult", () => {
  it("is the root mean square of the SDs of duplicate scans", () => {
    // SD of two values is |a - b| / sqrt(2): 0.02 / sqrt(2) and 0.04 / sqrt(2); their root mean square is sqrt(0.0005).
    const result = precisionStudyResult([
      [0.8, 0.82],
      [0.9, 0.94],
    ]);
    expect(result).toMatchObject({ people: 2, degreesOfFreedom: 2, isLargeEnough: false });
    expect(result?.rmsSdGPerCm2).toBeCloseTo(Math.sqrt(0.0005), 12);
    expect(result?.lscGPerCm2).toBeCloseTo(2.77 * Math.sqrt(0.0005), 12);
    expect(result?.meanGPerCm2).toBeCloseTo((0.81 + 0.92) / 2, 12);
  });

  it("weighs people by their degrees of freedom", () => {
    // Squared deviations: 0.0002 of two scans, 0.0002 of three (0.01² + 0 + 0.01²), over 1 + 2 degrees.
    const result = precisionStudyResult([
      [0.8, 0.82],
      [0.7, 0.71, 0.72],
    ]);
    expect(result?.degreesOfFreedom).toBe(3);
    expect(result?.rmsSdGPerCm2).toBeCloseTo(Math.sqrt(0.0004 / 3), 12);
  });

  it("is large enough from the asked degrees of freedom on", () => {
    const least = precisionKnowledge.studySize.minimumDegreesOfFreedom;
    const duplicates = (people: number) => Array.from({ length: people }, () => [0.8, 0.81]);
    expect(precisionStudyResult(duplicates(least - 1))?.isLargeEnough).toBe(false);
    expect(precisionStudyResult(duplicates(least))?.isLargeEnough).toBe(true);
  });

  it("is none when all repeats are alike", () => {
    expect(precisionStudyResult([[0.8, 0.8]])).toBeUndefined();
  });

  it("refuses a person with one scan", () => {
    expect(() => precisionStudyResult([[0.8]])).toThrow(RangeError);
  });
});
