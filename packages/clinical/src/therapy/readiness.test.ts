import { describe, expect, it } from "vitest";
import { analyteKnowledge } from "../laboratory/analyte.ts";
import { createTerms } from "../language/terms.ts";
import type { CaseRecord } from "../record/case-record.ts";
import type { LaboratoryResult } from "../record/laboratory.ts";
import { type CheckId, checkKnowledge, readinessStatement } from "./check.ts";
import { caseView } from "./published-series.fixture.ts";
import { type ReadinessItem, readiness } from "./readiness.ts";
import { readinessStatusWords, sayReadinessReason } from "./readiness-messages.ts";
import type { AgentId } from "./vocabulary.ts";

type Parts = Omit<CaseRecord, "schema" | "id">;

function item(parts: Parts, agent: AgentId, id: CheckId): ReadinessItem {
  const found = readiness(caseView(parts), agent).items.find(({ check }) => check.id === id);
  if (found === undefined) throw new Error(`${agent} has no check ${id}`);
  return found;
}

function status(parts: Parts, agent: AgentId, id: CheckId): string {
  return item(parts, agent, id).status;
}

function measured(...results: LaboratoryResult[]): Parts {
  return { laboratory: [{ at: { months: 15 }, results }] };
}

const infusion: Parts = {
  treatments: [
    {
      agent: "zoledronicAcid",
      dose: { amount: 5, unit: "mg", per: "once" },
      route: "intravenousInfusion",
      start: { months: 15 },
    },
  ],
};

/** Laboratory of case 1 of the source paper, Table 1 (l.168-215), with its own intervals. */
const case1Laboratory: Parts = {
  ...measured(
    { analyte: "vitaminD25oh", value: "43.70", unit: "ng/mL" },
    { analyte: "calcium", value: "2.17", unit: "mmol/L", interval: { low: "2.11", high: "2.52" } },
    { analyte: "phosphate", value: "1.19", unit: "mmol/L", interval: { low: "0.85", high: "1.51" } },
    { analyte: "alp", value: 112, unit: "U/L", interval: { low: 35, high: 100 } },
  ),
  pregnancies: [{ lactation: { breastfed: "yes", weaned: { months: 15 } } }],
  ...infusion,
};

describe("readiness of the published case 1 for zoledronic acid", () => {
  const items = readiness(caseView(case1Laboratory), "zoledronicAcid").items;

  it("has calcium, 25(OH)D and weaning, lacks kidney function, tests and plans, and asks about ALP 112", () => {
    expect(Object.fromEntries(items.map(({ check, status }) => [check.id, status]))).toEqual({
      kidneyFunction: "lacks",
      calciumNotLow: "has",
      vitaminD25oh: "has",
      phosphateAndAlp: "fails",
      pregnancyTest: "lacks",
      pregnancyIntention: "lacks",
      contraception: "lacks",
      breastfeedingStopped: "has",
      dentalCheck: "lacks",
      calciumAfterDose: "lacks",
    });
  });

  it("points at the datum", () => {
    expect(items.find(({ check }) => check.id === "phosphateAndAlp")?.at).toBe("/laboratory/0/results/3");
    expect(items.find(({ check }) => check.id === "breastfeedingStopped")?.at).toBe("/pregnancies/0/lactation");
    expect(items.find(({ check }) => check.id === "kidneyFunction")?.at).toBeUndefined();
  });
});

describe("kidney function", () => {
  const clearance = (value: string | number) => measured({ analyte: "creatinineClearance", value, unit: "mL/min" });

  it("fails zoledronic acid below 35 mL/min and passes at 35", () => {
    expect(status(clearance("34.9"), "zoledronicAcid", "kidneyFunction")).toBe("fails");
    expect(status(clearance(35), "zoledronicAcid", "kidneyFunction")).toBe("has");
    expect(status(clearance("35.1"), "zoledronicAcid", "kidneyFunction")).toBe("has");
  });

  it("fails risedronate below 30 mL/min only", () => {
    expect(status(clearance(32), "risedronate", "kidneyFunction")).toBe("has");
    expect(status(clearance(30), "risedronate", "kidneyFunction")).toBe("has");
    expect(status(clearance("29.9"), "risedronate", "kidneyFunction")).toBe("fails");
  });

  it("judges a censored value only when all of it lies on one side", () => {
    expect(status(clearance(">90"), "zoledronicAcid", "kidneyFunction")).toBe("has");
    expect(status(clearance(">30"), "zoledronicAcid", "kidneyFunction")).toBe("undecided");
    expect(status(clearance("<35"), "zoledronicAcid", "kidneyFunction")).toBe("fails");
    expect(status(clearance("<60"), "zoledronicAcid", "kidneyFunction")).toBe("undecided");
  });

  it("takes eGFR where there is no clearance, and does not guess one from creatinine", () => {
    const egfr = measured({ analyte: "egfr", value: 34, unit: "mL/min/1.73m2" });
    expect(status(egfr, "zoledronicAcid", "kidneyFunction")).toBe("fails");
    const creatinine = measured({ analyte: "creatinine", value: 60, unit: "umol/L" });
    expect(item(creatinine, "zoledronicAcid", "kidneyFunction")).toMatchObject({
      status: "undecided",
      reason: { kind: "creatinineOnly" },
    });
    expect(status(creatinine, "calcitriol", "kidneyFunction")).toBe("has");
  });
});

describe("25(OH)D", () => {
  const vitaminD = (value: string, unit = "ng/mL") => measured({ analyte: "vitaminD25oh", value, unit });

  it("fails below 20 ng/mL whatever the laboratory's interval says", () => {
    expect(status(vitaminD("19.9"), "zoledronicAcid", "vitaminD25oh")).toBe("fails");
    expect(status(vitaminD("20.0"), "zoledronicAcid", "vitaminD25oh")).toBe("has");
    expect(status(vitaminD("13.70"), "zoledronicAcid", "vitaminD25oh")).toBe("fails");
    expect(status(vitaminD("49", "nmol/L"), "zoledronicAcid", "vitaminD25oh")).toBe("fails");
  });

  it("compares in the unit that values are kept in", () => {
    expect(checkKnowledge("vitaminD25oh").failsBelow?.unit).toBe(analyteKnowledge("vitaminD25oh").canonicalUnit);
  });
});

describe("calcium", () => {
  const interval = { low: "2.11", high: "2.52" };
  const calcium = (value: string) => measured({ analyte: "calcium", value, unit: "mmol/L", interval });

  it("must not be low before an antiresorptive, and not high before calcitriol or teriparatide", () => {
    expect(status(calcium("2.10"), "zoledronicAcid", "calciumNotLow")).toBe("fails");
    expect(status(calcium("2.11"), "zoledronicAcid", "calciumNotLow")).toBe("has");
    expect(status(calcium("2.53"), "zoledronicAcid", "calciumNotLow")).toBe("has");
    expect(status(calcium("2.52"), "teriparatide", "calciumNotHigh")).toBe("has");
    expect(status(calcium("2.53"), "teriparatide", "calciumNotHigh")).toBe("fails");
    expect(status(calcium("2.53"), "calcitriol", "calciumNotHigh")).toBe("fails");
  });

  it("is undecided without an interval", () => {
    const bare = measured({ analyte: "calcium", value: "2.2", unit: "mmol/L" });
    expect(item(bare, "zoledronicAcid", "calciumNotLow")).toMatchObject({
      status: "undecided",
      reason: { sign: "noInterval" },
    });
  });

  it("may stand in the work-up: normal passes, abnormal has no side, not documented is missing", () => {
    const entry = (value: "normal" | "abnormal" | "done" | "notDocumented"): Parts => ({
      workup: [{ item: "calcium", status: value }],
    });
    expect(status(entry("normal"), "zoledronicAcid", "calciumNotLow")).toBe("has");
    expect(status(entry("abnormal"), "zoledronicAcid", "calciumNotLow")).toBe("undecided");
    expect(status(entry("done"), "zoledronicAcid", "calciumNotLow")).toBe("undecided");
    expect(status(entry("notDocumented"), "zoledronicAcid", "calciumNotLow")).toBe("lacks");
  });

  it("uses the last value not after the dose", () => {
    const at = (months: number, value: string) => ({
      at: { months },
      results: [{ analyte: "calcium" as const, value, unit: "mmol/L", interval }],
    });
    const parts: Parts = { ...infusion, laboratory: [at(14, "2.00"), at(15, "2.30"), at(16, "1.90")] };
    expect(item(parts, "zoledronicAcid", "calciumNotLow")).toMatchObject({
      status: "has",
      at: "/laboratory/1/results/0",
    });
  });
});

describe("calcium after the dose", () => {
  const after = (months: number | [number, number], value = "2.30"): Parts => ({
    ...infusion,
    laboratory: [
      {
        at: { months },
        results: [{ analyte: "calcium", value, unit: "mmol/L", interval: { low: "2.11", high: "2.52" } }],
      },
    ],
  });
  const day = 12 / 365.2425;

  it("counts within 1 to 2 weeks and a week either way", () => {
    expect(status(after(15 + 10 * day), "zoledronicAcid", "calciumAfterDose")).toBe("has");
    expect(status(after(15 + 20.9 * day), "zoledronicAcid", "calciumAfterDose")).toBe("has");
    expect(status(after(15 + 21.1 * day), "zoledronicAcid", "calciumAfterDose")).toBe("lacks");
    expect(status(after(15 + 10 * day, "2.00"), "zoledronicAcid", "calciumAfterDose")).toBe("fails");
  });

  it("does not take the baseline of the same day for it", () => {
    expect(status(after(15), "zoledronicAcid", "calciumAfterDose")).toBe("lacks");
  });

  it("is undecided when the time is too wide, and not yet due without a dose", () => {
    expect(status(after([15, 16]), "zoledronicAcid", "calciumAfterDose")).toBe("undecided");
    expect(status({}, "zoledronicAcid", "calciumAfterDose")).toBe("notYet");
  });
});

describe("checks from plan, lactation and history", () => {
  it("fail on a wish for pregnancy, no contraception, a positive test", () => {
    const plan: Parts = { plan: { nextPregnancy: { plan: "wished" }, contraception: { use: "no" } } };
    expect(item(plan, "zoledronicAcid", "pregnancyIntention")).toMatchObject({
      status: "fails",
      at: "/plan/nextPregnancy",
    });
    expect(status(plan, "zoledronicAcid", "contraception")).toBe("fails");
    const test: Parts = { workup: [{ item: "pregnancyTest", status: "abnormal" }] };
    expect(item(test, "zoledronicAcid", "pregnancyTest")).toMatchObject({ status: "fails", at: "/workup/0" });
  });

  it("pass when asked and answered otherwise", () => {
    const plan: Parts = { plan: { nextPregnancy: { plan: "undecided" }, contraception: { use: "notNeeded" } } };
    expect(status(plan, "zoledronicAcid", "pregnancyIntention")).toBe("has");
    expect(status(plan, "zoledronicAcid", "contraception")).toBe("has");
    const tests: Parts = {
      workup: [
        { item: "pregnancyTest", status: "normal" },
        { item: "dentalCheck", status: "done" },
      ],
    };
    expect(status(tests, "zoledronicAcid", "pregnancyTest")).toBe("has");
    expect(status(tests, "zoledronicAcid", "dentalCheck")).toBe("has");
  });

  it("lack what was not reported", () => {
    const plan: Parts = { plan: { nextPregnancy: { plan: "notReported" }, contraception: { use: "notReported" } } };
    expect(status(plan, "zoledronicAcid", "pregnancyIntention")).toBe("lacks");
    expect(status(plan, "zoledronicAcid", "contraception")).toBe("lacks");
  });

  it("see breastfeeding that continues or ended after the dose", () => {
    const lactation = (weaned: number | undefined, still = false): Parts => ({
      ...infusion,
      pregnancies: [
        {
          lactation: {
            breastfed: "yes",
            ...(weaned === undefined ? {} : { weaned: { months: weaned } }),
            ...(still ? { stillBreastfeeding: true } : {}),
          },
        },
      ],
    });
    expect(status(lactation(15), "zoledronicAcid", "breastfeedingStopped")).toBe("has");
    expect(status(lactation(16), "zoledronicAcid", "breastfeedingStopped")).toBe("fails");
    expect(status(lactation(undefined, true), "zoledronicAcid", "breastfeedingStopped")).toBe("fails");
    expect(status(lactation(undefined), "zoledronicAcid", "breastfeedingStopped")).toBe("lacks");
    const never: Parts = { pregnancies: [{ lactation: { breastfed: "no" } }] };
    expect(status(never, "zoledronicAcid", "breastfeedingStopped")).toBe("has");
  });

  it("see a disease that stands against teriparatide, and do not take silence for its absence", () => {
    const disease = (certainty: "established" | "suspected"): Parts => ({
      comorbidities: [{ condition: "scoliosis" }, { condition: "primaryHyperparathyroidism", certainty }],
    });
    expect(item(disease("established"), "teriparatide", "competingCondition")).toMatchObject({
      status: "fails",
      at: "/comorbidities/1",
    });
    expect(status(disease("suspected"), "teriparatide", "competingCondition")).toBe("undecided");
    expect(status({ comorbidities: [{ condition: "scoliosis" }] }, "teriparatide", "competingCondition")).toBe("lacks");
  });
});

describe("the words of readiness", () => {
  it("say research use and recommend nothing", () => {
    expect(readinessStatement.en).toContain("Research use only");
    expect(readinessStatement.zh).toContain("仅供研究使用");
  });

  it("exist for every reason in both languages", () => {
    const views: readonly [Parts, AgentId][] = [
      [case1Laboratory, "zoledronicAcid"],
      [{}, "teriparatide"],
      [
        {
          plan: { nextPregnancy: { plan: "wished" }, contraception: { use: "no" } },
          workup: [{ item: "pregnancyTest", status: "normal" }],
        },
        "denosumab",
      ],
      [{ comorbidities: [{ condition: "malignancy", certainty: "suspected" }] }, "teriparatide"],
      [measured({ analyte: "creatinine", value: 60, unit: "umol/L" }), "alendronate"],
    ];
    for (const [parts, agent] of views) {
      for (const { reason, status: value } of readiness(caseView(parts), agent).items) {
        const en = sayReadinessReason(reason, createTerms("en"));
        const zh = sayReadinessReason(reason, createTerms("zh"));
        expect(en).toMatch(/^[^\u4e00-\u9fff]+$/);
        expect(zh).toMatch(/[\u4e00-\u9fff]/);
        expect(readinessStatusWords[value].zh).toBeTruthy();
      }
    }
  });

  it("print a value as the laboratory printed it", () => {
    const { reason } = item(
      measured({ analyte: "vitaminD25oh", value: "13.70", unit: "ng/mL" }),
      "zoledronicAcid",
      "vitaminD25oh",
    );
    expect(sayReadinessReason(reason, createTerms("en"))).toBe("25(OH)D 13.70 ng/mL, limit 20 ng/mL");
  });
});
