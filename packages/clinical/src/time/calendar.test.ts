import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  calendarMonth,
  dayAfterMonths,
  dayInterval,
  isoDate,
  isPartialDate,
  monthsBetween,
} from "./calendar.ts";

const day = (iso: string): number => dayInterval(iso).earliest;
const anyDay = fc.integer({ min: day("1950-01-01"), max: day("2150-12-31") });

describe("isPartialDate", () => {
  it.each(["2018", "2018-02", "2018-02-28", "2016-02-29", "2000-02-29"])("accepts %s", (text) => {
    expect(isPartialDate(text)).toBe(true);
  });
  it.each([
    "2018-02-29",
    "1900-02-29",
    "2018-13",
    "2018-00",
    "2018-04-31",
    "2018-4-1",
    "18-04-01",
    "1899",
    "2200",
    "2018-02-28T00:00",
    "",
  ])("refuses %s", (text) => {
    expect(isPartialDate(text)).toBe(false);
  });
});

describe("dayInterval", () => {
  it("spans the month and the year of a partial date, leap years included", () => {
    const february = dayInterval("2016-02");
    expect([isoDate(february.earliest), isoDate(february.latest)]).toEqual(["2016-02-01", "2016-02-29"]);
    const year = dayInterval("2018");
    expect([isoDate(year.earliest), isoDate(year.latest)]).toEqual(["2018-01-01", "2018-12-31"]);
  });
  it("refuses a date that is not in the calendar", () => {
    expect(() => dayInterval("2018-02-30")).toThrow(RangeError);
  });
});

describe("monthsBetween", () => {
  it.each([
    ["2016-08-31", "2018-02-28", 18],
    ["2016-08-31", "2018-03-01", 18 + 1 / 31],
    ["2018-01-31", "2018-02-28", 1],
    ["2018-01-31", "2018-03-31", 2],
    ["2016-01-31", "2016-02-29", 1],
    ["2018-03-31", "2018-02-28", -1],
    ["2018-03-15", "2018-02-15", -1],
    ["2018-03-15", "2018-03-01", -14 / 28],
    ["2018-03-15", "2018-03-15", 0],
    ["2020-02-29", "2021-02-28", 12],
  ])("%s to %s is %s months", (from, to, months) => {
    expect(monthsBetween(day(from), day(to))).toBeCloseTo(months, 12);
  });

  it("is undone by dayAfterMonths", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(dayAfterMonths(from, monthsBetween(from, to))).toBe(to);
      }),
    );
  });

  it("grows with the later day", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(monthsBetween(from, to + 1)).toBeGreaterThan(monthsBetween(from, to));
      }),
    );
  });
});

describe("calendar arithmetic against Temporal", () => {
  it("adds months with the same month ends", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (from, months) => {
        expect(isoDate(addMonths(from, months))).toBe(
          Temporal.PlainDate.from(isoDate(from)).add({ months }).toString(),
        );
      }),
    );
  });

  it("counts the same days and months of the year", () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const date = Temporal.PlainDate.from("1970-01-01").add({ days: value });
        expect(isoDate(value)).toBe(date.toString());
        expect(calendarMonth(value)).toBe(date.month);
      }),
    );
  });
});
