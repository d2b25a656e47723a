import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { oneCompartment } from "../run/one-compartment.fixture.ts";
import type { Plan } from "../run/plan.ts";
import { readScenario } from "./read-scenario.ts";
import { sayScenarioProblem } from "./scenario-problem-words.ts";

const base = { schema: "materbone/scenario/1", model: "one-compartment", outputs: { times: ["0 h", "10 d"] } };

function plan(scenario: object): Plan {
  const read = readScenario({ ...base, ...scenario }, [oneCompartment]);
  if (read.kind === "refused") throw new Error(told(read.problems).join("\n"));
  return read.scenario.plan;
}

function told(problems: readonly Parameters<typeof sayScenarioProblem>[0][]): readonly string[] {
  return problems.map((problem) => `${problem.at}: ${sayScenarioProblem(problem, createTerms("en"))}`);
}

/** Problems of a scenario in English; checks that Chinese says them too. */
function refused(scenario: object): readonly string[] {
  const read = readScenario({ ...base, ...scenario }, [oneCompartment]);
  if (read.kind === "read") return [];
  for (const problem of read.problems) {
    expect(sayScenarioProblem(problem, createTerms("zh"))).toMatch(/\p{Script=Han}/u);
  }
  return told(read.problems);
}

describe("the value before any change", () => {
  it("stands first in a list without a time, holds from before the start, and is what later changes begin from", () => {
    const { parameters, inputs, events } = plan({
      start: { from: "rest" },
      parameters: { k: [{ value: "0.2 1/h" }, { at: "1 d", times: 2 }] },
      inputs: { INFUSION: [{ value: "3 mmol/h" }, { from: "1 d", to: "2 d", value: 0 }] },
    });
    expect([parameters, inputs]).toEqual([[{ index: 0, value: 0.2 }], [{ index: 0, value: 3 }]]);
    expect(events).toEqual([
      { time: 24, kind: "parameter", index: 0, value: 0.4 },
      { time: 24, kind: "input", index: 0, value: 3, slope: -0.125 },
      { time: 48, kind: "input", index: 0, value: 0, slope: 0 },
    ]);
  });

  it("is checked as every other value, and stands nowhere else", () => {
    const steps = [{ at: "1 d", value: "1 1/h" }, { value: "2 1/h" }];
    expect(refused({ parameters: { k: steps } })).toEqual([expect.stringContaining("/parameters/k/1: Only the first")]);
    expect(refused({ parameters: { k: [{ value: "-1 1/h" }] } })).toEqual([
      expect.stringContaining("/parameters/k/0/value: k is -1 1/h"),
    ]);
  });
});

describe("what looks like something else", () => {
  it.each([
    [
      "a word of the language for a unit",
      { outputs: { times: ["1 d"], timeUnit: "toString" } },
      "is not a unit of time",
    ],
    ["another", { doses: [{ into: "X", amount: "1 mmol", at: "1 constructor" }] }, "is not a unit of time"],
    ["a ramp without its end", { inputs: { INFUSION: [{ from: "1 d", value: 0 }] } }, '/0/to: "to" is required'],
    ["a ramp without its begin", { inputs: { INFUSION: [{ to: "1 d", value: 0 }] } }, '/0/from: "from" is required'],
    ["a factor without a time", { parameters: { k: [{ times: 2 }] } }, '/0/at: "at" is required'],
    ["a date", { doses: [{ into: "X", amount: "1 mmol", at: "2025-03-04" }] }, '"2025-03-04" is not a time.'],
    ["a comma for the point", { parameters: { V: "1,5 L" } }, "Write decimals with a point"],
    ["a very long number", { parameters: { V: `${"1".repeat(500)} L` } }, '…" is not a number with a unit.'],
    ["a very long name", { parameters: { ["x".repeat(500)]: 1 } }, '…". Known: k, ka, V, F.'],
    [
      "a billion times the model's",
      { parameters: { V: "1e12 L" } },
      "V is 1000000000000 L, and the model holds only for",
    ],
    ["the same by a factor", { parameters: { V: [{ at: "1 d", times: 1e12 }] } }, "(numerical: a billion times"],
  ])("is refused: %s", (_, scenario, words) => {
    expect(refused(scenario)).toEqual([expect.stringContaining(words)]);
  });
});

describe("lists", () => {
  const manySteps = Array.from({ length: 10_001 }, (_, day) => ({ at: `${day / 2000} d`, value: "1 1/h" }));

  it.each([
    ["no change", { parameters: { k: [] } }, '/parameters/k: "k" is an empty list.'],
    ["no change of an input", { inputs: { INFUSION: [] } }, '/inputs/INFUSION: "INFUSION" is an empty list.'],
    ["no dose", { doses: [{ into: "X", amount: "1 mmol", at: [] }] }, '/doses/0/at: "at" is an empty list.'],
    ["no row", { outputs: { times: ["1 d", { at: [], unit: "h" }] } }, '/outputs/times/1/at: "at" is an empty list.'],
    ["many changes", { parameters: { k: manySteps } }, "/parameters/k: k has 10001 changes, more than 10000:"],
    [
      "many doses",
      { doses: [{ into: "X", amount: "1 mmol", at: Array.from({ length: 100_001 }, () => 0) }] },
      "/doses/0: 100001 doses are more than 100000:",
    ],
  ])("of %s are refused with what they hold", (_, scenario, words) => {
    expect(refused(scenario)).toEqual([expect.stringContaining(words)]);
  });

  it("of 10 000 changes are read", () => {
    expect(plan({ parameters: { k: manySteps.slice(0, 10_000) } }).events).toHaveLength(10_000);
  });
});

describe("a plan", () => {
  it("counts in the units of the model", () => {
    const { parameters, inputs } = plan({
      parameters: { k: "0.27 1/year", V: { value: 1, unit: "dL" }, F: 0.7 },
      inputs: { INFUSION: "960 mg/d" },
    });
    expect(parameters).toEqual([
      { index: 0, value: 0.27 / 8766 },
      { index: 2, value: 0.1 },
      { index: 3, value: 0.7 },
    ]);
    expect(inputs[0]?.value).toBeCloseTo(1, 15);
  });

  it.each([
    ["10/16.667 L", 10 / 16.667],
    ["5.25/24 L", 5.25 / 24],
    ["2 * 3 L", 6],
    ["１４ L", 14],
    ["14000cm3", 14],
    ["1e3 mL", 1],
  ])("reads %s", (text, litres) => {
    expect(plan({ parameters: { V: text } }).parameters[0]?.value).toBeCloseTo(litres, 14);
  });

  it.each([
    ["6 month", 4383],
    ["2 years", 17532],
    ["2 modelYear", 17472],
    ["3 modelMonth", 2184],
    ["1 week", 168],
    ["1.5 d", 36],
    ["个月", undefined],
    ["6 个月", 4383],
  ])("has the time %s", (text, hours) => {
    const scenario = { outputs: { times: [text] } };
    if (hours === undefined) expect(refused(scenario)[0]).toContain("is not a time");
    else expect([...plan(scenario).times]).toEqual([hours]);
  });

  it("joins lists and grids of times, each moment once, with the end of a grid", () => {
    const times = [
      "1 d",
      { from: "0 h", to: "2 d", every: "12 h" },
      { at: [36, 50], unit: "h" },
      { from: "2 d", to: "60 h", every: "5 h" },
    ];
    expect([...plan({ outputs: { times } }).times]).toEqual([0, 12, 24, 36, 48, 50, 53, 58, 60]);
  });

  it("turns steps and ramps into events", () => {
    const { events } = plan({
      parameters: {
        k: [
          { at: "1 d", times: 0.5 },
          { at: "2 d", value: "0.3 1/h" },
        ],
      },
      inputs: {
        INFUSION: [
          { at: "0 h", value: "2 mmol/h" },
          { from: "24 h", to: "34 h", value: "3 mmol/h" },
        ],
      },
    });
    expect(events).toEqual([
      { time: 0, kind: "input", index: 0, value: 2, slope: 0 },
      { time: 24, kind: "parameter", index: 0, value: 0.05 },
      { time: 24, kind: "input", index: 0, value: 2, slope: 0.1 },
      { time: 34, kind: "input", index: 0, value: 3, slope: 0 },
      { time: 48, kind: "parameter", index: 0, value: 0.3 },
    ]);
  });

  it("gives doses by count, by end, to the end, and at listed times", () => {
    const times = (dose: object): readonly number[] =>
      plan({ doses: [{ agent: "zoledronate", amount: "4 mg", at: "0 h", ...dose }] }).events.map(({ time }) => time);
    expect(times({})).toEqual([0]);
    expect(times({ every: "2 d", count: 3 })).toEqual([0, 48, 96]);
    expect(times({ every: "2 d", until: "96 h" })).toEqual([0, 48, 96]);
    expect(times({ every: "4 d" })).toEqual([0, 96, 192]);
    expect(times({ at: ["3 d", "1 d"] })).toEqual([24, 72]);
  });

  it("converts the dose to what the depot counts", () => {
    const { events } = plan({ doses: [{ agent: "zoledronicAcid", amount: "4 mg", at: "0 h" }] });
    expect(events).toEqual([{ time: 0, kind: "dose", into: "depot", index: 0, amount: 0.1, fraction: 3 }]);
  });

  it("leaves a dose of 0 out, and orders doses of one moment", () => {
    const first = { into: "X", amount: "1 mmol", at: "1 d" };
    const second = { into: "X", amount: "2 mmol", at: "1 d" };
    expect(plan({ doses: [{ into: "X", amount: 0, at: "1 d" }] }).events).toEqual([]);
    expect(plan({ doses: [first, second] }).events).toEqual(plan({ doses: [second, first] }).events);
  });
});

describe("a mistake is refused in words, with its place", () => {
  it.each([
    ["unknown model", { model: "calcium" }, '/model: There is no model "calcium". Known: one-compartment.'],
    [
      "a broken number of doses",
      { doses: [{ agent: "zoledronate", amount: "4 mg", at: "0 h", every: "1 d", count: 2.5 }] },
      "/doses/0/count: 2.5 stands where a whole number is expected. Correct the value.",
    ],
    [
      "a grid without interval",
      { outputs: { times: [{ from: "0 d", to: "1 d" }] } },
      '/outputs/times/0/every: "every" is required and is missing. Add it.',
    ],
    [
      "a step that is a ramp as well",
      { inputs: { INFUSION: [{ at: "1 d", from: "1 d", value: "1 mmol/h" }] } },
      '/inputs/INFUSION/0/from: "from" is not a field of this format.',
    ],
    [
      "unknown parameter",
      { parameters: { K: "1 1/h" } },
      '/parameters/K: The model one-compartment has no parameter "K". Did you mean "k"?',
    ],
    [
      "an input among the parameters",
      { parameters: { INFUSION: "1 mmol/h" } },
      '/parameters/INFUSION: The model one-compartment has no parameter "INFUSION". It is an input: write it under "inputs".',
    ],
    [
      "unknown output",
      { outputs: { times: ["1 h"], names: ["X_mm"] } },
      '/outputs/names/0: The model one-compartment has no output "X_mm". Did you mean "X_mM"?',
    ],
    [
      "unknown drug",
      { doses: [{ agent: "denosumab", amount: "60 mg", at: "0 h" }] },
      '/doses/0/agent: The model one-compartment has no drug "denosumab". Known: zoledronicAcid.',
    ],
    ["no unit", { parameters: { k: 0.1 } }, '/parameters/k: 0.1 has no unit. Write it, as in "0.1 1/h".'],
    ["wrong dimension", { parameters: { k: "1 mg" } }, '/parameters/k: "mg" measures something else'],
    ["unknown unit", { parameters: { k: "1 furlong" } }, '/parameters/k: The unit "furlong" is not known.'],
    ["no number", { parameters: { k: "fast" } }, '/parameters/k: "fast" is not a number with a unit.'],
    ["not finite", { parameters: { k: "1/0 1/h" } }, "/parameters/k: 1/0 1/h is not a finite number."],
    [
      "not finite in JSON",
      { parameters: { k: { value: Number.POSITIVE_INFINITY, unit: "1/h" } } },
      "Infinity stands where a number is expected",
    ],
    [
      "out of bounds",
      { parameters: { k: "-1 1/h" } },
      "/parameters/k: k is -1 1/h, and the model holds only for > 0 1/h and <= 10 1/h.",
    ],
    [
      "negative dose",
      { doses: [{ agent: "zoledronate", amount: "-5 mg", at: "0 h" }] },
      "/doses/0/amount: The dose -5 mg is negative",
    ],
    [
      "large dose",
      { doses: [{ agent: "zoledronate", amount: "5 g", at: "0 h" }] },
      "/doses/0/amount: The dose 5 g of zoledronicAcid is more than 100 times the usual one (10 mg)",
    ],
    [
      "dose without unit",
      { doses: [{ agent: "zoledronate", amount: 5, at: "0 h" }] },
      '/doses/0/amount: 5 has no unit. Write it, as in "5 mg".',
    ],
    [
      "dose after the end",
      { doses: [{ agent: "zoledronate", amount: "5 mg", at: "11 d" }] },
      "/doses/0/at: The dose at 264 h lies outside the run, which goes from 0 h to 240 h.",
    ],
    [
      "dose before the start",
      { doses: [{ agent: "zoledronate", amount: "5 mg", at: "-1 h" }] },
      "/doses/0/at: The dose at -1 h lies outside the run",
    ],
    [
      "last dose after the end",
      { doses: [{ agent: "zoledronate", amount: "5 mg", at: "0 h", every: "1 d", count: 12 }] },
      "/doses/0/count: The dose at 264 h lies outside",
    ],
    [
      "a billion doses",
      { doses: [{ agent: "zoledronate", amount: "5 mg", at: "0 h", every: "1 h", count: 1e9 }] },
      "/doses/0: 1000000000 doses are more than 100000: the integration stops",
    ],
    [
      "count without every",
      { doses: [{ agent: "zoledronate", amount: "5 mg", at: "0 h", count: 3 }] },
      '/doses/0: "count" needs "every".',
    ],
    [
      "count and until",
      { doses: [{ agent: "zoledronate", amount: "5 mg", at: "0 h", every: "1 d", count: 3, until: "3 d" }] },
      '/doses/0: "count" and "until" both say',
    ],
    [
      "every 0",
      { doses: [{ agent: "zoledronate", amount: "5 mg", at: "0 h", every: "0 d", count: 3 }] },
      '/doses/0/every: "every" is 0 h, and has to be above 0.',
    ],
    [
      "agent and place",
      { doses: [{ agent: "zoledronate", into: "X", amount: "5 mg", at: "0 h" }] },
      '/doses/0: A dose needs either "agent" or "into".',
    ],
    [
      "output before the start",
      { outputs: { times: ["-1 h", "5 h"] } },
      "/outputs/times: The output at -1 h lies outside the run",
    ],
    [
      "nothing after the start",
      { outputs: { times: ["0 h"] } },
      "/outputs/times: No output lies after the start (0 h)",
    ],
    [
      "too many rows",
      { outputs: { times: [{ from: "0 h", to: "1 year", every: "0.001 h" }] } },
      "/outputs/times: 8766001 rows are more than 100000",
    ],
    ["too long", { outputs: { times: ["1e6 year"] } }, "/outputs/times: 1000000 years are more than 150"],
    [
      "time without unit",
      { outputs: { times: [5] } },
      '/outputs/times/0: The time 5 has no unit. Write it, as in "5 month".',
    ],
    [
      "unknown unit of time",
      { outputs: { times: ["5 fortnight"] } },
      '/outputs/times/0: "fortnight" is not a unit of time.',
    ],
    [
      "change outside",
      { inputs: { INFUSION: [{ at: "11 d", value: "1 mmol/h" }] } },
      "/inputs/INFUSION/0/at: The change at 264 h lies outside",
    ],
    [
      "unsorted changes",
      {
        inputs: {
          INFUSION: [
            { at: "2 d", value: "1 mmol/h" },
            { at: "1 d", value: "1 mmol/h" },
          ],
        },
      },
      "/inputs/INFUSION/1/at: The change at 24 h stands after one that lasts to 48 h.",
    ],
    [
      "overlapping ramps",
      {
        inputs: {
          INFUSION: [
            { from: "1 d", to: "3 d", value: "1 mmol/h" },
            { from: "2 d", to: "4 d", value: "1 mmol/h" },
          ],
        },
      },
      "/inputs/INFUSION/1/from: The change at 48 h stands after one that lasts to 72 h.",
    ],
    [
      "two steps at one time",
      {
        inputs: {
          INFUSION: [
            { at: "2 d", value: "1 mmol/h" },
            { at: "48 h", value: "2 mmol/h" },
          ],
        },
      },
      "/inputs/INFUSION/1/at: The change at 48 h stands after",
    ],
    [
      "ramp backwards",
      { inputs: { INFUSION: [{ from: "2 d", to: "2 d", value: "1 mmol/h" }] } },
      "/inputs/INFUSION/0: The ramp from 48 h to 48 h does not go forward.",
    ],
    [
      "ramp of a parameter",
      { parameters: { k: [{ from: "1 d", to: "2 d", value: "1 1/h" }] } },
      "/parameters/k/0: The parameter k changes only in steps",
    ],
    [
      "step without value",
      { parameters: { k: [{ at: "1 d" }] } },
      '/parameters/k/0: A step needs either "value" or "times".',
    ],
    [
      "rest with values",
      { start: { from: "rest", values: { X: "1 mmol" } } },
      "/start/values: A start at rest has no values",
    ],
    [
      "unknown state",
      { start: { values: { Y: "1 mmol" } } },
      '/start/values/Y: The model one-compartment has no state "Y".',
    ],
    [
      "since outside",
      { outputs: { times: ["5 h"], changes: [{ name: "d", of: "X", since: "6 h" }] } },
      "/outputs/changes/0/since: The time of reference at 6 h lies outside",
    ],
    [
      "column twice",
      { outputs: { times: ["5 h"], names: ["X", "X"] } },
      '/outputs/names/1: The column "X" stands twice.',
    ],
    ["unknown field", { dosis: [] }, '/dosis: "dosis" is not a field of this format. Did you mean "doses"?'],
    [
      "unknown field of a dose",
      { doses: [{ agent: "zoledronate", amount: "5 mg", at: "0 h", evry: "1 d" }] },
      '/doses/0/evry: "evry" is not a field of this format. Did you mean "every"?',
    ],
  ])("%s", (_what, scenario, expected) => {
    const problems = refused(scenario);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });

  it("tells all of them at once", () => {
    const problems = refused({
      titel: "x",
      parameters: { K: "1 1/h", k: 3 },
      inputs: { INFUSION: [{ at: "11 d", value: "1 mg" }] },
      doses: [
        { agent: "zoledronate", amount: "-5 mg", at: "11 d", evry: "1 d" },
        { agent: "denosumab", amount: "60 mg", at: "0 h" },
      ],
      start: { from: "rest", values: { X: "1 mmol" } },
      outputs: { times: ["1 d", "10 d"], names: ["Q"], timeUnit: "fortnight" },
    });
    expect(problems.map((problem) => problem.split(":")[0]).sort()).toEqual([
      "/doses/0/amount",
      "/doses/0/at",
      "/doses/0/evry",
      "/doses/1/agent",
      "/inputs/INFUSION/0/at",
      "/inputs/INFUSION/0/value",
      "/outputs/names/0",
      "/outputs/timeUnit",
      "/parameters/K",
      "/parameters/k",
      "/start/values",
      "/titel",
    ]);
  });
});
