import { describe, expect, it } from "vitest";
import type { SeriesContext } from "../../record/case-view.ts";
import type { LaboratoryResult } from "../../record/laboratory.ts";
import { markersDiscordant } from "./markers-discordant.ts";
import { found } from "./woman.fixture.ts";

const context: SeriesContext = {
  laboratory: {
    intervals: [
      { analyte: "totalP1np", low: "8.53", high: "64.32", unit: "ng/mL" },
      { analyte: "alp", low: "35", high: "100", unit: "U/L" },
      { analyte: "osteocalcin", low: "3", high: "65", unit: "ng/mL" },
      { analyte: "betaCtx", low: "0.068", high: "0.680", unit: "ng/mL" },
    ],
  },
};
const p1np = (value: string): LaboratoryResult => ({ analyte: "totalP1np", value, unit: "ng/mL" });
const alp = (value: string): LaboratoryResult => ({ analyte: "alp", value, unit: "U/L" });
const osteocalcin: LaboratoryResult = { analyte: "osteocalcin", value: "31.55", unit: "ng/mL" };

const sample = (...results: LaboratoryResult[]) => ({ laboratory: [{ results }] });

describe("markers-discordant", () => {
  it("asks when one marker is low and another high, and tells those in range", () => {
    const [raised] = found(markersDiscordant, sample(p1np("4.74"), alp("112"), osteocalcin), context);
    expect(raised?.at).toBe("/laboratory/0/results");
    expect(raised?.facts.low.map(({ analyte }) => analyte)).toEqual(["totalP1np"]);
    expect(raised?.facts.high.map(({ analyte }) => analyte)).toEqual(["alp"]);
    expect(raised?.facts.inRange.map(({ analyte }) => analyte)).toEqual(["osteocalcin"]);
  });

  it.each([
    ["4.74", "100", 0],
    ["4.74", "101", 1],
    ["8.52", "112", 1],
    ["8.53", "112", 0],
    ["77.83", "112", 0],
    ["77.83", "34", 1],
  ])("P1NP %s with ALP %s", (formation, activity, count) => {
    expect(found(markersDiscordant, sample(p1np(formation), alp(activity)), context)).toHaveLength(count);
  });

  it("does not hold formation against resorption", () => {
    const ctx: LaboratoryResult = { analyte: "betaCtx", value: "0.90", unit: "ng/mL" };
    expect(found(markersDiscordant, sample(p1np("4.74"), ctx), context)).toEqual([]);
  });

  it("asks of every sample that disagrees", () => {
    const laboratory = [
      { results: [p1np("4.74"), alp("112")] },
      { results: [p1np("20"), alp("80")] },
      { results: [p1np("77.83"), alp("34")] },
    ];
    expect(found(markersDiscordant, { laboratory }, context).map(({ at }) => at)).toEqual([
      "/laboratory/0/results",
      "/laboratory/2/results",
    ]);
  });

  it("does not hold two samples against each other", () => {
    const laboratory = [{ results: [p1np("4.74")] }, { results: [alp("112")] }];
    expect(found(markersDiscordant, { laboratory }, context)).toEqual([]);
  });
});
