import { withinGroupSd } from "@materbone/numerics";
import { describe, expect, it } from "vitest";
import golden from "../../golden/densitometry-uncertainty.json" with { type: "json" };
import { annualChange, type BmdLimits, bmdChange } from "./bmd-change.ts";
import { bmdTrend } from "./bmd-trend.ts";
import { lmsScore, lmsValue } from "./lms.ts";
import { lscOfVisits } from "./lsc-of-visits.ts";
import { precisionLimits, rmsCvPercent } from "./precision-limits.ts";
import { percentileOfScore, referenceScore } from "./reference-score.ts";
import { regressionToTheMean } from "./regression-to-the-mean.ts";
import { shrunkenChange } from "./shrunken-change.ts";
import { SCANNER_SCALES, standardisedBmd } from "./standardised-bmd.ts";

function expectClose(actual: number | undefined, expected: number): void {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    golden.relativeTolerance * Math.abs(expected),
  );
}

function expectLimits({ lower, upper }: BmdLimits, expected: readonly number[]): void {
  expectClose(lower, expected[0] ?? Number.NaN);
  expectClose(upper, expected[1] ?? Number.NaN);
}

describe("uncertainty of densitometry against R", () => {
  it.each(golden.precision)("precision $id", ({ scansGPerCm2, expected }) => {
    const { sd, degreesOfFreedom } = withinGroupSd(scansGPerCm2);
    const cvPercent = rmsCvPercent(scansGPerCm2);
    expectClose(cvPercent, expected.rmsCvPercent);
    for (const [confidence, limits] of [
      [90, expected.limits90],
      [95, expected.limits95],
    ] as const) {
      const { lowerGPerCm2, upperGPerCm2 } = precisionLimits(sd, degreesOfFreedom, confidence);
      expectLimits({ lower: lowerGPerCm2, upper: upperGPerCm2 }, limits);
    }
    expectClose(precisionLimits(sd, degreesOfFreedom, 90).upperOneSidedGPerCm2, expected.upper90OneSided);
    expectClose(lscOfVisits(sd), expected.lsc95);
    expectClose(2.77 * cvPercent, expected.lsc95PercentPrinted);
    expectClose(lscOfVisits(sd, { confidencePercent: 90 }), expected.lsc90);
    expectClose(lscOfVisits(sd, { confidencePercent: 80 }), expected.lsc80);
    expectClose(lscOfVisits(sd, { sides: 1 }), expected.lsc95OneSided);
    expectClose(lscOfVisits(sd, { scansBefore: 2, scansAfter: 2 }), expected.lsc95TwoAndTwoScans);
    expectClose(lscOfVisits(sd, { scansBefore: 1, scansAfter: 2 }), expected.lsc95OneAndTwoScans);
  });

  it.each(golden.change)("change $id", ({ fromBmdGPerCm2, toBmdGPerCm2, precisionGPerCm2, months, expected }) => {
    const change = bmdChange({ fromBmdGPerCm2, toBmdGPerCm2, precisionGPerCm2 });
    expectClose(change.gPerCm2, expected.gPerCm2);
    expectClose(change.percent, expected.percent);
    expectClose(change.logRatio, expected.logRatio);
    expectClose(change.standardErrorGPerCm2, expected.standardErrorGPerCm2);
    expectLimits(change.limitsGPerCm2, expected.limitsGPerCm2);
    expectLimits(change.limitsPercent, expected.limitsPercent);
    expectLimits(change.limitsPercentByLog, expected.limitsPercentByLog);
    expectClose(change.lscGPerCm2, expected.lscGPerCm2);
    expect(Math.abs(change.gPerCm2) >= change.lscGPerCm2).toBe(expected.exceedsLsc);
    expectClose(change.probabilityOfGain, expected.probabilityOfGain);
    expectClose(change.probabilityOfGainBeyondLsc, expected.probabilityOfGainBeyondLsc);
    const yearly = annualChange(fromBmdGPerCm2, toBmdGPerCm2, months);
    expectClose(yearly.gPerCm2, expected.perYear.gPerCm2);
    expectClose(yearly.simplePercent, expected.perYear.simplePercent);
    expectClose(yearly.compoundPercent, expected.perYear.compoundPercent);
    const { prior, ...posterior } = expected.shrunken;
    const shrunken = shrunkenChange(change.gPerCm2, change.standardErrorGPerCm2, prior);
    expectClose(shrunken.weight, posterior.weight);
    expectClose(shrunken.gPerCm2, posterior.gPerCm2);
    expectClose(shrunken.sdGPerCm2, posterior.sdGPerCm2);
    expectClose(shrunken.probabilityOfGain, posterior.probabilityOfGain);
  });

  it.each(golden.scores)("score of $bmdGPerCm2 against $meanGPerCm2", ({ bmdGPerCm2, expected, ...reference }) => {
    const score = referenceScore(bmdGPerCm2, reference);
    expectClose(score, expected.score);
    expectClose(percentileOfScore(score), expected.percentile);
  });

  it.each(golden.lms)("LMS of $value with L $l", ({ value, expected, ...reference }) => {
    expectClose(lmsScore(value, reference), expected.score);
    expectClose(lmsValue(-2, reference), expected.valueAtMinus2);
    expectClose(lmsValue(-1, reference), expected.valueAtMinus1);
  });

  it.each(golden.standardised)("standardised BMD of $bmdGPerCm2", ({ bmdGPerCm2, expected }) => {
    for (const scale of SCANNER_SCALES) {
      expectClose(standardisedBmd(bmdGPerCm2, "lumbarSpine", scale), expected.lumbarSpine[scale]);
    }
    for (const scale of ["hologic", "lunar"] as const) {
      expectClose(standardisedBmd(bmdGPerCm2, "totalHip", scale), expected.totalHip[scale]);
      expectClose(standardisedBmd(bmdGPerCm2, "femoralNeck", scale), expected.femoralNeck[scale]);
    }
  });

  it.each(golden.regressionToTheMean)("regression from $firstBmdGPerCm2 to $meanGPerCm2", (row) => {
    const { firstBmdGPerCm2, expected, ...population } = row;
    const second = regressionToTheMean(firstBmdGPerCm2, population);
    expectClose(second.reliability, expected.reliability);
    expectClose(second.expectedBmdGPerCm2, expected.expectedBmdGPerCm2);
    expectClose(second.expectedChangeGPerCm2, expected.expectedChangeGPerCm2);
    expectClose(second.sdGPerCm2, expected.sdGPerCm2);
  });

  it.each(golden.trend)("trend over $atYears years", ({ atYears, bmdGPerCm2, precisionGPerCm2, expected }) => {
    const trend = bmdTrend(atYears.map((at, i) => ({ atYears: at, bmdGPerCm2: bmdGPerCm2[i] ?? 0, precisionGPerCm2 })));
    expectClose(trend.slopeGPerCm2PerYear, expected.slopeGPerCm2PerYear);
    expectClose(trend.interceptGPerCm2, expected.interceptGPerCm2);
    expectClose(trend.slopeStandardError, expected.slopeStandardError);
    expectLimits({ lower: trend.slopeLower, upper: trend.slopeUpper }, expected.slopeLimits);
    expectClose(trend.compoundPercentPerYear, expected.compoundPercentPerYear);
    if (trend.lackOfFit.kind !== "tested") throw new Error("three readings test the fit");
    expectClose(trend.lackOfFit.chiSquare * precisionGPerCm2 ** 2, expected.residualSumOfSquares);
    expect(trend.lackOfFit.degreesOfFreedom).toBe(expected.degreesOfFreedom);
    expectClose(trend.lackOfFit.p, expected.p);
  });
});
