import { describe, expect, it } from "vitest";
import { DELAY_IDS, type DelayId, delay, delays, firstBoneDrug, milestoneTime } from "./delays.ts";
import { case1, case2, case3, caseView } from "./published-series.fixture.ts";

const women = [case1(), case2(), case3()];
const lengths = (id: DelayId) => women.map((woman) => delay(woman, id).months);
const exactly = (months: number) => ({ earliest: months, latest: months });

describe("delays of the published series", () => {
  it("are 12, 6 and 9 months from symptom to zoledronic acid", () => {
    expect(lengths("symptomToFirstBoneDrug")).toEqual([exactly(12), exactly(6), exactly(9)]);
  });

  it("are 12, 6 and 3 months from symptom to diagnosis", () => {
    expect(lengths("symptomToDiagnosis")).toEqual([exactly(12), exactly(6), exactly(3)]);
  });

  it("are 15, 6 and 3 months from delivery to diagnosis and 15, 6 and 9 to the drug", () => {
    expect(lengths("deliveryToDiagnosis")).toEqual([exactly(15), exactly(6), exactly(3)]);
    expect(lengths("deliveryToFirstBoneDrug")).toEqual([exactly(15), exactly(6), exactly(9)]);
  });

  it("are shorter from the fracture, and a range where its month is one", () => {
    expect(lengths("fractureToDiagnosis")).toEqual([exactly(3), { earliest: 0, latest: 6 }, exactly(0)]);
    expect(lengths("fractureToFirstBoneDrug")).toEqual([exactly(3), { earliest: 0, latest: 6 }, exactly(6)]);
  });

  it("count vitamin K and a declined infusion as no bone drug", () => {
    expect(firstBoneDrug(case3())).toEqual(exactly(9));
    expect(delay(case3(), "diagnosisToFirstBoneDrug").months).toEqual(exactly(6));
  });

  it("carry the range of weaning into both delays that use it", () => {
    expect(delay(case3(), "symptomToWeaning").months).toEqual({ earliest: 3, latest: 9 });
    expect(delay(case3(), "weaningToFirstBoneDrug").months).toEqual({ earliest: 0, latest: 6 });
  });
});

describe("delays", () => {
  it("lists every name once, in order", () => {
    expect(delays(case1()).map(({ id }) => id)).toEqual([...DELAY_IDS]);
  });

  it("names what is missing and leaves the length unknown", () => {
    const empty = caseView({});
    expect(delay(empty, "symptomToFirstBoneDrug")).toMatchObject({
      months: undefined,
      missing: ["symptom", "firstBoneDrug"],
    });
    expect(delay(empty, "deliveryToDiagnosis")).toMatchObject({ months: undefined, missing: ["diagnosis"] });
  });

  it("says when an entry without a time could be earlier", () => {
    const view = caseView({
      treatments: [{ agent: "denosumab" }, { agent: "alendronate", start: { months: 4 } }],
    });
    expect(delay(view, "deliveryToFirstBoneDrug")).toMatchObject({ months: exactly(4), undated: ["firstBoneDrug"] });
  });

  it("counts teriparatide, and does not count a fracture of high energy", () => {
    const view = caseView({
      fractures: [
        { site: "forearm", at: { months: 1 }, mechanism: "highEnergy" },
        { site: "L1", at: { months: 5 }, mechanism: "spontaneous" },
      ],
      treatments: [{ agent: "teriparatide", start: { months: 7 } }],
    });
    expect(delay(view, "fractureToFirstBoneDrug").months).toEqual(exactly(2));
  });

  it("is negative when the drug came before the diagnosis", () => {
    const view = caseView({
      events: [{ kind: "diagnosis", at: { months: 5 } }],
      treatments: [{ agent: "alendronate", start: { months: 4 } }],
    });
    expect(delay(view, "diagnosisToFirstBoneDrug").months).toEqual(exactly(-1));
  });

  it("runs between the times that its milestones have", () => {
    const view = case1();
    for (const { from, to, months } of delays(view)) {
      const start = milestoneTime(view, from);
      const end = milestoneTime(view, to);
      if (months === undefined) expect(start === undefined || end === undefined).toBe(true);
      else expect(months.earliest).toBe((end?.earliest ?? Number.NaN) - (start?.latest ?? Number.NaN));
    }
  });
});
