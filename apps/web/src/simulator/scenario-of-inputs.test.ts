import { readScenario, simulationModels } from "@materbone/circuit";
import { describe, expect, it } from "vitest";
import { companionScenario, firstZoledronate } from "./compare/companions.ts";
import { DEFAULT_INPUTS, USUAL_COURSE, untreated } from "./course-inputs.ts";
import { scenarioOfInputs } from "./scenario-of-inputs.ts";

const EVERYTHING = {
  ...DEFAULT_INPUTS,
  nursing: [
    { level: "full", months: 3.5 },
    { level: "none", months: 1 },
    { level: "partial", months: 2 },
  ],
  infants: 2,
  dietCalciumMg: 500,
  given: [
    { ...USUAL_COURSE.zoledronicAcid, startMonth: 8 },
    { ...USUAL_COURSE.alendronate, startMonth: 2, untilMonth: 5 },
    { ...USUAL_COURSE.denosumab, startMonth: 9 },
    { ...USUAL_COURSE.teriparatide, startMonth: 20, untilMonth: 21 },
    { ...USUAL_COURSE.calcium, startMonth: 2, untilMonth: 10 },
    { ...USUAL_COURSE.calcium, startMonth: 6 },
    { ...USUAL_COURSE.calcitriol, startMonth: 6 },
  ],
} as const;

describe("inputs as a scenario", () => {
  it("are read by the reader of scenario files, whatever is in them", () => {
    for (const inputs of [
      DEFAULT_INPUTS,
      EVERYTHING,
      { ...EVERYTHING, woman: "healthy" as const },
      untreated(EVERYTHING),
    ]) {
      const read = readScenario(JSON.parse(JSON.stringify(scenarioOfInputs(inputs, [7.3]))), simulationModels);
      expect(read.kind === "refused" ? read.problems : []).toEqual([]);
    }
  });

  it("nurse by level, with a pause, until weaning", () => {
    expect(scenarioOfInputs(EVERYTHING).inputs?.NURSING).toEqual([
      { at: 0, value: 1 },
      { at: "3.5 month", value: 0 },
      { at: "4.5 month", value: 0.5 },
      { at: "6.5 month", value: 0 },
    ]);
  });

  it("add up calcium of the diet and of supplements, as what is above rest", () => {
    // 964 mg/d is the diet at rest; 500 - 964, then 600 and 1 200 on top; 40.078 g/mol.
    const steps = scenarioOfInputs(EVERYTHING).inputs?.CASUP as readonly { at: unknown; value: string }[];
    expect(steps.map(({ at }) => at)).toEqual([0, "2 month", "6 month", "10 month"]);
    const mg = steps.map(({ value }) => Number(value.replace(" mmol/d", "")) * 40.078);
    [-464, 136, 736, 136].forEach((expected, step) => {
      expect(mg[step]).toBeCloseTo(expected, 6);
    });
  });

  it("leave out what begins after the end", () => {
    const late = { ...DEFAULT_INPUTS, given: [{ ...USUAL_COURSE.denosumab, startMonth: 30 }] };
    expect(scenarioOfInputs(late).doses).toEqual([]);
  });
});

describe("a companion model", () => {
  const zoledronate = { ...DEFAULT_INPUTS, given: [{ ...USUAL_COURSE.zoledronicAcid, startMonth: 8, everyDays: 365 }] };

  it("gets the doses of zoledronate from the first one on", () => {
    const file = companionScenario("wang2023", zoledronate);
    expect(file?.doses).toEqual([
      { agent: "zoledronicAcid", amount: "5 mg", at: "0 month", every: "365 d", until: "16 month" },
    ]);
    const read = readScenario(file, simulationModels);
    expect(read.kind).toBe("read");
  });

  it("says nothing where another drug acts on bone, or none", () => {
    expect(firstZoledronate(EVERYTHING)).toBeUndefined();
    expect(companionScenario("mori2018", DEFAULT_INPUTS)).toBeUndefined();
  });
});
