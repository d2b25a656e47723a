import { type LeastSquaresFit, leastSquares, leastSquaresCovariance, symmetricEigen } from "@materbone/numerics";
import type { ModelKernel } from "../model-kernel.ts";
import type { Runner } from "../run/trajectory.ts";
import { anchorPredictor } from "./predict-anchors.ts";
import { type CalibrationStage, variablesOf, withVariables } from "./stages.ts";

export type StageFit = {
  /** All of the model, with those of the stage put in. */
  readonly parameters: Float64Array;
  readonly variables: readonly FittedVariable[];
  /** Root mean square of the residuals, in SD of the anchors. */
  readonly rms: number;
  /** Of the Jacobian with columns of length 1: how unlike in effect the variables are; 1 at best. */
  readonly condition: number;
  readonly iterations: number;
};

export type FittedVariable = {
  readonly name: string;
  readonly value: number;
  /** From the Jacobian, taking the SDs of the anchors as they are; none at a bound. */
  readonly standardError?: number;
};

/** Steps of the difference quotients, of logarithms: well above what the tolerance of a run leaves. */
const DIFFERENCE_STEP = 1e-2;
/** A thousandth of a percent of a parameter. */
const X_TOLERANCE = 1e-5;

/**
 * Fits the variables of one stage to its anchors, from where they stand.
 *
 * @throws SolverError when no least squares are found
 */
export function calibrateStage(
  kernel: ModelKernel,
  runner: Runner,
  stage: CalibrationStage,
  parameters: Float64Array,
): StageFit {
  const residualsOf = stageResiduals(kernel, runner, stage, parameters);
  const start = variablesOf(kernel, stage, parameters);
  const upper = Float64Array.from(stage.variables, ({ most = Number.POSITIVE_INFINITY }) => Math.log(most));
  const fit = leastSquares(residualsOf, start, {
    upper,
    // Of logarithms a unit is a unit.
    scale: start.map(() => 1),
    differenceStep: DIFFERENCE_STEP,
    xTolerance: X_TOLERANCE,
  });
  const errors = standardErrors(fit);
  return {
    parameters: withVariables(kernel, stage, parameters, fit.x),
    variables: stage.variables.map(({ name }, j) => {
      const value = Math.exp(fit.x[j]);
      return fit.atBound[j] ? { name, value } : { name, value, standardError: value * errors[j] };
    }),
    rms: Math.sqrt((2 * fit.fx) / stage.anchors.length),
    condition: conditionOf(fit),
    iterations: fit.iterations,
  };
}

/**
 * How far the variables of a stage are from its least squares, as a share of each: one step of Gauss and Newton from where
 * they stand. Those at a bound stay.
 *
 * @throws SolverError when the anchors do not tell the variables apart
 */
export function distanceFromFit(
  kernel: ModelKernel,
  runner: Runner,
  stage: CalibrationStage,
  parameters: Float64Array,
): Float64Array {
  const residualsOf = stageResiduals(kernel, runner, stage, parameters);
  const x = variablesOf(kernel, stage, parameters);
  const n = x.length;
  const residuals = residualsOf(x);
  const jacobian = new Float64Array(residuals.length * n);
  for (let j = 0; j < n; j++) {
    const moved = residualsOf(x.map((value, i) => (i === j ? value - DIFFERENCE_STEP : value)));
    for (let i = 0; i < residuals.length; i++) jacobian[i * n + j] = (residuals[i] - moved[i]) / DIFFERENCE_STEP;
  }
  const atBound = stage.variables.map(({ most }, j) => most !== undefined && Math.exp(x[j]) >= most);
  const covariance = leastSquaresCovariance({ x, residuals, fx: 0, jacobian, atBound, iterations: 0 });
  const step = new Float64Array(n);
  for (let i = 0; i < residuals.length; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) step[j] -= covariance[j * n + k] * jacobian[i * n + k] * residuals[i];
    }
  }
  return step;
}

/** Of the logarithms of the variables, in SD of the anchors. */
function stageResiduals(
  kernel: ModelKernel,
  runner: Runner,
  stage: CalibrationStage,
  parameters: Float64Array,
): (logarithms: Float64Array) => Float64Array {
  const predict = anchorPredictor(kernel, runner, stage.anchors);
  return (logarithms) => {
    const predictions = predict(withVariables(kernel, stage, parameters, logarithms));
    return predictions.map((value, i) => (value - stage.anchors[i].value) / stage.anchors[i].sd);
  };
}

function standardErrors(fit: LeastSquaresFit): Float64Array {
  const n = fit.x.length;
  const covariance = leastSquaresCovariance(fit);
  return Float64Array.from({ length: n }, (_, j) => Math.sqrt(covariance[j * n + j]));
}

/** Largest over smallest singular value of the Jacobian off the bounds, its columns scaled to length 1. */
function conditionOf({ jacobian, x, atBound }: LeastSquaresFit): number {
  const free = atBound.flatMap((is, j) => (is ? [] : [j]));
  const product = (a: number, b: number): number => {
    let sum = 0;
    for (let row = 0; row < jacobian.length; row += x.length) sum += jacobian[row + a] * jacobian[row + b];
    return sum;
  };
  const gram = free.flatMap((a) => free.map((b) => product(a, b) / Math.sqrt(product(a, a) * product(b, b))));
  const { values } = symmetricEigen(Float64Array.from(gram), free.length);
  return Math.sqrt(Math.max(...values) / Math.min(...values));
}
