import { coordinateCovariance } from "../covariance-model/coordinate-covariance.ts";
import type { CovarianceFit } from "../covariance-model/fit-covariance.ts";
import { inDesign, orthonormalWeights } from "../covariance-model/fixed-effects.ts";
import type { Design } from "../meta/meta-fit.ts";
import { groupsOf } from "../multilevel/grouping.ts";
import type { MixedData } from "./mixed-fit.ts";

/** Variance of a weighted sum of coefficients and the degrees of freedom of its t test. */
export type SumVariance = { readonly variance: number; readonly df: number | undefined };

/** How a fit gives a weighted sum its variance; `undefined` degrees of freedom where the information is singular. */
export type VarianceOfSum = {
  /** Covariance of the coefficients, p x p. */
  readonly vcov: Float64Array;
  readonly of: (weights: Float64Array) => SumVariance;
};

/**
 * Satterthwaite's approximation: df = 2 v² / Var(v), with Var(v) by the observed information about the variances.
 *
 * @see Giesbrecht and Burns 1985, Biometrics 41:477; Fai and Cornelius 1996, J Stat Comput Simul 54:363
 */
export function satterthwaite(fit: CovarianceFit): VarianceOfSum {
  const { p, r } = fit.model;
  const { m } = fit.evaluation;
  const spread = coordinateCovariance(fit, "observed");
  const of = (weights: Float64Array): SumVariance => {
    const l = multiply(m, orthonormalWeights(r, p, weights), p);
    return { variance: quadratic(m, orthonormalWeights(r, p, weights), p), df: matchedDf(fit, l, weights, spread) };
  };
  return { vcov: inDesign(r, p, m), of };
}

/**
 * The small-sample covariance of the coefficients with the degrees of freedom that belong to it, for covariances linear in
 * their parameters. For a single sum of coefficients the scale of its F test is 1 and df = 2 v² / Var(v), with Var(v) by the
 * expected information.
 *
 * @param fit - by REML
 * @see Kenward and Roger 1997, Biometrics 53:983
 */
export function kenwardRoger(fit: CovarianceFit): VarianceOfSum {
  const { p, r, coordinates: nc } = fit.model;
  const { m, xdx, xddx } = fit.evaluation;
  const spread = coordinateCovariance(fit, "expected");
  const adjusted = m.slice();
  if (spread !== undefined) {
    // Σ Wcd (Qcd - Pc M Pd), of which the symmetric part counts.
    const inner = new Float64Array(p * p);
    for (let c = 0; c < nc; c++) {
      for (let d = 0; d < nc; d++) {
        const w = spread[c * nc + d];
        const at = (c <= d ? c * nc + d : d * nc + c) * p * p;
        for (let i = 0; i < p; i++) {
          for (let j = 0; j < p; j++) {
            let value = xddx[at + (c <= d ? i * p + j : j * p + i)];
            for (let a = 0; a < p; a++) {
              for (let b = 0; b < p; b++) {
                value -= xdx[c * p * p + i * p + a] * m[a * p + b] * xdx[d * p * p + b * p + j];
              }
            }
            inner[i * p + j] += w * value;
          }
        }
      }
    }
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < p; j++) {
        for (let a = 0; a < p; a++) {
          for (let b = 0; b < p; b++) adjusted[i * p + j] += 2 * m[i * p + a] * inner[a * p + b] * m[b * p + j];
        }
      }
    }
  }
  const of = (weights: Float64Array): SumVariance => {
    const own = orthonormalWeights(r, p, weights);
    return { variance: quadratic(adjusted, own, p), df: matchedDf(fit, multiply(m, own, p), weights, spread) };
  };
  return { vcov: inDesign(r, p, adjusted), of };
}

/**
 * Degrees of freedom of each coefficient by containment in one grouping: a column that varies within groups has the rows less
 * the groups less such columns; one that does not, the groups less such columns; the intercept counts among the latter but
 * is tested with the former. At least 1.
 *
 * @returns `undefined` when there is not exactly one grouping
 * @see Pinheiro and Bates 2000, section 2.4.2
 */
export function containedDf({ design, random }: MixedData): number[] | undefined {
  const names = new Set(random.map(({ group }) => group.name));
  if (names.size !== 1) return undefined;
  const { unit, first } = groupsOf(random[0].group.labels);
  const within = design.names.map((_, j) => variesWithin(design, j, unit, first));
  const inner = within.filter((varies) => varies).length;
  const outer = design.names.length - inner;
  const innerDf = Math.max(1, unit.length - first.length - inner);
  const outerDf = Math.max(1, first.length - outer);
  return design.names.map((_, j) => (within[j] || isConstant(design, j) ? innerDf : outerDf));
}

/** 2 v² over the variance of v = lᵀMl, whose derivative by a coordinate is lᵀM (XᵀV⁻¹DV⁻¹X) M l. */
function matchedDf(
  fit: CovarianceFit,
  ml: Float64Array,
  weights: Float64Array,
  spread: Float64Array | undefined,
): number | undefined {
  if (spread === undefined) return undefined;
  const { p, r, coordinates: nc } = fit.model;
  const { m, xdx } = fit.evaluation;
  const gradient = new Float64Array(nc);
  for (let c = 0; c < nc; c++) {
    for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) gradient[c] += ml[a] * xdx[(c * p + a) * p + b] * ml[b];
  }
  const variance = quadratic(spread, gradient, nc);
  const v = quadratic(m, orthonormalWeights(r, p, weights), p);
  const df = (2 * v * v) / variance;
  return df > 0 && df < Number.POSITIVE_INFINITY ? df : undefined;
}

function variesWithin({ names, x }: Design, j: number, unit: Int32Array, first: Int32Array): boolean {
  const p = names.length;
  for (let i = 0; i < unit.length; i++) if (x[i * p + j] !== x[first[unit[i]] * p + j]) return true;
  return false;
}

function isConstant({ names, x }: Design, j: number): boolean {
  const p = names.length;
  for (let i = j; i < x.length; i += p) if (x[i] !== x[j]) return false;
  return true;
}

function multiply(m: Float64Array, v: Float64Array, p: number): Float64Array {
  const out = new Float64Array(p);
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) out[i] += m[i * p + j] * v[j];
  return out;
}

function quadratic(m: Float64Array, v: Float64Array, p: number): number {
  let sum = 0;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) sum += v[i] * m[i * p + j] * v[j];
  return sum;
}
