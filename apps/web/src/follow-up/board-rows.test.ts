import { type CaseRecord, type CaseView, defaultSchedule, openCase } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { boardRows, inPages } from "./board-rows.ts";
import { TASK_GROUPS, taskGroup } from "./task-group.ts";
import { isDay, isoDay } from "./today.ts";

function woman(id: string, parts: Omit<CaseRecord, "schema" | "id">): CaseView {
  return openCase({ schema: "materbone/case/1", id, ...parts }, {});
}

const scan = (months: number) => ({ id: "a", at: { months }, sites: { lumbarSpine: { bmdGPerCm2: 0.8 } } });
const dated = woman("dated", {
  pregnancies: [{ deliveredAt: { date: "2024-01-15" }, lactation: { breastfed: "yes", weaned: { months: 6 } } }],
});
const undated = woman("undated", {
  pregnancies: [{ lactation: { breastfed: "yes", weaned: { months: 6 } } }],
  scans: [scan(12)],
});

describe("boardRows", () => {
  it("gives each time of a woman one row per status", () => {
    const rows = boardRows([dated, undated], "2025-01-20");
    const places = rows.map((row) => `${row.woman.record.id} ${row.entry.id} ${row.status}`);
    expect(new Set(places).size).toBe(places.length);
    for (const row of rows) expect(row.items.every((item) => item.status === row.status)).toBe(true);
  });

  it("judges a dated woman by the day and one of months by her record", () => {
    const status = (view: CaseView, on: string) =>
      boardRows([view], on, "scan").find((row) => row.entry.id === "weaning-6")?.status;
    expect(status(dated, "2025-01-14")).toBe("notYet");
    expect(status(dated, "2025-01-15")).toBe("due");
    expect(status(dated, "2025-02-16")).toBe("overdue");
    expect(status(undated, "2040-01-01")).toBe("done");
    expect(boardRows([undated], "2040-01-01")[0]?.judgedBy).toBe("endOfRecord");
  });

  it("says the days of a dated woman", () => {
    const [row] = boardRows([dated], "2025-01-14", "scan");
    expect(row).toMatchObject({ days: ["2025-01-15", "2025-01-15"], judgedBy: "date" });
    expect(boardRows([undated], "2025-01-14", "scan")[0]?.days).toBeUndefined();
  });

  it("puts the earliest day first, months behind days, and times not known last", () => {
    const rows = boardRows([undated, dated], "2025-01-20");
    const days = rows.flatMap((row) => row.days?.[0] ?? []);
    expect(days).toEqual([...days].sort());
    const firstOfMonths = rows.findIndex((row) => row.days === undefined);
    expect(rows.slice(firstOfMonths).every((row) => row.days === undefined)).toBe(true);
    expect(rows.at(-1)?.due).toBeUndefined();
  });

  it("keeps only the tasks of a group", () => {
    const rows = boardRows([dated], "2026-02-01", "pregnancyWish");
    expect(rows.length).toBeGreaterThan(0);
    for (const { items } of rows) expect(items.map((item) => item.task.kind)).toEqual(["pregnancyWish"]);
  });
});

describe("taskGroup", () => {
  it("places every task of the schedule, and finds something for each group", () => {
    const groups = defaultSchedule.entries.flatMap((entry) => entry.tasks.map((task) => taskGroup({ entry, task })));
    expect([...new Set(groups)].sort()).toEqual([...TASK_GROUPS].sort());
  });
});

describe("inPages", () => {
  const sizes = (lines: readonly number[]) => inPages(lines, (line) => line).map((page) => page.length);

  it("takes 25 rows of one line, and fewer where rows are long", () => {
    expect(sizes(Array.from({ length: 60 }, () => 1))).toEqual([25, 25, 10]);
    expect(sizes(Array.from({ length: 60 }, () => 3))).toEqual([10, 10, 10, 10, 10, 10]);
  });

  it("loses no row, not even one longer than a page, and makes no page of nothing", () => {
    expect(sizes([1, 99, 1])).toEqual([1, 1, 1]);
    expect(sizes([])).toEqual([]);
  });
});

describe("days", () => {
  it("are those of the clock on the wall", () => {
    expect(isoDay(new Date(2025, 0, 5, 23, 59))).toBe("2025-01-05");
  });

  it.each([
    ["2025-02-28", true],
    ["2025-02-29", false],
    ["2024-02-29", true],
    ["2025-2-8", false],
    ["soon", false],
    ["1899-12-31", false],
  ])("%s is a day: %s", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});
