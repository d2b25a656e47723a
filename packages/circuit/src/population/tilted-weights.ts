import { choleskyInPlace, exp, log, solveCholesky } from "@materbone/numerics";

/** Means that the weighted women are to have, one per column of the features. */
export type WeightTargets = {
  /** Women by rows, `targets` by columns. */
  readonly features: Float64Array;
  readonly targets: Float64Array;
  /** Length of one unit of each target, so that a misfit is comparable: a standard error of the published mean. */
  readonly scales: Float64Array;
};

export type TiltedWeights = {
  /** One per woman, at least 0, sum 1. */
  readonly weights: Float64Array;
  readonly effectiveSampleSize: number;
  /** Weighted means, in the units of the targets. */
  readonly reached: Float64Array;
  /** `reached` when every mean lies within a thousandth of its scale; `outside` when no weights of these women do that. */
  readonly kind: "reached" | "outside";
};

const MOST_STEPS = 200;
/** Largest misfit in scales. */
const TOLERANCE = 1e-3;

/**
 * Weights that meet means while they differ as little as possible from equal ones (in relative entropy): w_i proportional
 * to exp(lambda' x_i), found by Newton's method with halved steps on the convex dual. A target on a square gives an SD.
 *
 * @throws RangeError when shapes disagree or a figure is not finite
 * @see Hainmueller J 2012, Polit Anal 20:25-46 (entropy balancing)
 */
export function tiltedWeights({ features, targets, scales }: WeightTargets): TiltedWeights {
  const m = targets.length;
  const n = features.length / Math.max(1, m);
  if (!(m > 0 && Number.isInteger(n) && n > 0 && scales.length === m)) {
    throw new RangeError(`features of ${features.length} do not hold ${m} columns with ${scales.length} scales`);
  }
  const x = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) x[i * m + j] = (features[i * m + j] - targets[j]) / scales[j];
  }
  if (!x.every(Number.isFinite)) throw new RangeError("every feature, target and scale must be finite, scales not 0");

  const lambda = new Float64Array(m);
  const weights = new Float64Array(n);
  const gradient = new Float64Array(m);
  const trial = new Float64Array(m);
  let value = dual(x, n, m, lambda, weights);
  for (let step = 0; step < MOST_STEPS; step++) {
    const hessian = momentsInto(x, n, m, weights, gradient);
    if (gradient.every((misfit) => Math.abs(misfit) < TOLERANCE * 1e-6)) break;
    const direction = newtonDirection(hessian, gradient, m);
    let length = 1;
    let next = value;
    for (; length > 1e-10; length /= 2) {
      for (let j = 0; j < m; j++) trial[j] = lambda[j] - length * direction[j];
      next = dual(x, n, m, trial, weights);
      if (next < value) break;
    }
    if (!(next < value)) break;
    lambda.set(trial);
    value = next;
  }
  dual(x, n, m, lambda, weights);
  momentsInto(x, n, m, weights, gradient);
  const isReached = gradient.every((misfit) => Math.abs(misfit) < TOLERANCE);
  return {
    weights,
    effectiveSampleSize: effectiveSampleSize(weights),
    reached: targets.map((target, j) => target + gradient[j] * scales[j]),
    kind: isReached ? "reached" : "outside",
  };
}

/**
 * Number of equally weighted women that would tell as much.
 *
 * @param weights - at least 0, not all 0; need not sum to 1
 * @see Kish L 1965, Survey Sampling
 */
export function effectiveSampleSize(weights: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i];
    squares += weights[i] * weights[i];
  }
  if (!(sum > 0)) throw new RangeError(`weights must sum to more than 0, got ${sum}`);
  return (sum * sum) / squares;
}

/** log of the mean of exp(lambda' x_i); writes the normalised weights. */
function dual(x: Float64Array, n: number, m: number, lambda: Float64Array, weights: Float64Array): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    let exponent = 0;
    for (let j = 0; j < m; j++) exponent += lambda[j] * x[i * m + j];
    weights[i] = exponent;
    if (exponent > largest) largest = exponent;
  }
  let sum = 0;
  for (let i = 0; i < n; i++) {
    weights[i] = exp(weights[i] - largest);
    sum += weights[i];
  }
  for (let i = 0; i < n; i++) weights[i] /= sum;
  return largest + log(sum / n);
}

/** Weighted means into `means`; returns the weighted covariance, m x m. */
function momentsInto(x: Float64Array, n: number, m: number, weights: Float64Array, means: Float64Array): Float64Array {
  means.fill(0);
  const covariance = new Float64Array(m * m);
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) means[j] += weights[i] * x[i * m + j];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      const dj = weights[i] * (x[i * m + j] - means[j]);
      for (let k = 0; k <= j; k++) covariance[j * m + k] += dj * (x[i * m + k] - means[k]);
    }
  }
  for (let j = 0; j < m; j++) for (let k = 0; k < j; k++) covariance[k * m + j] = covariance[j * m + k];
  return covariance;
}

/** Solves (H + a little of its own diagonal) d = g; m is a handful. */
function newtonDirection(hessian: Float64Array, gradient: Float64Array, m: number): Float64Array {
  const matrix = Float64Array.from(hessian);
  let trace = 0;
  for (let j = 0; j < m; j++) trace += hessian[j * m + j];
  for (let j = 0; j < m; j++) matrix[j * m + j] += 1e-12 * trace + 1e-300;
  const direction = Float64Array.from(gradient);
  // Without a factor the gradient itself is a direction downhill.
  if (choleskyInPlace(matrix, m)) solveCholesky(matrix, m, direction);
  return direction;
}
