import { findRest, IntegrationError } from "@materbone/numerics";
import type { DrivenSystem } from "./driven-system.ts";

/** No rest state was found. */
export class RestStateError extends Error {
  override readonly name = "RestStateError";
  readonly model: string;
  readonly iterations: number;

  constructor(model: string, iterations: number) {
    super(`${model}: no rest state after ${iterations} iterations`);
    this.model = model;
    this.iterations = iterations;
  }
}

/** Relative change of a state from one iteration to the next at which it counts as at rest. */
const SETTLED = 1e-11;
/** In the unit of the model, hours or months: far beyond the slowest process that comes to rest. */
const LONGEST_TIME = 1e13;
/** A state smaller than this in its own unit is 0. */
const NEGLIGIBLE = 1e-12;

/**
 * Where the system rests under its parameters and inputs at `time`. States that only add up stay as they are.
 *
 * @param state - the initial guess, overwritten with the rest state
 * @throws RestStateError when there is none nearby
 */
export function restInto({ kernel, system }: DrivenSystem, time: number, state: Float64Array): void {
  try {
    findRest(system, state, {
      time,
      free: Uint8Array.from(kernel.states, ({ accumulates }) => (accumulates ? 0 : 1)),
      jacobianRows: kernel.jacobianRows,
      tolerance: SETTLED,
      longestTime: LONGEST_TIME,
      smallest: NEGLIGIBLE,
    });
  } catch (error) {
    if (error instanceof IntegrationError) throw new RestStateError(kernel.name, error.steps);
    throw error;
  }
}
