import { describe, expect, it } from "vitest";
import type { When } from "../../time/when.ts";
import { timeAmbiguous } from "./time-ambiguous.ts";
import { found, scanAt, sentence } from "./woman.fixture.ts";

const scannedAt = (at: When) => ({ scans: [scanAt(0, { totalHip: { bmdGPerCm2: 0.7 } }, { id: "baseline", at })] });

describe("time-ambiguous", () => {
  it("asks about a scan with two readings", () => {
    const [raised] = found(timeAmbiguous, scannedAt({ months: [3, 9], readings: [3, 9], basis: "ambiguous" }));
    expect(raised?.at).toBe("/scans/0/at");
    expect(raised?.facts.scans[0]).toMatchObject({ scan: "baseline", readings: [3, 9], earliest: 3, latest: 9 });
    if (raised === undefined) throw new Error("nothing raised");
    expect(sentence(timeAmbiguous, raised, "en")).toContain("3 or 9 months");
    expect(sentence(timeAmbiguous, raised, "zh")).toContain("产后 3 或 9 个月");
  });

  it("says an open range without a number for its open end", () => {
    const [raised] = found(timeAmbiguous, scannedAt({ months: [39, null], basis: "ambiguous" }));
    expect(raised?.facts.scans[0]?.latest).toBeNull();
  });

  it.each([
    ["a derived range", { months: [3, 9], basis: "derived" }],
    ["a stated month", { months: 3, basis: "stated" }],
    ["an ambiguous basis with one reading", { months: [3, 3], basis: "ambiguous" }],
    ["an unknown time", { basis: "ambiguous" }],
  ] as const)("is silent for %s", (_, at) => {
    expect(found(timeAmbiguous, scannedAt(at as When))).toEqual([]);
  });

  it("leaves a report without readings alone", () => {
    const at: When = { months: [12, 15], basis: "ambiguous" };
    expect(found(timeAmbiguous, { scans: [{ id: "outside", at, sites: {} }] })).toEqual([]);
  });
});
