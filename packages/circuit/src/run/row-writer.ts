import { exp } from "../elementary.ts";
import { type DrivenSystem, drivePlaces } from "./driven-system.ts";
import type { Plan, ValuePlace } from "./plan.ts";
import type { Trajectory } from "./trajectory.ts";

/** Gathers the rows of a run. */
export type RowWriter = {
  /** Times of the rows and the times that changes refer to, ascending. */
  readonly grid: Float64Array;
  /** Writes what stands at place `index` of the grid. */
  readonly write: (index: number, time: number, state: Float64Array) => void;
  readonly finished: () => Omit<Trajectory, "report">;
};

export function createRowWriter(plan: Plan, driven: DrivenSystem): RowWriter {
  const { kernel, constants, drive, depotRates } = driven;
  const { inputs, slopes, depots } = drivePlaces(kernel);
  const rowTimes = plan.times;
  const since = plan.columns.flatMap((column) => (column.kind === "change" ? [column.since] : []));
  const grid = since.length === 0 ? rowTimes : Float64Array.from(new Set([...rowTimes, ...since])).sort();
  const rows = rowsOf(grid, rowTimes);
  const values = plan.columns.map(() => new Float64Array(rowTimes.length));
  const reference = new Float64Array(plan.columns.length);
  const outputs = new Float64Array(kernel.outputs.length);
  const needsOutputs = plan.columns.some((column) => column.of.in === "output");
  const modes = new Int8Array(kernel.switches.length);
  const signs = new Float64Array(kernel.switches.length);

  const valueIn = ({ in: place, index }: ValuePlace, time: number, state: Float64Array): number => {
    const elapsed = time - drive[0];
    switch (place) {
      case "state":
        return state[index];
      case "output":
        return outputs[index];
      case "input":
        return drive[inputs + index] + drive[slopes + index] * elapsed;
      case "depot":
        return drive[depots + index] * exp(-depotRates[index] * elapsed);
    }
  };

  const write = (index: number, time: number, state: Float64Array): void => {
    if (needsOutputs) {
      // By the signs here: the step that a row lies in may end beyond a switch.
      kernel.evaluateSwitches(time, state, constants, drive, modes, signs);
      for (let j = 0; j < modes.length; j++) modes[j] = signs[j] >= 0 ? 1 : 0;
      kernel.evaluateOutputs(time, state, constants, drive, modes, outputs);
    }
    const row = rows[index];
    for (let c = 0; c < plan.columns.length; c++) {
      const column = plan.columns[c];
      const value = valueIn(column.of, time, state);
      if (column.kind === "change" && column.since === grid[index]) reference[c] = value;
      if (row >= 0) values[c][row] = value;
    }
  };

  const finished = (): Omit<Trajectory, "report"> => {
    for (const [c, column] of plan.columns.entries()) {
      if (column.kind !== "change") continue;
      for (let row = 0; row < rowTimes.length; row++) values[c][row] = 100 * (values[c][row] / reference[c] - 1);
      if (!values[c].every(Number.isFinite)) values[c] = new Float64Array(0);
    }
    return { times: rowTimes, columns: plan.columns.map(({ name, unit }) => ({ name, unit })), values };
  };

  return { grid, write, finished };
}

/** Row of each time of the grid, -1 where a change refers to it alone. */
function rowsOf(grid: Float64Array, rowTimes: Float64Array): Int32Array {
  const rows = new Int32Array(grid.length).fill(-1);
  for (let index = 0, row = 0; index < grid.length; index++) if (grid[index] === rowTimes[row]) rows[index] = row++;
  return rows;
}
