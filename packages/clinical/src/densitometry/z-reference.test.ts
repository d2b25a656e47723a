import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundHalfAway } from "../language/number.ts";
import { hasZReference, zReference } from "./z-reference.ts";

// Table 2 of the three-case series.
const spine1 = [
  { bmdGPerCm2: 0.678, zScore: -4.2 },
  { bmdGPerCm2: 0.763, zScore: -3.5 },
  { bmdGPerCm2: 0.929, zScore: -1.5 },
];
const spine23 = [
  { bmdGPerCm2: 0.765, zScore: -2.9 },
  { bmdGPerCm2: 0.892, zScore: -1.8 },
  { bmdGPerCm2: 0.618, zScore: -4.1 },
  { bmdGPerCm2: 0.716, zScore: -3.3 },
];
const neck = [
  { bmdGPerCm2: 0.674, zScore: -2.1 },
  { bmdGPerCm2: 0.732, zScore: -1.6 },
  { bmdGPerCm2: 0.721, zScore: -1.7 },
  { bmdGPerCm2: 0.735, zScore: -1.6 },
  { bmdGPerCm2: 0.802, zScore: -1.1 },
  { bmdGPerCm2: 0.607, zScore: -2.7 },
  { bmdGPerCm2: 0.626, zScore: -2.5 },
];
const hip = [
  { bmdGPerCm2: 0.698, zScore: -2.2 },
  { bmdGPerCm2: 0.775, zScore: -1.6 },
  { bmdGPerCm2: 0.752, zScore: -1.7 },
  { bmdGPerCm2: 0.712, zScore: -2.0 },
  { bmdGPerCm2: 0.807, zScore: -1.3 },
  { bmdGPerCm2: 0.658, zScore: -2.4 },
  { bmdGPerCm2: 0.731, zScore: -1.9 },
];

describe("zReference on the published series", () => {
  it("finds no reference for the three spine scores of case 1", () => {
    expect(zReference(spine1).kind).toBe("infeasible");
    expect(zReference([...spine1, ...spine23]).kind).toBe("infeasible");
  });

  it("finds one for cases 2 and 3 with the last scan of case 1: mean 1.095-1.123, SD 0.115-0.125 (inventory X10)", () => {
    const reference = zReference([...spine23, { bmdGPerCm2: 0.929, zScore: -1.5 }]);
    if (reference.kind !== "feasible") throw new Error("expected a reference");
    expect(reference.meanGPerCm2.earliest).toBeGreaterThan(1.09);
    expect(reference.meanGPerCm2.latest).toBeLessThan(1.13);
    expect(reference.sdGPerCm2.earliest).toBeGreaterThan(0.11);
    expect(reference.sdGPerCm2.latest).toBeLessThan(0.13);
  });

  it.each([
    ["femoral neck", neck],
    ["total hip", hip],
  ])("finds one reference for all seven scans at the %s", (_, points) => {
    expect(zReference(points).kind).toBe("feasible");
  });
});

describe("zReference", () => {
  it("always fits scores that one reference printed", () => {
    const inputs = fc.record({
      mean: fc.double({ min: 0.8, max: 1.2, noNaN: true }),
      sd: fc.double({ min: 0.08, max: 0.15, noNaN: true }),
      bmds: fc.array(fc.double({ min: 0.4, max: 1.4, noNaN: true }), { minLength: 1, maxLength: 7 }),
    });
    fc.assert(
      fc.property(inputs, ({ mean, sd, bmds }) => {
        const points = bmds.map((bmd) => ({
          bmdGPerCm2: roundHalfAway(bmd, 3),
          zScore: roundHalfAway((bmd - mean) / sd, 1),
        }));
        expect(zReference(points).kind).toBe("feasible");
      }),
    );
  });

  it("refuses a score that falls while BMD rises beyond rounding", () => {
    const backwards = [
      { bmdGPerCm2: 0.7, zScore: -2.0 },
      { bmdGPerCm2: 0.8, zScore: -2.2 },
    ];
    expect(zReference(backwards).kind).toBe("infeasible");
  });
});

describe("hasZReference", () => {
  it("refuses a score one step lower at a density beyond rounding, whatever the binary tail", () => {
    // 0.1 lower is just within rounding of Z, so only 0.001 g/cm² of BMD may lie between the two.
    const apart = (first: number, bmdGPerCm2: number) => [
      { bmdGPerCm2: 0.4, zScore: first },
      { bmdGPerCm2, zScore: Number((first - 0.1).toFixed(1)) },
    ];
    for (const first of [-3.2, -2, -0.1, 0.3, -4.7]) {
      expect(hasZReference(apart(first, 0.402))).toBe(false);
      expect(zReference(apart(first, 0.402)).kind).toBe("infeasible");
      expect(hasZReference(apart(first, 0.401))).toBe(true);
    }
  });

  it("answers as zReference does", () => {
    const point = fc.record({
      bmdGPerCm2: fc.integer({ min: 400, max: 1200 }).map((milligrams) => milligrams / 1000),
      zScore: fc.integer({ min: -50, max: 10 }).map((tenths) => tenths / 10),
    });
    const points = fc.oneof(
      fc.array(point, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(spine1, spine23, neck, hip, [...spine1, ...spine23]),
    );
    fc.assert(
      fc.property(points, (each) => {
        expect(hasZReference(each)).toBe(zReference(each).kind === "feasible");
      }),
      { numRuns: 1000 },
    );
  });
});
