import { describe, expect, it } from "vitest";
import type { SeriesContext } from "../../record/case-view.ts";
import type { When } from "../../time/when.ts";
import { dateOutsideRecruitment } from "./date-outside-recruitment.ts";
import { found } from "./woman.fixture.ts";

const context: SeriesContext = { recruitmentYears: [2016, 2019] };
const diagnosed = (date: When["date"]) => ({ events: [{ kind: "diagnosis" as const, at: { date } as When }] });

describe("date-outside-recruitment", () => {
  it.each([
    ["2015-12-31", 1],
    ["2016-01-01", 0],
    ["2019-12-31", 0],
    ["2019", 0],
    ["2020-01-01", 1],
    [["2015-11", "2016-02"] as [string, string], 0],
    [["2014", "2015-12"] as [string, string], 1],
    [[null, "2015"] as [null, string], 1],
    [[null, "2017"] as [null, string], 0],
  ])("diagnosed %s", (date, count) => {
    expect(found(dateOutsideRecruitment, diagnosed(date), context)).toHaveLength(count);
  });

  it("lists dates of all kinds, once for the woman", () => {
    const raised = found(
      dateOutsideRecruitment,
      {
        pregnancies: [{ deliveredAt: { date: "2015-06-01" } }],
        scans: [{ id: "last", at: { date: "2021-03" }, sites: { totalHip: { bmdGPerCm2: 0.8 } } }],
        treatments: [{ agent: "calcium", start: { date: "2017-01" } }],
      },
      context,
    );
    expect(raised).toHaveLength(1);
    expect(raised[0]?.facts.dates).toEqual(["2015-06-01", "2021-03"]);
  });

  it("needs recruitment years and dates", () => {
    expect(found(dateOutsideRecruitment, diagnosed("2015"))).toEqual([]);
    expect(found(dateOutsideRecruitment, { events: [{ kind: "diagnosis", at: { months: 3 } }] }, context)).toEqual([]);
  });
});
