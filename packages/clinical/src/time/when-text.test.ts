import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDate } from "./calendar.ts";
import { DAYS_PER_MONTH } from "./time-frame.ts";
import type { When } from "./when.ts";
import { printWhen, readWhen, type WhenTime } from "./when-text.ts";

function timeOf(text: string): WhenTime | string {
  const reading = readWhen(text);
  if (reading.kind === "read") return reading.time;
  return reading.kind === "refused" ? reading.reason : "empty";
}

describe("readWhen", () => {
  it.each<[string, WhenTime]>([
    ["15", { months: 15 }],
    ["１５", { months: 15 }],
    ["-2", { months: -2 }],
    ["−2", { months: -2 }],
    ["1.5", { months: 1.5 }],
    ["15 months", { months: 15 }],
    ["15 m", { months: 15 }],
    ["3 months post partum", { months: 3 }],
    ["2 months before delivery", { months: -2 }],
    ["产后3个月", { months: 3 }],
    ["产后 3 月", { months: 3 }],
    ["产前2个月", { months: -2 }],
    ["分娩", { months: 0 }],
    ["at delivery", { months: 0 }],
    ["39-51", { months: [39, 51] }],
    ["39–51", { months: [39, 51] }],
    ["39—51", { months: [39, 51] }],
    ["39~51", { months: [39, 51] }],
    ["39 to 51", { months: [39, 51] }],
    ["39至51", { months: [39, 51] }],
    ["产后15-18个月", { months: [15, 18] }],
    ["15-18个月", { months: [15, 18] }],
    ["-2..3", { months: [-2, 3] }],
    ["-2-3", { months: [-2, 3] }],
    ["-9--2", { months: [-9, -2] }],
    ["产前2~1个月", { months: [-2, -1] }],
    [">12", { months: [12, null] }],
    ["＞12", { months: [12, null] }],
    ["12..", { months: [12, null] }],
    ["<6", { months: [null, 6] }],
    ["before 6 months", { months: [null, 6] }],
    ["早于 6", { months: [null, 6] }],
    ["<产后6个月", { months: [null, 6] }],
    ["39 or 51", { months: [39, 51], readings: [39, 51] }],
    ["39或51", { months: [39, 51], readings: [39, 51] }],
    ["产后3或9个月", { months: [3, 9], readings: [3, 9] }],
    ["36..60 (39 or 51)", { months: [36, 60], readings: [39, 51] }],
    ["2019-05-04", { date: "2019-05-04" }],
    ["2019/5/4", { date: "2019-05-04" }],
    ["2019.5.4", { date: "2019-05-04" }],
    ["2019年5月4日", { date: "2019-05-04" }],
    ["2019年5月", { date: "2019-05" }],
    ["2019年", { date: "2019" }],
    ["2019", { date: "2019" }],
    ["2019-05", { date: "2019-05" }],
    ["2019-05..2019-07", { date: ["2019-05", "2019-07"] }],
    ["2019-05-2019-07", { date: ["2019-05", "2019-07"] }],
    ["2019年5月至2019年7月", { date: ["2019-05", "2019-07"] }],
    ["2016-2019", { date: ["2016", "2019"] }],
    ["<2019-05", { date: [null, "2019-05"] }],
    [">2019", { date: ["2019", null] }],
    ["34w", { gestationalWeeks: 34 }],
    ["34+2w", { gestationalWeeks: 34 + 2 / 7 }],
    ["34w2d", { gestationalWeeks: 34 + 2 / 7 }],
    ["孕34周", { gestationalWeeks: 34 }],
    ["孕３４＋２周", { gestationalWeeks: 34 + 2 / 7 }],
    ["妊娠34周", { gestationalWeeks: 34 }],
    ["34 weeks of gestation", { gestationalWeeks: 34 }],
    ["GA 34+2", { gestationalWeeks: 34 + 2 / 7 }],
    ["28-34w", { gestationalWeeks: [28, 34] }],
    ["孕28-34周", { gestationalWeeks: [28, 34] }],
  ])("reads %s", (text, time) => {
    expect(timeOf(text)).toEqual(time);
  });

  it("converts weeks, days and years and says that it did", () => {
    for (const [text, days] of [
      ["产后6周", 42],
      ["6 weeks postpartum", 42],
      ["产后10天", 10],
    ] as const) {
      const reading = readWhen(text);
      expect(reading).toMatchObject({ kind: "read", basis: "derived" });
      if (reading.kind === "read") expect(reading.time.months).toBeCloseTo(days / DAYS_PER_MONTH, 2);
    }
    expect(timeOf("2 years")).toEqual({ months: 24 });
    expect(timeOf("产后1年半")).toEqual({ months: 18 });
    expect(timeOf("产后半年")).toEqual({ months: 6 });
  });

  it("calls one reading stated and several ambiguous", () => {
    expect(readWhen("15")).toMatchObject({ basis: "stated" });
    expect(readWhen("39 or 51")).toMatchObject({ basis: "ambiguous" });
  });

  it.each([
    ["", "empty"],
    ["  ", "empty"],
    ["soon", "notUnderstood"],
    ["6 weeks", "notUnderstood"],
    ["34+9w", "notUnderstood"],
    ["39-", "notUnderstood"],
    ["2019-02-30", "impossibleDate"],
    ["2019-13", "impossibleDate"],
    ["51-39", "timeOrder"],
    ["2019-07..2019-05", "timeOrder"],
    ["-200", "outOfRange"],
    ["60w", "outOfRange"],
  ])("does not guess at %j: %s", (text, outcome) => {
    expect(timeOf(text)).toBe(outcome);
  });
});

describe("printWhen", () => {
  it.each<[When, string]>([
    [{ months: 15 }, "15"],
    [{ months: [39, 51], readings: [39, 51], basis: "ambiguous" }, "39 or 51"],
    [{ months: [39, 51] }, "39–51"],
    [{ months: [-2, 3] }, "-2..3"],
    [{ months: [null, 6] }, "<6"],
    [{ date: ["2019-05", null] }, ">2019-05"],
    [{ gestationalWeeks: 34 + 2 / 7 }, "34+2w"],
    [{ basis: "unknown" }, ""],
  ])("prints %j as %s", (when, text) => {
    expect(printWhen(when)).toBe(text);
  });

  it("is read back to the same time", () => {
    const month = fc.double({ min: -120, max: 720, noNaN: true }).map((value) => value + 0 || 0);
    const day = fc.integer({ min: -25_000, max: 80_000 }).chain((count) => {
      const iso = isoDate(count);
      return fc.constantFrom(iso, iso.slice(0, 7), iso.slice(0, 4));
    });
    const week = fc.oneof(
      fc.integer({ min: 0, max: 315 }).map((days) => Math.floor(days / 7) + (days % 7) / 7),
      fc.double({ min: 0, max: 45, noNaN: true }).map((value) => value || 0),
    );
    const ordered = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<[T, T]> =>
      fc.tuple(value, value).map(([a, b]): [T, T] => (a <= b ? [a, b] : [b, a]));
    const time: fc.Arbitrary<WhenTime> = fc.oneof(
      month.map((months) => ({ months })),
      ordered(month).map((months) => ({ months })),
      month.map((end) => ({ months: [null, end] as [null, number] })),
      month.map((start) => ({ months: [start, null] as [number, null] })),
      fc.array(month, { minLength: 2, maxLength: 4 }).map((readings) => ({
        months: [Math.min(...readings), Math.max(...readings)] as [number, number],
        readings,
      })),
      day.map((date) => ({ date })),
      fc.tuple(day, day).map(([a, b]) => {
        const length = Math.min(a.length, b.length);
        return { date: (a.slice(0, length) <= b.slice(0, length) ? [a, b] : [b, a]) as [string, string] };
      }),
      day.map((end) => ({ date: [null, end] as [null, string] })),
      week.map((gestationalWeeks) => ({ gestationalWeeks })),
      ordered(week).map((gestationalWeeks) => ({ gestationalWeeks })),
    );
    fc.assert(
      fc.property(time, (when) => {
        expect(timeOf(printWhen(when))).toEqual(when);
        expect(timeOf(printWhen(when, "zh"))).toEqual(when);
      }),
      { numRuns: 2000 },
    );
  });

  it("answers any text without an exception", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789-–.<>w+年月日周产后孕 or()") }), (text) => {
        expect(["read", "empty", "refused"]).toContain(readWhen(text).kind);
      }),
      { numRuns: 2000 },
    );
  });
});
