import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annualChange, bmdChange } from "./bmd-change.ts";
import { bmdTrend } from "./bmd-trend.ts";
import { lmsScore, lmsValue } from "./lms.ts";
import { lscOfVisits } from "./lsc-of-visits.ts";
import { precisionLimits, rmsCvPercent } from "./precision-limits.ts";
import { percentileOfScore, referenceScore } from "./reference-score.ts";
import { regressionToTheMean } from "./regression-to-the-mean.ts";
import { shrunkenChange } from "./shrunken-change.ts";
import { standardisationKnowledge, standardisedBmd } from "./standardised-bmd.ts";

const bmd = fc.double({ min: 0.3, max: 1.6, noNaN: true });
const precision = fc.double({ min: 0.003, max: 0.05, noNaN: true });
const notPositive = [0, -0.01, Number.NaN, Number.POSITIVE_INFINITY];

describe("change between two scans", () => {
  it("mirrors on the log scale, not in percent", () => {
    fc.assert(
      fc.property(bmd, bmd, precision, (from, to, precisionGPerCm2) => {
        const there = bmdChange({ fromBmdGPerCm2: from, toBmdGPerCm2: to, precisionGPerCm2 });
        const back = bmdChange({ fromBmdGPerCm2: to, toBmdGPerCm2: from, precisionGPerCm2 });
        expect(back.logRatio).toBeCloseTo(-there.logRatio, 12);
        expect(back.probabilityOfGain).toBeCloseTo(1 - there.probabilityOfGain, 12);
        expect(1 + back.limitsPercentByLog.upper / 100).toBeCloseTo(1 / (1 + there.limitsPercentByLog.lower / 100), 9);
      }),
    );
  });

  it("is as likely as not a gain beyond the limit when it stands on the limit", () => {
    fc.assert(
      fc.property(bmd, precision, (from, precisionGPerCm2) => {
        const { lscGPerCm2 } = bmdChange({ fromBmdGPerCm2: from, toBmdGPerCm2: from, precisionGPerCm2 });
        const onLimit = bmdChange({ fromBmdGPerCm2: from, toBmdGPerCm2: from + lscGPerCm2, precisionGPerCm2 });
        expect(onLimit.probabilityOfGainBeyondLsc).toBeCloseTo(0.5, 9);
        expect(onLimit.limitsGPerCm2.lower).toBeCloseTo(0, 12);
        expect(lscOfVisits(precisionGPerCm2)).toBeCloseTo(lscGPerCm2, 12);
      }),
    );
  });

  it("compounds back to the total", () => {
    fc.assert(
      fc.property(bmd, bmd, fc.double({ min: 6, max: 120, noNaN: true }), (from, to, months) => {
        const { compoundPercent, simplePercent, gPerCm2 } = annualChange(from, to, months);
        expect(from * (1 + compoundPercent / 100) ** (months / 12)).toBeCloseTo(to, 9);
        expect((simplePercent / 100) * from).toBeCloseTo(gPerCm2, 9);
      }),
    );
  });

  it("refuses what is no BMD, precision, time or confidence", () => {
    const pair = { fromBmdGPerCm2: 0.7, toBmdGPerCm2: 0.8, precisionGPerCm2: 0.01 };
    for (const wrong of notPositive) {
      expect(() => bmdChange({ ...pair, fromBmdGPerCm2: wrong })).toThrow(RangeError);
      expect(() => bmdChange({ ...pair, toBmdGPerCm2: wrong })).toThrow(RangeError);
      expect(() => bmdChange({ ...pair, precisionGPerCm2: wrong })).toThrow(RangeError);
      expect(() => annualChange(0.7, 0.8, wrong)).toThrow(RangeError);
    }
    for (const wrong of [0, 100, Number.NaN]) expect(() => bmdChange(pair, wrong)).toThrow(RangeError);
  });
});

describe("precision", () => {
  it("is less sure from fewer scans", () => {
    fc.assert(
      fc.property(precision, fc.integer({ min: 1, max: 200 }), (sd, df) => {
        const few = precisionLimits(sd, df);
        const more = precisionLimits(sd, df + 1);
        expect(few.lowerGPerCm2).toBeLessThan(more.lowerGPerCm2);
        expect(few.upperGPerCm2).toBeGreaterThan(more.upperGPerCm2);
        expect(few.upperOneSidedGPerCm2).toBeLessThan(few.upperGPerCm2);
      }),
    );
  });

  it("in percent does not depend on the unit", () => {
    const scans = [
      [0.71, 0.72],
      [0.66, 0.65, 0.655],
    ];
    expect(rmsCvPercent(scans.map((row) => row.map((value) => 1000 * value)))).toBeCloseTo(rmsCvPercent(scans), 10);
    expect(() => rmsCvPercent([[0.7]])).toThrow(RangeError);
    expect(() => rmsCvPercent([])).toThrow(RangeError);
    expect(() => precisionLimits(0.01, 0)).toThrow(RangeError);
    expect(() => lscOfVisits(0.01, { scansAfter: 0 })).toThrow(RangeError);
  });
});

describe("scores", () => {
  it("LMS value and score undo each other, and L = 1 is the plain score", () => {
    const l = fc.constantFrom(-1.5, -0.4, 0, 1e-9, 0.6, 1, 2);
    fc.assert(
      fc.property(l, fc.double({ min: -3, max: 3, noNaN: true }), (power, z) => {
        const reference = { l: power, m: 1.02, s: 0.11 };
        const value = lmsValue(z, reference);
        expect(value).toBeDefined();
        expect(lmsScore(value ?? Number.NaN, reference)).toBeCloseTo(z, 10);
        const plain = referenceScore(0.9, { meanGPerCm2: 1.02, sdGPerCm2: 1.02 * 0.11 });
        expect(lmsScore(0.9, { ...reference, l: 1 })).toBeCloseTo(plain, 12);
      }),
    );
    expect(lmsValue(-10, { l: 1, m: 1, s: 0.1 })).toBeUndefined();
    expect(lmsValue(-9.99, { l: 1, m: 1, s: 0.1 })).toBeCloseTo(0.001, 12);
  });

  it("a score and its mirror share the population", () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (score) => {
        expect(percentileOfScore(score) + percentileOfScore(-score)).toBeCloseTo(100, 9);
      }),
    );
    expect(() => percentileOfScore(Number.NaN)).toThrow(RangeError);
    for (const wrong of notPositive) {
      expect(() => referenceScore(0.7, { meanGPerCm2: 1, sdGPerCm2: wrong })).toThrow(RangeError);
      expect(() => lmsScore(wrong, { l: 0, m: 1, s: 0.1 })).toThrow(RangeError);
    }
  });
});

describe("what error does to a chosen scan", () => {
  it("draws towards the mean, the more the larger the error", () => {
    fc.assert(
      fc.property(bmd, precision, (first, precisionGPerCm2) => {
        const population = { meanGPerCm2: 1, betweenSdGPerCm2: 0.12, precisionGPerCm2 };
        const { expectedChangeGPerCm2, reliability } = regressionToTheMean(first, population);
        expect(Math.sign(expectedChangeGPerCm2)).toBe(Math.sign(1 - first));
        const worse = regressionToTheMean(first, { ...population, precisionGPerCm2: 2 * precisionGPerCm2 });
        expect(worse.reliability).toBeLessThan(reliability);
        expect(Math.abs(worse.expectedChangeGPerCm2)).toBeGreaterThanOrEqual(Math.abs(expectedChangeGPerCm2));
      }),
    );
  });

  it("a shrunken change lies between the prior mean and the measured one and is surer than either", () => {
    const change = fc.double({ min: -0.2, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(change, precision, change, precision, (measured, error, meanGPerCm2, sdGPerCm2) => {
        const result = shrunkenChange(measured, error, { meanGPerCm2, sdGPerCm2 });
        expect(result.gPerCm2).toBeGreaterThanOrEqual(Math.min(measured, meanGPerCm2) - 1e-12);
        expect(result.gPerCm2).toBeLessThanOrEqual(Math.max(measured, meanGPerCm2) + 1e-12);
        expect(result.sdGPerCm2).toBeLessThan(Math.min(error, sdGPerCm2));
      }),
    );
    expect(() => shrunkenChange(0.1, 0, { meanGPerCm2: 0, sdGPerCm2: 0.1 })).toThrow(RangeError);
    expect(() => shrunkenChange(Number.NaN, 0.01, { meanGPerCm2: 0, sdGPerCm2: 0.1 })).toThrow(RangeError);
  });
});

describe("trend", () => {
  it("of a line is the line, whatever the weights, and fits it", () => {
    const point = fc.record({ atYears: fc.double({ min: 0, max: 10, noNaN: true }), precisionGPerCm2: precision });
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 8 }), (points) => {
        const years = points.map((entry) => entry.atYears);
        fc.pre(Math.max(...years) - Math.min(...years) > 0.1);
        const trend = bmdTrend(points.map((entry) => ({ ...entry, bmdGPerCm2: 0.7 + 0.03 * entry.atYears })));
        expect(trend.slopeGPerCm2PerYear).toBeCloseTo(0.03, 9);
        expect(trend.interceptGPerCm2).toBeCloseTo(0.7, 9);
        if (trend.lackOfFit.kind === "tested") expect(trend.lackOfFit.p).toBeCloseTo(1, 6);
      }),
    );
  });

  it("of two readings is their change per year, with no fit to test", () => {
    const trend = bmdTrend([
      { atYears: 1, bmdGPerCm2: 0.7, precisionGPerCm2: 0.01 },
      { atYears: 3, bmdGPerCm2: 0.8, precisionGPerCm2: 0.02 },
    ]);
    expect(trend.slopeGPerCm2PerYear).toBeCloseTo(0.05, 12);
    expect(trend.slopeStandardError).toBeCloseTo(Math.hypot(0.01, 0.02) / 2, 12);
    expect(trend.compoundPercentPerYear).toBeCloseTo(100 * (Math.sqrt(0.8 / 0.7) - 1), 10);
    expect(trend.lackOfFit).toEqual({ kind: "untestable" });
  });

  it("weighs readings by their precision", () => {
    const years = [0, 1, 2];
    const [exact, equal] = [1e-6, 0.01].map((last) =>
      bmdTrend(
        years.map((atYears, i) => ({
          atYears,
          bmdGPerCm2: i === 1 ? 0.76 : 0.7,
          precisionGPerCm2: i === 1 ? 0.01 : last,
        })),
      ),
    );
    expect(exact?.interceptGPerCm2).toBeCloseTo(0.7, 6);
    expect(equal?.interceptGPerCm2).toBeCloseTo(0.72, 12);
  });

  it("needs two times", () => {
    const reading = { atYears: 1, bmdGPerCm2: 0.7, precisionGPerCm2: 0.01 };
    for (const points of [[], [reading], [reading, reading]]) expect(() => bmdTrend(points)).toThrow(RangeError);
    expect(() => bmdTrend([reading, { ...reading, atYears: Number.NaN }])).toThrow(RangeError);
  });
});

describe("standardised BMD", () => {
  it("has a source for each site, and its spine lines meet where they were laid together", () => {
    for (const { source } of standardisationKnowledge.sites) expect(source.cite).not.toBe("");
    // Each spine line is written around the mean that its scanner read, where standardised BMD is 1.0436 g/cm².
    expect(standardisedBmd(0.972, "lumbarSpine", "hologic")).toBe(1.0436);
    expect(standardisedBmd(1.1, "lumbarSpine", "lunar")).toBe(1.0436);
    expect(standardisedBmd(0.969, "lumbarSpine", "norland")).toBe(1.0436);
    for (const wrong of notPositive) expect(() => standardisedBmd(wrong, "totalHip", "lunar")).toThrow(RangeError);
  });
});
