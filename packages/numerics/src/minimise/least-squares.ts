import { choleskyInPlace, invertCholesky, solveCholesky } from "../linear/cholesky.ts";
import { SolverError } from "../solver-error.ts";

export type LeastSquaresOptions = {
  /** Smallest values, length n; default none. */
  readonly lower?: Float64Array;
  /** Largest values, length n; default none. */
  readonly upper?: Float64Array;
  /** What counts as one unit of each variable, length n, above 0; default max(|x|, 1e-3) as it moves. */
  readonly scale?: Float64Array;
  /** Step of the difference quotient over the scale, above 0; default 1e-4. */
  readonly differenceStep?: number;
  /** The search ends where a step moves every variable by less than this over the scale; default 1e-7. */
  readonly xTolerance?: number;
  /** Default 100. */
  readonly maxIterations?: number;
};

export type LeastSquaresFit = {
  readonly x: Float64Array;
  /** At `x`, length m. */
  readonly residuals: Float64Array;
  /** Half the sum of squares. */
  readonly fx: number;
  /** dr/dx at `x`, m x n, row-major, by central differences. */
  readonly jacobian: Float64Array;
  /** Variables that the solution holds at a bound. */
  readonly atBound: readonly boolean[];
  readonly iterations: number;
};

/** A variable nearer to 0 counts as this when steps are scaled to it. */
const SMALLEST_SIZE = 1e-3;

/**
 * Local minimum of half the sum of squares of `residualsOf` in a box, by the method of Levenberg and Marquardt, with the
 * damping scaled to the columns of the Jacobian and steps cut off at the bounds.
 *
 * @param residualsOf - of n variables, always m residuals, none NaN; keeps neither array
 * @param start - length n; moved into the box where it lies outside
 * @throws RangeError when the start is empty or not finite, a bound has the wrong length or order, or an option is out of range
 * @throws SolverError when a residual is not a finite number, or `maxIterations` is spent
 * @see Marquardt DW (1963) J Soc Ind Appl Math 11:431-441; More JJ (1978) Lecture Notes in Mathematics 630:105-116
 */
export function leastSquares(
  residualsOf: (x: Float64Array) => Float64Array,
  start: Float64Array,
  options: LeastSquaresOptions = {},
): LeastSquaresFit {
  const n = start.length;
  const { differenceStep = 1e-4, xTolerance = 1e-7, maxIterations = 100 } = options;
  const { scale } = options;
  const { lower = filled(n, Number.NEGATIVE_INFINITY), upper = filled(n, Number.POSITIVE_INFINITY) } = options;
  if (n === 0 || !start.every(Number.isFinite)) throw new RangeError(`start must be finite numbers, got [${start}]`);
  if (lower.length !== n || upper.length !== n) {
    throw new RangeError(`${n} variables need ${n} bounds, got ${lower.length} and ${upper.length}`);
  }
  for (let j = 0; j < n; j++) {
    if (!(lower[j] < upper[j])) throw new RangeError(`bounds of variable ${j} must ascend: ${lower[j]}, ${upper[j]}`);
  }
  if (scale !== undefined && !(scale.length === n && scale.every((size) => size > 0))) {
    throw new RangeError(`scale must be ${n} numbers above 0, got [${scale}]`);
  }
  if (!(differenceStep > 0)) throw new RangeError(`differenceStep must be above 0, got ${differenceStep}`);
  if (!(xTolerance > 0)) throw new RangeError(`xTolerance must be above 0, got ${xTolerance}`);
  if (!(maxIterations >= 1)) throw new RangeError(`maxIterations must be at least 1, got ${maxIterations}`);

  const box = { lower, upper };
  const sizeOf = (value: number, j: number): number => scale?.[j] ?? Math.max(Math.abs(value), SMALLEST_SIZE);
  const x = start.map((value, j) => clamped(value, j, box));
  let residuals = residualsAt(residualsOf, x, 0);
  let fx = halfSumOfSquares(residuals);
  let damping = 1e-3;
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const jacobian = jacobianAt(
      residualsOf,
      x,
      residuals.length,
      box,
      x.map((value, j) => differenceStep * sizeOf(value, j)),
      iteration,
    );
    const gradient = gradientOf(jacobian, residuals, n);
    const free = Array.from({ length: n }, (_, j) => !isHeld(x[j], gradient[j], j, box));
    const solution = { x, residuals, fx, jacobian, atBound: free.map((is) => !is), iterations: iteration };
    if (fx === 0 || !free.includes(true)) return solution;
    let moved = 0;
    for (;;) {
      const step = dampedStep(jacobian, gradient, free, damping);
      const trial = x.map((value, j) => clamped(value + step[j], j, box));
      moved = 0;
      for (let j = 0; j < n; j++) moved = Math.max(moved, Math.abs(trial[j] - x[j]) / sizeOf(x[j], j));
      if (moved <= xTolerance) break;
      const tried = residualsAt(residualsOf, trial, iteration);
      const f = halfSumOfSquares(tried);
      if (f < fx) {
        x.set(trial);
        residuals = tried;
        fx = f;
        damping = Math.max(damping / 10, 1e-12);
        break;
      }
      damping *= 10;
    }
    if (moved <= xTolerance) return solution;
  }
  throw new SolverError("no least squares to tolerance", maxIterations);
}

/**
 * Covariance of the variables, n x n: the inverse of J'J where residuals have unit variance. Rows and columns of variables
 * at a bound are 0.
 *
 * @throws SolverError when the variables off the bounds are not told apart by the residuals
 */
export function leastSquaresCovariance({ jacobian, x, atBound, iterations }: LeastSquaresFit): Float64Array {
  const n = x.length;
  const free = freeOf(atBound.map((is) => !is));
  const normal = normalMatrix(jacobian, n, free, 0);
  const k = free.length;
  if (!choleskyInPlace(normal, k)) throw new SolverError("the residuals do not tell the variables apart", iterations);
  const inverse = new Float64Array(k * k);
  invertCholesky(normal, k, inverse);
  const covariance = new Float64Array(n * n);
  for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) covariance[free[a] * n + free[b]] = inverse[a * k + b];
  return covariance;
}

type Box = { readonly lower: Float64Array; readonly upper: Float64Array };

function dampedStep(
  jacobian: Float64Array,
  gradient: Float64Array,
  isFree: readonly boolean[],
  damping: number,
): Float64Array {
  const free = freeOf(isFree);
  const n = gradient.length;
  const step = new Float64Array(n);
  const right = Float64Array.from(free, (j) => -gradient[j]);
  const normal = normalMatrix(jacobian, n, free, damping);
  if (!choleskyInPlace(normal, free.length)) return dampedStep(jacobian, gradient, isFree, damping * 10);
  solveCholesky(normal, free.length, right);
  for (let a = 0; a < free.length; a++) step[free[a]] = right[a];
  return step;
}

/** J'J over the free variables, its diagonal enlarged by `damping`; a column without effect gets a diagonal of 1. */
function normalMatrix(jacobian: Float64Array, n: number, free: readonly number[], damping: number): Float64Array {
  const k = free.length;
  const normal = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let i = 0; i < jacobian.length; i += n) sum += jacobian[i + free[a]] * jacobian[i + free[b]];
      normal[a * k + b] = sum;
      normal[b * k + a] = sum;
    }
    if (damping > 0) normal[a * k + a] = normal[a * k + a] > 0 ? normal[a * k + a] * (1 + damping) : 1;
  }
  return normal;
}

function jacobianAt(
  residualsOf: (x: Float64Array) => Float64Array,
  x: Float64Array,
  m: number,
  box: Box,
  steps: Float64Array,
  iteration: number,
): Float64Array {
  const n = x.length;
  const jacobian = new Float64Array(m * n);
  for (let j = 0; j < n; j++) {
    const above = clamped(x[j] + steps[j], j, box);
    const below = clamped(x[j] - steps[j], j, box);
    const high = residualsAt(residualsOf, replaced(x, j, above), iteration);
    const low = residualsAt(residualsOf, replaced(x, j, below), iteration);
    for (let i = 0; i < m; i++) jacobian[i * n + j] = (high[i] - low[i]) / (above - below);
  }
  return jacobian;
}

function gradientOf(jacobian: Float64Array, residuals: Float64Array, n: number): Float64Array {
  const gradient = new Float64Array(n);
  for (let i = 0; i < residuals.length; i++) {
    for (let j = 0; j < n; j++) gradient[j] += jacobian[i * n + j] * residuals[i];
  }
  return gradient;
}

function residualsAt(residualsOf: (x: Float64Array) => Float64Array, x: Float64Array, iteration: number): Float64Array {
  const residuals = Float64Array.from(residualsOf(Float64Array.from(x)));
  if (!residuals.every(Number.isFinite)) throw new SolverError(`a residual is not finite at [${x}]`, iteration);
  return residuals;
}

/** At a bound, with the descent leading out of the box. */
function isHeld(value: number, slope: number, j: number, { lower, upper }: Box): boolean {
  return (value <= lower[j] && slope >= 0) || (value >= upper[j] && slope <= 0);
}

function freeOf(isFree: readonly boolean[]): readonly number[] {
  return isFree.flatMap((is, j) => (is ? [j] : []));
}

function clamped(value: number, j: number, { lower, upper }: Box): number {
  return Math.min(Math.max(value, lower[j]), upper[j]);
}

function replaced(x: Float64Array, j: number, value: number): Float64Array {
  const copy = Float64Array.from(x);
  copy[j] = value;
  return copy;
}

function halfSumOfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + (value * value) / 2, 0);
}

function filled(n: number, value: number): Float64Array {
  return new Float64Array(n).fill(value);
}
