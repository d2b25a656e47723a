import { describe, expect, it } from "vitest";
import { denseSystem } from "./dense-system.ts";
import { integrateStiff, type StiffMethod } from "./integrate-stiff.ts";
import { IntegrationError } from "./integration-error.ts";
import { even } from "./stiff-problems.fixture.ts";
import type { StiffSystem, Switches } from "./stiff-system.ts";

/** With the decimals that are right at the tolerance of `run`: errors of a multistep method add up over more steps. */
const METHODS: readonly (readonly [StiffMethod, number])[] = [
  ["rodas5p", 7],
  ["ndf", 6],
];

function oneSwitch(quantity: (time: number, y: Float64Array) => number): Switches {
  return {
    count: 1,
    modes: new Int8Array(1),
    evaluate: (time, y, out) => {
      out[0] = quantity(time, y);
    },
  };
}

/** One equation whose slope, of time alone, depends on the mode. */
function driven(switches: Switches, above: (t: number) => number, below: (t: number) => number): StiffSystem {
  const slope = (t: number) => (switches.modes[0] === 1 ? above(t) : below(t));
  return denseSystem(
    1,
    (t, _, out) => {
      out[0] = slope(t);
    },
    (t, _, _j, ft) => {
      ft[0] = (slope(t + 1e-5) - slope(t - 1e-5)) / 2e-5;
    },
    switches,
  );
}

function run(system: StiffSystem, method: StiffMethod, start: readonly number[], to: number, times: readonly number[]) {
  const state = Float64Array.from(start);
  const outputs: number[] = [];
  const report = integrateStiff({
    system,
    method,
    from: 0,
    to,
    state,
    tolerance: { relative: 1e-8, absolute: even(system.size, 1e-10) },
    outputTimes: Float64Array.from(times),
    record: (_, __, y) => outputs.push(y[0]),
  });
  return { state, report, outputs };
}

describe.each(METHODS)("switches in %s", (method, decimals) => {
  it("follows a clamp that closes and opens: y' = max(0, sin t)", () => {
    const switches = oneSwitch((t) => Math.sin(t));
    const { state, report, outputs } = run(
      driven(switches, Math.sin, () => 0),
      method,
      [0],
      3 * Math.PI,
      [1, 4, 6, 7],
    );
    expect(report.switches).toBe(2);
    expect(state[0]).toBeCloseTo(4, decimals);
    [1 - Math.cos(1), 2, 2, 3 - Math.cos(7)].forEach((y, k) => {
      expect(outputs[k]).toBeCloseTo(y, decimals);
    });
  });

  it("steps exactly onto a jump of the slope: 2 below y = 1, 1/2 above", () => {
    const switches = oneSwitch((_, y) => y[0] - 1);
    const system = driven(
      switches,
      () => 0.5,
      () => 2,
    );
    const { state, report, outputs } = run(system, method, [0], 3, [0.49, 0.5, 0.51, 2]);
    expect(report.switches).toBe(1);
    expect(state[0]).toBeCloseTo(2.25, 9);
    [0.98, 1, 1.005, 1.75].forEach((y, k) => {
      expect(outputs[k]).toBeCloseTo(y, 9);
    });
  });

  it("finds a tank run dry: y' = -sqrt(y) until 0, there it stays", () => {
    // y = (1 - t/2)^2, empty at t = 2; the outflow stops at y = 0.01, t = 1.8.
    const switches = oneSwitch((_, y) => y[0] - 0.01);
    const system = denseSystem(
      1,
      (_, y, out) => {
        out[0] = switches.modes[0] === 1 ? -Math.sqrt(y[0]) : 0;
      },
      (_, y, j) => {
        j[0] = switches.modes[0] === 1 ? -0.5 / Math.sqrt(y[0]) : 0;
      },
      switches,
    );
    const { state, report } = run(system, method, [1], 1e4, []);
    expect(report.switches).toBe(1);
    expect(state[0]).toBeCloseTo(0.01, 8);
  });

  it("chooses the side by the direction when it starts exactly at 0", () => {
    for (const direction of [1, -1]) {
      // Above the kink the quantity is lost at rate 1, below not at all.
      const switches = oneSwitch((_, y) => y[0]);
      const system = denseSystem(
        1,
        (t, y, out) => {
          out[0] = direction * Math.cos(t) - (switches.modes[0] === 1 ? y[0] : 0);
        },
        (t, _, j, ft) => {
          j[0] = switches.modes[0] === 1 ? -1 : 0;
          ft[0] = -direction * Math.sin(t);
        },
        switches,
      );
      const { state, report } = run(system, method, [0], 1, []);
      expect(report.switches).toBe(0);
      const exact = direction === 1 ? (Math.cos(1) + Math.sin(1) - Math.exp(-1)) / 2 : -Math.sin(1);
      expect(state[0]).toBeCloseTo(exact, decimals);
    }
  });

  it("rests on a kink without turning", () => {
    // 0.3 - 0.1 - 0.2 is not 0 in doubles: the rounding must not count as a crossing.
    const switches = oneSwitch((_, y) => y[0] - 0.1 - 0.2);
    const system = denseSystem(
      1,
      (t, y, out) => {
        const above = switches.modes[0] === 1 ? y[0] - 0.1 - 0.2 : 0;
        out[0] = 1e-15 * Math.sin(1000 * t) - (y[0] - 0.1 - 0.2) - above;
      },
      (_, __, j) => {
        j[0] = switches.modes[0] === 1 ? -2 : -1;
      },
      switches,
    );
    const { report } = run(system, method, [0.3], 1e5, []);
    expect(report.switches).toBe(0);
    expect(report.steps).toBeLessThan(60);
  });

  it("sees a dip between two ends that are on the same side", () => {
    // q = (t - 1)^2 - 1e-4 is negative for 0.02 only; the integrand there is 100.
    const switches = oneSwitch((t) => (t - 1) * (t - 1) - 1e-4);
    const system = driven(
      switches,
      () => 0,
      () => 100,
    );
    const { state, report } = run(system, method, [0], 2, []);
    expect([report.switches, state[0].toFixed(6)]).toEqual([2, "2.000000"]);
  });

  it("lets a quantity touch 0 without crossing", () => {
    const switches = oneSwitch((t) => 1 - Math.cos(t));
    const { state } = run(driven(switches, Math.cos, Math.cos), method, [0], 20, []);
    expect(state[0]).toBeCloseTo(Math.sin(20), decimals);
  });

  it("turns two switches at one time", () => {
    const switches: Switches = {
      count: 2,
      modes: new Int8Array(2),
      evaluate: (t, _, out) => {
        out[0] = t - 1;
        out[1] = 1 - t;
      },
    };
    const system = denseSystem(
      1,
      (_, __, out) => {
        out[0] = switches.modes[0] + 10 * switches.modes[1];
      },
      () => undefined,
      switches,
    );
    const { state, report } = run(system, method, [0], 3, []);
    expect(report.switches).toBe(2);
    expect(state[0]).toBeCloseTo(12, 8);
  });

  it("follows a switch that turns back after a delay, however coarse the tolerance", () => {
    // Three lags of 1 behind a relay about 1: by its describing function a cycle of sqrt(3) rad and a sixth of the relay's height.
    const height = 0.01;
    const switches = oneSwitch((_, y) => y[0] - 1);
    const system = denseSystem(
      3,
      (_, y, out) => {
        out[0] = y[1] - y[0];
        out[1] = y[2] - y[1];
        out[2] = (switches.modes[0] === 1 ? 1 - height : 1 + height) - y[2];
      },
      (_, __, j) => j.set([-1, 1, 0, 0, -1, 1, 0, 0, -1]),
      switches,
    );
    for (const relative of [1e-2, 1e-3, 1e-4]) {
      const state = Float64Array.of(1.1, 1.1, 1.1);
      const tolerance = { relative, absolute: even(3, relative / 100) };
      const report = integrateStiff({ system, method, from: 0, to: 2000, state, tolerance });
      expect(report.switches).toBeGreaterThan(0);
      expect(Math.abs(state[0] - 1)).toBeLessThan(height);
    }
  });

  it("refuses two branches that push against each other, with time and steps", () => {
    const switches = oneSwitch((_, y) => y[0]);
    const system = driven(
      switches,
      () => -1,
      () => 1,
    );
    try {
      run(system, method, [1], 5, []);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(IntegrationError);
      expect(error).toMatchObject({ kind: "tooManySwitches" });
      expect((error as IntegrationError).time).toBeCloseTo(1, 6);
    }
  });
});
