import { describe, expect, it } from "vitest";
import { sensitivity, windowsThatExclude } from "./sensitivity.ts";
import { fracture, published, woman } from "./women.fixture.ts";

describe("sensitivity", () => {
  it("has a row for every window, site rule and operator", () => {
    const { rows } = sensitivity(published("case-1"));
    expect(rows).toHaveLength(6 * 2 * 2);
    expect([...new Set(rows.map((row) => row.windowMonths))]).toEqual([3, 6, 12, 18, 24, 36]);
  });

  it("case 1: the fracture of month 12 enters with the window of 12 months", () => {
    const { windowChanges, rows, siteRuleMatters, operatorMatters } = sensitivity(published("case-1"));
    expect(windowChanges).toEqual([{ fromMonths: 6, toMonths: 12, before: "notMet", after: "met" }]);
    expect({ siteRuleMatters, operatorMatters }).toEqual({ siteRuleMatters: false, operatorMatters: false });
    expect(rows.filter((row) => row.both === "notMet").map((row) => row.windowMonths)).toEqual([
      3, 3, 3, 3, 6, 6, 6, 6,
    ]);
  });

  it("case 2: the site rule decides, the total hip stands on the threshold, months 0 to 6 leave 3 months open", () => {
    const table = sensitivity(published("case-2"));
    expect(table.siteRuleMatters).toBe(true);
    expect(table.sitesAtThreshold).toEqual(["totalHip"]);
    expect(table.windowChanges).toEqual([{ fromMonths: 3, toMonths: 6, before: "undecided", after: "met" }]);
    const at18 = table.rows.filter((row) => row.windowMonths === 18);
    expect(at18.map(({ siteRule, operator, both }) => [siteRule, operator, both])).toEqual([
      ["any", "<=", "met"],
      ["any", "<", "met"],
      ["all", "<=", "notMet"],
      ["all", "<", "notMet"],
    ]);
  });

  it("case 2: the scan of month 6 comes after a window of 3 months, so its femoral neck decides nothing there", () => {
    const all = sensitivity(published("case-2")).rows.filter(
      (row) => row.siteRule === "all" && row.operator === "<=" && row.windowMonths <= 6,
    );
    expect(all.map(({ windowMonths, density, both }) => [windowMonths, density, both])).toEqual([
      [3, "undecided", "undecided"],
      [6, "notMet", "notMet"],
    ]);
  });

  it("the operator matters for Z −2.0 at all three sites", () => {
    const sites = { lumbarSpine: { zScore: -2 }, femoralNeck: { zScore: -2 }, totalHip: { zScore: -2 } };
    const table = sensitivity(woman({ scans: [{ id: "a", at: { months: 1 }, sites }] }));
    expect(table.operatorMatters).toBe(true);
    expect(table.siteRuleMatters).toBe(false);
  });
});

describe("windowsThatExclude", () => {
  it("case 1: 3 and 6 months; cases 2 and 3: none", () => {
    expect(windowsThatExclude(published("case-1"))).toEqual([3, 6]);
    expect(windowsThatExclude(published("case-2"))).toEqual([]);
    expect(windowsThatExclude(published("case-3"))).toEqual([]);
  });

  it("is empty without a fracture or a time", () => {
    expect(windowsThatExclude(woman({ fractures: [] }))).toEqual([]);
    expect(windowsThatExclude(woman())).toEqual([]);
    expect(windowsThatExclude(woman({ fractures: [fracture()] }))).toEqual([]);
  });
});
