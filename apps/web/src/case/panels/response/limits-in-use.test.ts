import { type LeastSignificantChange, openCase, type SeriesContext } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { limitsInUse } from "./limits-in-use.ts";

const print = ({ percent }: LeastSignificantChange): string => percent.toFixed(1);
const hip = (bmdGPerCm2: number) => ({ totalHip: { bmdGPerCm2 } });

function printed(limits: ReturnType<typeof limitsInUse>) {
  return limits.map(({ device, sites }) => [
    device,
    ...sites.map((each) => [each.site, ...each.limits.map(({ limit }) => limit && print(limit))]),
  ]);
}

describe("limitsInUse", () => {
  it("gives each device the limit of its own stated precision", () => {
    const device = (id: string, cvPercent: number) => ({
      id,
      manufacturer: "x",
      model: id,
      precision: [{ cvPercent, bound: "equal" as const, kind: "inVivo" as const }],
    });
    const context: SeriesContext = { methods: { densitometers: [device("old", 2), device("new", 1)] } };
    const scans = [
      { id: "a", at: { months: 0 }, device: "old", sites: hip(0.7) },
      { id: "b", at: { months: 6 }, device: "old", sites: hip(0.72) },
      { id: "c", at: { months: 12 }, device: "new", sites: hip(0.8) },
    ];
    const view = openCase({ schema: "materbone/case/1", id: "two", scans }, context);
    // 2.77 × 2 = 5.54, 2.77 × 1 = 2.77.
    expect(printed(limitsInUse(view, { kind: "paper" }, print))).toEqual([
      ["old", ["totalHip", "5.5"]],
      ["new", ["totalHip", "2.8"]],
    ]);
  });

  it("gives a second limit where fewer vertebrae were measured", () => {
    const four = { lumbarSpine: { bmdGPerCm2: 0.8 } };
    const two = { lumbarSpine: { bmdGPerCm2: 0.8, vertebrae: ["L1" as const, "L2" as const] } };
    const scans = [
      { id: "a", at: { months: 0 }, sites: four },
      { id: "b", at: { months: 6 }, sites: two },
    ];
    const view = openCase({ schema: "materbone/case/1", id: "roi", scans });
    // 5.3 × 1.35 = 7.155.
    expect(printed(limitsInUse(view, { kind: "minimum" }, print))).toEqual([
      [undefined, ["lumbarSpine", "5.3", "7.2"]],
    ]);
  });

  it("says of a site that the source has no limit for it", () => {
    const scans = [{ id: "a", at: { months: 0 }, sites: hip(0.7) }];
    const view = openCase({ schema: "materbone/case/1", id: "none", scans });
    expect(printed(limitsInUse(view, { kind: "centre", sites: {} }, print))).toEqual([
      [undefined, ["totalHip", undefined]],
    ]);
    expect(limitsInUse(openCase({ schema: "materbone/case/1", id: "no" }), { kind: "paper" }, print)).toEqual([]);
  });
});
