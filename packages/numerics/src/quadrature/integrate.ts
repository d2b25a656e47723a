import { SolverError } from "../solver-error.ts";

export type IntegrateOptions = {
  /** Default 0. */
  readonly absoluteTolerance?: number;
  /** Default 1e-10. */
  readonly relativeTolerance?: number;
  /** Most intervals the range is cut into; default 500. */
  readonly maxIntervals?: number;
};

export type Integral = {
  readonly value: number;
  /** Estimated bound of the error, same unit as `value`; usually far above the error itself. */
  readonly error: number;
  readonly evaluations: number;
};

/** Nodes of the 21-point Kronrod rule at or above 0; the odd ones are those of the 10-point Gauss rule. Piessens et al. (1983). */
const NODES = Float64Array.of(
  0.9956571630258081,
  0.9739065285171717,
  0.9301574913557082,
  0.8650633666889845,
  0.7808177265864169,
  0.6794095682990244,
  0.5627571346686047,
  0.4333953941292472,
  0.2943928627014602,
  0.14887433898163122,
  0,
);
const KRONROD_WEIGHTS = Float64Array.of(
  0.011694638867371874,
  0.032558162307964725,
  0.054755896574351995,
  0.07503967481091996,
  0.0931254545836976,
  0.10938715880229764,
  0.12349197626206584,
  0.13470921731147334,
  0.14277593857706009,
  0.14773910490133849,
  0.1494455540029169,
);
/** Weights of the nodes 1, 3, 5, 7, 9 in the Gauss rule. */
const GAUSS_WEIGHTS = Float64Array.of(
  0.06667134430868814,
  0.1494513491505806,
  0.21908636251598204,
  0.26926671930999635,
  0.29552422471475287,
);

/** Rounding of a sum of 21 products, in units of the integral of |f|; QUADPACK's factor. */
const ROUNDING = 50 * Number.EPSILON;

/**
 * Integral of a function over a finite, half-infinite or infinite range.
 *
 * Adaptive: the interval with the largest estimated error is halved until the sum of the errors is within tolerance,
 * or within the rounding of the integral of |f|. Infinite ends are brought to a finite one by x = a + t / (1 - t) and
 * x = t / (1 - t²); a narrow peak far from 0 (or from the finite end) should be moved there first, else it may be missed.
 *
 * @param f - finite inside the range; never evaluated at the ends
 * @param a - lower end, or -Infinity
 * @param b - upper end, or Infinity; below `a` the sign turns
 * @throws RangeError when an end is NaN or an option is out of range
 * @throws SolverError when `f` is not finite inside the range, or `maxIntervals` do not suffice
 * @see Piessens R, de Doncker-Kapenga E, Überhuber CW, Kahaner DK (1983) QUADPACK, Springer (rule and error estimate)
 */
export function integrate(f: (x: number) => number, a: number, b: number, options: IntegrateOptions = {}): Integral {
  const { absoluteTolerance = 0, relativeTolerance = 1e-10, maxIntervals = 500 } = options;
  if (Number.isNaN(a) || Number.isNaN(b)) throw new RangeError(`ends of the range must be numbers, got ${a} and ${b}`);
  if (!(absoluteTolerance >= 0)) throw new RangeError(`absoluteTolerance must be at least 0, got ${absoluteTolerance}`);
  if (!(relativeTolerance >= 0)) throw new RangeError(`relativeTolerance must be at least 0, got ${relativeTolerance}`);
  if (!(maxIntervals >= 1)) throw new RangeError(`maxIntervals must be at least 1, got ${maxIntervals}`);
  if (a === b) return { value: 0, error: 0, evaluations: 0 };
  if (a > b) {
    const turned = integrate(f, b, a, options);
    return { ...turned, value: -turned.value };
  }
  if (Number.isFinite(a) && Number.isFinite(b)) return adapt(f, a, b);
  if (Number.isFinite(a)) return adapt((t) => f(a + t / (1 - t)) / (1 - t) ** 2, 0, 1);
  if (Number.isFinite(b)) return adapt((t) => f(b - t / (1 - t)) / (1 - t) ** 2, 0, 1);
  return adapt((t) => (f(t / (1 - t * t)) * (1 + t * t)) / (1 - t * t) ** 2, -1, 1);

  function adapt(g: (x: number) => number, from: number, to: number): Integral {
    const lower = new Float64Array(maxIntervals);
    const upper = new Float64Array(maxIntervals);
    const values = new Float64Array(maxIntervals);
    const errors = new Float64Array(maxIntervals);
    const absolutes = new Float64Array(maxIntervals);
    const rule: Rule = { value: 0, error: 0, absolute: 0, below: new Float64Array(10), above: new Float64Array(10) };
    lower[0] = from;
    upper[0] = to;
    measure(0);
    for (let count = 1; ; count++) {
      let value = 0;
      let error = 0;
      let absolute = 0;
      let widest = 0;
      for (let i = 0; i < count; i++) {
        value += values[i];
        error += errors[i];
        absolute += absolutes[i];
        if (errors[i] > errors[widest]) widest = i;
      }
      const tolerance = Math.max(absoluteTolerance, relativeTolerance * Math.abs(value), 2 * ROUNDING * absolute);
      if (error <= tolerance) return { value, error, evaluations: 21 * (2 * count - 1) };
      const middle = lower[widest] + (upper[widest] - lower[widest]) / 2;
      if (count === maxIntervals || !(middle > lower[widest] && middle < upper[widest])) {
        throw new SolverError(`integral ${value} has an estimated error of ${error}, above ${tolerance}`, count);
      }
      lower[count] = middle;
      upper[count] = upper[widest];
      upper[widest] = middle;
      measure(widest);
      measure(count);
    }

    function measure(i: number): void {
      gaussKronrod21(g, lower[i], upper[i], rule);
      if (!Number.isFinite(rule.value)) {
        throw new SolverError(`the function is not finite between ${lower[i]} and ${upper[i]}`, i);
      }
      values[i] = rule.value;
      errors[i] = rule.error;
      absolutes[i] = rule.absolute;
    }
  }
}

type Rule = {
  value: number;
  error: number;
  /** Integral of |g|. */
  absolute: number;
  /** Values of g at the nodes below and above the centre; not shared, since g may integrate too. */
  readonly below: Float64Array;
  readonly above: Float64Array;
};

/** Writes the integral over one interval and its estimated error into `out`. */
function gaussKronrod21(g: (x: number) => number, a: number, b: number, out: Rule): void {
  const centre = a + (b - a) / 2;
  const half = (b - a) / 2;
  const atCentre = g(centre);
  let kronrod = KRONROD_WEIGHTS[10] * atCentre;
  let gauss = 0;
  let absolute = KRONROD_WEIGHTS[10] * Math.abs(atCentre);
  for (let i = 0; i < 10; i++) {
    const below = g(centre - half * NODES[i]);
    const above = g(centre + half * NODES[i]);
    out.below[i] = below;
    out.above[i] = above;
    kronrod += KRONROD_WEIGHTS[i] * (below + above);
    absolute += KRONROD_WEIGHTS[i] * (Math.abs(below) + Math.abs(above));
    if (i % 2 === 1) gauss += GAUSS_WEIGHTS[(i - 1) / 2] * (below + above);
  }
  const mean = kronrod / 2;
  let spread = KRONROD_WEIGHTS[10] * Math.abs(atCentre - mean);
  for (let i = 0; i < 10; i++) {
    spread += KRONROD_WEIGHTS[i] * (Math.abs(out.below[i] - mean) + Math.abs(out.above[i] - mean));
  }
  spread *= half;
  let error = Math.abs(kronrod - gauss) * half;
  if (spread !== 0 && error !== 0) error = spread * Math.min(1, ((200 * error) / spread) ** 1.5);
  out.value = kronrod * half;
  out.absolute = absolute * half;
  out.error = Math.max(error, ROUNDING * out.absolute);
}
