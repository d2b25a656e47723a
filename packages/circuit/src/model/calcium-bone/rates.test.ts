import { describe, expect, it } from "vitest";
import file from "../../../golden/calcium-bone-rates.json" with { type: "json" };
import { evaluated, kernelOf } from "../../compiler/kernel.fixture.ts";
import { calciumBone } from "../../generated/calcium-bone.ts";
import { calciumBone as description } from "../calcium-bone.ts";
import { calciumBoneParameters } from "./knowledge.ts";
import { type ReferenceState, referenceStates } from "./reference-states.fixture.ts";

/** Exponent that the reference raises a half-effect value to; here it is written unraised. */
const EXPONENTS: Readonly<Record<string, string>> = {
  J14OC50: "J14OCgam",
  EC50PicROB: "PicROBgam",
  EC50PicOB: "PicOBgam",
  EC50PicOC: "PicOCgam",
  EC50PicOBkb: "PicOBgamkb",
  EC50MeffOC: "kinOCgam",
  EC50surv: "LsurvOCgam",
  RUNkb50: "RUNkbGAM",
  T60: "T59",
  Ctriol50: "CtriolPTgam",
};

describe("rates of the reference model", () => {
  it("are those of an independent implementation at 24 states, to 1e-10", () => {
    const states = referenceStates();
    expect(states).toHaveLength(24);
    for (const { time, state, constants, drive, modes, rateByName } of states) {
      const rates = new Float64Array(state.length);
      calciumBone.derivative(time, state, constants, drive, modes, rates);
      calciumBone.states.forEach(({ name }, i) => {
        expectClose(rates[i], rateByName.get(name) ?? Number.NaN, file.relativeTolerance);
      });
      const depotRates = new Float64Array(calciumBone.depots.length);
      calciumBone.depotRates(constants, depotRates);
      calciumBone.depots.forEach(({ name }, i) => {
        const amount = drive[1 + 2 * calciumBone.inputs.length + i];
        expectClose(-depotRates[i] * amount, rateByName.get(name) ?? Number.NaN, file.relativeTolerance);
      });
    }
  });

  it("has constants that agree with the reference, to 1e-12", async () => {
    const outputs = description.constants.map(({ name, unit }) => ({ name, unit, is: name }));
    const kernel = await kernelOf({ ...description, outputs });
    const { outputs: values } = evaluated(kernel, {});
    const valueByName = new Map(outputs.map(({ name }, i) => [name, values[i]]));
    const parameterByName = new Map(calciumBoneParameters.map(({ name, value }) => [name, value]));
    const compared = Object.entries(file.constants).filter(([name, reference]) => {
      const own = valueByName.get(name);
      const half = valueByName.get(name.replace(/g$/, ""));
      const exponent = parameterByName.get(EXPONENTS[name.replace(/g$/, "")] ?? "");
      if (own !== undefined) expectClose(own, reference, 1e-12);
      else if (half !== undefined && exponent !== undefined) expectClose(half ** exponent, reference, 1e-12);
      else return false;
      return true;
    });
    // The rest are parameters raised to their exponent, or products without a name of their own here.
    expect(compared.length).toBe(31);
  });

  it("has the Jacobian of its own differences at each state", () => {
    for (const at of referenceStates()) {
      const n = at.state.length;
      const entries = new Float64Array(calciumBone.jacobianLength);
      const timeDerivative = new Float64Array(n);
      calciumBone.linearise(at.time, at.state, at.constants, at.drive, at.modes, entries, timeDerivative);
      const jacobian = Array.from({ length: n }, () => new Float64Array(n));
      calciumBone.jacobianRows.forEach((row, k) => {
        jacobian[row][calciumBone.jacobianColumns[k]] = entries[k];
      });
      for (let j = 0; j < n; j++) {
        const step = 1e-3 * (Math.abs(at.state[j]) || 1);
        const differences = difference(step, (by) => {
          const state = at.state.slice();
          state[j] += by;
          return rates({ ...at, state });
        });
        for (let i = 0; i < n; i++) {
          const size = largestTerm(jacobian[i], at.state) / (Math.abs(at.state[j]) || 1);
          expect(Math.abs(jacobian[i][j] - differences[i])).toBeLessThanOrEqual(
            1e-6 * Math.abs(jacobian[i][j]) + 1e-9 * size,
          );
        }
      }
      const inTime = difference(0.01, (by) => rates({ ...at, time: at.time + by }));
      const start = rates(at);
      for (let i = 0; i < n; i++) {
        const size = largestTerm(jacobian[i], at.state) + Math.abs(start[i]);
        expect(Math.abs(timeDerivative[i] - inTime[i])).toBeLessThanOrEqual(
          1e-6 * Math.abs(timeDerivative[i]) + 1e-11 * size,
        );
      }
    }
  });
});

function rates({ time, state, constants, drive, modes }: ReferenceState): Float64Array {
  const out = new Float64Array(state.length);
  calciumBone.derivative(time, state, constants, drive, modes, out);
  return out;
}

/** Central difference of fourth order. */
function difference(step: number, at: (by: number) => Float64Array): Float64Array {
  const [farBelow, below, above, farAbove] = [-2, -1, 1, 2].map((steps) => at(steps * step));
  return above.map((_, i) => (8 * (above[i] - below[i]) - (farAbove[i] - farBelow[i])) / (12 * step));
}

/** The size that rounding in a rate is a share of. */
function largestTerm(row: Float64Array, state: Float64Array): number {
  return row.reduce((largest, entry, j) => Math.max(largest, Math.abs(entry * state[j])), 0);
}

function expectClose(own: number, reference: number, relativeTolerance: number): void {
  expect(Math.abs(own - reference)).toBeLessThanOrEqual(relativeTolerance * Math.abs(reference));
}
