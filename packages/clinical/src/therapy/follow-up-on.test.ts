import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../record/case-record.ts";
import type { When } from "../time/when.ts";
import { followUpPlan } from "./follow-up.ts";
import { dueDates, followUpPlanOn, monthsOn } from "./follow-up-on.ts";
import { caseView } from "./published-series.fixture.ts";

/** Weaned six months after delivery, so that the first scan after weaning is due in month 12. */
function woman(deliveredAt: When | undefined, more: Partial<CaseRecord> = {}) {
  return caseView({
    pregnancies: [
      {
        ...(deliveredAt === undefined ? {} : { deliveredAt }),
        lactation: { breastfed: "yes", weaned: { months: 6 } },
      },
    ],
    ...more,
  });
}

function scanStatus(view: ReturnType<typeof woman>, on: string): string | undefined {
  const { items } = followUpPlanOn(view, on);
  return items.find((item) => item.entry.id === "weaning-6" && item.task.kind === "scan")?.status;
}

describe("monthsOn", () => {
  it("counts calendar months from the day of delivery", () => {
    const { frame } = woman({ date: "2024-01-31" });
    expect(monthsOn("2024-01-31", frame)).toBe(0);
    expect(monthsOn("2025-01-31", frame)).toBe(12);
    expect(monthsOn("2024-02-29", frame)).toBe(1);
    expect(monthsOn("2023-12-31", frame)).toBe(-1);
  });

  it("takes the fewest months where the delivery is dated to a month or a year", () => {
    // From 29 February: 11 months to 29 January, then 29 of the 30 days to 28 February.
    expect(monthsOn("2025-02-27", woman({ date: "2024-02" }).frame)).toBeCloseTo(11 + 29 / 30, 10);
    expect(monthsOn("2025-12-31", woman({ date: "2024" }).frame)).toBe(12);
  });

  it("is not known without a date of delivery", () => {
    expect(monthsOn("2025-01-31", woman(undefined).frame)).toBeUndefined();
  });

  it("refuses what is no date", () => {
    expect(() => monthsOn("2025-02-30", woman({ date: "2024-01-31" }).frame)).toThrow(RangeError);
  });
});

describe("followUpPlanOn", () => {
  const dated = woman({ date: "2024-01-15" });

  it("is not yet, due and overdue by the day, tolerance included", () => {
    // Due in month 12 to 12, plus or minus one month (follow-up.json, weaning-6).
    expect(scanStatus(dated, "2025-01-14")).toBe("notYet");
    expect(scanStatus(dated, "2025-01-15")).toBe("due");
    expect(scanStatus(dated, "2025-02-15")).toBe("due");
    expect(scanStatus(dated, "2025-02-16")).toBe("overdue");
    expect(followUpPlanOn(dated, "2025-02-16").judgedBy).toBe("date");
  });

  it("judges a woman of months only by the end of her record, whatever the day", () => {
    const undated = woman(undefined, {
      scans: [{ id: "a", at: { months: 20 }, sites: { lumbarSpine: { bmdGPerCm2: 0.8 } } }],
    });
    const plan = followUpPlanOn(undated, "2030-01-01");
    expect(plan).toEqual({ ...followUpPlan(undated), judgedBy: "endOfRecord" });
    expect(plan.asOfMonths).toBe(20);
  });

  it("says where a task was answered and when", () => {
    const scanned = woman(
      { date: "2024-01-15" },
      { scans: [{ id: "a", at: { months: 12 }, sites: { lumbarSpine: { bmdGPerCm2: 0.8 } } }] },
    );
    const item = followUpPlanOn(scanned, "2026-01-15").items.find(({ entry }) => entry.id === "weaning-6");
    expect(item).toMatchObject({ status: "done", at: "/scans/0", when: { earliest: 12, latest: 12 } });
  });
});

describe("dueDates", () => {
  const { frame } = woman({ date: "2024-01-15" });

  it("are the days of the window", () => {
    expect(dueDates({ earliest: 12, latest: 13 }, frame)).toEqual(["2025-01-15", "2025-02-15"]);
    expect(dueDates({ earliest: 12, latest: 12 }, frame)).toEqual(["2025-01-15", "2025-01-15"]);
  });

  it("leave an open end open", () => {
    expect(dueDates({ earliest: 12, latest: Number.POSITIVE_INFINITY }, frame)).toEqual(["2025-01-15", null]);
  });

  it("are not known without a date of delivery or a time", () => {
    expect(dueDates({ earliest: 12, latest: 13 }, woman(undefined).frame)).toBeUndefined();
    expect(dueDates(undefined, frame)).toBeUndefined();
  });
});
