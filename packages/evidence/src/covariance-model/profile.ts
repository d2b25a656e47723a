import { findRoot } from "@materbone/numerics";
import type { BoxState } from "./box-space.ts";
import type { Evaluator } from "./evaluation.ts";
import { type CovarianceFit, CovarianceFitError, fitCovariance } from "./fit-covariance.ts";
import { matrixOf, matrixState } from "./matrix-space.ts";
import type { ComponentState } from "./score-directions.ts";
import { sdCorrelation } from "./structures.ts";

/** Which parameter of which component is profiled; of a matrix of order two: 0 and 1 the SDs, 2 their correlation. */
export type ProfileTarget = { readonly component: number; readonly parameter: number };

/** Bounds in the unit of the parameter: a standard deviation or a correlation. */
export type ProfileBounds = {
  readonly lower: number;
  readonly upper: number;
  /** Whether an end is the bound of what is possible, the data not reaching so far. */
  readonly lowerAtBound: boolean;
  readonly upperAtBound: boolean;
};

/** Part of the range of a parameter to which the ends of its interval are found. */
const TOLERANCE = 1e-9;
const MAX_DOUBLINGS = 60;

/**
 * Interval of one standard deviation or correlation by the likelihood maximised over all other parameters: where twice the
 * logarithm of the likelihood has fallen by `drop`.
 *
 * @param fit - at its maximum
 * @param evaluator - of the same model; its memory is used
 * @param drop - a quantile of chi-square with one degree of freedom
 * @returns `undefined` where the parameter is known or cannot be held: a covariance matrix of order three or more
 */
export function profileBounds(
  fit: CovarianceFit,
  evaluator: Evaluator,
  { component, parameter }: ProfileTarget,
  drop: number,
): ProfileBounds | undefined {
  const best = fit.evaluation.logLik;
  const hold = held(fit.states[component], parameter);
  if (hold === undefined) return undefined;
  let warm = fit.states;
  const fitFrom = (near: readonly ComponentState[], value: number): CovarianceFit | undefined => {
    const states = near.map((state, i) => (i === component ? hold.state(value, state) : state));
    try {
      return fitCovariance(evaluator, fit.method, states);
    } catch (error) {
      if (error instanceof CovarianceFitError) return undefined;
      throw error;
    }
  };
  // Twice the fall of the likelihood, less the allowed one. With a correlation there may be several maxima, as one with an
  // SD of zero, so each value is tried from the fit itself and from such SDs too.
  const excess = (value: number): number => {
    let found = fitFrom(warm, value);
    for (const start of hold.otherStarts) {
      const near = fit.states.map((state, i) => (i === component ? start : state));
      const other = fitFrom(near, value);
      if (found === undefined || (other !== undefined && other.evaluation.logLik > found.evaluation.logLik))
        found = other;
    }
    if (found === undefined) return Number.POSITIVE_INFINITY;
    warm = found.states;
    return 2 * (best - found.evaluation.logLik) - drop;
  };
  const { estimate, min, max, scale } = hold;
  const end = (bound: number, towards: 1 | -1): { at: number; atBound: boolean } => {
    warm = fit.states;
    if (Number.isFinite(bound)) {
      if (!(excess(bound) > 0)) return { at: bound, atBound: true };
      warm = fit.states;
      return { at: root(excess, estimate, bound), atBound: false };
    }
    let inside = estimate;
    let step = scale / 4;
    for (let doubling = 0; doubling < MAX_DOUBLINGS; doubling++) {
      const outside = inside + towards * step;
      if (excess(outside) > 0) return { at: root(excess, inside, outside), atBound: false };
      inside = outside;
      step *= 2;
    }
    return { at: Number.POSITIVE_INFINITY, atBound: true };
  };
  const lower = end(min, -1);
  const upper = end(max, 1);
  return { lower: lower.at, upper: upper.at, lowerAtBound: lower.atBound, upperAtBound: upper.atBound };

  function root(f: (x: number) => number, inside: number, outside: number): number {
    const found = findRoot(f, Math.min(inside, outside), Math.max(inside, outside), {
      absoluteTolerance: TOLERANCE * Math.abs(outside - inside),
    });
    return found.kind === "root" ? found.x : outside;
  }
}

type Held = {
  /** The state of the component with the parameter held at a value and its others near those of another state. */
  readonly state: (value: number, near: ComponentState) => ComponentState;
  /** States of the component from which other maxima may be found. */
  readonly otherStarts: readonly ComponentState[];
  readonly estimate: number;
  readonly min: number;
  readonly max: number;
  /** Size of a step that matters. */
  readonly scale: number;
};

function held(state: ComponentState, parameter: number): Held | undefined {
  if (state.kind === "matrix") {
    const { component } = state;
    if (component.fixed !== undefined) return undefined;
    if (component.order === 1) {
      const estimate = state.rank === 0 ? 0 : Math.sqrt(state.values[0]);
      return {
        state: (sd) => matrixState({ ...component, fixed: Float64Array.of(sd * sd) }, Float64Array.of(sd * sd), 0),
        otherStarts: [],
        estimate,
        min: 0,
        max: Number.POSITIVE_INFINITY,
        scale: estimate > 0 ? estimate : Math.sqrt(state.floor * 1e12),
      };
    }
    return component.order === 2 ? held(asSdCorrelation(state), parameter) : undefined;
  }
  const { component, values } = state;
  if (!Number.isNaN(component.fixed[parameter])) return undefined;
  const otherStarts: BoxState[] = [];
  if (component.map.kind === "sdCorrelation") {
    otherStarts.push(state);
    for (let j = 0; j < component.map.order; j++) {
      if (j !== parameter) otherStarts.push({ ...state, values: values.with(j, 0) });
    }
  }
  return {
    state: (value, near) => ({
      ...state,
      component: { ...component, fixed: component.fixed.with(parameter, value) },
      values: (near.kind === "box" ? near.values : values).with(parameter, value),
    }),
    otherStarts,
    estimate: values[parameter],
    min: component.lower[parameter],
    max: component.upper[parameter],
    scale: values[parameter] > 0 ? values[parameter] : Math.max(...values.subarray(0, values.length - 1)),
  };
}

function asSdCorrelation(state: Extract<ComponentState, { kind: "matrix" }>): BoxState {
  const [a, b, , d] = matrixOf(state);
  const [sa, sd] = [Math.sqrt(Math.max(0, a)), Math.sqrt(Math.max(0, d))];
  const correlation = sa > 0 && sd > 0 ? Math.max(-1, Math.min(1, b / (sa * sd))) : 0;
  const component = sdCorrelation(state.component.name, ["0", "1"]);
  return { kind: "box", component, values: Float64Array.of(sa, sd, correlation) };
}
