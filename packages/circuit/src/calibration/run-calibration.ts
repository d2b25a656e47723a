import type { ModelKernel } from "../model-kernel.ts";
import { createRunner } from "../run/create-runner.ts";
import { comparedAnchors } from "./anchors.ts";
import { calibrateStage, type StageFit } from "./calibrate.ts";
import { anchorPredictor } from "./predict-anchors.ts";
import { calibrationStages } from "./stages.ts";

export type CalibrationRun = {
  readonly stages: readonly (StageFit & { readonly name: string; readonly anchors: number })[];
  /** All of the model, as fitted. */
  readonly parameters: Float64Array;
  readonly predictions: Readonly<Record<string, number>>;
};

/**
 * All stages one after the other, from the values that the model is built with, and what the fitted model says of every anchor.
 *
 * @param significant - digits that fitted values are rounded to, as they are kept
 * @throws SolverError when a stage finds no least squares
 */
export function runCalibration(kernel: ModelKernel, significant: number): CalibrationRun {
  const runner = createRunner(kernel);
  let parameters = Float64Array.from(kernel.parameters, ({ value }) => value);
  const stages = calibrationStages.map((stage) => {
    const fit = calibrateStage(kernel, runner, stage, parameters);
    parameters = fit.parameters.map((value, i) =>
      value === kernel.parameters[i].value ? value : Number(value.toPrecision(significant)),
    );
    return { ...fit, name: stage.name, anchors: stage.anchors.length };
  });
  const predicted = anchorPredictor(kernel, runner, comparedAnchors)(parameters);
  return {
    stages,
    parameters,
    predictions: Object.fromEntries(comparedAnchors.map(({ id }, i) => [id, Number(predicted[i].toPrecision(4))])),
  };
}
