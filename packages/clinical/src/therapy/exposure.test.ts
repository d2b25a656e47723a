import { describe, expect, it } from "vitest";
import type { CaseView } from "../record/case-view.ts";
import type { Treatment } from "../record/treatment.ts";
import { DAYS_PER_MONTH } from "../time/time-frame.ts";
import { antiresorptiveFree } from "./antiresorptive-free.ts";
import { type Exposure, exposures } from "./exposure.ts";
import { overlaps } from "./overlap.ts";
import { case1, case3, caseView } from "./published-series.fixture.ts";
import type { AgentId } from "./vocabulary.ts";

function exposure(view: CaseView, agent: AgentId): Exposure {
  const found = exposures(view).find((each) => each.agent === agent);
  if (found === undefined) throw new Error(`no exposure to ${agent}`);
  return found;
}

function treated(...treatments: Treatment[]): CaseView {
  return caseView({ treatments });
}

const exactly = (value: number) => ({ earliest: value, latest: value });

describe("exposures of the published series", () => {
  it("give one infusion as 5 mg that covers a year", () => {
    expect(exposure(case1(), "zoledronicAcid")).toMatchObject({
      cumulative: { amount: exactly(5), unit: "mg" },
      onMonths: exactly(12),
      offMonths: exactly(0),
    });
  });

  it("give calcitriol 1 ug a day over 7 months as 213 ug", () => {
    const amount = exposure(case1(), "calcitriol").cumulative?.amount;
    expect(amount?.earliest).toBeCloseTo(7 * DAYS_PER_MONTH, 9);
    expect(amount?.latest).toBeCloseTo(213.06, 2);
  });

  it("leave open what has no start or no end, and never make it zero", () => {
    for (const agent of ["calcium", "salmonCalcitonin", "alendronateVitaminD3"] as const) {
      expect(exposure(case1(), agent)).toMatchObject({ cumulative: undefined, onMonths: undefined });
    }
    expect(exposure(case1(), "salmonCalcitonin").courses[0]?.endBasis).toBe("notRecorded");
  });

  it("leave out what was declined", () => {
    expect(exposures(case3()).map(({ agent }) => agent)).toEqual(["menatetrenone", "zoledronicAcid"]);
  });
});

describe("exposures", () => {
  it("multiply the range of doses with the range of time", () => {
    const view = treated({
      agent: "calcium",
      dose: { amount: [0.6, 1.2], unit: "g", per: "week" },
      start: { months: [0, 1] },
      end: { months: [2, 3] },
    });
    const weeks = DAYS_PER_MONTH / 7;
    const amount = exposure(view, "calcium").cumulative?.amount;
    expect(amount?.earliest).toBeCloseTo(0.6 * 1 * weeks, 9);
    expect(amount?.latest).toBeCloseTo(1.2 * 3 * weeks, 9);
    expect(exposure(view, "calcium").onMonths).toEqual({ earliest: 1, latest: 3 });
  });

  it("count rare doses whole: 24 months of a yearly infusion are two or three", () => {
    const view = treated({
      agent: "zoledronicAcid",
      dose: { amount: 5, unit: "mg", per: "year" },
      start: { months: 0 },
      end: { months: 24 },
    });
    expect(exposure(view, "zoledronicAcid").cumulative?.amount).toEqual({ earliest: 10, latest: 15 });
  });

  it("count at least one dose where start and end are the same month", () => {
    const view = treated({
      agent: "alendronate",
      dose: { amount: 70, unit: "mg", per: "week" },
      start: { months: 4 },
      end: { months: 4 },
    });
    expect(exposure(view, "alendronate").cumulative?.amount).toEqual(exactly(70));
  });

  it("sum courses of one route in one unit and count the pause between them", () => {
    const dose = (unit: string, amount: number) => ({ amount, unit, per: "once" });
    const view = treated(
      { agent: "zoledronicAcid", dose: dose("mg", 5), route: "intravenousInfusion", start: { months: 3 } },
      { agent: "zoledronicAcid", dose: dose("g", 0.005), route: "intravenousInfusion", start: { months: 21 } },
    );
    expect(exposure(view, "zoledronicAcid")).toMatchObject({
      cumulative: { amount: exactly(10), unit: "mg" },
      onMonths: exactly(24),
      offMonths: exactly(6),
    });
  });

  it("do not sum over routes", () => {
    const dose = { amount: 1, unit: "IU", per: "once" };
    const view = treated(
      { agent: "salmonCalcitonin", dose, route: "nasal", start: { months: 3 } },
      { agent: "salmonCalcitonin", dose, route: "intramuscular", start: { months: 3 } },
    );
    expect(exposure(view, "salmonCalcitonin").cumulative).toBeUndefined();
  });

  it("know no cover of a single dose without a listed regimen", () => {
    const view = treated({ agent: "pamidronate", dose: { amount: 60, unit: "mg", per: "once" }, start: { months: 3 } });
    expect(exposure(view, "pamidronate")).toMatchObject({
      cumulative: { amount: exactly(60), unit: "mg" },
      onMonths: undefined,
    });
  });
});

describe("overlaps", () => {
  it("find what ran beside the infusion in case 1", () => {
    const withInfusion = overlaps(case1()).filter(({ agents }) => agents.includes("zoledronicAcid"));
    expect(withInfusion).toContainEqual({
      agents: ["zoledronicAcid", "calcitriol"],
      at: ["/treatments/1", "/treatments/3"],
      certainty: "yes",
      months: exactly(7),
    });
    // The intramuscular calcitonin began with it; for how long is not known.
    expect(withInfusion).toContainEqual({
      agents: ["zoledronicAcid", "salmonCalcitonin"],
      at: ["/treatments/1", "/treatments/2"],
      certainty: "yes",
      months: undefined,
    });
  });

  it("do not call a sequence an overlap: alendronate began when the year of the infusion was over", () => {
    const pairs = overlaps(case1()).map(({ agents }) => agents.join("+"));
    expect(pairs).not.toContain("zoledronicAcid+alendronateVitaminD3");
    expect(pairs).not.toContain("calcitriol+alendronateVitaminD3");
  });

  it("say perhaps where the times allow both", () => {
    const view = treated(
      { agent: "alendronate", start: { months: 0 }, end: { months: [4, 8] } },
      { agent: "teriparatide", start: { months: 6 }, end: { months: 12 } },
    );
    expect(overlaps(view)).toMatchObject([{ certainty: "perhaps", months: { earliest: 0, latest: 2 } }]);
  });
});

describe("antiresorptiveFree", () => {
  it("is certain for the first 15 months of case 1 and the first 9 of case 3", () => {
    expect(antiresorptiveFree(case1())?.certain).toEqual([{ from: 0, to: 15 }]);
    expect(antiresorptiveFree(case3())).toEqual({
      certain: [{ from: 0, to: 9 }],
      possible: [{ from: 0, to: 9 }],
    });
  });

  it("opens again when the year of a single infusion is over", () => {
    const view = caseView({
      treatments: [
        {
          agent: "zoledronicAcid",
          dose: { amount: 5, unit: "mg", per: "once" },
          route: "intravenousInfusion",
          start: { months: 3 },
        },
      ],
      scans: [{ id: "a", at: { months: 20 }, sites: { lumbarSpine: { bmdGPerCm2: 0.8 } } }],
    });
    expect(antiresorptiveFree(view)?.certain).toEqual([
      { from: 0, to: 3 },
      { from: 15, to: 20 },
    ]);
  });

  it("knows nothing without times", () => {
    expect(antiresorptiveFree(caseView({}))).toBeUndefined();
  });

  it("is never certain where a start is not known, and possible throughout", () => {
    const view = caseView({
      treatments: [{ agent: "alendronate" }],
      events: [{ kind: "followUp", at: { months: 10 } }],
    });
    expect(antiresorptiveFree(view)).toEqual({ certain: [], possible: [{ from: 0, to: 10 }] });
  });
});
