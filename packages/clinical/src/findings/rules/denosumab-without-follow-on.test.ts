import { describe, expect, it } from "vitest";
import type { Treatment } from "../../record/treatment.ts";
import { denosumabWithoutFollowOn } from "./denosumab-without-follow-on.ts";
import { found, scanAt } from "./woman.fixture.ts";

const denosumab: Treatment = {
  agent: "denosumab",
  dose: { amount: 60, unit: "mg", per: "6 months" },
  route: "subcutaneous",
  start: { months: 6 },
  end: { months: 18 },
};
const woman = (treatments: Treatment[], lastScan: number) => ({
  treatments,
  scans: [scanAt(lastScan, { totalHip: { bmdGPerCm2: 0.8 } })],
});

describe("denosumab-without-follow-on", () => {
  it("asks once the record goes on past six months after the last dose", () => {
    expect(found(denosumabWithoutFollowOn, woman([denosumab], 24))).toEqual([]);
    expect(found(denosumabWithoutFollowOn, woman([denosumab], 25))).toEqual([
      { at: "/treatments", facts: { lastDoseMonths: 18, observedUntilMonths: 25 } },
    ]);
  });

  it("goes with an antiresorptive after it, and not with one before it", () => {
    const alendronate: Treatment = { agent: "alendronate", start: { months: 24 } };
    expect(found(denosumabWithoutFollowOn, woman([denosumab, alendronate], 36))).toEqual([]);
    const before: Treatment = { agent: "alendronate", start: { months: 1 }, end: { months: 5 } };
    expect(found(denosumabWithoutFollowOn, woman([denosumab, before], 36))).toHaveLength(1);
  });

  it("does not ask while it goes on, when its end is not known, or when it was declined", () => {
    const { end: _end, ...open } = denosumab;
    expect(found(denosumabWithoutFollowOn, woman([{ ...open, ongoing: true }], 36))).toEqual([]);
    expect(found(denosumabWithoutFollowOn, woman([open], 36))).toEqual([]);
    expect(found(denosumabWithoutFollowOn, woman([{ ...denosumab, declined: { reason: "cost" } }], 36))).toEqual([]);
  });
});
