import { describe, expect, it } from "vitest";
import type { Fracture, Vertebra } from "../../record/fracture.ts";
import { fractureInRoi } from "./fracture-in-roi.ts";
import { found, scanAt } from "./woman.fixture.ts";

const spine = (...vertebrae: Vertebra[]) => [
  scanAt(15, { lumbarSpine: { bmdGPerCm2: 0.678, ...(vertebrae.length === 0 ? {} : { vertebrae }) } }),
];
const fracture = (site: Fracture["site"], more: Partial<Fracture> = {}): Fracture[] => [{ site, ...more }];
const whole: Vertebra[] = ["L1", "L2", "L3", "L4"];

describe("fracture-in-roi", () => {
  it("asks about a fractured vertebra that was measured", () => {
    const [raised] = found(fractureInRoi, { fractures: fracture("L4"), scans: spine(...whole) });
    expect(raised?.at).toBe("/scans/0/sites/lumbarSpine");
    expect(raised?.facts).toMatchObject({ levels: ["L4"], vertebraeRecorded: true });
  });

  it.each([
    ["L1", 1],
    ["T12", 0],
    ["L5", 0],
    ["hip", 0],
  ] as const)("a fracture of %s against L1-4", (site, count) => {
    expect(found(fractureInRoi, { fractures: fracture(site), scans: spine(...whole) })).toHaveLength(count);
  });

  it("is content when the vertebra was left out", () => {
    expect(found(fractureInRoi, { fractures: fracture("L4"), scans: spine("L1", "L2", "L3") })).toEqual([]);
  });

  it("asks, without asserting, when the vertebrae are not recorded", () => {
    const [raised] = found(fractureInRoi, { fractures: fracture("L4"), scans: spine() });
    expect(raised?.facts.vertebraeRecorded).toBe(false);
  });

  it("leaves out a fracture later than the scan, and a vertebra graded 0", () => {
    const scans = spine(...whole);
    expect(found(fractureInRoi, { fractures: fracture("L4", { at: { months: 16 } }), scans })).toEqual([]);
    expect(found(fractureInRoi, { fractures: fracture("L4", { at: { months: 15 } }), scans })).toHaveLength(1);
    expect(found(fractureInRoi, { fractures: fracture("L4", { genantGrade: 0 }), scans })).toEqual([]);
  });

  it("asks once for several scans", () => {
    const later = scanAt(22, { lumbarSpine: { bmdGPerCm2: 0.763, vertebrae: whole } });
    const raised = found(fractureInRoi, { fractures: fracture("L4"), scans: [...spine(...whole), later] });
    expect(raised).toHaveLength(1);
    expect(raised[0]?.at).toBe("/scans");
  });
});
