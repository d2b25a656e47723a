import { denseSystem } from "./dense-system.ts";
import type { StiffSystem } from "./stiff-system.ts";

/** Chemical kinetics of Robertson (1966): three orders of magnitude a decade, mass conserved. */
export function robertson(): StiffSystem {
  return denseSystem(
    3,
    (_, y, out) => {
      const r1 = 0.04 * y[0];
      const r2 = 1e4 * y[1] * y[2];
      const r3 = 3e7 * y[1] * y[1];
      out[0] = -r1 + r2;
      out[1] = r1 - r2 - r3;
      out[2] = r3;
    },
    (_, y, j) => {
      j[0] = -0.04;
      j[1] = 1e4 * y[2];
      j[2] = 1e4 * y[1];
      j[3] = 0.04;
      j[4] = -1e4 * y[2] - 6e7 * y[1];
      j[5] = -1e4 * y[1];
      j[7] = 6e7 * y[1];
    },
  );
}

/** Van der Pol's oscillator in the form of the test set, epsilon = 1e-6. */
export function vanDerPol(epsilon: number): StiffSystem {
  return denseSystem(
    2,
    (_, y, out) => {
      out[0] = y[1];
      out[1] = ((1 - y[0] * y[0]) * y[1] - y[0]) / epsilon;
    },
    (_, y, j) => {
      j[1] = 1;
      j[2] = (-2 * y[0] * y[1] - 1) / epsilon;
      j[3] = (1 - y[0] * y[0]) / epsilon;
    },
  );
}

/** Oregonator of Field and Noyes (1974): a limit cycle with wide changes of speed. */
export function oregonator(): StiffSystem {
  return denseSystem(
    3,
    (_, y, out) => {
      out[0] = 77.27 * (y[1] + y[0] * (1 - 8.375e-6 * y[0] - y[1]));
      out[1] = (y[2] - (1 + y[0]) * y[1]) / 77.27;
      out[2] = 0.161 * (y[0] - y[2]);
    },
    (_, y, j) => {
      j[0] = 77.27 * (1 - 2 * 8.375e-6 * y[0] - y[1]);
      j[1] = 77.27 * (1 - y[0]);
      j[3] = -y[1] / 77.27;
      j[4] = -(1 + y[0]) / 77.27;
      j[5] = 1 / 77.27;
      j[6] = 0.161;
      j[8] = -0.161;
    },
  );
}

/** High irradiance response of a plant (Schäfer 1975): eight substances. */
export function hires(): StiffSystem {
  return denseSystem(
    8,
    (_, y, out) => {
      out[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
      out[1] = 1.71 * y[0] - 8.75 * y[1];
      out[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
      out[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
      out[4] = -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6];
      out[5] = -280 * y[5] * y[7] + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6];
      out[6] = 280 * y[5] * y[7] - 1.81 * y[6];
      out[7] = -280 * y[5] * y[7] + 1.81 * y[6];
    },
    (_, y, j) => {
      const put = (row: number, entries: Readonly<Record<number, number>>) => {
        for (const [column, value] of Object.entries(entries)) j[row * 8 + Number(column)] = value;
      };
      put(0, { 0: -1.71, 1: 0.43, 2: 8.32 });
      put(1, { 0: 1.71, 1: -8.75 });
      put(2, { 2: -10.03, 3: 0.43, 4: 0.035 });
      put(3, { 1: 8.32, 2: 1.71, 3: -1.12 });
      put(4, { 4: -1.745, 5: 0.43, 6: 0.43 });
      put(5, { 3: 0.69, 4: 1.71, 5: -280 * y[7] - 0.43, 6: 0.69, 7: -280 * y[5] });
      put(6, { 5: 280 * y[7], 6: -1.81, 7: 280 * y[5] });
      put(7, { 5: -280 * y[7], 6: 1.81, 7: -280 * y[5] });
    },
  );
}

/** y' = -rate (y - g(t)) + g'(t), g = sin(t): its solution is g, however stiff it is (Prothero & Robinson 1974). */
export function protheroRobinson(rate: number): StiffSystem {
  return denseSystem(
    1,
    (t, y, out) => {
      out[0] = -rate * (y[0] - Math.sin(t)) + Math.cos(t);
    },
    (t, _, j, ft) => {
      j[0] = -rate;
      ft[0] = rate * Math.cos(t) - Math.sin(t);
    },
  );
}

export const even = (size: number, value: number): Float64Array => new Float64Array(size).fill(value);
