import { describe, expect, it } from "vitest";
import type { ModelKernel, ParameterDerivatives } from "../model-kernel.ts";
import { compileModel } from "./compile.ts";
import { kernelOf, loaded, modelOf } from "./kernel.fixture.ts";

/** Production balanced at rest: the constant `c` and the initial value of B follow from parameters. */
const balanced = modelOf({
  parameters: [
    { name: "k", value: 0.4, unit: "1/h" },
    { name: "g", value: 1.7, unit: "-" },
    { name: "A0", value: 3, unit: "pmol" },
    { name: "unused", value: 1, unit: "-" },
  ],
  inputs: [{ name: "drive", unit: "pmol/h", value: 0.2 }],
  constants: [{ name: "c", unit: "pmol/h", is: "k*B_0" }],
  states: [
    { name: "A", unit: "pmol", initial: "A0", rate: "drive - k*A*(B/B_0)^g" },
    { name: "B", unit: "pmol", initial: "2*A_0*exp(-g)", rate: "c*hill(A, A_0, g) - k*B" },
  ],
  outputs: [{ name: "A_pct", unit: "%", is: "100[%]*A/A_0" }],
});

const A = 2.5;
const B = 1.1;

/** The model by hand, as a function of its parameters. */
function rates([k, g, A0]: readonly number[]): number[] {
  const B0 = 2 * A0 * Math.exp(-g);
  return [0.2 - k * A * (B / B0) ** g, k * B0 * (A ** g / (A ** g + A0 ** g)) - k * B];
}

describe("the derivatives with respect to parameters", () => {
  it("agree with closed forms and with differences of the model written by hand", async () => {
    const { kernel, byParameter } = await both();
    const parameters = [0.4, 1.7, 3, 1];
    for (const index of [0, 1, 2]) {
      const h = 1e-5;
      const moved = (by: number): number[] => parameters.map((value, i) => (i === index ? value + by : value));
      const above = rates(moved(h));
      const below = rates(moved(-h));
      const found = at(kernel, byParameter, parameters, index);
      // Central differences: h^2 times the third derivative, about 1e-9, plus rounding of 1e-16 / h.
      found.rates.forEach((value, i) => {
        expect(value).toBeCloseTo((above[i] - below[i]) / (2 * h), 8);
      });
    }
    const byExponent = at(kernel, byParameter, parameters, 1);
    expect(byExponent.initialState).toEqual([0, expect.closeTo(-6 * Math.exp(-1.7), 14)]);
    const byStart = at(kernel, byParameter, parameters, 2);
    expect(byStart.initialState).toEqual([1, expect.closeTo(2 * Math.exp(-1.7), 14)]);
    expect(byStart.outputs[0]).toBeCloseTo((-100 * A) / 9, 12);
  });

  it("are zero for a parameter that nothing depends on, whatever was in the array", async () => {
    const { kernel, byParameter } = await both();
    expect(at(kernel, byParameter, [0.4, 1.7, 3, 1], 3)).toEqual({ rates: [0, 0], initialState: [0, 0], outputs: [0] });
  });

  it("are not loaded with the kernel", () => {
    expect(compileModel(balanced)[0].text).not.toContain("by-parameter");
  });
});

async function both(): Promise<{ kernel: ModelKernel; byParameter: ParameterDerivatives }> {
  const exported = await loaded(compileModel(balanced)[1].text);
  return { kernel: await kernelOf(balanced), byParameter: exported.smallByParameter as ParameterDerivatives };
}

function at(
  kernel: ModelKernel,
  byParameter: ParameterDerivatives,
  values: readonly number[],
  index: number,
): { rates: number[]; initialState: number[]; outputs: number[] } {
  const parameters = Float64Array.from(values);
  const constants = new Float64Array(kernel.constantCount);
  kernel.constants(parameters, constants);
  const state = Float64Array.of(A, B);
  const drive = Float64Array.of(0, 0.2, 0);
  const modes = new Int8Array(0);
  const out = (length: number): Float64Array => new Float64Array(length).fill(7);
  const found = { rates: out(2), initialState: out(2), outputs: out(1) };
  byParameter.rates(index, 0, state, parameters, constants, drive, modes, found.rates);
  byParameter.initialState(index, parameters, constants, found.initialState);
  byParameter.outputs(index, 0, state, parameters, constants, drive, modes, found.outputs);
  return { rates: [...found.rates], initialState: [...found.initialState], outputs: [...found.outputs] };
}
