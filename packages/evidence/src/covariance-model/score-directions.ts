import { choleskyInPlace, solveCholesky } from "@materbone/numerics";
import { type BoxDirections, type BoxState, boxDirections, movedBox } from "./box-space.ts";
import { coordinatesOf } from "./covariance-term.ts";
import type { Evaluation } from "./evaluation.ts";
import { type MatrixDirections, type MatrixState, matrixDirections, movedMatrix } from "./matrix-space.ts";

/** Where the parameters of one component stand. */
export type ComponentState = MatrixState | BoxState;

/** One direction in which the parameters of a model may move from where they stand. */
export type ScoreDirection = {
  readonly component: number;
  /** Place among the directions of its component. */
  readonly index: number;
  /** First coordinate of its component. */
  readonly offset: number;
  /** Change of the component's coordinates by a unit step. */
  readonly column: Float64Array;
  /** Whether it leaves a boundary: it is taken forwards or not at all. */
  readonly opens: boolean;
  /** Derivative of the likelihood. */
  readonly slope: number;
};

/** All directions that are open at an evaluation. */
export type ScoreDirections = {
  readonly states: readonly ComponentState[];
  readonly sets: readonly (MatrixDirections | BoxDirections)[];
  readonly directions: readonly ScoreDirection[];
};

/** A boundary is left only for a gain of the likelihood above this. */
const WORTH_LEAVING = 1e-14;

/** Directions at an evaluation, without those that the likelihood does not tell anything of. */
export function scoreDirections(states: readonly ComponentState[], evaluation: Evaluation): ScoreDirections {
  const { gradient, expected } = evaluation;
  const turned: ComponentState[] = [];
  const sets: (MatrixDirections | BoxDirections)[] = [];
  const directions: ScoreDirection[] = [];
  let offset = 0;
  states.forEach((state, component) => {
    const own = gradient.subarray(offset);
    const found = state.kind === "matrix" ? matrixDirections(state, own) : boxDirections(state, own);
    turned.push(found.state);
    sets.push(found);
    found.columns.forEach((column, index) => {
      let slope = 0;
      for (let c = 0; c < column.length; c++) slope += column[c] * own[c];
      const direction = { component, index, offset, column, opens: found.release[index], slope };
      const information = between(expected, gradient.length, direction, direction);
      if (!(information > 0)) return;
      if (!direction.opens || slope ** 2 / information > WORTH_LEAVING) directions.push(direction);
    });
    offset += coordinatesOf(state.component);
  });
  return { states: turned, sets, directions };
}

/**
 * Information about steps along directions, n x n.
 *
 * @param information - about the coordinates, nc x nc
 * @param exact - with the second order of the maps from parameters to coordinates
 */
export function informationAlong(
  { sets }: ScoreDirections,
  directions: readonly ScoreDirection[],
  information: Float64Array,
  exact: boolean,
): Float64Array {
  const n = directions.length;
  const nc = Math.round(Math.sqrt(information.length));
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const a = directions[i];
    const set = sets[a.component];
    for (let j = 0; j <= i; j++) {
      const b = directions[j];
      let sum = between(information, nc, a, b);
      if (exact && set.kind === "box" && a.component === b.component) sum += set.cross(a.index, b.index);
      out[i * n + j] = sum;
      out[j * n + i] = sum;
    }
    if (set.kind === "matrix") out[i * n + i] += set.curvature[a.index];
  }
  return out;
}

/**
 * Solves `information` x = slopes, scaled to a unit diagonal.
 *
 * @param information - n x n; overwritten
 * @param ridge - added to the unit diagonal until the matrix is positive definite; without it a failure is `undefined`
 */
export function solveInformation(
  information: Float64Array,
  slopes: Float64Array,
  ridge: "ridge" | "none",
): Float64Array | undefined {
  const n = slopes.length;
  const scale = new Float64Array(n);
  for (let i = 0; i < n; i++) scale[i] = 1 / Math.sqrt(information[i * n + i]);
  if (!scale.every((value) => value > 0 && value < Number.POSITIVE_INFINITY)) return undefined;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) information[i * n + j] *= scale[i] * scale[j];
  for (let added = 0; added < 1e6; added = added === 0 ? 1e-8 : added * 10) {
    const factor = information.slice();
    for (let i = 0; i < n; i++) factor[i * n + i] += added;
    if (choleskyInPlace(factor, n)) {
      const step = slopes.map((value, i) => value * scale[i]);
      solveCholesky(factor, n, step);
      return step.map((value, i) => value * scale[i]);
    }
    if (ridge === "none") return undefined;
  }
  return undefined;
}

/** States after a step, one number for each direction. */
export function movedStates(
  { states, sets }: ScoreDirections,
  directions: readonly ScoreDirection[],
  step: Float64Array,
  fraction: number,
): ComponentState[] {
  return states.map((state, component) => {
    const set = sets[component];
    const own = new Float64Array(set.columns.length);
    directions.forEach((direction, i) => {
      if (direction.component === component) own[direction.index] = fraction * step[i];
    });
    if (state.kind === "matrix") return movedMatrix(state, own);
    return set.kind === "box" ? movedBox(state, set, own) : state;
  });
}

function between(information: Float64Array, nc: number, a: ScoreDirection, b: ScoreDirection): number {
  let sum = 0;
  for (let i = 0; i < a.column.length; i++) {
    if (a.column[i] === 0) continue;
    for (let j = 0; j < b.column.length; j++) {
      sum += a.column[i] * information[(a.offset + i) * nc + b.offset + j] * b.column[j];
    }
  }
  return sum;
}
