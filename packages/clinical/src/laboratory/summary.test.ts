import { describe, expect, it } from "vitest";
import { CASE_SCHEMA } from "../record/case-record.ts";
import { openCase } from "../record/case-view.ts";
import { publishedContext, publishedPanel } from "./published-panels.fixture.ts";
import type { LabReading } from "./reading.ts";
import { outsideInEverySeason, outsideInSeason } from "./summary.ts";

function publishedReadings(season?: "summer" | "winter"): readonly LabReading[] {
  return ([1, 2, 3] as const).flatMap((woman) => {
    const panel = { ...publishedPanel(woman), ...(season === undefined ? {} : { season }) };
    return openCase({ schema: CASE_SCHEMA, id: `case-${woman}`, laboratory: [panel] }, publishedContext()).laboratory;
  });
}

describe("values outside their intervals in the published series (Table 1)", () => {
  it("are 7 of 31 in every season, and 8 if sampled in summer", () => {
    const readings = publishedReadings();
    expect(readings).toHaveLength(31);
    expect(outsideInEverySeason(readings).map(({ analyte }) => analyte)).toEqual([
      "totalP1np",
      "alp",
      "nMidOsteocalcin",
      "betaCtx",
      "totalP1np",
      "betaCtx",
      "urinePhosphate24h",
    ]);
    expect(outsideInSeason(readings, "summer")).toHaveLength(8);
    expect(outsideInSeason(readings, "winter")).toHaveLength(7);
    expect(outsideInSeason(readings, "spring")).toHaveLength(7);
  });

  it("follow the season that is recorded", () => {
    expect(outsideInEverySeason(publishedReadings("summer"))).toHaveLength(8);
    expect(outsideInSeason(publishedReadings("winter"), "summer")).toHaveLength(7);
  });

  it("do not count values without an interval", () => {
    const { laboratory } = openCase({ schema: CASE_SCHEMA, id: "a", laboratory: [publishedPanel(2)] }, {});
    expect(outsideInEverySeason(laboratory)).toEqual([]);
    expect(outsideInSeason(laboratory, "summer")).toEqual([]);
  });
});
