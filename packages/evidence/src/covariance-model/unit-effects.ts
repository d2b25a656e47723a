import type { LinearTerm } from "./covariance-term.ts";
import type { DenseEvaluator } from "./dense-evaluation.ts";
import type { Evaluator } from "./evaluation.ts";
import type { CovarianceFit } from "./fit-covariance.ts";
import type { NestedEvaluator } from "./nested-evaluation.ts";

/** Predicted random effects of one term (best linear unbiased). */
export type UnitEffects = {
  /** units x m, row-major. */
  readonly effects: Float64Array;
  /** Standard errors of effect less true effect, units x m. */
  readonly se: Float64Array;
};

/**
 * Predicted effects of every unit of a linear term: G Zᵀ P y, with the prediction error variance G - G Zᵀ P Z G.
 *
 * @param evaluator - of the fit's model; its memory is used
 * @param term - place among the terms of the model
 * @see Henderson 1975, Biometrics 31:423; Robinson 1991, Stat Sci 6:15
 */
export function unitEffects(fit: CovarianceFit, evaluator: Evaluator, term: number): UnitEffects {
  const linear = fit.model.terms[term];
  if (linear.kind !== "linear") throw new TypeError(`term ${linear.name} has no random effects`);
  const { m, units } = linear;
  const { p } = fit.model;
  const g = covarianceOfEffects(fit, term);
  evaluator.evaluate(fit.eta, fit.method);
  const sums =
    "solver" in evaluator
      ? nestedSums(fit, evaluator as NestedEvaluator, linear, term)
      : denseSums(fit, evaluator as DenseEvaluator, linear);
  const effects = new Float64Array(units * m);
  const se = new Float64Array(units * m);
  for (let u = 0; u < units; u++) {
    for (let a = 0; a < m; a++) {
      let effect = 0;
      let variance = g[a * m + a];
      for (let b = 0; b < m; b++) {
        effect += g[a * m + b] * sums.score[u * m + b];
        for (let c = 0; c < m; c++) {
          let information = sums.information[(u * m + b) * m + c];
          for (let i = 0; i < p; i++) {
            for (let j = 0; j < p; j++) {
              const [left, right] = [sums.design[(u * m + b) * p + i], sums.design[(u * m + c) * p + j]];
              information -= left * fit.evaluation.m[i * p + j] * right;
            }
          }
          variance -= g[a * m + b] * information * g[c * m + a];
        }
      }
      effects[u * m + a] = effect;
      se[u * m + a] = Math.sqrt(Math.max(0, variance));
    }
  }
  return { effects, se };
}

/** G of a linear term, m x m. */
export function covarianceOfEffects({ model, eta }: CovarianceFit, term: number): Float64Array {
  const linear = model.terms[term] as LinearTerm;
  const g = new Float64Array(linear.m * linear.m);
  linear.matrices.forEach((matrix, c) => {
    const value = eta[model.termStart[term] + c];
    for (let i = 0; i < g.length; i++) g[i] += value * matrix[i];
  });
  return g;
}

/** Sums over the rows of each unit: Zᵀ P y, Zᵀ V⁻¹ Z and Zᵀ V⁻¹ X. */
type UnitSums = { readonly score: Float64Array; readonly information: Float64Array; readonly design: Float64Array };

function emptySums(fit: CovarianceFit, term: LinearTerm): UnitSums {
  const { m, units, unit, z } = term;
  const { k, p } = fit.model;
  const { pr, w } = fit.evaluation;
  const score = new Float64Array(units * m);
  const design = new Float64Array(units * m * p);
  for (let i = 0; i < k; i++) {
    const u = unit[i];
    if (u < 0) continue;
    for (let a = 0; a < m; a++) {
      score[u * m + a] += z[i * m + a] * pr[i];
      for (let j = 0; j < p; j++) design[(u * m + a) * p + j] += z[i * m + a] * w[i * p + j];
    }
  }
  return { score, design, information: new Float64Array(units * m * m) };
}

function denseSums(fit: CovarianceFit, { blocks, inverses }: DenseEvaluator, term: LinearTerm): UnitSums {
  const sums = emptySums(fit, term);
  const { m, unit, z } = term;
  for (const { start, n, at } of blocks) {
    for (let i = 0; i < n; i++) {
      const u = unit[start + i];
      if (u < 0) continue;
      for (let j = 0; j < n; j++) {
        if (unit[start + j] !== u) continue;
        const value = inverses[at + i * n + j];
        for (let a = 0; a < m; a++) {
          for (let b = 0; b < m; b++) {
            sums.information[(u * m + a) * m + b] += z[(start + i) * m + a] * value * z[(start + j) * m + b];
          }
        }
      }
    }
  }
  return sums;
}

function nestedSums(fit: CovarianceFit, { solver }: NestedEvaluator, term: LinearTerm, place: number): UnitSums {
  const sums = emptySums(fit, term);
  const { m, unit, z } = term;
  const level = solver.shape.levels.findIndex(({ coordinate }) => coordinate === fit.model.termStart[place]);
  if (level >= 0) {
    const { start } = solver.shape.levels[level];
    for (let g = 0; g + 1 < start.length; g++) sums.information[unit[start[g]]] = solver.groupInformation[level][g];
    return sums;
  }
  // One row for each unit.
  for (let i = 0; i < unit.length; i++) {
    const u = unit[i];
    if (u < 0) continue;
    for (let a = 0; a < m; a++) {
      for (let b = 0; b < m; b++) {
        sums.information[(u * m + a) * m + b] = z[i * m + a] * solver.rowInformation[i] * z[i * m + b];
      }
    }
  }
  return sums;
}
