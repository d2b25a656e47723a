import type { StiffSystem } from "@materbone/numerics";
import { exp } from "../elementary.ts";
import type { ModelKernel } from "../model-kernel.ts";

/**
 * A kernel with the arrays it works on: parameters, constants, what acts from outside, and the modes of its switches.
 * Made once and used for one woman after the other.
 */
export type DrivenSystem = {
  readonly kernel: ModelKernel;
  readonly system: StiffSystem;
  /** Overwrite, then call `parametersChanged`. */
  readonly parameters: Float64Array;
  readonly constants: Float64Array;
  readonly depotRates: Float64Array;
  /** As `ModelKernel` lays it out; `drivePlaces` says where what is. */
  readonly drive: Float64Array;
  readonly modes: Int8Array;
  readonly parametersChanged: () => void;
};

/** Places in `drive` of the time of the segment's start, the first input, slope and depot. */
export type DrivePlaces = { readonly time: 0; readonly inputs: 1; readonly slopes: number; readonly depots: number };

export function drivePlaces({ inputs }: ModelKernel): DrivePlaces {
  return { time: 0, inputs: 1, slopes: 1 + inputs.length, depots: 1 + 2 * inputs.length };
}

/** With the published parameters, the inputs at their resting values and empty depots. */
export function drivenSystem(kernel: ModelKernel): DrivenSystem {
  const parameters = Float64Array.from(kernel.parameters, ({ value }) => value);
  const constants = new Float64Array(kernel.constantCount);
  const depotRates = new Float64Array(kernel.depots.length);
  const drive = new Float64Array(1 + 2 * kernel.inputs.length + kernel.depots.length);
  const modes = new Int8Array(kernel.switches.length);
  const parametersChanged = (): void => {
    kernel.constants(parameters, constants);
    kernel.depotRates(constants, depotRates);
  };
  const smooth: StiffSystem = {
    size: kernel.states.length,
    jacobianLength: kernel.jacobianLength,
    factorsLength: kernel.factorsLength,
    derivative: (time, state, out) => kernel.derivative(time, state, constants, drive, modes, out),
    linearise: (time, state, jacobian, timeDerivative) =>
      kernel.linearise(time, state, constants, drive, modes, jacobian, timeDerivative),
    factor: kernel.factor,
    solve: kernel.solve,
  };
  const count = kernel.switches.length;
  const system: StiffSystem =
    count === 0
      ? smooth
      : {
          ...smooth,
          switches: {
            count,
            modes,
            jumps: Int8Array.from(kernel.switchKinds, (kind) => (kind === "jump" ? 1 : 0)),
            evaluate: (time, state, out) => kernel.evaluateSwitches(time, state, constants, drive, modes, out),
          },
        };
  parametersChanged();
  return { kernel, system, parameters, constants, depotRates, drive, modes, parametersChanged };
}

/** Sets out anew: published parameters, resting inputs, empty depots, at `time`. */
export function resetDrive({ kernel, parameters, drive }: DrivenSystem, time: number): void {
  for (let i = 0; i < parameters.length; i++) parameters[i] = kernel.parameters[i].value;
  drive.fill(0);
  drive[0] = time;
  for (let i = 0; i < kernel.inputs.length; i++) drive[1 + i] = kernel.inputs[i].value;
}

/** Brings what acts from outside forward to `time`: inputs along their slopes, depots by their decay. */
export function moveDrive({ kernel, drive, depotRates }: DrivenSystem, time: number): void {
  const { slopes, depots } = drivePlaces(kernel);
  const elapsed = time - drive[0];
  drive[0] = time;
  for (let i = 0; i < kernel.inputs.length; i++) drive[1 + i] += drive[slopes + i] * elapsed;
  for (let k = 0; k < kernel.depots.length; k++) drive[depots + k] *= exp(-depotRates[k] * elapsed);
}
