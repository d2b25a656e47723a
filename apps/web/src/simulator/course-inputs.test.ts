import { describe, expect, it } from "vitest";
import {
  DEFAULT_INPUTS,
  isTreated,
  USUAL_COURSE,
  untreated,
  weaningMonth,
  weaningToDrugMonths,
} from "./course-inputs.ts";
import { chosenInterval, doseIntervals } from "./dose-intervals.ts";
import { inputsOf, inputsOfText, inputsSearch, inputsText, searchOfInputs } from "./inputs-text.ts";
import { monthLevels, weanedAt, withMonth } from "./nursing-schedule.ts";
import { MOST_PINS, pinsOf, pinsText, simulatorSearch } from "./simulator-search.ts";

const TREATED = {
  ...DEFAULT_INPUTS,
  given: [
    { ...USUAL_COURSE.zoledronicAcid, startMonth: 8 },
    { ...USUAL_COURSE.calcium, startMonth: 2, untilMonth: 20 },
    { ...USUAL_COURSE.denosumab, startMonth: 14.5 },
  ],
};

describe("the course without drugs", () => {
  it("keeps calcium and nursing, and leaves out what acts on bone", () => {
    expect(untreated(TREATED)).toEqual({ ...TREATED, given: [TREATED.given[1]] });
    expect(isTreated(TREATED)).toBe(true);
    expect(isTreated(untreated(TREATED))).toBe(false);
  });

  it("is all there is when a drug begins after the months shown", () => {
    expect(isTreated({ ...DEFAULT_INPUTS, given: [{ ...USUAL_COURSE.denosumab, startMonth: 25 }] })).toBe(false);
  });
});

describe("the interval from weaning to the first drug", () => {
  it("goes to the first drug on bone, whatever else is taken before", () => {
    expect(weaningToDrugMonths(TREATED)).toBe(2);
    expect(weaningToDrugMonths(DEFAULT_INPUTS)).toBeUndefined();
  });

  it("is negative where the drug begins while she nurses", () => {
    expect(weaningToDrugMonths({ ...TREATED, nursing: [{ level: "full", months: 10 }] })).toBe(-2);
  });
});

describe("the nursing schedule", () => {
  it("is changed month by month", () => {
    const partly = withMonth(withMonth(DEFAULT_INPUTS.nursing, 4, "partial"), 5, "partial");
    expect(partly).toEqual([
      { level: "full", months: 4 },
      { level: "partial", months: 2 },
    ]);
    expect(monthLevels(partly, 7)).toEqual(["full", "full", "full", "full", "partial", "partial", "none"]);
  });

  it("may pause, and ends with the last month of nursing", () => {
    const paused = withMonth(DEFAULT_INPUTS.nursing, 2, "none");
    expect(weaningMonth(paused)).toBe(6);
    expect(weaningMonth(withMonth(DEFAULT_INPUTS.nursing, 5, "none"))).toBe(5);
  });

  it("goes on at its last level when weaning is later, and is cut short when it is earlier", () => {
    const partly = withMonth(DEFAULT_INPUTS.nursing, 5, "partial");
    expect(weanedAt(partly, 9)).toEqual([
      { level: "full", months: 5 },
      { level: "partial", months: 4 },
    ]);
    expect(weanedAt(partly, 3.5)).toEqual([{ level: "full", months: 3.5 }]);
    expect(weanedAt([], 3)).toEqual([{ level: "full", months: 3 }]);
    expect(weanedAt(partly, 0)).toEqual([]);
  });
});

describe("inputs in an address", () => {
  it("come back as they were", () => {
    const said = searchOfInputs(TREATED, DEFAULT_INPUTS);
    expect(said.nursing).toBeUndefined();
    expect(inputsOf(inputsSearch(said), DEFAULT_INPUTS)).toEqual(TREATED);
    expect(inputsOfText(inputsText(TREATED))).toEqual(TREATED);
  });

  it("can say that nothing is given where the record gives something", () => {
    const said = searchOfInputs(DEFAULT_INPUTS, TREATED);
    expect(said.given).toBe("none");
    expect(inputsOf(inputsSearch(said), TREATED).given).toEqual([]);
  });

  it.each([
    ["a drug without an equation", { given: "risedronate:35@6/7" }],
    ["doses every minute", { given: "calcitriol:1@6/0.001" }],
    ["no dose", { given: "denosumab:0@6" }],
    ["an unknown level of nursing", { nursing: "x6" }],
    ["a hundred years", { months: 1200 }],
    ["a negative intake", { calcium: -5 }],
  ])("count as absent with %s", (_, search) => {
    expect(inputsSearch(search)).toEqual({});
  });
});

describe("pinned courses", () => {
  it("stand in the address, four at most, and what cannot be read is left out", () => {
    const text = pinsText(Array.from({ length: 6 }, (_, place) => ({ ...TREATED, months: 24 + place })));
    expect(pinsOf(text)).toHaveLength(MOST_PINS);
    expect(simulatorSearch({ pins: `${inputsText(TREATED)}~nonsense` }).pins).toBe(inputsText(TREATED));
    expect(simulatorSearch({ pins: "nonsense", show: "elsewhere", at: "-1" })).toEqual({});
  });
});

describe("the interval between doses", () => {
  it("keeps one of a record that is not among the usual ones", () => {
    const offered = doseIntervals("zoledronicAcid", 400);
    expect(offered.at(-1)).toMatchObject({ kind: "days", everyDays: 400 });
    expect(chosenInterval(offered, 400)).toBe(offered.length - 1);
  });

  it("takes half a year of 182 or 183 days as six months", () => {
    for (const days of [182, 182.625, 183]) {
      const offered = doseIntervals("denosumab", days);
      expect(offered[chosenInterval(offered, days)]).toMatchObject({ kind: "months", count: 6 });
    }
  });
});
