import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readScenario } from "../scenario/read-scenario.ts";
import { createRunner } from "./create-runner.ts";
import { oneCompartment } from "./one-compartment.fixture.ts";
import type { Trajectory } from "./trajectory.ts";

const TIMES = [{ from: "0 h", to: "100 h", every: "1 h" }];
const runner = createRunner(oneCompartment.kernel);

function run(scenario: object, times: readonly unknown[] = TIMES, outputs: object = {}): Trajectory {
  const file = {
    schema: "materbone/scenario/1",
    model: "one-compartment",
    ...scenario,
    outputs: { times, ...outputs },
  };
  const read = readScenario(file, [oneCompartment]);
  if (read.kind === "refused") throw new Error(JSON.stringify(read.problems));
  return runner.run(read.scenario.plan);
}

function column(trajectory: Trajectory, name: string): readonly number[] {
  const place = trajectory.columns.findIndex((one) => one.name === name);
  return [...(trajectory.values[place] ?? [])];
}

function expectNear(found: readonly number[], expected: readonly number[], relative: number): void {
  expect(found).toHaveLength(expected.length);
  for (const [row, value] of found.entries()) {
    const wanted = expected[row] ?? Number.NaN;
    if (!(Math.abs(value - wanted) <= relative * Math.max(Math.abs(wanted), 1))) {
      expect.fail(`row ${row}: ${value} instead of ${wanted}`);
    }
  }
}

const hours = Array.from({ length: 101 }, (_, hour) => hour);
/** k = 0.1/h and 1 mmol/h: X rests at 10 mmol. */
const REST = 10;

describe("a run, against the solution by hand", () => {
  it("stays where the model rests", () => {
    expectNear(
      column(run({}), "X"),
      hours.map(() => REST),
      1e-12,
    );
  });

  it("starts at rest under changed parameters, or at given values", () => {
    const rested = run({ start: { from: "rest" }, parameters: { k: "0.2 1/h" }, inputs: { INFUSION: "3 mmol/h" } });
    expectNear(
      column(rested, "X"),
      hours.map(() => 15),
      1e-10,
    );
    const started = run({ start: { values: { X: "20 mmol" } } });
    expectNear(
      column(started, "X"),
      hours.map((t) => REST + 10 * Math.exp(-0.1 * t)),
      1e-7,
    );
  });

  it("takes a dose into a depot, of which a part arrives, in closed form", () => {
    const { events } = { events: [0, 30] };
    const trajectory = run({ doses: [{ agent: "zoledronate", amount: "160 mg", at: "0 h", every: "30 h", count: 2 }] });
    // 160 mg of 40 g/mol are 4 mmol, half of which arrives.
    const gut = (t: number): number => (t > 0 ? 2 * Math.exp(-0.5 * t) : 0);
    const x = (t: number): number =>
      t > 0 ? ((2 * 0.5) / (0.5 - 0.1)) * (Math.exp(-0.1 * t) - Math.exp(-0.5 * t)) : 0;
    const sum = (f: (t: number) => number): readonly number[] =>
      hours.map((t) => events.reduce((all, at) => all + f(t - at), 0));
    expectNear(column(trajectory, "GUT"), sum(gut), 1e-12);
    expectNear(
      column(trajectory, "X"),
      sum(x).map((value) => REST + value),
      1e-7,
    );
  });

  it("follows steps and ramps of an input and steps of a parameter", () => {
    const trajectory = run({
      inputs: {
        INFUSION: [
          { at: "10 h", value: "2 mmol/h" },
          { from: "20 h", to: "30 h", value: "0 mmol/h" },
        ],
      },
      parameters: { k: [{ at: "50 h", times: 2 }] },
    });
    const infusion = hours.map((t) => (t <= 10 ? 1 : t <= 20 ? 2 : t <= 30 ? 2 - 0.2 * (t - 20) : 0));
    expectNear(column(trajectory, "INFUSION"), infusion, 1e-12);
    let x = REST;
    const expected = hours.map((t) => {
      if (t <= 10) return x;
      if (t <= 20) return 20 - 10 * Math.exp(-0.1 * (t - 10));
      const at20 = 20 - 10 * Math.exp(-1);
      // Particular solution of 2 - 0.2 s: 40 - 2 s.
      if (t <= 30) return 40 - 2 * (t - 20) + (at20 - 40) * Math.exp(-0.1 * (t - 20));
      const at30 = 20 + (at20 - 40) * Math.exp(-1);
      x = t <= 50 ? at30 * Math.exp(-0.1 * (t - 30)) : at30 * Math.exp(-2 - 0.2 * (t - 50));
      return x;
    });
    expectNear(column(trajectory, "X"), expected, 1e-7);
  });
});

describe("rows", () => {
  const dose = { doses: [{ into: "X", amount: "5 mmol", at: ["0 h", "10 h", "20 h"] }] };

  it("show what stands before an event, or after it", () => {
    const before = column(run(dose, ["0 h", "10 h", "20 h"]), "X");
    const after = column(run(dose, ["0 h", "10 h", "20 h"], { atEvents: "after" }), "X");
    expect(before[0]).toBe(REST);
    expect(after.map((value, row) => value - (before[row] ?? 0))).toEqual(
      [5, 5, 5].map((five) => expect.closeTo(five, 9)),
    );
  });

  it("of percent change refer to a time of the run that need be no row", () => {
    const changes = [{ name: "dX", of: "X", since: "7 h" }];
    const trajectory = run(dose, ["7 h", "9 h", "20 h"], { changes, names: ["X"] });
    const [at7 = 0, at9 = 0] = column(trajectory, "X");
    expect(column(trajectory, "dX")).toEqual([0, 100 * (at9 / at7 - 1), expect.any(Number)]);
    expect(column(run(dose, ["9 h", "20 h"], { changes, names: ["X"] }), "dX")[0]).toBeCloseTo(
      100 * (at9 / at7 - 1),
      8,
    );
  });

  it("of percent change since a value of 0 are left out, since there is none", () => {
    const changes = [
      { name: "dLEFT", of: "LEFT", since: 0 },
      { name: "dX", of: "X", since: 0 },
    ];
    const trajectory = run({}, ["0 h", "9 h"], { changes, names: ["X"] });
    expect(column(trajectory, "dLEFT")).toEqual([]);
    expect(column(trajectory, "dX")).toHaveLength(2);
  });

  it("do not depend on which others are asked for", () => {
    const sparse = column(run(dose, ["13 h", "20 h"]), "X")[0];
    expect(column(run(dose), "X")[13]).toBeCloseTo(sparse ?? 0, 7);
  });
});

describe("laws", () => {
  const at = fc.integer({ min: 1, max: 90 });
  const amount = fc.integer({ min: 1, max: 20 });

  it("a shift of all times shifts the trajectory", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), at, amount, (shift, when, mmol) => {
        const scenario = (by: number): Trajectory =>
          run(
            {
              start: { at: `${by} h` },
              doses: [{ into: "X", amount: `${mmol} mmol`, at: `${when + by} h` }],
              inputs: { INFUSION: [{ from: `${5 + by} h`, to: `${95 + by} h`, value: "0 mmol/h" }] },
            },
            [{ from: `${by} h`, to: `${100 + by} h`, every: "10 h" }],
          );
        expectNear(column(scenario(shift), "X"), column(scenario(0), "X"), 1e-7);
      }),
      { numRuns: 30 },
    );
  });

  it("a ramp is the limit of ever finer steps", () => {
    const ramp = column(run({ inputs: { INFUSION: [{ from: "0 h", to: "40 h", value: "5 mmol/h" }] } }), "X");
    const errors = [10, 20, 40].map((parts) => {
      const steps = Array.from({ length: parts }, (_, part) => ({
        at: { value: (40 * part) / parts, unit: "h" },
        value: `${1 + (4 * (part + 0.5)) / parts} mmol/h`,
      }));
      const last = { at: "40 h", value: "5 mmol/h" };
      const stepped = column(run({ inputs: { INFUSION: [...steps, last] } }), "X");
      return Math.abs((stepped[40] ?? 0) - (ramp[40] ?? 0));
    });
    expect((errors[0] ?? 0) / (errors[1] ?? 1)).toBeCloseTo(4, 0);
    expect((errors[1] ?? 0) / (errors[2] ?? 1)).toBeCloseTo(4, 0);
  });

  it("a dose of 0 changes no digit, nor does the order of doses at one time", () => {
    fc.assert(
      fc.property(at, amount, amount, (when, a, b) => {
        const doses = [a, b].map((mmol) => ({ into: "X", amount: `${mmol / 7} mmol`, at: `${when} h` }));
        const nothing = { agent: "zoledronate", amount: "0 mg", at: `${when / 2} h`, every: "7 h" };
        const plain = run({ doses });
        expect(run({ doses: [nothing, ...doses.toReversed()] }).values).toEqual(plain.values);
      }),
      { numRuns: 30 },
    );
  });

  it("the same plan gives the same digits on used arrays", () => {
    const scenario = { doses: [{ into: "X", amount: "5 mmol", at: "10 h" }] };
    const first = run(scenario);
    run({ parameters: { k: "0.3 1/h" }, inputs: { INFUSION: "9 mmol/h" } });
    expect(run(scenario).values).toEqual(first.values);
  });
});

describe("a run that is watched", () => {
  const read = readScenario(
    {
      schema: "materbone/scenario/1",
      model: "one-compartment",
      outputs: { times: TIMES },
      doses: [{ into: "X", amount: "1 mmol", at: "0 h", every: "1 h" }],
    },
    [oneCompartment],
  );
  const plan = read.kind === "read" ? read.scenario.plan : undefined;

  it("tells how far it is, and stops when asked", () => {
    if (plan === undefined) throw new Error("refused");
    const shares: number[] = [];
    runner.run(plan, { onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares.every((share, place) => share >= (shares[place - 1] ?? 0))).toBe(true);
    expect(() => runner.run(plan, { shouldStop: () => true })).toThrowError(
      expect.objectContaining({ kind: "cancelled" }),
    );
  });

  it("takes a woman's own parameters", () => {
    if (plan === undefined) throw new Error("refused");
    const own = Float64Array.of(0.2, 0.5, 14, 0.5);
    expect(runner.run(plan, { parameters: own }).values[0]?.[0]).toBeCloseTo(5 / 14, 12);
    expect(runner.run(plan).values[0]?.[0]).toBeCloseTo(10 / 14, 12);
  });
});
