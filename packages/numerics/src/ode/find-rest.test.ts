import { describe, expect, it } from "vitest";
import { denseSystem } from "./dense-system.ts";
import { findRest } from "./find-rest.ts";
import { integrateStiff } from "./integrate-stiff.ts";
import { IntegrationError } from "./integration-error.ts";
import { even, hires } from "./stiff-problems.fixture.ts";

/** Made at rate 2, lost at rate 1; counted in a second state; a third that nothing moves and nothing depends on. */
const counted = () =>
  denseSystem(
    3,
    (_, y, out) => {
      out[0] = 2 - y[0];
      out[1] = y[0];
      out[2] = 0;
    },
    (_, __, j) => {
      j[0] = -1;
      j[3] = 1;
    },
  );

/** Two stable rests, 1 and 3, and an unstable one at 2. */
const bistable = () =>
  denseSystem(
    1,
    (_, y, out) => {
      out[0] = -(y[0] - 1) * (y[0] - 2) * (y[0] - 3);
    },
    (_, y, j) => {
      const [x] = y;
      j[0] = -((x - 2) * (x - 3) + (x - 1) * (x - 3) + (x - 1) * (x - 2));
    },
  );

describe("findRest", () => {
  it("leaves states alone that nothing moves, or that are held", () => {
    const y = Float64Array.of(0, 5, 7);
    findRest(counted(), y, { free: Uint8Array.of(1, 0, 1) });
    expect(y[0]).toBeCloseTo(2, 12);
    expect([y[1], y[2]]).toEqual([5, 7]);
  });

  it("finds the rest that the course itself reaches", () => {
    for (const [start, rest] of [
      [0, 1],
      [1.5, 1],
      [2.5, 3],
      [50, 3],
    ]) {
      const y = Float64Array.of(start);
      findRest(bistable(), y);
      expect(y[0]).toBeCloseTo(rest, 12);
    }
  });

  it("agrees with a long integration of a stiff system", () => {
    const start = [1, 0, 0, 0, 0, 0, 0, 0.0057];
    const late = Float64Array.from(start);
    const system = hires();
    integrateStiff({
      system,
      from: 0,
      to: 1e6,
      state: late,
      tolerance: { relative: 1e-10, absolute: even(8, 1e-16) },
    });
    const rest = Float64Array.from(late, (value) => value * 1.5);
    // The sum of the last two is conserved, so its value selects the rest.
    rest[6] = 0.0057 - rest[7];
    findRest(system, rest);
    rest.forEach((value, i) => {
      expect(Math.abs(value / late[i] - 1)).toBeLessThan(1e-7);
    });
  });

  it("holds a state that the others depend on when it knows the rows", () => {
    // dx/dt = z - x^2, dz/dt = 1 - z would go to x = 1; held at z = 9 to x = 3.
    const system = denseSystem(
      2,
      (_, y, out) => {
        out[0] = y[1] - y[0] * y[0];
        out[1] = 1 - y[1] + y[0];
      },
      (_, y, j) => {
        j.set([-2 * y[0], 1, 1, -1]);
      },
    );
    const y = Float64Array.of(1, 9);
    findRest(system, y, { free: Uint8Array.of(1, 0), jacobianRows: [0, 0, 1, 1] });
    expect(y[0]).toBeCloseTo(3, 12);
    expect(y[1]).toBe(9);
  });

  it("keeps concentrations above 0 where Newton alone would not", () => {
    // Rest at sqrt(2); Newton's step from 0.01 leads to 100, and from 10 with the wrong sign of the slope below 0.
    const system = denseSystem(
      1,
      (_, y, out) => {
        out[0] = y[0] < 0 ? Number.NaN : 2 - y[0] * y[0];
      },
      (_, y, j) => {
        j[0] = -2 * y[0];
      },
    );
    for (const start of [1e-9, 0.01, 10, 1e6]) {
      const y = Float64Array.of(start);
      findRest(system, y);
      expect(y[0]).toBeCloseTo(Math.SQRT2, 12);
    }
  });

  it("says so when there is no rest, and leaves the start", () => {
    const growing = denseSystem(
      1,
      (_, y, out) => {
        out[0] = 1 + y[0] * y[0];
      },
      (_, y, j) => {
        j[0] = 2 * y[0];
      },
    );
    const y = Float64Array.of(1);
    expect(() => findRest(growing, y)).toThrow(IntegrationError);
    expect(y[0]).toBe(1);
    expect(() => findRest(growing, Float64Array.of(Number.NaN))).toThrow(RangeError);
    expect(() => findRest(growing, Float64Array.of(1, 2))).toThrow(/length 1/);
  });
});
