import { describe, expect, it } from "vitest";
import type { Lactation } from "../../record/pregnancy.ts";
import { timeInconsistent } from "./time-inconsistent.ts";
import { found } from "./woman.fixture.ts";

const breastfed = (lactation: Lactation) => found(timeInconsistent, { pregnancies: [{ lactation }] });

describe("time-inconsistent", () => {
  it.each([
    [-1, 1],
    [0, 0],
    [6, 0],
  ])("weaned at month %d", (months, count) => {
    const raised = breastfed({ weaned: { months } });
    expect(raised).toHaveLength(count);
    if (count > 0) expect(raised[0]?.at).toBe("/pregnancies/0/lactation/weaned");
  });

  it("asks about weaning before breastfeeding began, and about both weaned and still breastfeeding", () => {
    expect(breastfed({ start: { months: 1 }, weaned: { months: 0.5 } })[0]?.facts.conflicts).toEqual([
      { conflict: "weanedBeforeLactation", at: "/pregnancies/0/lactation/weaned" },
    ]);
    expect(breastfed({ start: { months: 1 }, weaned: { months: 1 } })).toEqual([]);
    expect(breastfed({ weaned: { months: 6 }, stillBreastfeeding: true })[0]?.facts.conflicts).toEqual([
      { conflict: "weanedAndStillBreastfeeding", at: "/pregnancies/0/lactation/weaned" },
    ]);
  });

  it("looks at every pregnancy, each from its own delivery", () => {
    const later = (deliveredAt: number, weaned: number) =>
      found(timeInconsistent, {
        pregnancies: [
          { index: true },
          { index: false, deliveredAt: { months: deliveredAt }, lactation: { weaned: { months: weaned } } },
        ],
      });
    expect(later(30, 29)[0]?.at).toBe("/pregnancies/1/lactation/weaned");
    expect(later(30, 30)).toEqual([]);
    expect(later(-30, -24)).toEqual([]);
    const undated = [{ index: true }, { index: false, lactation: { weaned: { months: -20 } } }];
    expect(found(timeInconsistent, { pregnancies: undated })).toEqual([]);
  });

  it.each([
    [9, 8.9, 1],
    [9, 9, 0],
    [9, 12, 0],
  ])("a treatment from month %d to %d", (start, end, count) => {
    const treatments = [{ agent: "teriparatide" as const, start: { months: start }, end: { months: end } }];
    expect(found(timeInconsistent, { treatments })).toHaveLength(count);
  });

  it("gives ranges the benefit of the doubt", () => {
    const treatments = [
      { agent: "teriparatide" as const, start: { months: [3, 9] as [number, number] }, end: { months: 4 } },
    ];
    expect(found(timeInconsistent, { treatments })).toEqual([]);
  });

  it("asks about a symptom that ends before its onset", () => {
    const symptoms = [{ symptom: "lowBackPain" as const, onset: { months: 3 }, end: { months: 2 } }];
    expect(found(timeInconsistent, { symptoms })[0]?.at).toBe("/symptoms/0/end");
  });
});
