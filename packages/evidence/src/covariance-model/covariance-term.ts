/**
 * A term of Var(y): rows of one unit share random effects, rows of different units do not.
 * Each row belongs to one unit or to none (-1).
 */
export type CovarianceTerm = LinearTerm | Car1Term;

/**
 * Var = Z G Zᵀ within each unit, with G linear in the coordinates η: G = Σ ηc Kc.
 * A random intercept has z = 1 and K = 1; an intercept and slope z = (1, x) and three matrices K.
 */
export type LinearTerm = {
  readonly kind: "linear";
  readonly name: string;
  /** Unit of each row, 0 to units - 1, or -1; length k. */
  readonly unit: Int32Array;
  readonly units: number;
  /** k x m, row-major. */
  readonly z: Float64Array;
  readonly m: number;
  /** One m x m matrix for each coordinate. */
  readonly matrices: readonly Float64Array[];
  readonly components: readonly Component[];
};

/**
 * Residuals with a correlation that falls with time: Rij = σgi σgj ci cj u^(|ti - tj| / gap), one σ for each group of rows.
 * Coordinates are the σ of the groups, then u, the correlation at one `gap`.
 *
 * @see Jones 1993, Longitudinal Data with Serial Correlation (continuous-time autoregression of order one)
 */
export type Car1Term = {
  readonly kind: "car1";
  readonly name: string;
  readonly unit: Int32Array;
  readonly units: number;
  readonly time: Float64Array;
  readonly group: Int32Array;
  readonly groups: number;
  /** c: one over the root of each row's weight. */
  readonly scale: Float64Array;
  /** Unit of time in which u is stated; above 0. */
  readonly gap: number;
  readonly components: readonly Component[];
};

/** A set of parameters of one term, and how they make its coordinates. */
export type Component = MatrixComponent | BoxComponent;

/** A positive semidefinite matrix whose upper triangle, row by row, is the coordinates; a variance when of order 1. */
export type MatrixComponent = {
  readonly kind: "matrix";
  readonly name: string;
  readonly order: number;
  /** A known matrix (order x order, row-major) instead of an estimated one. */
  readonly fixed: Float64Array | undefined;
  /** What it says when a matrix of order one is zero. */
  readonly atZero: "zeroVariance" | "perfectCorrelation";
};

/** Parameters between bounds with a smooth map to the coordinates. */
export type BoxComponent = {
  readonly kind: "box";
  readonly name: string;
  readonly names: readonly string[];
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Known values of parameters; NaN marks one that is estimated. */
  readonly fixed: Float64Array;
  /** Number of coordinates. */
  readonly coordinates: number;
  readonly map: BoxMap;
};

export type BoxMap =
  /** The parameters are the coordinates. */
  | { readonly kind: "identity" }
  /** Standard deviations of order `order`, then one correlation of all pairs. */
  | { readonly kind: "sdCorrelation"; readonly order: number };

/** Number of coordinates of a component. */
export function coordinatesOf(component: Component): number {
  return component.kind === "matrix" ? (component.order * (component.order + 1)) / 2 : component.coordinates;
}

/** Number of parameters of a component that are estimated. */
export function freeParameters(component: Component): number {
  if (component.kind === "matrix") return component.fixed === undefined ? coordinatesOf(component) : 0;
  return component.fixed.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
}
