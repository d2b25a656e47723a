/**
 * A run, worked out: every time in the unit of the model, every value in the model's unit, every name as its position.
 * Made from a scenario by `readScenario`, or by programs that know what they want.
 */
export type Plan = {
  readonly model: string;
  readonly start: number;
  readonly from: StartFrom;
  /** Parameters that differ from the published ones from the start on. */
  readonly parameters: readonly { readonly index: number; readonly value: number }[];
  /** Inputs that differ from their resting value from the start on. */
  readonly inputs: readonly { readonly index: number; readonly value: number }[];
  /** Ascending in time, none before the start; those of one time in the order in which they act. */
  readonly events: readonly PlanEvent[];
  /** Ascending, none before the start; the run ends at the last. */
  readonly times: Float64Array;
  /** Does a row at the time of an event show what stands just before it, or just after? */
  readonly atEvents: "before" | "after";
  readonly columns: readonly PlanColumn[];
  /** Relative tolerance of a step. */
  readonly tolerance: number;
};

export type StartFrom =
  | { readonly kind: "published"; readonly states: readonly { readonly index: number; readonly value: number }[] }
  /** Where the system rests under the parameters and inputs of the start. */
  | { readonly kind: "rest" };

export type PlanEvent = { readonly time: number } & (
  | { readonly kind: "parameter"; readonly index: number; readonly value: number }
  /** The value from then on, and its slope until the next event of the same input. */
  | { readonly kind: "input"; readonly index: number; readonly value: number; readonly slope: number }
  | {
      readonly kind: "dose";
      readonly into: "state" | "depot";
      readonly index: number;
      readonly amount: number;
      /** Position of the parameter that the amount is multiplied by. */
      readonly fraction?: number;
    }
);

/** A column of the trajectory. */
export type PlanColumn =
  | { readonly kind: "value"; readonly name: string; readonly unit: string; readonly of: ValuePlace }
  /** Percent change of a value since a time of the run. */
  | {
      readonly kind: "change";
      readonly name: string;
      readonly unit: "%";
      readonly of: ValuePlace;
      readonly since: number;
    };

/** Where a value is found while the model runs. */
export type ValuePlace = {
  readonly in: "state" | "depot" | "input" | "output";
  readonly index: number;
};
