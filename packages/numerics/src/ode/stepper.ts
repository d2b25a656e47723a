import type { StiffSystem } from "./stiff-system.ts";

/** Largest local error: `relative` * |y_i| + `absolute`_i, in the root mean square over the states. */
export type Tolerance = {
  readonly relative: number;
  /** Length n, each above 0. */
  readonly absolute: Float64Array;
};

/**
 * A method that takes one step after the other. Stops, outputs and switches are the driver's.
 *
 * It owns all arrays it needs, so that it is used again for the next segment and the next woman without allocation.
 */
export type Stepper = {
  /** Time that is reached, and the state there. The array is the stepper's own: read only. */
  readonly time: number;
  readonly state: Float64Array;
  /** Time at which the last step began. */
  readonly previousTime: number;
  /** Length that the next step is to have. */
  readonly nextStep: number;
  readonly counts: StepCounts;
  /** Sets out from (`time`, `state`); `firstStep` 0 lets the method choose, below `span`. */
  readonly begin: (
    system: StiffSystem,
    tolerance: Tolerance,
    time: number,
    state: Float64Array,
    firstStep: number,
    span: number,
  ) => void;
  /** Takes one step within tolerance that ends at or before `limit`, exactly on it when it would come near. */
  readonly advance: (limit: number) => void;
  /** Writes the state at a time within the last step into `out`. */
  readonly interpolate: (time: number, out: Float64Array) => void;
  /** Undoes the last step and goes at most to `limit`, within it. */
  readonly redo: (limit: number) => void;
  /** Ends the last step at `time`, within it, on the interpolation, which still holds up to there. */
  readonly cut: (time: number) => void;
  /** Undoes the last step; the next one is at most `longest`. */
  readonly undo: (longest: number) => void;
  /** The right-hand side has another form from here on. */
  readonly changeForm: () => void;
};

export type StepCounts = {
  /** Accepted steps, those done again for a switch included. */
  steps: number;
  rejected: number;
  /** Evaluations of dy/dt. */
  evaluations: number;
  factorizations: number;
};
