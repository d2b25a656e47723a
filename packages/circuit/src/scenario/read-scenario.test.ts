import { describe, expect, it } from "vitest";
import { plan, refused } from "./read-scenario.fixture.ts";

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
