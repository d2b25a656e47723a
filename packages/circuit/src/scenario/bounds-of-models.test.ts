import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { createRunner } from "../run/create-runner.ts";
import { simulationModels } from "../simulation-models.ts";
import { readScenario } from "./read-scenario.ts";
import { sayScenarioProblem } from "./scenario-problem-words.ts";

const base = { schema: "materbone/scenario/1", model: "calcium-bone", outputs: { times: ["1 month"] } };

function refused(scenario: object): readonly string[] {
  const read = readScenario({ ...base, ...scenario }, simulationModels);
  if (read.kind === "read") return [];
  for (const problem of read.problems) {
    expect(sayScenarioProblem(problem, createTerms("zh"))).toMatch(/\p{Script=Han}/u);
  }
  return read.problems.map((problem) => `${problem.at}: ${sayScenarioProblem(problem, createTerms("en"))}`);
}

function step(name: string, value: string | number): object {
  return { inputs: { [name]: [{ at: "1 d", value }] } };
}

describe("values that no woman can have", () => {
  it.each([
    [step("MILK", "-5 mmol/d"), "/inputs/MILK/0/value: MILK is "],
    [
      step("FETAL", "-1 mmol/h"),
      "/inputs/FETAL/0/value: FETAL is -1 mmol/h, and the model holds only for >= 0 mmol/h and <= 2 mmol/h (numerical:",
    ],
    [
      step("PRPT", "-5 pM"),
      "/inputs/PRPT/0/value: PRPT is -5 pM, and the model holds only for >= 0 pM and <= 100 pM (assumed:",
    ],
    [step("ETGT", -80), "/inputs/ETGT/0/value: ETGT is -80, and the model holds only for > -1 and <= 100 (assumed:"],
    [step("ETGT", -1), "/inputs/ETGT/0/value: ETGT is -1,"],
    [step("FABS", -3), "/inputs/FABS/0/value: FABS is -3, and the model holds only for >= -1 and <= 5 (numerical:"],
    [
      { start: { values: { PTH: "-60 pmol" } } },
      "/start/values/PTH: PTH is -60 pmol, and the model holds only for > 0",
    ],
    [{ start: { values: { OC: 0 } } }, "/start/values/OC: OC is 0, and the model holds only for > 0."],
    [{ parameters: { ESTON: 0.5 } }, "/parameters/ESTON: ESTON is 0.5, and the model holds only for 0 and 1."],
    [
      { model: "mori2018", parameters: { TREATED: 0.5 } },
      "/parameters/TREATED: TREATED is 0.5, and the model holds only for 0 and 1.",
    ],
    [
      { model: "jorg2022", ...step("ROMO", -1) },
      "/inputs/ROMO/0/value: ROMO is -1, and the model holds only for >= 0.",
    ],
  ])("are refused: %j", (scenario, words) => {
    expect(refused(scenario)).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    step("MILK", 0),
    step("ETGT", -0.99),
    step("FABS", "-100 %"),
    { start: { values: { PRP: 0, PTH: "1 pmol" } } },
    { parameters: { ESTON: 1 } },
  ])("are told from values at the limit: %j", (scenario) => {
    expect(refused(scenario)).toEqual([]);
  });
});

describe("calcium beyond the diet", () => {
  const circuit = { model: "circuit", outputs: { times: ["3 month"] } };
  const diet = (value: string): object => ({ OralCa: [{ at: "1 month", value }] });

  it.each([
    [{ parameters: { OralCa: "0.3 mmol/h" }, inputs: { CASUP: "-1 mmol/h" } }, "-0.7 mmol/h"],
    [{ parameters: diet("0.25 mmol/h"), inputs: { CASUP: "-0.5 mmol/h" } }, "-0.25 mmol/h"],
    [
      {
        parameters: { OralCa: "0.5 mmol/h" },
        inputs: {
          CASUP: [
            { from: 0, to: "1 month", value: "-1 mmol/h" },
            { at: "1 month", value: 0 },
          ],
        },
      },
      "-0.5 mmol/h",
    ],
  ])("takes no more than the diet holds: %j", (scenario, value) => {
    expect(refused({ ...circuit, ...scenario })).toEqual([
      expect.stringContaining(`/inputs/CASUP: OralCa + CASUP is ${value}, and the model holds only for >= 0 mmol/h`),
    ]);
  });

  it.each([
    { parameters: { OralCa: "0.5 mmol/h" }, inputs: { CASUP: "-0.5 mmol/h" } },
    // Both change at one time: the sum is never below 0 for any time.
    { parameters: diet("0.25 mmol/h"), inputs: { CASUP: [{ value: "-1 mmol/h" }, { at: "1 month", value: 0 }] } },
  ])("may take all of it: %j", (scenario) => {
    expect(refused({ ...circuit, ...scenario })).toEqual([]);
  });
});

describe("an input", () => {
  it.each(simulationModels.flatMap(({ name, kernel }) => kernel.inputs.map((input) => [name, input.name] as const)))(
    "of %s has bounds: %s, its resting value within",
    (model, name) => {
      const found = simulationModels.find((one) => one.name === model);
      const { least, above, most } = found?.facts.get(name)?.bounds ?? {};
      const resting = found?.kernel.inputs.find((input) => input.name === name)?.value ?? Number.NaN;
      expect(resting).toBeGreaterThanOrEqual(least ?? above ?? Number.NaN);
      expect(resting).toBeLessThanOrEqual(most ?? Number.MAX_VALUE);
    },
  );
});

describe("a start at rest", () => {
  it.each(["jorg2022", "wang2023"])("is refused of %s, which has none", (model) => {
    const scenario = { model, start: { from: "rest" }, outputs: { times: ["1 year"] } };
    expect(refused(scenario)).toEqual([
      expect.stringMatching(/^\/start\/from: The model \w+ has no rest state: .* Start from "published"\.$/),
    ]);
  });

  it("begins at the value before a later step", () => {
    const read = readScenario(
      {
        ...base,
        start: { from: "rest" },
        parameters: { casr: [{ value: "-0.15 mM" }, { at: "1 month", value: 0 }] },
        outputs: { times: ["0 month", "1 month", "3 month"], names: ["PTH_pM"] },
      },
      simulationModels,
    );
    if (read.kind === "refused") throw new Error("refused");
    const [[first, before, after] = []] = createRunner(read.scenario.model.kernel).run(read.scenario.plan).values;
    // A shift of the set point as in primary hyperparathyroidism raises PTH, steadily, until it is taken back.
    expect(first).toBeGreaterThan(4.5);
    expect(Math.abs((before ?? 0) / (first ?? 1) - 1)).toBeLessThan(1e-8);
    expect(after).toBeLessThan(first ?? 0);
  });
});

describe("a first dose of denosumab", () => {
  it.each(["calcium-bone", "circuit"])("acts late in a run of %s as it does early", (model) => {
    const fall = (from: number): number => {
      const read = readScenario(
        {
          ...base,
          model,
          start: { from: "rest" },
          doses: [{ agent: "denosumab", amount: "60 mg", at: `${from} year` }],
          outputs: { times: [`${from + 0.25} year`], names: ["OC_pct"] },
        },
        simulationModels,
      );
      if (read.kind === "refused") throw new Error("refused");
      return createRunner(read.scenario.model.kernel).run(read.scenario.plan).values[0]?.[0] ?? Number.NaN;
    };
    // At rest nothing tells one year from another.
    const early = fall(0.1);
    for (const year of [4, 10, 60]) expect(Math.abs(fall(year) / early - 1)).toBeLessThan(1e-7);
  });
});

describe("an age", () => {
  it("is written in the years that the model counts ages in", () => {
    const parametersOf = (model: string, value: string): unknown => {
      const read = readScenario({ ...base, model, parameters: { ageENTER: value } }, simulationModels);
      return read.kind === "read" ? read.scenario.plan.parameters[0]?.value : read.problems;
    };
    expect(parametersOf("calcium-bone", "45 modelYear")).toBe(45 * 8736);
    expect(parametersOf("calcium-bone", "45 year")).toBe(45 * 8766);
    expect(parametersOf("jorg2022", "67 modelYear")).toBe(67 * 365);
  });

  it("is in no other unit", () => {
    expect(refused({ parameters: { ageENTER: "45 fortnight" } })[0]).toContain('The unit "fortnight" is not known');
    expect(refused({ parameters: { kGFR: "1 modelYear" } })[0]).toContain('The unit "modelYear" is not known');
  });
});
