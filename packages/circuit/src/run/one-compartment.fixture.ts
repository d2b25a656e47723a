import type { ModelKernel } from "../model-kernel.ts";
import type { SimulationModel } from "../simulation-model.ts";

/**
 * dX/dt = INFUSION + ka * GUT - k * X with the depot GUT, and the clearance, which only adds up what leaves:
 * small enough to be solved by hand.
 */
const kernel: ModelKernel = {
  name: "one-compartment",
  timeUnit: "h",
  parameters: [
    { name: "k", unit: "1/h", value: 0.1 },
    { name: "ka", unit: "1/h", value: 0.5 },
    { name: "V", unit: "L", value: 14 },
    { name: "F", unit: "-", value: 0.5 },
  ],
  inputs: [{ name: "INFUSION", unit: "mmol/h", value: 1 }],
  depots: [{ name: "GUT", unit: "mmol" }],
  states: [
    { name: "X", unit: "mmol", accumulates: false },
    { name: "LEFT", unit: "mmol", accumulates: true },
  ],
  switches: [],
  switchKinds: [],
  outputs: [
    { name: "X_mM", unit: "mM" },
    { name: "X", unit: "mmol" },
  ],
  constantCount: 4,
  jacobianLength: 2,
  factorsLength: 3,
  jacobianRows: [0, 1],
  jacobianColumns: [0, 0],
  constants: (parameters, out) => out.set(parameters),
  initialState: (constants, out) => {
    out[0] = 1 / (constants[0] ?? 1);
    out[1] = 0;
  },
  depotRates: (constants, out) => {
    out[0] = constants[1] ?? 0;
  },
  derivative: (time, state, constants, drive, _modes, out) => {
    const since = time - (drive[0] ?? 0);
    const gut = (drive[3] ?? 0) * Math.exp(-(constants[1] ?? 0) * since);
    out[0] =
      (drive[1] ?? 0) + (drive[2] ?? 0) * since + (constants[1] ?? 0) * gut - (constants[0] ?? 0) * (state[0] ?? 0);
    out[1] = (constants[0] ?? 0) * (state[0] ?? 0);
  },
  linearise: (time, _state, constants, drive, _modes, out, timeDerivative) => {
    const since = time - (drive[0] ?? 0);
    const gut = (drive[3] ?? 0) * Math.exp(-(constants[1] ?? 0) * since);
    out[0] = -(constants[0] ?? 0);
    out[1] = constants[0] ?? 0;
    timeDerivative[0] = (drive[2] ?? 0) - (constants[1] ?? 0) ** 2 * gut;
    timeDerivative[1] = 0;
  },
  factor: (jacobian, shift, factors) => {
    factors[0] = shift - (jacobian[0] ?? 0);
    factors[1] = -(jacobian[1] ?? 0);
    factors[2] = shift;
    return factors[0] !== 0 && shift !== 0;
  },
  solve: (factors, rightSide) => {
    rightSide[0] = (rightSide[0] ?? 0) / (factors[0] ?? 1);
    rightSide[1] = ((rightSide[1] ?? 0) - (factors[1] ?? 0) * (rightSide[0] ?? 0)) / (factors[2] ?? 1);
  },
  evaluateSwitches: () => undefined,
  evaluateOutputs: (_time, state, constants, _drive, _modes, out) => {
    out[0] = (state[0] ?? 0) / (constants[2] ?? 1);
    out[1] = state[0] ?? 0;
  },
};

export const oneCompartment: SimulationModel = {
  name: "one-compartment",
  version: "1",
  title: { en: "One compartment", zh: "一室模型" },
  kernel,
  modelYearHours: 8736,
  facts: new Map([
    ["k", { meaning: { en: "elimination", zh: "消除" }, source: "test", bounds: { above: 0, most: 10 } }],
    ["INFUSION", { meaning: { en: "infusion", zh: "输注" }, molarMassGPerMol: 40 }],
  ]),
  doseRoutes: [
    {
      agent: "zoledronicAcid",
      into: "GUT",
      molarMassGPerMol: 40,
      fraction: "F",
      usual: { value: 10, unit: "mg" },
      source: "test",
    },
  ],
};
