import type { BoxComponent, Car1Term, Component, LinearTerm, MatrixComponent } from "./covariance-term.ts";

/**
 * Form of the covariance of m random effects of one unit, in the words of metafor.
 *
 * `ID` one variance, no correlation; `DIAG` a variance each, no correlation; `CS` one variance and one correlation;
 * `HCS` a variance each and one correlation; `UN` a variance each and a correlation for each pair.
 */
export const STRUCTURES = ["ID", "DIAG", "CS", "HCS", "UN"] as const;
export type Structure = (typeof STRUCTURES)[number];

export type UnitRows = {
  readonly name: string;
  /** Unit of each row, 0 to units - 1, or -1 for none. */
  readonly unit: Int32Array;
  readonly units: number;
};

/**
 * A term of m random effects per unit with a structured covariance.
 *
 * @param z - k x m, row-major
 * @param labels - names of the m effects
 */
export function structuredTerm(
  rows: UnitRows,
  z: Float64Array,
  labels: readonly string[],
  structure: Structure,
): LinearTerm {
  const m = labels.length;
  const base = { kind: "linear", ...rows, z, m } as const;
  const estimated = (name: string, order = 1): MatrixComponent => ({
    kind: "matrix",
    name,
    order,
    fixed: undefined,
    atZero: "zeroVariance",
  });
  if (m === 1) return { ...base, matrices: [Float64Array.of(1)], components: [estimated(rows.name)] };
  if (structure === "ID") return { ...base, matrices: [identity(m)], components: [estimated(rows.name)] };
  if (structure === "DIAG") {
    const matrices = labels.map((_, a) => symmetricUnit(m, a, a));
    return { ...base, matrices, components: labels.map((label) => estimated(`${rows.name}: ${label}`)) };
  }
  if (structure === "CS") {
    // G = between (J / m) + within (I - J / m): both are its eigenvalues, so two variances without a correlation.
    const between = new Float64Array(m * m).fill(1 / m);
    const within = identity(m).map((value, i) => value - between[i]);
    const component: MatrixComponent = { ...estimated(rows.name), atZero: "perfectCorrelation" };
    return { ...base, matrices: [between, within], components: [component, component] };
  }
  const matrices: Float64Array[] = [];
  for (let a = 0; a < m; a++) for (let b = a; b < m; b++) matrices.push(symmetricUnit(m, a, b));
  const component = structure === "UN" ? estimated(rows.name, m) : sdCorrelation(rows.name, labels);
  return { ...base, matrices, components: [component] };
}

/** The same term with one parameter of standard deviations and a correlation held at a value. */
export function sdCorrelation(name: string, labels: readonly string[]): BoxComponent {
  const m = labels.length;
  const lower = new Float64Array(m + 1);
  const upper = new Float64Array(m + 1).fill(Number.POSITIVE_INFINITY);
  lower[m] = -1 / (m - 1);
  upper[m] = 1;
  return {
    kind: "box",
    name,
    names: [...labels.map((label) => `sd ${label}`), "correlation"],
    lower,
    upper,
    fixed: new Float64Array(m + 1).fill(Number.NaN),
    coordinates: (m * (m + 1)) / 2,
    map: { kind: "sdCorrelation", order: m },
  };
}

/** Smallest and largest correlation at one gap that are told from none and from a perfect one. */
const CAR1_BOUNDS = [1e-6, 1 - 1e-9] as const;

/**
 * Residuals with continuous-time autocorrelation.
 *
 * @param residual - time, variance group and scale (one over the root of the weight) of each row
 * @param labels - names of the groups
 */
export function car1Term(
  rows: UnitRows,
  residual: Pick<Car1Term, "time" | "group" | "scale" | "gap">,
  labels: readonly string[],
): Car1Term {
  const groups = labels.length;
  const lower = new Float64Array(groups + 1);
  const upper = new Float64Array(groups + 1).fill(Number.POSITIVE_INFINITY);
  [lower[groups], upper[groups]] = CAR1_BOUNDS;
  const component: Component = {
    kind: "box",
    name: rows.name,
    names: [...labels.map((label) => `sd ${label}`), "correlation"],
    lower,
    upper,
    fixed: new Float64Array(groups + 1).fill(Number.NaN),
    coordinates: groups + 1,
    map: { kind: "identity" },
  };
  return { kind: "car1", ...rows, ...residual, groups, components: [component] };
}

function identity(m: number): Float64Array {
  const out = new Float64Array(m * m);
  for (let i = 0; i < m; i++) out[i * m + i] = 1;
  return out;
}

function symmetricUnit(m: number, a: number, b: number): Float64Array {
  const out = new Float64Array(m * m);
  out[a * m + b] = 1;
  out[b * m + a] = 1;
  return out;
}
