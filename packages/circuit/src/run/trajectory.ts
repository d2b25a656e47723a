import type { Plan } from "./plan.ts";

/** The course of a model over time. */
export type Trajectory = {
  /** In the time unit of the model, ascending. */
  readonly times: Float64Array;
  readonly columns: readonly { readonly name: string; readonly unit: string }[];
  /** One array per column, each as long as `times`; empty of a percent change since a value of 0, which is undefined. */
  readonly values: readonly Float64Array[];
  readonly report: RunReport;
};

/** How the trajectory was computed. */
export type RunReport = {
  readonly model: string;
  readonly method: string;
  /** Relative tolerance of a step. */
  readonly tolerance: number;
  /** Pieces between events, each integrated by itself. */
  readonly segments: number;
  readonly steps: number;
  readonly rejectedSteps: number;
  readonly evaluations: number;
  readonly factorizations: number;
  /** Times a clamp, kink or jump was met. */
  readonly switches: number;
};

export type RunOptions = {
  /** Of a woman: one value per parameter of the model, before those of the plan. */
  readonly parameters?: Float64Array;
  /** Asked now and then; true ends the run with an `IntegrationError` of kind "cancelled". */
  readonly shouldStop?: () => boolean;
  /** Told the share of the time that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
};

/** Runs plans of one model one after the other on the same arrays. */
export type Runner = {
  /**
   * @throws IntegrationError when the integration cannot go on
   * @throws RestStateError when the plan starts at rest and there is none
   */
  readonly run: (plan: Plan, options?: RunOptions) => Trajectory;
};
