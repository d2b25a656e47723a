import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centreLscSource, leastSignificantChange, precisionError } from "./least-significant-change.ts";
import { precisionKnowledge } from "./precision-knowledge.ts";

const bmd = fc.double({ min: 0.3, max: 1.5, noNaN: true });

describe("leastSignificantChange", () => {
  it.each([
    ["lumbarSpine", 5.3],
    ["totalHip", 5.0],
    ["femoralNeck", 6.9],
  ] as const)("minimum acceptable precision at the %s is %s %%", (site, percent) => {
    expect(leastSignificantChange({ kind: "minimum" }, { site: site, bmdGPerCm2: 0.8 }, {})?.percent).toBe(percent);
  });

  it("prints each minimum LSC as 2.77 times its precision", () => {
    for (const { cvPercent, lscPercent } of precisionKnowledge.minimum) {
      expect(Math.abs(precisionKnowledge.multiplier.value * cvPercent - lscPercent)).toBeLessThan(0.05);
    }
  });

  it("takes the published CV of 1 % as 2.77 %, and a series' own stated CV before it", () => {
    expect(leastSignificantChange({ kind: "paper" }, { site: "totalHip", bmdGPerCm2: 0.698 }, {})?.percent).toBe(2.77);
    const methods = {
      densitometers: [
        {
          id: "d",
          manufacturer: "m",
          model: "x",
          precision: [{ cvPercent: 1.5, bound: "equal", kind: "inVivo" } as const],
        },
      ],
    };
    expect(
      leastSignificantChange({ kind: "paper" }, { site: "totalHip", bmdGPerCm2: 0.698 }, { methods })?.percent,
    ).toBeCloseTo(4.155, 12);
  });

  it("widens with fewer vertebrae: 10, 35 and 85 % for 3, 2 and 1", () => {
    const at = (vertebrae: number | undefined): number =>
      leastSignificantChange({ kind: "minimum" }, { site: "lumbarSpine", bmdGPerCm2: 1, vertebrae }, {})?.percent ??
      Number.NaN;
    expect(at(undefined)).toBe(5.3);
    expect(at(4)).toBe(5.3);
    expect(at(3)).toBeCloseTo(5.83, 10);
    expect(at(2)).toBeCloseTo(7.155, 10);
    expect(at(1)).toBeCloseTo(9.805, 10);
  });

  it("does not widen at the hip", () => {
    expect(
      leastSignificantChange({ kind: "minimum" }, { site: "totalHip", bmdGPerCm2: 1, vertebrae: 2 }, {})?.percent,
    ).toBe(5.0);
  });

  it("scales with the precision error of a centre", () => {
    const precision = fc.double({ min: 1e-4, max: 0.1, noNaN: true });
    fc.assert(
      fc.property(precision, bmd, (rmsSdGPerCm2, reference) => {
        const lsc = (factor: number): number =>
          leastSignificantChange(
            { kind: "centre", sites: { femoralNeck: { kind: "rmsSd", rmsSdGPerCm2: factor * rmsSdGPerCm2 } } },
            { site: "femoralNeck", bmdGPerCm2: reference },
            {},
          )?.gPerCm2 ?? Number.NaN;
        expect(lsc(2)).toBeCloseTo(2 * lsc(1), 12);
        expect(lsc(1)).toBeCloseTo(2.77 * rmsSdGPerCm2, 12);
      }),
    );
  });

  it("has no figure for a site that a centre's study does not cover", () => {
    const source = { kind: "centre", sites: { totalHip: { kind: "cv", cvPercent: 1 } } } as const;
    expect(leastSignificantChange(source, { site: "femoralNeck", bmdGPerCm2: 0.7 }, {})).toBeUndefined();
  });

  it("reads the precision studies recorded with the densitometers", () => {
    const densitometers = [
      {
        id: "d",
        manufacturer: "m",
        model: "x",
        precisionStudy: [
          {
            site: "totalHip" as const,
            scansGPerCm2: [
              [0.8, 0.82],
              [0.7, 0.7],
            ],
          },
        ],
      },
    ];
    const source = centreLscSource({ methods: { densitometers } });
    // Two women, one degree of freedom each: SD = sqrt((0.01² + 0.01²) / 2) = 0.01.
    expect(
      leastSignificantChange(source ?? { kind: "paper" }, { site: "totalHip", bmdGPerCm2: 0.8 }, {})?.gPerCm2,
    ).toBeCloseTo(0.0277, 12);
    expect(centreLscSource({})).toBeUndefined();
  });

  it("refuses a BMD or a precision that is not a positive number", () => {
    expect(() => leastSignificantChange({ kind: "minimum" }, { site: "totalHip", bmdGPerCm2: Number.NaN }, {})).toThrow(
      RangeError,
    );
    expect(() => precisionError({ kind: "rmsSd", rmsSdGPerCm2: 0 }, 0.8)).toThrow(RangeError);
  });
});
