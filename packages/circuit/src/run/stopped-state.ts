import { IntegrationError } from "@materbone/numerics";
import type { ModelKernel } from "../model-kernel.ts";
import { createRunner } from "./create-runner.ts";
import type { Plan } from "./plan.ts";
import type { Trajectory } from "./trajectory.ts";

/** The state that left farthest before a run stopped, in its own unit and the time unit of the model. */
export type StoppedState = {
  readonly name: string;
  readonly unit: string;
  readonly start: number;
  readonly last: number;
  /** When it was at `last`. */
  readonly time: number;
};

/** Shares of the way to the stop at which the states are looked at: as near as it can be run again. */
const SHARES: readonly number[] = [1 - 1e-9, 1 - 1e-6, 1 - 1e-3, 0.9];

/** A state that moved by less than a tenth tells nothing. */
const LEAST_DEPARTURE = 0.1;

/**
 * Which state went where before a run stopped: the one that fell below 0, else the one that moved by the largest factor.
 *
 * @param stop - time that the run reached
 * @returns `undefined` when the run stopped at its start, or before any state had moved
 */
export function stoppedState(kernel: ModelKernel, plan: Plan, stop: number): StoppedState | undefined {
  const states = kernel.states.flatMap(({ name, unit, accumulates }, index) =>
    accumulates ? [] : [{ name, unit, index }],
  );
  const columns = states.map(({ name, unit, index }) => ({
    kind: "value" as const,
    name,
    unit,
    of: { in: "state" as const, index },
  }));
  for (const share of SHARES) {
    const time = plan.start + share * (stop - plan.start);
    if (!(time > plan.start)) return undefined;
    const events = plan.events.filter((event) => event.time < time);
    const ran = attempt(kernel, { ...plan, columns, events, times: Float64Array.of(plan.start, time) });
    if (ran === undefined) continue;
    const moved = states.map(({ name, unit }, place) => {
      const [start = 0, last = 0] = ran.values[place] ?? [];
      return { name, unit, start, last, time };
    });
    const farthest = moved.reduce((most, one) => (departure(one) > departure(most) ? one : most));
    return departure(farthest) > LEAST_DEPARTURE ? farthest : undefined;
  }
  return undefined;
}

/** Logarithm of the factor that a state moved by; infinite where it fell through 0, none where it began there. */
function departure({ start, last }: StoppedState): number {
  if (!(start > 0)) return 0;
  return last > 0 ? Math.abs(Math.log(last / start)) : Number.POSITIVE_INFINITY;
}

function attempt(kernel: ModelKernel, plan: Plan): Trajectory | undefined {
  try {
    return createRunner(kernel).run(plan);
  } catch (error) {
    if (error instanceof IntegrationError) return undefined;
    throw error;
  }
}
