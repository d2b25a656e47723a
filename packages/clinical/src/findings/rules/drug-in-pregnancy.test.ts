import { describe, expect, it } from "vitest";
import type { Pregnancy } from "../../record/pregnancy.ts";
import type { Treatment } from "../../record/treatment.ts";
import { drugInPregnancy } from "./drug-in-pregnancy.ts";
import { found } from "./woman.fixture.ts";

const given = (
  treatment: Omit<Treatment, "agent">,
  pregnancy: Pregnancy = {},
  agent: Treatment["agent"] = "alendronate",
) => found(drugInPregnancy, { pregnancies: [pregnancy], treatments: [{ agent, ...treatment }] });
const at = (months: number) => ({ start: { months }, end: { months } });

describe("drug-in-pregnancy", () => {
  // By hand: 280 days of gestation are 266 from conception, 8.74 months.
  it.each([
    [-8.8, 0],
    [-8.7, 1],
    [-0.1, 1],
    [0, 0],
    [1, 0],
  ])("a dose at month %d of a woman who delivered at 40 weeks", (months, count) => {
    expect(given(at(months), { gestationalAgeDays: 280 })).toHaveLength(count);
  });

  // By hand: the shortest term gestation has 245 days from conception, 8.05 months.
  it("takes the shortest term pregnancy where gestational age was not recorded", () => {
    expect(given(at(-8.1))).toEqual([]);
    expect(given(at(-8))[0]?.at).toBe("/treatments/0");
  });

  it("counts a course that decidedly reached into the pregnancy", () => {
    expect(given({ start: { months: -60 }, end: { months: -5 } })).toHaveLength(1);
    expect(given({ start: { months: -60 }, ongoing: true })).toHaveLength(1);
    expect(given({ start: { months: -60 }, end: { months: -12 } })).toEqual([]);
    expect(given({ start: { months: -60 }, end: { months: [-12, -5] } })).toEqual([]);
    expect(given({ start: { months: -60 } })).toEqual([]);
    expect(given({ start: { months: -4 } })).toHaveLength(1);
  });

  it("looks at every pregnancy with a known delivery", () => {
    const pregnancies: Pregnancy[] = [{ index: true }, { index: false, deliveredAt: { months: 40 } }];
    const treatments: Treatment[] = [{ agent: "denosumab", start: { months: 35 } }];
    expect(found(drugInPregnancy, { pregnancies, treatments })[0]?.facts.agents).toEqual(["denosumab"]);
    expect(found(drugInPregnancy, { pregnancies: [{ index: true }, { index: false }], treatments })).toEqual([]);
  });

  it("leaves calcium and vitamin D alone, and drugs that were declined", () => {
    expect(given(at(-4), {}, "calcium")).toEqual([]);
    expect(given(at(-4), {}, "calciumVitaminD")).toEqual([]);
    expect(given({ ...at(-4), declined: { reason: "fearOfHarm" } })).toEqual([]);
  });
});
