/**
 * What the build makes of a `ModelDescription`. All functions are pure but for the arrays they write.
 *
 * `drive` holds what acts from outside in one segment of a run, of length 1 + 2 x inputs + depots: the time at which the
 * segment starts, each input there, each input's slope, each depot's amount there.
 */
export type ModelKernel = {
  readonly name: string;
  readonly timeUnit: "h" | "d" | "month";
  readonly parameters: readonly KernelParameter[];
  readonly inputs: readonly KernelParameter[];
  readonly depots: readonly KernelQuantity[];
  readonly states: readonly KernelState[];
  readonly switches: readonly string[];
  /** What changes at each switch: the rates themselves, or only their slope. */
  readonly switchKinds: readonly ("jump" | "kink")[];
  readonly outputs: readonly KernelQuantity[];
  readonly constantCount: number;
  readonly jacobianLength: number;
  readonly factorsLength: number;
  /** Row and column of each entry of the Jacobian, in its order. */
  readonly jacobianRows: readonly number[];
  readonly jacobianColumns: readonly number[];
  /** Writes constants of `parameters`, including the parameters that rates use and all initial values. */
  readonly constants: (parameters: Float64Array, out: Float64Array) => void;
  readonly initialState: (constants: Float64Array, out: Float64Array) => void;
  readonly depotRates: (constants: Float64Array, out: Float64Array) => void;
  readonly derivative: KernelFunction;
  /** Entries of df/dy into `out`, df/dt at fixed state into `timeDerivative`. */
  readonly linearise: (
    time: number,
    state: Float64Array,
    constants: Float64Array,
    drive: Float64Array,
    modes: Int8Array,
    out: Float64Array,
    timeDerivative: Float64Array,
  ) => void;
  readonly factor: (jacobian: Float64Array, shift: number, factors: Float64Array) => boolean;
  readonly solve: (factors: Float64Array, rightSide: Float64Array) => void;
  /** Signed quantities of the switches. */
  readonly evaluateSwitches: KernelFunction;
  readonly evaluateOutputs: KernelFunction;
};

export type KernelFunction = (
  time: number,
  state: Float64Array,
  constants: Float64Array,
  drive: Float64Array,
  modes: Int8Array,
  out: Float64Array,
) => void;

/**
 * Derivatives with respect to one parameter, given by its index, through every constant and initial value that depends on it.
 * In a module of its own beside the kernel. `constants` are those of `parameters`; `out` is overwritten.
 */
export type ParameterDerivatives = {
  /** df/dp at fixed state, length n. */
  readonly rates: ParameterDerivative;
  /** d(initial state)/dp, length n. */
  readonly initialState: (
    parameter: number,
    parameters: Float64Array,
    constants: Float64Array,
    out: Float64Array,
  ) => void;
  /** d(output)/dp at fixed state, length outputs. */
  readonly outputs: ParameterDerivative;
};

export type ParameterDerivative = (
  parameter: number,
  time: number,
  state: Float64Array,
  parameters: Float64Array,
  constants: Float64Array,
  drive: Float64Array,
  modes: Int8Array,
  out: Float64Array,
) => void;

export type KernelQuantity = { readonly name: string; readonly unit: string };
export type KernelParameter = KernelQuantity & { readonly value: number };
export type KernelState = KernelQuantity & { readonly accumulates: boolean };
