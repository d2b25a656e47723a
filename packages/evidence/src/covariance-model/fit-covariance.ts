import { boxCoordinates } from "./box-space.ts";
import type { CovarianceModel } from "./covariance-model.ts";
import type { Component } from "./covariance-term.ts";
import { denseEvaluator } from "./dense-evaluation.ts";
import type { Evaluation, Evaluator, LikelihoodMethod } from "./evaluation.ts";
import { requireIdentified } from "./identified.ts";
import { matrixOf, upperTriangle } from "./matrix-space.ts";
import { nestedEvaluator } from "./nested-evaluation.ts";
import {
  type ComponentState,
  informationAlong,
  movedStates,
  type ScoreDirection,
  type ScoreDirections,
  scoreDirections,
  solveInformation,
} from "./score-directions.ts";
import { startingStates } from "./starting-values.ts";

/** A model at the maximum of its likelihood. */
export type CovarianceFit = {
  readonly model: CovarianceModel;
  readonly method: LikelihoodMethod;
  /** State of each component, in the order of the terms. */
  readonly states: readonly ComponentState[];
  readonly eta: Float64Array;
  readonly evaluation: Evaluation;
  readonly iterations: number;
  /** Squared length of the last step in standard errors of the parameters: how far the fit is from its maximum. */
  readonly decrement: number;
};

/** The iterations cannot go on, as when a variance runs to zero without end because the data are fitted perfectly. */
export class CovarianceFitError extends Error {
  override readonly name: string = "CovarianceFitError";
  readonly iterations: number;
  readonly decrement: number;

  constructor(iterations: number, decrement: number) {
    super(`the variances did not converge in ${iterations} iterations: the last step was ${Math.sqrt(decrement)} SE`);
    this.iterations = iterations;
    this.decrement = decrement;
  }
}

const MAX_ITERATIONS = 200;
const MAX_HALVINGS = 40;
/** Squared standard errors below which a step changes no digit. */
const CONVERGED = 1e-22;
/** And below which rounding of the likelihood decides more than the step. */
const AT_ROUNDING = 1e-12;

/** The evaluator that suits the shape of a model. */
export function evaluatorOf(model: CovarianceModel): Evaluator {
  return model.shape.kind === "nested" ? nestedEvaluator(model, model.shape) : denseEvaluator(model);
}

/** All components of a model, in the order of their coordinates. */
export function componentsOf({ terms }: CovarianceModel): Component[] {
  return terms.flatMap((term) => [...term.components]);
}

/**
 * Maximises the likelihood by scoring with step halving: expected information at first, observed information near the
 * maximum, where it converges quadratically. Variances and covariance matrices may end at the boundary of what is possible.
 *
 * @param evaluator - of the model; its memory is used
 * @param start - states to begin with, which also say which components are meant; from the moments of the data by default
 * @throws UnidentifiedError when the data cannot tell variances apart
 * @throws CovarianceFitError when the iterations do not converge
 * @see Harville 1977, J Am Stat Assoc 72:320; Gilmour, Thompson and Cullis 1995, Biometrics 51:1440
 */
export function fitCovariance(
  evaluator: Evaluator,
  method: LikelihoodMethod,
  start?: readonly ComponentState[],
): CovarianceFit {
  const { model } = evaluator;
  let states = start ?? startingStates(model);
  let eta = coordinatesOfStates(states, model.coordinates);
  let evaluation = evaluator.evaluate(eta, method);
  if (evaluation === undefined) throw new CovarianceFitError(0, Number.POSITIVE_INFINITY);
  if (start === undefined) requireIdentified(states, evaluation);
  let decrement = Number.POSITIVE_INFINITY;
  for (let iteration = 0; iteration <= MAX_ITERATIONS; iteration++) {
    const open = scoreDirections(states, evaluation);
    const last = decrement;
    const proposal = propose(open, evaluation, last < 1);
    decrement = proposal.decrement;
    if (decrement < CONVERGED || (decrement < AT_ROUNDING && decrement > last / 4)) {
      const kept = { ...evaluation, w: evaluation.w.slice(), pr: evaluation.pr.slice() };
      return { model, method, states: open.states, eta, evaluation: kept, iterations: iteration, decrement };
    }
    const { logLik } = evaluation;
    const slack = decrement < 1e-6 ? 1e-11 * Math.max(1, Math.abs(logLik)) : 0;
    let moved: Evaluation | undefined;
    let fraction = 1;
    for (let halving = 0; halving < MAX_HALVINGS; halving++) {
      const trial = movedStates(open, proposal.directions, proposal.step, fraction);
      const trialEta = coordinatesOfStates(trial, model.coordinates);
      const found = evaluator.evaluate(trialEta, method);
      if (found !== undefined && found.logLik > logLik - slack) {
        moved = found;
        states = trial;
        eta = trialEta;
        break;
      }
      fraction /= 2;
    }
    if (moved === undefined) throw new CovarianceFitError(iteration, decrement);
    evaluation = moved;
  }
  throw new CovarianceFitError(MAX_ITERATIONS, decrement);
}

/** Coordinates of all states, one after another. */
export function coordinatesOfStates(states: readonly ComponentState[], coordinates: number): Float64Array {
  const eta = new Float64Array(coordinates);
  let offset = 0;
  for (const state of states) {
    const part =
      state.kind === "matrix" ? upperTriangle(matrixOf(state), state.component.order) : boxCoordinates(state);
    eta.set(part, offset);
    offset += part.length;
  }
  return eta;
}

type Proposal = {
  readonly directions: readonly ScoreDirection[];
  readonly step: Float64Array;
  readonly decrement: number;
};

/** The step that the information of an evaluation asks for; a boundary that the step would press against stays. */
function propose(open: ScoreDirections, evaluation: Evaluation, near: boolean): Proposal {
  let { directions } = open;
  for (;;) {
    const slopes = Float64Array.from(directions, ({ slope }) => slope);
    const along = (exact: boolean): Float64Array =>
      informationAlong(open, directions, exact ? evaluation.observed : evaluation.expected, exact);
    const step =
      (near ? solveInformation(along(true), slopes, "none") : undefined) ??
      solveInformation(along(false), slopes, "ridge") ??
      new Float64Array(slopes.length);
    const backwards = directions.findIndex(({ opens }, i) => opens && !(step[i] > 0));
    if (backwards < 0) {
      let decrement = 0;
      for (let i = 0; i < step.length; i++) decrement += slopes[i] * step[i];
      return { directions, step, decrement };
    }
    directions = directions.filter((_, i) => i !== backwards);
  }
}
