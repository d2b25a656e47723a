import { SolverError } from "../solver-error.ts";

export type NelderMeadOptions = {
  /** Lengths of the first simplex along each coordinate, length n, none 0; default a tenth of the start, 0.1 where it is 0. */
  readonly steps?: Float64Array;
  /** Largest distance of the final simplex's points from the best, relative to 1 + |x|; default 1e-9. */
  readonly xTolerance?: number;
  /** Largest difference of the final simplex's values from the best, relative to 1 + |f|; default 1e-13. */
  readonly fTolerance?: number;
  /** Default 1000 n. */
  readonly maxIterations?: number;
};

export type Minimum = { readonly x: Float64Array; readonly fx: number; readonly iterations: number };

/**
 * Local minimum of a function of a few variables, without derivatives.
 *
 * Downhill simplex with coefficients that adapt to the dimension. The search is unbounded: a bounded parameter is
 * given as a transform of an unbounded one. When the simplex has settled it is built anew around the best point,
 * until a restart gains nothing, because a simplex can collapse away from the minimum.
 *
 * @param f - never NaN; `Infinity` marks points that are not allowed. The array it gets is reused: it must not keep it
 * @param start - length n, 1 to about 10; `f` is finite there
 * @throws RangeError when the start is empty or not finite, `f` is infinite there, or an option is out of range
 * @throws SolverError when `f` is NaN or `maxIterations` is spent
 * @see Nelder JA, Mead R (1965) Comput J 7:308-313
 * @see Gao F, Han L (2012) Comput Optim Appl 51:259-277 (adaptive coefficients)
 */
export function nelderMead(
  f: (x: Float64Array) => number,
  start: Float64Array,
  options: NelderMeadOptions = {},
): Minimum {
  const n = start.length;
  const { xTolerance = 1e-9, fTolerance = 1e-13, maxIterations = 1000 * n, steps = defaultSteps(start) } = options;
  if (n === 0 || !start.every(Number.isFinite)) throw new RangeError(`start must be finite numbers, got [${start}]`);
  if (steps.length !== n || !steps.every((step) => Number.isFinite(step) && step !== 0)) {
    throw new RangeError(`steps must be ${n} finite numbers other than 0, got [${steps}]`);
  }
  if (!(xTolerance > 0)) throw new RangeError(`xTolerance must be above 0, got ${xTolerance}`);
  if (!(fTolerance >= 0)) throw new RangeError(`fTolerance must be at least 0, got ${fTolerance}`);
  if (!(maxIterations >= 1)) throw new RangeError(`maxIterations must be at least 1, got ${maxIterations}`);
  const fStart = valueAt(f, start, 0);
  if (!Number.isFinite(fStart)) throw new RangeError(`the function must be finite at the start, got ${fStart}`);

  let best: Minimum = { x: Float64Array.from(start), fx: fStart, iterations: 0 };
  for (let scale = 1; ; scale = 0.1) {
    const found = descend(f, best, steps, scale, xTolerance, fTolerance, maxIterations);
    const gain = best.fx - found.fx;
    best = found;
    if (scale < 1 && !(gain > 10 * fTolerance * (1 + Math.abs(best.fx)))) return best;
  }
}

/** One run of the simplex from `from` until it has settled. */
function descend(
  f: (x: Float64Array) => number,
  from: Minimum,
  steps: Float64Array,
  scale: number,
  xTolerance: number,
  fTolerance: number,
  maxIterations: number,
): Minimum {
  const n = from.x.length;
  // Coefficients of Gao & Han; Nelder and Mead's own at n = 2, which n = 1 shares.
  const d = Math.max(n, 2);
  const expansion = 1 + 2 / d;
  const contraction = 0.75 - 1 / (2 * d);
  const shrinkage = 1 - 1 / d;

  const points: Float64Array[] = [Float64Array.from(from.x)];
  const values = new Float64Array(n + 1);
  values[0] = from.fx;
  let iterations = from.iterations;
  for (let i = 0; i < n; i++) {
    const point = Float64Array.from(from.x);
    point[i] += scale * steps[i];
    points.push(point);
    values[i + 1] = valueAt(f, point, iterations);
  }
  const centre = new Float64Array(n);
  let trial: Float64Array = new Float64Array(n);
  let second: Float64Array = new Float64Array(n);

  for (; iterations < maxIterations; iterations++) {
    let best = 0;
    let worst = 0;
    for (let j = 1; j <= n; j++) {
      if (values[j] < values[best]) best = j;
      if (values[j] >= values[worst]) worst = j;
    }
    let nextWorst = best;
    for (let j = 0; j <= n; j++) if (j !== worst && values[j] > values[nextWorst]) nextWorst = j;
    if (hasSettled(points, values, best, xTolerance, fTolerance)) {
      return { x: points[best], fx: values[best], iterations };
    }

    centre.fill(0);
    for (let j = 0; j <= n; j++) if (j !== worst) for (let i = 0; i < n; i++) centre[i] += points[j][i] / n;

    const fReflected = along(f, trial, centre, points[worst], -1, iterations);
    let kept = fReflected;
    if (fReflected < values[best]) {
      const fExpanded = along(f, second, centre, points[worst], -expansion, iterations);
      if (fExpanded < fReflected) {
        [trial, second] = [second, trial];
        kept = fExpanded;
      }
    } else if (!(fReflected < values[nextWorst])) {
      const outside = fReflected < values[worst];
      const fContracted = along(f, second, centre, points[worst], outside ? -contraction : contraction, iterations);
      if (outside ? fContracted <= fReflected : fContracted < values[worst]) {
        [trial, second] = [second, trial];
        kept = fContracted;
      } else {
        for (let j = 0; j <= n; j++) {
          if (j === best) continue;
          for (let i = 0; i < n; i++) points[j][i] = points[best][i] + shrinkage * (points[j][i] - points[best][i]);
          values[j] = valueAt(f, points[j], iterations);
        }
        continue;
      }
    }
    [points[worst], trial] = [trial, points[worst]];
    values[worst] = kept;
  }
  throw new SolverError("no minimum found to tolerance by the simplex", iterations);
}

/** Writes centre + factor (worst - centre) into `out` and returns `f` there. */
function along(
  f: (x: Float64Array) => number,
  out: Float64Array,
  centre: Float64Array,
  worst: Float64Array,
  factor: number,
  iterations: number,
): number {
  for (let i = 0; i < out.length; i++) out[i] = centre[i] + factor * (worst[i] - centre[i]);
  return valueAt(f, out, iterations);
}

function hasSettled(
  points: readonly Float64Array[],
  values: Float64Array,
  best: number,
  xTolerance: number,
  fTolerance: number,
): boolean {
  const at = points[best];
  for (let j = 0; j < points.length; j++) {
    if (!(values[j] - values[best] <= fTolerance * (1 + Math.abs(values[best])))) return false;
    for (let i = 0; i < at.length; i++) {
      if (!(Math.abs(points[j][i] - at[i]) <= xTolerance * (1 + Math.abs(at[i])))) return false;
    }
  }
  return true;
}

function defaultSteps(start: Float64Array): Float64Array {
  return start.map((x) => (x === 0 ? 0.1 : 0.1 * x));
}

function valueAt(f: (x: Float64Array) => number, x: Float64Array, iterations: number): number {
  const value = f(x);
  if (Number.isNaN(value)) throw new SolverError(`the function is not a number at [${x}]`, iterations);
  return value;
}
