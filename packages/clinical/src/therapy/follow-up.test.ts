import { describe, expect, it } from "vitest";
import followUp from "../../knowledge/follow-up.json" with { type: "json" };
import { createTerms } from "../language/terms.ts";
import type { CaseRecord } from "../record/case-record.ts";
import { followUpPlan } from "./follow-up.ts";
import { followUpStatusWords, sayFollowUpTask } from "./follow-up-messages.ts";
import { defaultSchedule, type FollowUpSchedule, followUpScheduleSchema } from "./follow-up-schedule.ts";
import { lastObservedMonths } from "./observation.ts";
import { case1, caseView } from "./published-series.fixture.ts";

type Parts = Omit<CaseRecord, "schema" | "id">;

const weanedAt6: Parts = { pregnancies: [{ lactation: { breastfed: "yes", weaned: { months: 6 } } }] };
const scanAt = (months: number | [number, number]): Parts => ({
  scans: [{ id: "a", at: { months }, sites: { lumbarSpine: { bmdGPerCm2: 0.8 } } }],
});

function scanStatus(parts: Parts, entry: string, asOf: number): string | undefined {
  const { items } = followUpPlan(caseView(parts), defaultSchedule, asOf);
  return items.find((each) => each.entry.id === entry && each.task.kind === "scan")?.status;
}

describe("follow-up.json", () => {
  it("has the shape of a schedule, and so has one that a centre edited", () => {
    expect(followUpScheduleSchema.safeParse(followUp).error).toBeUndefined();
    const edited = { ...followUp, entries: followUp.entries.slice(0, 1) };
    expect(followUpScheduleSchema.safeParse(edited).success).toBe(true);
  });

  it("names each time once", () => {
    const ids = defaultSchedule.entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("followUpPlan for a scan 6 months after weaning, plus or minus 1", () => {
  it("is done inside the tolerance, limits included", () => {
    for (const months of [11, 12, 13]) {
      expect(scanStatus({ ...weanedAt6, ...scanAt(months) }, "weaning-6", 30)).toBe("done");
    }
  });

  it("is not done outside it", () => {
    for (const months of [10.9, 13.1]) {
      expect(scanStatus({ ...weanedAt6, ...scanAt(months) }, "weaning-6", 30)).toBe("overdue");
    }
  });

  it("is not yet, due, then overdue as time goes on", () => {
    expect(scanStatus(weanedAt6, "weaning-6", 11.9)).toBe("notYet");
    expect(scanStatus(weanedAt6, "weaning-6", 12)).toBe("due");
    expect(scanStatus(weanedAt6, "weaning-6", 13)).toBe("due");
    expect(scanStatus(weanedAt6, "weaning-6", 13.1)).toBe("overdue");
  });

  it("is unknown when weaning is not known, or the time of the only scan straddles the window", () => {
    expect(scanStatus(scanAt(12), "weaning-6", 30)).toBe("unknown");
    expect(scanStatus({ ...weanedAt6, ...scanAt([12, 15]) }, "weaning-6", 30)).toBe("unknown");
  });

  it("counts a range of weaning only where every reading agrees", () => {
    const range: Parts = { pregnancies: [{ lactation: { weaned: { months: [6, 7] } } }] };
    expect(scanStatus({ ...range, ...scanAt(12.5) }, "weaning-6", 30)).toBe("done");
    expect(scanStatus({ ...range, ...scanAt(11.5) }, "weaning-6", 30)).toBe("unknown");
    expect(scanStatus(range, "weaning-6", 13.5)).toBe("due");
    expect(scanStatus(range, "weaning-6", 14.1)).toBe("overdue");
  });
});

describe("the laboratory values before any drug by vein", () => {
  const calciumAt = (months: number): string | undefined => {
    const parts: Parts = {
      events: [{ kind: "diagnosis", at: { months: 4 } }],
      treatments: [{ agent: "zoledronicAcid", dose: { amount: 5, unit: "mg", per: "once" }, start: { months: 5 } }],
      laboratory: [{ at: { months }, results: [{ analyte: "calcium", value: "1.37", unit: "mmol/L" }] }],
    };
    const { items } = followUpPlan(caseView(parts), defaultSchedule, 12);
    const asked = items.filter(({ entry }) => entry.beforeFirstDose === true);
    return asked.find(({ task }) => task.kind === "laboratory" && task.anyOf.includes("calcium"))?.status;
  };

  it("are not answered by a sample after the infusion", () => {
    expect(calciumAt(4.6)).toBe("done");
    expect(calciumAt(5)).toBe("done");
    expect(calciumAt(5.3)).toBe("overdue");
  });
});

describe("followUpPlan", () => {
  it("judges by the end of the record when no date is given", () => {
    expect(lastObservedMonths(case1())).toBe(27);
    const plan = followUpPlan(case1());
    expect(plan.asOfMonths).toBe(27);
    const byId = (id: string, kind: string) =>
      plan.items.find((item) => item.entry.id === id && item.task.kind === kind);
    expect(byId("diagnosis", "scan")).toMatchObject({ status: "done", at: "/scans/0" });
    expect(byId("diagnosis", "weaning")).toMatchObject({ status: "done", at: "/pregnancies/0/lactation/weaned" });
    expect(byId("diagnosis", "score")?.status).toBe("overdue");
    expect(byId("weaning-6", "scan")).toMatchObject({
      status: "done",
      at: "/scans/1",
      due: { earliest: 21, latest: 21 },
    });
    expect(byId("weaning-12", "scan")).toMatchObject({ status: "due" });
    expect(byId("weaning-24", "pregnancyWish")?.status).toBe("notYet");
    expect(byId("after-first-dose", "laboratory")).toMatchObject({ status: "overdue" });
  });

  it("does not take the baseline of the day of the dose for the calcium after it", () => {
    const calciumAt = (months: number): Parts => ({
      treatments: [{ agent: "zoledronicAcid", dose: { amount: 5, unit: "mg", per: "once" }, start: { months: 15 } }],
      laboratory: [{ at: { months }, results: [{ analyte: "calcium", value: "2.17", unit: "mmol/L" }] }],
    });
    const status = (months: number) =>
      followUpPlan(caseView(calciumAt(months)), defaultSchedule, 20).items.find(
        ({ entry }) => entry.id === "after-first-dose",
      )?.status;
    expect(status(15)).toBe("overdue");
    expect(status(15.4)).toBe("done");
  });

  it("is unknown throughout for an empty record, without a next delivery or a dose to follow", () => {
    const plan = followUpPlan(caseView({}));
    expect(plan.asOfMonths).toBeUndefined();
    expect(new Set(plan.items.map(({ status }) => status))).toEqual(new Set(["unknown"]));
    expect(plan.items.some(({ entry }) => entry.anchor === "nextDelivery" || entry.agents !== undefined)).toBe(false);
  });

  it("brings in the next pregnancy when it is wished for or recorded", () => {
    const wished = followUpPlan(caseView({ plan: { nextPregnancy: { plan: "wished" } } }), defaultSchedule, 20);
    expect(wished.items.filter(({ entry }) => entry.anchor === "nextDelivery").map(({ status }) => status)).toEqual([
      "unknown",
      "unknown",
      "unknown",
      "unknown",
    ]);
    const second: Parts = {
      pregnancies: [{ index: true }, { deliveredAt: { months: 40 } }],
      events: [{ kind: "followUp", at: { months: 43 } }],
      ...scanAt(25),
    };
    const plan = followUpPlan(caseView(second), defaultSchedule, 50);
    expect(plan.items.filter(({ entry }) => entry.anchor === "nextDelivery").map(({ status }) => status)).toEqual([
      "done",
      "overdue",
      "overdue",
      "done",
    ]);
  });

  it("follows an edited schedule, also one anchored at delivery and at any first bone drug", () => {
    const source = { cite: "a centre", status: "assumed" as const, checked: "2026-11-22" };
    const schedule: FollowUpSchedule = {
      version: "centre",
      statement: { en: "ours", zh: "本中心" },
      entries: [
        {
          id: "a",
          anchor: "delivery",
          fromMonths: 2,
          toMonths: 4,
          toleranceMonths: 0,
          name: { en: "a", zh: "甲" },
          tasks: [{ kind: "visit" }],
          source,
        },
        {
          id: "b",
          anchor: "firstDose",
          fromMonths: 6,
          toMonths: 6,
          toleranceMonths: 1,
          name: { en: "b", zh: "乙" },
          tasks: [{ kind: "scan" }],
          source,
        },
      ],
    };
    expect(followUpPlan(case1(), schedule, 30).items.map(({ status, due }) => [status, due?.latest])).toEqual([
      ["overdue", 4],
      ["done", 21],
    ]);
  });

  it("finds every kind of datum", () => {
    const view = caseView({
      ...weanedAt6,
      outcomes: { newFracturesInFollowUp: "no", heightLossCm: 1 },
      plan: { nextPregnancy: { plan: "notWished", at: { months: 30 } } },
      events: [{ kind: "diagnosis", at: { months: 6 } }],
      scores: [{ instrument: "NRS", value: 6, at: { months: 6 } }],
      imaging: [{ modality: "mri", region: "lumbarSpine", findings: ["fracture"], at: { months: 6 } }],
      laboratory: [{ at: { months: 6 }, results: [{ analyte: "egfr", value: 90, unit: "mL/min/1.73m2" }] }],
      workup: [
        { item: "pregnancyTest", status: "normal", at: { months: 9 } },
        { item: "pregnancyTest", status: "notDone", at: { months: 9 } },
      ],
    });
    const done = followUpPlan(view, defaultSchedule, 31).items.filter(({ status }) => status === "done");
    expect(done.map(({ entry, at }) => `${entry.id} ${at}`)).toEqual([
      "diagnosis /scores/0",
      "diagnosis /imaging/0",
      "diagnosis /laboratory/0/results/0",
      "diagnosis /pregnancies/0/lactation/weaned",
      "month-3 /workup/0",
      "weaning-24 /plan/nextPregnancy",
    ]);
    // Height and new fractures are recorded once without a time: which year they answer is not known.
    const height = followUpPlan(view, defaultSchedule, 31).items.find(({ task }) => task.kind === "heightLoss");
    expect(height).toMatchObject({ status: "unknown", at: "/outcomes/heightLossCm" });
  });
});

describe("the words of follow-up", () => {
  it("exist for every task and status in both languages", () => {
    for (const { tasks } of defaultSchedule.entries) {
      for (const task of tasks) {
        expect(sayFollowUpTask(task, createTerms("en"))).toMatch(/^[^\u4e00-\u9fff]+$/);
        expect(sayFollowUpTask(task, createTerms("zh"))).toBeTruthy();
      }
    }
    expect(Object.values(followUpStatusWords).every(({ en, zh }) => en !== "" && zh !== "")).toBe(true);
  });
});
