import { siteColumns } from "../calibration/site-columns.ts";
import { densitySites } from "../model/site-density.ts";
import { createRunner } from "../run/create-runner.ts";
import { modelColumns, shownValues } from "../run/model-columns.ts";
import type { Plan } from "../run/plan.ts";
import type { RunOptions } from "../run/trajectory.ts";
import type { SimulationModel } from "../simulation-model.ts";
import { type CircuitWarning, WARNING_OUTPUTS } from "./circuit-warning.ts";
import { warningsOf } from "./warnings-of.ts";
import { watchedRun } from "./watched-run.ts";

/** Calcium falls within days of a dose and comes back within weeks. */
const STEP_HOURS = 24;
/** Of a run of many years the step is longer. */
const MOST_ROWS = 4000;

/**
 * The warnings of a course, watched every day whatever rows it asks for. The hip is told only where the course asks for its density.
 *
 * @param options - of the woman whose course it is; else the model's own
 * @returns none for another model than the circuit
 * @throws IntegrationError, RestStateError as a runner does
 */
export function circuitWarnings(
  model: SimulationModel,
  plan: Plan,
  options: RunOptions = {},
): readonly CircuitWarning[] {
  const columns = modelColumns(model.kernel).filter(({ name }) => WARNING_OUTPUTS.some((each) => each === name));
  const end = plan.times.at(-1);
  if (columns.length < WARNING_OUTPUTS.length || end === undefined) return [];
  const rows = Math.min(MOST_ROWS, Math.ceil((end - plan.start) / STEP_HOURS));
  const times = Float64Array.from({ length: rows + 1 }, (_, row) =>
    rows === 0 || row === rows ? end : plan.start + (row * (end - plan.start)) / rows,
  );
  const watched: Plan = { ...plan, times, columns };
  const warnings = warningsOf(watchedRun(model, watched, createRunner(model.kernel).run(watched, options)));
  return showsHip(model, plan)
    ? warnings
    : warnings.filter((each) => each.kind !== "extrapolation" || each.reason !== "hip");
}

function showsHip({ kernel }: SimulationModel, { columns }: Plan): boolean {
  const values = shownValues(kernel, columns);
  return densitySites.some((site) => site !== "LS" && siteColumns(site).some((column) => values.includes(column)));
}
