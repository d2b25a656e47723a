import { describe, expect, it } from "vitest";
import { refused } from "./read-scenario.fixture.ts";

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
