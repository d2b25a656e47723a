import { describe, expect, it } from "vitest";
import { denseSystem } from "./dense-system.ts";
import { integrateStiff, type Sensitivities } from "./integrate-stiff.ts";
import { even } from "./stiff-problems.fixture.ts";
import type { StiffSystem, Switches } from "./stiff-system.ts";

/** Not controlled by themselves, sensitivities are as good as the steps that the state takes. */
const TOLERANCE = 2e-6;

function run(system: StiffSystem, start: readonly number[], to: number, sensitivities: Sensitivities) {
  const state = Float64Array.from(start);
  const outputs: number[][] = [];
  integrateStiff({
    system,
    method: "ndf",
    from: 0,
    to,
    state,
    tolerance: { relative: 1e-9, absolute: even(system.size, 1e-12) },
    sensitivities,
    outputTimes: Float64Array.of(0, to / 3, to),
    record: (_, __, values) => outputs.push(Array.from(values)),
  });
  return { state, outputs };
}

describe("sensitivities", () => {
  it("follow a logistic curve to its rate, its capacity and its start", () => {
    const [r, k, y0] = [0.8, 5, 0.5];
    const system = denseSystem(
      1,
      (_, y, out) => {
        out[0] = r * y[0] * (1 - y[0] / k);
      },
      (_, y, j) => {
        j[0] = r * (1 - (2 * y[0]) / k);
      },
    );
    const values = Float64Array.of(0, 0, 1);
    const parameterSlope = (index: number, _: number, y: Float64Array, out: Float64Array) => {
      out[0] = index === 0 ? y[0] * (1 - y[0] / k) : index === 1 ? (r * y[0] * y[0]) / (k * k) : 0;
    };
    const { outputs } = run(system, [y0], 6, { parameterSlope, values });
    [0, 2, 6].forEach((t, row) => {
      // y = k / (1 + a), a = (k / y0 - 1) exp(-r t)
      const e = Math.exp(-r * t);
      const a = (k / y0 - 1) * e;
      const square = (1 + a) ** 2;
      const expected = [
        k / (1 + a),
        (k * a * t) / square,
        (1 + a - (k * e) / y0) / square,
        ((k * k) / y0 ** 2) * (e / square),
      ];
      expected.forEach((value, i) => {
        expect(Math.abs(outputs[row][i] - value)).toBeLessThan(TOLERANCE);
      });
    });
    expect(Array.from(values)).toEqual(outputs[2].slice(1));
  });

  it("follow a stiff pair, one parameter moving both", () => {
    // x' = -k x, y' = 1e4 (k x - y): y = 1e4 k / (1e4 - k) x once the fast part is gone.
    const k = 0.5;
    const fast = 1e4;
    const system = denseSystem(
      2,
      (_, y, out) => {
        out[0] = -k * y[0];
        out[1] = fast * (k * y[0] - y[1]);
      },
      (_, __, j) => {
        j.set([-k, 0, fast * k, -fast]);
      },
    );
    const values = new Float64Array(2);
    const parameterSlope = (_: number, __: number, y: Float64Array, out: Float64Array) => {
      out[0] = -y[0];
      out[1] = fast * y[0];
    };
    run(system, [1, 0], 3, { parameterSlope, values });
    const x = Math.exp(-3 * k);
    const ratio = (fast * k) / (fast - k);
    const ratioSlope = (fast * fast) / (fast - k) ** 2;
    expect(Math.abs(values[0] + 3 * x)).toBeLessThan(TOLERANCE);
    expect(Math.abs(values[1] - (ratioSlope * x - 3 * ratio * x))).toBeLessThan(TOLERANCE);
  });

  it("hold across a clamp whose time the parameter moves: y' = max(0, p - t)", () => {
    const p = 1.3;
    const switches: Switches = {
      count: 1,
      modes: new Int8Array(1),
      evaluate: (t, _, out) => {
        out[0] = p - t;
      },
    };
    const system = denseSystem(
      1,
      (t, _, out) => {
        out[0] = switches.modes[0] === 1 ? p - t : 0;
      },
      (_, __, ___, ft) => {
        ft[0] = switches.modes[0] === 1 ? -1 : 0;
      },
      switches,
    );
    const values = Float64Array.of(0);
    const parameterSlope = (_: number, __: number, ___: Float64Array, out: Float64Array) => {
      out[0] = switches.modes[0];
    };
    const { state } = run(system, [0], 2, { parameterSlope, values });
    expect(Math.abs(state[0] - (p * p) / 2)).toBeLessThan(TOLERANCE);
    expect(Math.abs(values[0] - p)).toBeLessThan(TOLERANCE);
  });

  it("are refused by the other method and in another length", () => {
    const system = denseSystem(
      2,
      (_, __, out) => out.fill(0),
      () => undefined,
    );
    const base = {
      system,
      from: 0,
      to: 1,
      state: Float64Array.of(1, 1),
      tolerance: { relative: 0.1, absolute: even(2, 1) },
    };
    const parameterSlope = () => undefined;
    const sensitivities = { parameterSlope, values: new Float64Array(2) };
    expect(() => integrateStiff({ ...base, sensitivities })).toThrow(/"ndf"/);
    const odd = { parameterSlope, values: new Float64Array(3) };
    expect(() => integrateStiff({ ...base, method: "ndf", sensitivities: odd })).toThrow(/multiple of 2/);
  });
});
