import { describe, expect, it } from "vitest";
import { isSamePeriod, periodDays, periodMonths } from "./period.ts";

describe("periodDays", () => {
  it("reads days, weeks, months and years", () => {
    expect(periodDays("day")).toBe(1);
    expect(periodDays("2 weeks")).toBe(14);
    expect(periodDays("year")).toBeCloseTo(365.2425, 10);
    expect(periodMonths("3 months")).toBeCloseTo(3, 12);
  });

  it("has none for a single dose or one that was not stated", () => {
    expect(periodDays("once")).toBeUndefined();
    expect(periodDays("notStated")).toBeUndefined();
  });

  it("refuses other words", () => {
    expect(() => periodDays("fortnight")).toThrow(RangeError);
    expect(() => periodDays("0 days")).toThrow(RangeError);
  });
});

describe("isSamePeriod", () => {
  it("takes 4 weeks for a month, 12 and 13 weeks for 3 months, 12 months for a year", () => {
    expect(isSamePeriod("4 weeks", "month")).toBe(true);
    expect(isSamePeriod("12 weeks", "3 months")).toBe(true);
    expect(isSamePeriod("13 weeks", "3 months")).toBe(true);
    expect(isSamePeriod("12 months", "year")).toBe(true);
  });

  it("keeps unlike intervals apart", () => {
    expect(isSamePeriod("2 weeks", "week")).toBe(false);
    expect(isSamePeriod("2 days", "day")).toBe(false);
    expect(isSamePeriod("11 weeks", "3 months")).toBe(false);
    expect(isSamePeriod("once", "year")).toBe(false);
    expect(isSamePeriod("once", "notStated")).toBe(false);
    expect(isSamePeriod("once", "once")).toBe(true);
  });
});
