import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayInterval } from "./calendar.ts";
import { asDates, asMonths, datesOf, monthsOf, TERM_DAYS, type TimeFrame } from "./time-frame.ts";
import { whenSchema } from "./when.ts";

const relative: TimeFrame = { gestationalAgeDays: TERM_DAYS };
const dated = (delivery: string): TimeFrame => ({ delivery: dayInterval(delivery), gestationalAgeDays: TERM_DAYS });

describe("monthsOf", () => {
  it("reads months as they stand: a point, a pair, an open pair", () => {
    expect(monthsOf({ months: 15 }, relative)).toEqual({ earliest: 15, latest: 15 });
    expect(monthsOf({ months: [39, 51], basis: "ambiguous" }, relative)).toEqual({ earliest: 39, latest: 51 });
    expect(monthsOf({ months: [null, 6] }, relative)).toEqual({ earliest: -Infinity, latest: 6 });
  });

  it("converts a date against the delivery date", () => {
    expect(monthsOf({ date: "2018-02-28" }, dated("2016-08-31"))).toEqual({ earliest: 18, latest: 18 });
    expect(monthsOf({ date: "2016-06-30" }, dated("2016-08-31"))).toEqual({ earliest: -2, latest: -2 });
  });

  it("widens by the precision of both dates", () => {
    expect(monthsOf({ date: "2017-01" }, dated("2016-12-01"))).toEqual({ earliest: 1, latest: 1 + 30 / 31 });
    const both = monthsOf({ date: "2017" }, dated("2016-12"));
    expect(both?.earliest).toBeCloseTo(1 / 31, 12);
    expect(both?.latest).toBeCloseTo(12 + 30 / 31, 12);
  });

  it("does not guess: a date without a delivery date, or nothing at all, is unknown", () => {
    expect(monthsOf({ date: "2018-02-28" }, relative)).toBeUndefined();
    expect(monthsOf({ basis: "unknown" }, relative)).toBeUndefined();
    expect(monthsOf(undefined, relative)).toBeUndefined();
  });

  it("counts weeks of gestation back from the recorded gestational age", () => {
    const frame: TimeFrame = { gestationalAgeDays: { earliest: 280, latest: 280 } };
    const at28 = monthsOf({ gestationalWeeks: 28 }, frame);
    // 84 days before delivery; a month of the Gregorian calendar has 30.436875 days.
    expect(at28?.earliest).toBeCloseTo(-84 / 30.436875, 12);
    expect(at28?.latest).toBeCloseTo(-84 / 30.436875, 12);
    const unknownAge = monthsOf({ gestationalWeeks: 28 }, relative);
    expect(unknownAge?.earliest).toBeCloseTo(-97 / 30.436875, 12);
    expect(unknownAge?.latest).toBeCloseTo(-63 / 30.436875, 12);
  });
});

describe("weeks of gestation beyond the delivery", () => {
  it("are the delivery, never after it and never turned round", () => {
    expect(monthsOf({ gestationalWeeks: 42 }, relative)).toEqual({ earliest: 0, latest: 0 });
    const at38: TimeFrame = { gestationalAgeDays: { earliest: 266, latest: 266 } };
    expect(monthsOf({ gestationalWeeks: 40 }, at38)).toEqual({ earliest: 0, latest: 0 });
  });
});

describe("conversion there and back", () => {
  const days = fc.integer({ min: 0, max: 900 });
  it("keeps the day", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -250, max: 900 }), (start, offset) => {
        const base = dayInterval("2016-01-01").earliest + start;
        const frame: TimeFrame = { delivery: { earliest: base, latest: base }, gestationalAgeDays: TERM_DAYS };
        const dates = asDates({ months: 0 }, frame);
        expect(dates?.date).toBeDefined();
        const when = asDates({ months: offset / 30 }, frame);
        const months = when === undefined ? undefined : asMonths(when, frame);
        expect(months === undefined ? undefined : asDates(months, frame)).toEqual(when);
      }),
    );
  });

  it("keeps notes and basis, and drops the dates", () => {
    const when = { date: "2018-02-28", basis: "derived", note: "from the letter" } as const;
    expect(asMonths(when, dated("2016-08-31"))).toEqual({ months: 18, basis: "derived", note: "from the letter" });
    expect(asDates({ months: [1, null] }, dated("2018-01-31"))?.date).toEqual(["2018-02-28", null]);
    expect(datesOf({ months: 1 }, relative)).toBeUndefined();
  });
});

describe("whenSchema", () => {
  it.each([
    { months: 3, date: "2018" },
    { months: [6, 3] },
    { date: ["2018-05", "2018-04"] },
    { date: "2018-02-30" },
    { months: "3" },
    { months: 3, unit: "month" },
  ])("refuses %j", (value) => {
    expect(whenSchema.safeParse(value).success).toBe(false);
  });
  it("accepts overlapping dates of unlike precision", () => {
    expect(whenSchema.safeParse({ date: ["2018-05-20", "2018"] }).success).toBe(true);
  });
});
