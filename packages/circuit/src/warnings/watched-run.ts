import type { Plan } from "../run/plan.ts";
import type { Trajectory } from "../run/trajectory.ts";
import { doseDrug, knownAgent } from "../scenario/untreated-plan.ts";
import type { SimulationModel } from "../simulation-model.ts";
import { WARNING_OUTPUTS, type WarningOutput, type WatchedRun } from "./circuit-warning.ts";

/**
 * A run of the circuit as warnings see it: the columns that they read, and each dose with the drug whose way it takes. A depot
 * that several preparations fill is told as the first of them.
 *
 * @param model - counts time in hours
 * @throws RangeError when the trajectory lacks a column of `WARNING_OUTPUTS`
 */
export function watchedRun(model: SimulationModel, plan: Plan, trajectory: Trajectory): WatchedRun {
  const column = (name: WarningOutput): Float64Array => {
    const values = trajectory.values[trajectory.columns.findIndex((item) => item.name === name)];
    if (values === undefined) throw new RangeError(`the trajectory has no column ${name}`);
    return values;
  };
  const outputs = Object.fromEntries(WARNING_OUTPUTS.map((name) => [name, column(name)])) as Record<
    WarningOutput,
    Float64Array
  >;
  const doses = plan.events.flatMap((event) => {
    if (event.kind !== "dose") return [];
    const agent = knownAgent(doseDrug(event, model));
    return agent === undefined ? [] : [{ agent, atHours: event.time }];
  });
  return { timesHours: trajectory.times, outputs, doses };
}
