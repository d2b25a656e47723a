import { integrateStiff } from "@materbone/numerics";
import type { ModelKernel } from "../model-kernel.ts";

/** A course: what is changed at the start, what happens when, and the times of the rows. */
export type Course = {
  readonly parameters?: Readonly<Record<string, number>>;
  /** Inputs at a time, held until the next change. */
  readonly inputs?: readonly { readonly time: number; readonly values: Readonly<Record<string, number>> }[];
  /** Amounts that are added to a state or depot, in its unit. */
  readonly doses?: readonly { readonly time: number; readonly into: string; readonly amount: number }[];
  readonly start?: number;
  readonly times: readonly number[];
  readonly relativeTolerance?: number;
  /** Replaces the published initial state. */
  readonly initial?: readonly number[];
};

export type CourseRow = {
  readonly time: number;
  readonly state: Float64Array;
  readonly outputs: ReadonlyMap<string, number>;
  readonly drive: Float64Array;
  readonly modes: Int8Array;
  readonly constants: Float64Array;
};

/** Runs a course in the plainest way; a row at the time of an event shows what stands before it. */
export function courseOf(kernel: ModelKernel, course: Course): readonly CourseRow[] {
  const { parameters = {}, inputs = [], doses = [], start = 0, times, relativeTolerance = 1e-8 } = course;
  const own = Float64Array.from(kernel.parameters, ({ name, value }) => parameters[name] ?? value);
  const constants = new Float64Array(kernel.constantCount);
  kernel.constants(own, constants);
  const state = new Float64Array(kernel.states.length);
  kernel.initialState(constants, state);
  if (course.initial !== undefined) state.set(course.initial);
  const depotRates = new Float64Array(kernel.depots.length);
  kernel.depotRates(constants, depotRates);
  const firstDepot = 1 + 2 * kernel.inputs.length;
  const drive = new Float64Array(firstDepot + kernel.depots.length);
  drive[0] = start;
  kernel.inputs.forEach(({ value }, i) => {
    drive[1 + i] = value;
  });
  const modes = new Int8Array(kernel.switches.length);
  const system = {
    size: state.length,
    jacobianLength: kernel.jacobianLength,
    factorsLength: kernel.factorsLength,
    derivative: (time: number, y: Float64Array, out: Float64Array) =>
      kernel.derivative(time, y, constants, drive, modes, out),
    linearise: (time: number, y: Float64Array, out: Float64Array, timeDerivative: Float64Array) =>
      kernel.linearise(time, y, constants, drive, modes, out, timeDerivative),
    factor: kernel.factor,
    solve: kernel.solve,
    switches: {
      count: modes.length,
      modes,
      evaluate: (time: number, y: Float64Array, out: Float64Array) =>
        kernel.evaluateSwitches(time, y, constants, drive, modes, out),
    },
  };
  const absolute = state.map((value) => relativeTolerance * (Math.abs(value) * 1e-3 || 1e-6));
  const tolerance = { relative: relativeTolerance, absolute };

  const rowAt = (time: number): CourseRow => {
    const signs = new Float64Array(modes.length);
    kernel.evaluateSwitches(time, state, constants, drive, modes, signs);
    const modesHere = Int8Array.from(signs, (sign) => (sign > 0 ? 1 : 0));
    const values = new Float64Array(kernel.outputs.length);
    kernel.evaluateOutputs(time, state, constants, drive, modesHere, values);
    const outputs = new Map(kernel.outputs.map(({ name }, i) => [name, values[i]]));
    return { time, state: state.slice(), outputs, drive: drive.slice(), modes: modesHere, constants };
  };
  const moveTo = (time: number): void => {
    const elapsed = time - drive[0];
    depotRates.forEach((rate, i) => {
      drive[firstDepot + i] *= Math.exp(-rate * elapsed);
    });
    drive[0] = time;
  };
  const act = (time: number): void => {
    for (const change of inputs.filter((one) => one.time === time)) {
      kernel.inputs.forEach(({ name }, i) => {
        drive[1 + i] = change.values[name] ?? drive[1 + i];
      });
    }
    for (const dose of doses.filter((one) => one.time === time)) {
      const depot = kernel.depots.findIndex(({ name }) => name === dose.into);
      if (depot >= 0) drive[firstDepot + depot] += dose.amount;
      else state[kernel.states.findIndex(({ name }) => name === dose.into)] += dose.amount;
    }
  };

  const end = Math.max(...times);
  const eventTimes = [...inputs, ...doses].map(({ time }) => time);
  const stops = [...new Set([start, ...times, ...eventTimes])].filter((time) => time <= end).sort((a, b) => a - b);
  const due = new Set(times);
  const events = new Set(eventTimes);
  const rows: CourseRow[] = [];
  let from = start;
  let firstStep = 0;
  for (const to of stops) {
    if (to > from) {
      const { nextStep } = integrateStiff({ system, from, to, state, tolerance, firstStep });
      firstStep = nextStep;
    }
    moveTo(to);
    if (due.has(to)) rows.push(rowAt(to));
    if (events.has(to)) {
      act(to);
      firstStep = 0;
    }
    from = to;
  }
  return rows;
}
