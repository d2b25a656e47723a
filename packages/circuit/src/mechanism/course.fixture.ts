import type { ModelKernel } from "../model-kernel.ts";
import { placeOf } from "../place-of.ts";

/** What acts from the start of a span: inputs by name, doses by the depot or state that they fill. */
export type Span = {
  readonly hours: number;
  readonly inputs?: Readonly<Record<string, number>>;
  readonly doses?: Readonly<Record<string, number>>;
  /** Factors on states at the start of the span. */
  readonly factors?: Readonly<Record<string, number>>;
  /** Set from the start of the span on; the state stays. */
  readonly parameters?: Readonly<Record<string, number>>;
};

/**
 * Outputs of a model at the end of spans of time, by a second-order Rosenbrock method of its own with step control
 * (Verwer's ROS2, error against its first-order stage), so that signs do not rest on the engine of the product.
 */
export function outputsAfter(
  kernel: ModelKernel,
  spans: readonly Span[],
  tolerance = 1e-5,
): ReadonlyMap<string, number> {
  const n = kernel.states.length;
  const parameters = Float64Array.from(kernel.parameters.map(({ value }) => value));
  const constants = new Float64Array(kernel.constantCount);
  const modes = new Int8Array(kernel.switches.length);
  const inputs = kernel.inputs.map(({ value }) => value);
  const depots = kernel.depots.map(() => 0);
  const rates = new Float64Array(kernel.depots.length);
  kernel.constants(parameters, constants);
  let state = new Float64Array(n);
  kernel.initialState(constants, state);
  const scale = state.map((value) => Math.max(Math.abs(value), 1e-6));
  let time = 0;
  let drive = new Float64Array(0);
  for (const span of spans) {
    for (const [name, value] of Object.entries(span.parameters ?? {})) {
      parameters[placeOf(kernel.parameters, name)] = value;
    }
    kernel.constants(parameters, constants);
    kernel.depotRates(constants, rates);
    for (const [name, value] of Object.entries(span.inputs ?? {})) inputs[placeOf(kernel.inputs, name)] = value;
    for (const [name, factor] of Object.entries(span.factors ?? {})) state[placeOf(kernel.states, name)] *= factor;
    for (const [name, amount] of Object.entries(span.doses ?? {})) {
      const depot = kernel.depots.findIndex((item) => item.name === name);
      if (depot >= 0) depots[depot] += amount;
      else state[placeOf(kernel.states, name)] += amount;
    }
    drive = Float64Array.from([time, ...inputs, ...inputs.map(() => 0), ...depots]);
    state = advance(kernel, { time, hours: span.hours, state, constants, drive, modes, scale, tolerance });
    time += span.hours;
    for (let i = 0; i < depots.length; i++) depots[i] *= Math.exp(-rates[i] * span.hours);
  }
  const outputs = new Float64Array(kernel.outputs.length);
  kernel.evaluateOutputs(time, state, constants, drive, modes, outputs);
  return new Map(kernel.outputs.map(({ name }, i) => [name, outputs[i]]));
}

function advance(
  kernel: ModelKernel,
  at: {
    readonly time: number;
    readonly hours: number;
    readonly state: Float64Array;
    readonly constants: Float64Array;
    readonly drive: Float64Array;
    readonly modes: Int8Array;
    readonly scale: Float64Array;
    readonly tolerance: number;
  },
): Float64Array<ArrayBuffer> {
  const { constants, drive, modes, scale, tolerance } = at;
  const n = kernel.states.length;
  const gamma = 1 + Math.SQRT1_2;
  const jacobian = new Float64Array(kernel.jacobianLength);
  const factors = new Float64Array(kernel.factorsLength);
  const slope = new Float64Array(n);
  const first = new Float64Array(n);
  const second = new Float64Array(n);
  const signs = new Float64Array(kernel.switches.length);
  let state = Float64Array.from(at.state);
  let time = at.time;
  const end = at.time + at.hours;
  let step = Math.min(0.001, at.hours);
  while (end - time > 1e-9 * Math.max(1, end)) {
    const h = Math.min(step, end - time);
    kernel.evaluateSwitches(time, state, constants, drive, modes, signs);
    for (let i = 0; i < signs.length; i++) modes[i] = signs[i] > 0 ? 1 : 0;
    kernel.linearise(time, state, constants, drive, modes, jacobian, slope);
    if (!kernel.factor(jacobian, 1 / (gamma * h), factors)) throw new Error(`no pivot at ${time} h`);
    kernel.derivative(time, state, constants, drive, modes, first);
    for (let i = 0; i < n; i++) first[i] = first[i] / (gamma * h) + slope[i];
    kernel.solve(factors, first);
    kernel.derivative(
      time + h,
      state.map((value, i) => value + h * first[i]),
      constants,
      drive,
      modes,
      second,
    );
    for (let i = 0; i < n; i++) second[i] = (second[i] - 2 * first[i]) / (gamma * h) - slope[i];
    kernel.solve(factors, second);
    let error = 0;
    const next = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      next[i] = state[i] + h * (1.5 * first[i] + 0.5 * second[i]);
      const miss = (h * 0.5 * (first[i] + second[i])) / (tolerance * Math.max(scale[i], Math.abs(state[i])));
      error = Math.max(error, Math.abs(miss));
    }
    if (!(error < 1e300)) throw new Error(`not finite at ${time} h`);
    if (error <= 1) {
      state = next;
      time += h;
    }
    step = h * Math.min(5, Math.max(0.2, 0.9 / Math.sqrt(Math.max(error, 1e-6))));
  }
  return state;
}
