import { describe, expect, it } from "vitest";
import golden from "../../golden/stiff-problems.json" with { type: "json" };
import { denseSystem } from "./dense-system.ts";
import { createStiffWorkspace, integrateStiff, type StiffMethod, type StiffProblem } from "./integrate-stiff.ts";
import { IntegrationError } from "./integration-error.ts";
import { even, hires, oregonator, protheroRobinson, robertson, vanDerPol } from "./stiff-problems.fixture.ts";
import type { StiffSystem } from "./stiff-system.ts";

/** y' = -y + sin t: not stiff, closed solution. */
const mild = (): StiffSystem =>
  denseSystem(
    1,
    (t, y, out) => {
      out[0] = -y[0] + Math.sin(t);
    },
    (t, _, j, ft) => {
      j[0] = -1;
      ft[0] = Math.cos(t);
    },
  );
const mildAt = (t: number): number => 1.5 * Math.exp(-t) + (Math.sin(t) - Math.cos(t)) / 2;

const systems: Readonly<Record<string, () => StiffSystem>> = {
  robertson,
  hires,
  vanDerPol: () => vanDerPol(1e-6),
  oregonator,
};
/** Smallest size of a state that matters, for the absolute tolerance. */
const scales: Readonly<Record<string, number>> = { robertson: 1e-9, hires: 1e-4, vanDerPol: 1, oregonator: 1 };

function solve(
  system: StiffSystem,
  start: readonly number[],
  from: number,
  to: number,
  options: Partial<StiffProblem>,
) {
  const state = Float64Array.from(start);
  const report = integrateStiff({
    system,
    from,
    to,
    state,
    tolerance: { relative: 1e-6, absolute: even(system.size, 1e-6) },
    ...options,
  });
  return { state, report };
}

/** Measured per problem: the global error is a multiple of the tolerance of each step. */
const NAMED: readonly (readonly [StiffMethod, string, number, number])[] = [
  ["rodas5p", "robertson", 1e-8, 4e-8],
  ["rodas5p", "hires", 1e-8, 4e-8],
  ["rodas5p", "vanDerPol", 1e-8, 4e-8],
  ["rodas5p", "oregonator", 1e-8, 1e-6],
  ["ndf", "robertson", 1e-8, 4e-6],
  ["ndf", "hires", 1e-8, 4e-6],
  ["ndf", "vanDerPol", 1e-8, 4e-6],
  ["ndf", "oregonator", 1e-8, 4e-5],
];

describe.each(NAMED)("%s on %s", (method, problem, relative, error) => {
  it("passes through the published states", () => {
    const rows = golden.rows.filter((row) => row.problem === problem);
    const system = systems[problem]();
    const outputs: Float64Array[] = [];
    solve(system, rows[0].start, 0, rows[rows.length - 1].time, {
      method,
      tolerance: { relative, absolute: even(system.size, relative * scales[problem]) },
      outputTimes: Float64Array.from(rows, (row) => row.time),
      record: (_, __, y) => outputs.push(Float64Array.from(y)),
    });
    expect(outputs).toHaveLength(rows.length);
    rows.forEach((row, k) => {
      row.state.forEach((value, i) => {
        expect(Math.abs(outputs[k][i] - value)).toBeLessThan(error * (Math.abs(value) + scales[problem]));
      });
    });
  });
});

describe("integrateStiff", () => {
  it("gains the fifth order", () => {
    const [coarse, fine] = [20, 40].map((count) => errorOfEvenSteps(mild(), mildAt, count));
    expect(Math.log2(coarse / fine)).toBeGreaterThan(4.8);
  });

  it("loses no more than the theory says in Prothero and Robinson's stiff problem", () => {
    // In the limit the error is c h^4 / (h rate): third order at a fixed rate, and inverse to the rate.
    const [coarse, fine] = [20, 40].map((count) => errorOfEvenSteps(protheroRobinson(1e5), Math.sin, count));
    expect(Math.log2(coarse / fine)).toBeGreaterThan(2.8);
    const stiffer = errorOfEvenSteps(protheroRobinson(1e6), Math.sin, 20);
    expect(coarse / stiffer).toBeCloseTo(10, 1);
  });

  it("interpolates with fourth order", () => {
    const errors = [0.4, 0.2].map((h) => {
      const at = [0.1, 0.35, 0.5, 0.8].map((x) => x * h);
      const outputs: number[] = [];
      solve(mild(), [mildAt(0)], 0, h, {
        tolerance: { relative: 0, absolute: even(1, 1e6) },
        firstStep: h,
        outputTimes: Float64Array.from(at),
        record: (_, __, y) => outputs.push(y[0]),
      });
      return Math.max(...at.map((t, k) => Math.abs(outputs[k] - mildAt(t))));
    });
    expect(Math.log2(errors[0] / errors[1])).toBeGreaterThan(4.7);
  });

  it("holds the error near the tolerance", () => {
    for (const tolerance of [1e-4, 1e-6, 1e-8]) {
      for (const method of ["rodas5p", "ndf"] as const) {
        const options = { method, tolerance: { relative: 0, absolute: even(1, tolerance) } };
        const { state } = solve(mild(), [mildAt(0)], 0, 20, options);
        expect(Math.abs(state[0] - mildAt(20))).toBeLessThan(20 * tolerance);
      }
    }
  });

  it("conserves the mass of Robertson's kinetics to rounding", () => {
    const { state } = solve(robertson(), [1, 0, 0], 0, 1e6, {
      tolerance: { relative: 1e-4, absolute: Float64Array.of(1e-8, 1e-12, 1e-8) },
    });
    expect(Math.abs(state[0] + state[1] + state[2] - 1)).toBeLessThan(1e-13);
  });

  it("ends exactly where it is told, and goes on from there", () => {
    const whole = solve(hires(), [1, 0, 0, 0, 0, 0, 0, 0.0057], 0, 100, { tolerance: tight(8) });
    const state = Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0.0057);
    const system = hires();
    const space = createStiffWorkspace(system);
    const times: number[] = [];
    let firstStep = 0;
    let firstOutput = 0;
    const outputTimes = Float64Array.of(0, 0.1, 10, 33.3, 100);
    for (const [from, to] of [
      [0, 0.1],
      [0.1, 33.3],
      [33.3, 100],
    ]) {
      const record = (_: number, time: number) => times.push(time);
      const tolerance = tight(8);
      const report = integrateStiff(
        { system, from, to, state, tolerance, firstStep, firstOutput, outputTimes, record },
        space,
      );
      firstStep = report.nextStep;
      firstOutput = report.nextOutput;
      // The cut of a step at the end is not handed on.
      expect(firstStep).toBeGreaterThan(0.007);
    }
    expect(times).toEqual([0, 0.1, 10, 33.3, 100]);
    state.forEach((value, i) => {
      expect(Math.abs(value - whole.state[i])).toBeLessThan(1e-8);
    });
  });

  it("takes the same steps whatever the outputs, and gives the same bits twice", () => {
    const plain = solve(oregonator(), [1, 2, 3], 0, 100, {});
    const outputTimes = Float64Array.from({ length: 1000 }, (_, k) => k / 10);
    const again = solve(oregonator(), [1, 2, 3], 0, 100, { outputTimes, record: () => undefined });
    expect(again.state).toEqual(plain.state);
    expect(again.report.steps).toBe(plain.report.steps);
    const space = createStiffWorkspace(oregonator());
    const used = Float64Array.of(9, 9, 9);
    const tolerance = { relative: 1e-6, absolute: even(3, 1e-6) };
    integrateStiff({ system: oregonator(), from: 0, to: 7, state: used, tolerance }, space);
    used.set([1, 2, 3]);
    integrateStiff({ system: oregonator(), from: 0, to: 100, state: used, tolerance }, space);
    expect(used).toEqual(plain.state);
  });

  it("tells the first step that suits a start like this one", () => {
    const start = [1, 0, 0, 0, 0, 0, 0, 0.0057];
    const first = solve(hires(), start, 0, 64, {}).report;
    const second = solve(hires(), start, 0, 64, { firstStep: first.suitedFirst, maxSteps: 1000 }).report;
    expect(second.suitedFirst).toBeGreaterThan(first.suitedFirst / 6);
    expect(second.suitedFirst).toBeLessThan(6 * first.suitedFirst);
    expect(second.steps).toBeLessThanOrEqual(first.steps);
  });

  it.each(["rodas5p", "ndf"] as const)(
    "begins late from nothing by a step that the rounding of time holds: %s",
    (method) => {
      // y' = 1e6 - y from 0, where next to nothing is tolerated beside nothing, and a state that stays: y(1) = 1e6 (1 - 1/e).
      const filling = denseSystem(
        2,
        (_time, y, out) => {
          out[0] = 1e6 - y[0];
          out[1] = 0;
        },
        (_time, _y, jacobian, timeDerivative) => {
          jacobian.fill(0);
          jacobian[0] = -1;
          timeDerivative.fill(0);
        },
      );
      const from = 2 ** 17;
      const state = Float64Array.of(0, 1);
      const tolerance = { relative: 1e-10, absolute: even(2, 1e-16) };
      integrateStiff({ system: filling, method, from, to: from + 1, state, tolerance, maxSteps: 1_000_000 });
      expect(Math.abs(state[0] / (1e6 * (1 - Math.exp(-1))) - 1)).toBeLessThan(1e-7);
    },
  );

  it("does not mind the origin of time", () => {
    // A power of two, so that the shifted times are exact.
    const here = solve(hires(), [1, 0, 0, 0, 0, 0, 0, 0.0057], 0, 64, {});
    const there = solve(hires(), [1, 0, 0, 0, 0, 0, 0, 0.0057], 1024, 1088, {});
    expect(there.report.steps).toBe(here.report.steps);
    there.state.forEach((value, i) => {
      expect(Math.abs(value - here.state[i])).toBeLessThan(1e-9);
    });
  });

  it.each([
    [
      "rodas5p",
      [
        ["robertson", 133, 0],
        ["hires", 57, 16],
        ["vanDerPol", 208, 82],
        ["oregonator", 259, 77],
      ],
    ],
    [
      "ndf",
      [
        ["robertson", 454, 2],
        ["hires", 163, 7],
        ["vanDerPol", 547, 73],
        ["oregonator", 583, 67],
      ],
    ],
  ] as const)("takes as many steps as it did: %s", (method, pinned) => {
    const counts = (["robertson", "hires", "vanDerPol", "oregonator"] as const).map((problem) => {
      const rows = golden.rows.filter((row) => row.problem === problem);
      const system = systems[problem]();
      const tolerance = { relative: 1e-4, absolute: even(system.size, 1e-4 * scales[problem]) };
      const { report } = solve(system, rows[0].start, 0, rows[rows.length - 1].time, { method, tolerance });
      return [problem, report.steps, report.rejected];
    });
    expect(counts).toEqual(pinned);
  });

  it("says why, when and after how many steps it stopped", () => {
    const blowUp = denseSystem(
      1,
      (_, y, out) => {
        out[0] = y[0] * y[0];
      },
      (_, y, j) => {
        j[0] = 2 * y[0];
      },
    );
    // y = 1 / (1 - t)
    expect(failure(() => solve(blowUp, [1], 0, 2, {}))).toMatchObject({ time: expect.closeTo(1, 5) });
    const log = denseSystem(
      1,
      (_, y, out) => {
        out[0] = -1 - 0 * Math.log(y[0]);
      },
      () => undefined,
    );
    const empty = failure(() => solve(log, [1], 0, 2, {}));
    expect(empty).toMatchObject({ kind: "notFinite", time: expect.closeTo(1, 5) });
    expect(empty.steps).toBeGreaterThan(0);
    expect(failure(() => solve(oregonator(), [1, 2, 3], 0, 360, { maxSteps: 5 }))).toMatchObject({
      kind: "tooManySteps",
      steps: 5,
    });
    expect(failure(() => solve(oregonator(), [1, 2, 3], 0, 360, { shouldStop: () => true }))).toMatchObject({
      kind: "cancelled",
      time: 0,
      steps: 0,
    });
    const noInverse: StiffSystem = { ...mild(), factor: () => false };
    expect(failure(() => solve(noInverse, [1], 0, 1, {})).kind).toBe("singular");
  });

  it("leaves the state as it was when it fails", () => {
    const state = Float64Array.of(1, 2, 3);
    const tolerance = { relative: 1e-6, absolute: even(3, 1e-6) };
    failure(() => integrateStiff({ system: oregonator(), from: 0, to: 360, state, tolerance, maxSteps: 5 }));
    expect(state).toEqual(Float64Array.of(1, 2, 3));
  });

  it("refuses times, tolerances and sizes that are out of range", () => {
    const refusals: readonly (readonly [Partial<StiffProblem>, RegExp])[] = [
      [{ to: -1 }, /not before from/],
      [{ to: Number.NaN }, /not before from/],
      [{ state: Float64Array.of(1, 2) }, /length 1/],
      [{ state: Float64Array.of(Number.NaN) }, /finite/],
      [{ tolerance: { relative: -1, absolute: even(1, 1) } }, /relative/],
      [{ tolerance: { relative: 1e-3, absolute: even(1, 0) } }, /absolute/],
      [{ tolerance: { relative: 1e-3, absolute: even(2, 1) } }, /length 1/],
      [{ outputTimes: Float64Array.of(0.5, 0.4) }, /ascend/],
      [{ outputTimes: Float64Array.of(-0.5) }, /ascend/],
      [{ firstStep: -1 }, /firstStep/],
      [{ maxSteps: 0 }, /maxSteps/],
    ];
    for (const [options, message] of refusals) expect(() => solve(mild(), [1], 0, 1, options)).toThrow(message);
    const state = Float64Array.of(1);
    const tolerance = { relative: 1e-6, absolute: even(1, 1e-6) };
    const other = createStiffWorkspace(hires());
    expect(() => integrateStiff({ system: mild(), from: 0, to: 1, state, tolerance }, other)).toThrow(/shape/);
    // Nothing to do is no mistake.
    expect(integrateStiff({ system: mild(), from: 1, to: 1, state, tolerance }).steps).toBe(0);
  });
});

/** Error at 4 after `count` steps of one length, none refused. */
function errorOfEvenSteps(system: StiffSystem, at: (t: number) => number, count: number): number {
  const state = Float64Array.of(at(0));
  const space = createStiffWorkspace(system);
  for (let k = 0; k < count; k++) {
    const from = (4 * k) / count;
    const to = (4 * (k + 1)) / count;
    const tolerance = { relative: 0, absolute: even(1, 1e6) };
    const report = integrateStiff({ system, from, to, state, tolerance, firstStep: to - from }, space);
    expect(report.steps).toBe(1);
  }
  return Math.abs(state[0] - at(4));
}

const tight = (size: number) => ({ relative: 1e-9, absolute: even(size, 1e-12) });

function failure(act: () => unknown): IntegrationError {
  try {
    act();
  } catch (error) {
    if (error instanceof IntegrationError) return error;
    throw error;
  }
  throw new Error("it did not fail");
}
