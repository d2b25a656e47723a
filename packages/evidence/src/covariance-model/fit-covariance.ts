import { choleskyInPlace, solveCholesky } from "@materbone/numerics";
import { type BoxDirections, type BoxState, boxCoordinates, boxDirections, movedBox } from "./box-space.ts";
import type { CovarianceModel } from "./covariance-model.ts";
import { type Component, coordinatesOf } from "./covariance-term.ts";
import { denseEvaluator } from "./dense-evaluation.ts";
import type { Directions } from "./directions.ts";
import type { Evaluation, Evaluator, LikelihoodMethod } from "./evaluation.ts";
import { type MatrixState, matrixDirections, matrixOf, movedMatrix, upperTriangle } from "./matrix-space.ts";
import { nestedEvaluator } from "./nested-evaluation.ts";
import { startingState } from "./starting-values.ts";

export type ComponentState = MatrixState | BoxState;

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

/** The iterations cannot go on, as when the data are fitted perfectly and a variance runs to zero without end. */
export class CovarianceFitError extends Error {
  override readonly name = "CovarianceFitError";
  readonly iterations: number;
  readonly decrement: number;
  constructor(iterations: number, decrement: number) {
    super(
      `the variances did not converge in ${iterations} iterations; the last step was ${Math.sqrt(decrement)} standard errors`,
    );
    this.iterations = iterations;
    this.decrement = decrement;
  }
}

const MAX_ITERATIONS = 200;
const MAX_HALVINGS = 40;
/** Squared standard errors below which a step changes no printed digit. */
const CONVERGED = 1e-22;
/** And below which rounding of the likelihood decides more than the step. */
const AT_ROUNDING = 1e-12;
/** A boundary is left only for a gain above this. */
const WORTH_LEAVING = 1e-14;

/** The evaluator that suits the shape of a model. */
export function evaluatorOf(model: CovarianceModel): Evaluator {
  return model.shape.kind === "nested" ? nestedEvaluator(model, model.shape) : denseEvaluator(model);
}

/**
 * Maximises the likelihood by scoring with step halving: expected information at first, observed information near the maximum, where it converges quadratically. Variances and covariance
 * matrices may end at the boundary of what is possible.
 *
 * @param evaluator - of the model; its memory is used
 * @param start - states to begin with instead of the moments of the data
 * @throws CovarianceFitError when the iterations do not converge
 * @see Harville 1977, J Am Stat Assoc 72:320; Gilmour, Thompson and Cullis 1995, Biometrics 51:1440
 */
export function fitCovariance(
  evaluator: Evaluator,
  method: LikelihoodMethod,
  start?: readonly ComponentState[],
): CovarianceFit {
  const { model } = evaluator;
  const offsets: number[] = [];
  const components: Component[] = [];
  let offset = 0;
  for (const term of model.terms) {
    for (const component of term.components) {
      offsets.push(offset);
      components.push(component);
      offset += coordinatesOf(component);
    }
  }
  let states: ComponentState[] = start === undefined ? startingState(model) : [...start];
  let eta = coordinatesOfStates(states, model.coordinates);
  let evaluation = evaluator.evaluate(eta, method);
  if (evaluation === undefined) throw new CovarianceFitError(0, Number.POSITIVE_INFINITY);
  let decrement = Number.POSITIVE_INFINITY;
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
    const proposal = propose(states, offsets, evaluation, decrement < 1);
    states = proposal.states;
    const last = decrement;
    decrement = proposal.decrement;
    if (decrement < CONVERGED || (decrement < AT_ROUNDING && decrement > last / 4)) {
      return { model, method, states, eta, evaluation, iterations: iteration - 1, decrement };
    }
    let fraction = 1;
    let moved: Evaluation | undefined;
    const { logLik } = evaluation;
    const slack = decrement < 1e-6 ? 1e-11 * Math.max(1, Math.abs(logLik)) : 0;
    for (let halving = 0; halving < MAX_HALVINGS; halving++) {
      const trial = proposal.moved(fraction);
      const trialEta = coordinatesOfStates(trial, model.coordinates);
      moved = evaluator.evaluate(trialEta, method);
      if (moved !== undefined && moved.logLik > logLik - slack) {
        states = trial;
        eta = trialEta;
        break;
      }
      moved = undefined;
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
  readonly states: ComponentState[];
  readonly decrement: number;
  readonly moved: (fraction: number) => ComponentState[];
};

type Direction = { readonly component: number; readonly index: number; readonly offset: number };

/** The step that the information of an evaluation asks for. */
function propose(
  states: readonly ComponentState[],
  offsets: readonly number[],
  evaluation: Evaluation,
  near: boolean,
): Proposal {
  const { gradient, expected, observed } = evaluation;
  const nc = gradient.length;
  const turned: ComponentState[] = [];
  const sets: (Directions | BoxDirections)[] = [];
  states.forEach((state, i) => {
    const part = gradient.subarray(offsets[i]);
    if (state.kind === "matrix") {
      const found = matrixDirections(state, part);
      turned.push(found.state);
      sets.push(found.directions);
    } else {
      turned.push(state);
      sets.push(boxDirections(state, part));
    }
  });
  let directions: Direction[] = sets.flatMap(({ columns }, component) =>
    columns.map((_, index) => ({ component, index, offset: offsets[component] })),
  );
  const column = ({ component, index }: Direction): Float64Array => sets[component].columns[index];
  const opens = ({ component, index }: Direction): boolean => sets[component].release[index];
  const slope = (d: Direction): number => column(d).reduce((sum, value, c) => sum + value * gradient[d.offset + c], 0);
  const between = (information: Float64Array, a: Direction, b: Direction): number => {
    const [ca, cb] = [column(a), column(b)];
    let sum = 0;
    for (let i = 0; i < ca.length; i++) {
      if (ca[i] === 0) continue;
      for (let j = 0; j < cb.length; j++) sum += ca[i] * information[(a.offset + i) * nc + b.offset + j] * cb[j];
    }
    return sum;
  };
  directions = directions.filter((d) => {
    const information = between(expected, d, d);
    if (!(information > 0)) return false;
    return !opens(d) || slope(d) ** 2 / information > WORTH_LEAVING;
  });
  for (;;) {
    const score = Float64Array.from(directions, slope);
    const step = (near ? solved(directions, observed, true) : undefined) ?? solved(directions, expected, false);
    const backwards = directions.findIndex((d, i) => opens(d) && step[i] <= 0);
    if (backwards >= 0) {
      directions = directions.filter((_, i) => i !== backwards);
      continue;
    }
    const decrement = score.reduce((sum, value, i) => sum + value * step[i], 0);
    return { states: turned, decrement, moved: (fraction) => moveAll(step, fraction) };
  }

  function solved(chosen: readonly Direction[], information: Float64Array, exact: true): Float64Array | undefined;
  function solved(chosen: readonly Direction[], information: Float64Array, exact: false): Float64Array;
  function solved(chosen: readonly Direction[], information: Float64Array, exact: boolean): Float64Array | undefined {
    const n = chosen.length;
    const matrix = new Float64Array(n * n);
    chosen.forEach((a, i) => {
      chosen.forEach((b, j) => {
        matrix[i * n + j] = between(information, a, b);
        const set = sets[a.component];
        if (exact && a.component === b.component && "cross" in set) matrix[i * n + j] += set.cross(a.index, b.index);
      });
      matrix[i * n + i] += sets[a.component].curvature[a.index];
    });
    const scale = Float64Array.from({ length: n }, (_, i) => 1 / Math.sqrt(matrix[i * n + i]));
    if (!scale.every((value) => value > 0 && value < Number.POSITIVE_INFINITY)) {
      return exact ? undefined : new Float64Array(n);
    }
    for (let ridge = 0; ridge < 1e6; ridge = ridge === 0 ? 1e-8 : ridge * 10) {
      const scaled = matrix.map((value, i) => value * scale[Math.floor(i / n)] * scale[i % n]);
      for (let i = 0; i < n; i++) scaled[i * n + i] += ridge;
      if (choleskyInPlace(scaled, n)) {
        const step = Float64Array.from(chosen, (d, i) => slope(d) * scale[i]);
        solveCholesky(scaled, n, step);
        return step.map((value, i) => value * scale[i]);
      }
      if (exact) return undefined;
    }
    return new Float64Array(n);
  }

  function moveAll(step: Float64Array, fraction: number): ComponentState[] {
    return turned.map((state, component) => {
      const own = new Float64Array(sets[component].columns.length);
      directions.forEach((d, i) => {
        if (d.component === component) own[d.index] = fraction * step[i];
      });
      if (state.kind === "matrix") return own.length === 0 ? state : movedMatrix(state, own);
      return movedBox(state, sets[component] as BoxDirections, own);
    });
  }
}
