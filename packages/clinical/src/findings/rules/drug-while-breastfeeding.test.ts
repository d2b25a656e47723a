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

  it("reads an ongoing or unknown end as open, not as the start", () => {
    const before = (more: Partial<Treatment>) =>
      found(drugWhileBreastfeeding, {
        pregnancies: [{ lactation: weanedAt15 }],
        treatments: [{ agent: "alendronate", start: { months: -60 }, ...more }],
      });
    expect(before({ ongoing: true })).toHaveLength(1);
    expect(before({})).toHaveLength(1);
    expect(before({ dose: { amount: 5, unit: "mg", per: "once" } })).toEqual([]);
    expect(before({ end: { months: 0 } })).toEqual([]);
    expect(before({ end: { months: 2 } })).toHaveLength(1);
  });

  it("looks at the lactation of every pregnancy", () => {
    const second = (deliveredAt: number, weaned: number, start: number) =>
      found(drugWhileBreastfeeding, {
        pregnancies: [
          { index: true, lactation: { breastfed: "no" } },
          { index: false, deliveredAt: { months: deliveredAt }, lactation: { weaned: { months: weaned } } },
        ],
        treatments: [{ agent: "teriparatide", start: { months: start } }],
      });
    expect(second(30, 40, 35)).toHaveLength(1);
    expect(second(30, 40, 40)).toEqual([]);
    expect(second(-30, -20, 4)).toEqual([]);
  });

  it("leaves out a course that was over by delivery", () => {
    const treatments: Treatment[] = [{ agent: "alendronate", start: { months: -60 }, end: { months: -24 } }];
    expect(found(drugWhileBreastfeeding, { pregnancies: [{ lactation: weanedAt15 }], treatments })).toEqual([]);
  });
});
