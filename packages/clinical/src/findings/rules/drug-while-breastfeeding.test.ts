import { describe, expect, it } from "vitest";
import type { Lactation } from "../../record/pregnancy.ts";
import type { Treatment } from "../../record/treatment.ts";
import { drugWhileBreastfeeding } from "./drug-while-breastfeeding.ts";
import { found } from "./woman.fixture.ts";

const weanedAt15: Lactation = { breastfed: "yes", weaned: { months: 15 } };
const started = (lactation: Lactation, months: number | [number, number], agent: Treatment["agent"] = "teriparatide") =>
  found(drugWhileBreastfeeding, { pregnancies: [{ lactation }], treatments: [{ agent, start: { months } }] });

describe("drug-while-breastfeeding", () => {
  it.each([
    [14.9, 1],
    [15, 0],
    [15.1, 0],
  ])("started at month %f, weaned at 15", (months, count) => {
    expect(started(weanedAt15, months)).toHaveLength(count);
  });

  it("asks only where every reading agrees", () => {
    expect(started(weanedAt15, [14, 15])).toEqual([]);
    expect(started({ breastfed: "yes", weaned: { months: [3, 9] } }, 3)).toEqual([]);
    expect(started({ breastfed: "yes", weaned: { months: [3, 9] } }, 2)[0]?.at).toBe("/treatments/0");
  });

  it("knows a woman who still breastfeeds", () => {
    expect(started({ breastfed: "yes", stillBreastfeeding: true }, 4)).toHaveLength(1);
    expect(started({ breastfed: "yes" }, 4)).toEqual([]);
  });

  it("leaves calcium and women who did not breastfeed alone", () => {
    expect(started(weanedAt15, 4, "calcium")).toEqual([]);
    expect(started({ breastfed: "no", weaned: { months: 15 } }, 4)).toEqual([]);
  });

  it("leaves out a course that was over by delivery", () => {
    const treatments: Treatment[] = [{ agent: "alendronate", start: { months: -60 }, end: { months: -24 } }];
    expect(found(drugWhileBreastfeeding, { pregnancies: [{ lactation: weanedAt15 }], treatments })).toEqual([]);
  });
});
