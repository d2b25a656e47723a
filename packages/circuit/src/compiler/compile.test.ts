import { describe, expect, it } from "vitest";
import { compileModel } from "./compile.ts";
import { evaluated, kernelOf, modelOf } from "./kernel.fixture.ts";

/** Every part of the language once; time in days, so that a scale is at work too. */
const whole = modelOf({
  name: "every-part",
  timeUnit: "d",
  parameters: [
    { name: "k", value: 0.3, unit: "1/d" },
    { name: "V", value: 14, unit: "L" },
    { name: "half", value: 2, unit: "nM" },
    { name: "g", value: 1.7, unit: "-" },
    { name: "kd", value: 0.25, unit: "1/d" },
  ],
  inputs: [{ name: "milk", unit: "nmol/d", value: 5 }],
  depots: [{ name: "drug", unit: "mg", rate: "kd" }],
  constants: [{ name: "c0", unit: "nM", is: "A_0/V" }],
  states: [
    { name: "A", unit: "nmol", initial: "28[nmol]", rate: "milk - k*A + either(high, k*B, 0[nmol/d])" },
    { name: "B", unit: "nmol", initial: "A_0*2", rate: "k*A*effect*(conc/c0)^g - k*B*tanh(B/A)" },
    { name: "seen", unit: "nmol", initial: "0[nmol]", rate: "k*A*exp(-inhibition)*sqrt(conc/half)", accumulates: true },
  ],
  quantities: [
    { name: "conc", unit: "nM", is: "A/V" },
    { name: "effect", unit: "-", is: "hill(conc, half, g)" },
    { name: "inhibition", unit: "-", is: "hill(kd*drug, 0.5[mg/d], 0.4583)" },
  ],
  switches: [{ name: "high", is: "conc - 3[nM]", kind: "jump" }],
  outputs: [
    { name: "A_pct", unit: "%", is: "100[%]*A/A_0" },
    { name: "B_rate", unit: "nmol/d", is: "k*B + milk" },
  ],
});

const point = {
  time: 3.5,
  state: [20, 31, 4],
  // Starts at 3, milk 5 + 0.5 per day, 4 mg in the depot.
  drive: [3, 5, 0.5, 4],
  modes: [1],
};

/** The same model written by hand. */
function byHand(
  time: number,
  [A, B]: readonly number[],
  [start, milk0, slope, drug0]: readonly number[],
  mode: number,
): number[] {
  const milk = milk0 + slope * (time - start);
  const drug = drug0 * Math.exp(-0.25 * (time - start));
  const conc = A / 14;
  const effect = conc ** 1.7 / (conc ** 1.7 + 2 ** 1.7);
  const v = (0.25 * drug) ** 0.4583;
  const inhibition = v / (v + 0.5 ** 0.4583);
  return [
    milk - 0.3 * A + (mode === 1 ? 0.3 * B : 0),
    0.3 * A * effect * (conc / 2) ** 1.7 - 0.3 * B * Math.tanh(B / A),
    0.3 * A * Math.exp(-inhibition) * Math.sqrt(conc / 2),
  ];
}

describe("a compiled model", () => {
  it("agrees with the same model written by hand", async () => {
    const kernel = await kernelOf(whole);
    for (const mode of [0, 1]) {
      const { derivative } = evaluated(kernel, { ...point, modes: [mode] });
      const expected = byHand(point.time, point.state, point.drive, mode);
      for (const [i, value] of expected.entries()) expect(derivative[i] / value).toBeCloseTo(1, 13);
    }
  });

  it("has the Jacobian and the time derivative that differences of the hand-written model give", async () => {
    const kernel = await kernelOf(whole);
    const { jacobian, timeDerivative } = evaluated(kernel, point);
    // Central differences of order h^2: error about 1e-10 relative with h = 1e-5 of the value.
    const difference = (at: (h: number) => readonly number[], h: number): number[] => {
      const above = at(h);
      const below = at(-h);
      return above.map((value, i) => (value - below[i]) / (2 * h));
    };
    for (const column of [0, 1, 2]) {
      const moved = (h: number): number[] => point.state.map((value, i) => (i === column ? value + h : value));
      const expected = difference((h) => byHand(point.time, moved(h), point.drive, 1), 1e-4);
      for (const row of [0, 1, 2]) expect(jacobian[row][column]).toBeCloseTo(expected[row], 8);
    }
    const expected = difference((h) => byHand(point.time + h, point.state, point.drive, 1), 1e-4);
    for (const row of [0, 1, 2]) expect(timeDerivative[row]).toBeCloseTo(expected[row], 8);
  });

  it("has initial values, depot rates, switches and outputs", async () => {
    const { initial, depotRates, switches, outputs } = evaluated(await kernelOf(whole), point);
    expect(initial).toEqual([28, 56, 0]);
    expect(depotRates).toEqual([0.25]);
    expect(switches[0]).toBeCloseTo(20 / 14 - 3, 14);
    expect(outputs[0]).toBeCloseTo((100 * 20) / 28, 12);
    expect(outputs[1]).toBeCloseTo(0.3 * 31 + 5.25, 13);
  });

  it("keeps entries by row, then by column", async () => {
    const { jacobianRows, jacobianColumns } = await kernelOf(whole);
    expect(jacobianRows).toEqual([0, 0, 1, 1, 2]);
    expect(jacobianColumns).toEqual([0, 1, 0, 1, 0]);
  });

  it("stays finite where a depot is empty", async () => {
    const { derivative, timeDerivative } = evaluated(await kernelOf(whole), { ...point, drive: [3, 5, 0, 0] });
    expect(derivative[2]).toBeCloseTo(0.3 * 20 * Math.sqrt(20 / 28), 13);
    expect(Math.abs(timeDerivative[2])).toBe(0);
  });

  it("is the same text each time", () => {
    expect(compileModel(whole)).toEqual(compileModel(whole));
  });
});
