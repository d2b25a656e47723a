import type { CovarianceModel } from "./covariance-model.ts";
import { type Evaluation, type Evaluator, type LikelihoodMethod, profileCoefficients } from "./evaluation.ts";
import { finishInformation } from "./information.ts";
import type { NestedShape } from "./nested-shape.ts";
import { type NestedSolver, nestedSolver } from "./nested-solver.ts";
import { multiplyByDerivatives, nestedTraces } from "./nested-traces.ts";

/** An evaluator that keeps what the groups of each level need for their random effects. */
export type NestedEvaluator = Evaluator & { readonly solver: NestedSolver };

/** Evaluates nested random intercepts over a diagonal in time proportional to the rows. */
export function nestedEvaluator(model: CovarianceModel, shape: NestedShape): NestedEvaluator {
  const { k, p, coordinates: nc } = model;
  const { levels, diagonals } = shape;
  const solver = nestedSolver(model, shape);
  const w = new Float64Array(k * p);
  const pr = new Float64Array(k);
  const dr = new Float64Array(k * nc);
  const vdr = new Float64Array(k * nc);
  const dw = new Float64Array(k * nc * p);
  const vdw = new Float64Array(k * nc * p);
  const memory = { effects: new Float64Array(k * nc), solved: new Float64Array(k * nc) };

  function evaluate(eta: Float64Array, method: LikelihoodMethod): Evaluation | undefined {
    const logDetV = solver.factor(eta);
    if (logDetV === undefined) return undefined;
    w.set(model.x);
    solver.solve(w, p);
    pr.set(model.y);
    solver.solve(pr, 1);
    const profiled = profileCoefficients(model, method, logDetV, w, pr);
    return profiled && { ...profiled, ...derivatives(profiled.m, method === "REML") };
  }

  function derivatives(m: Float64Array, restricted: boolean) {
    const gradient = new Float64Array(nc);
    for (const { coordinate: c, weight } of diagonals) {
      for (let i = 0; i < k; i++) gradient[c] -= 0.5 * weight[i] * solver.rowInformation[i];
    }
    levels.forEach(({ coordinate }, l) => {
      for (const information of solver.groupInformation[l]) gradient[coordinate] -= 0.5 * information;
    });
    multiplyByDerivatives(shape, pr, 1, nc, dr);
    vdr.set(dr);
    solver.solve(vdr, nc);
    multiplyByDerivatives(shape, w, p, nc, dw);
    vdw.set(dw);
    solver.solve(vdw, nc * p);
    const average = new Float64Array(nc * nc);
    const xdx = new Float64Array(nc * p * p);
    const xddx = new Float64Array(nc * nc * p * p);
    const xdr = new Float64Array(nc * p);
    for (let i = 0; i < k; i++) {
      for (let c = 0; c < nc; c++) {
        const effect = dr[i * nc + c];
        gradient[c] += 0.5 * pr[i] * effect;
        for (let d = c; d < nc; d++) average[c * nc + d] += 0.5 * effect * vdr[i * nc + d];
        for (let a = 0; a < p; a++) {
          const wia = w[i * p + a];
          xdr[c * p + a] += wia * effect;
          for (let b = 0; b < p; b++) xdx[(c * p + a) * p + b] += wia * dw[(i * nc + c) * p + b];
          const da = dw[(i * nc + c) * p + a];
          for (let d = c; d < nc; d++) {
            for (let b = 0; b < p; b++) {
              xddx[((c * nc + d) * p + a) * p + b] += da * vdw[(i * nc + d) * p + b];
            }
          }
        }
      }
    }
    const expected = nestedTraces(solver, nc, memory).map((trace) => trace / 2);
    return finishInformation({ m, p, restricted, gradient, average, expected, xdx, xddx, xdr });
  }

  return { model, solver, evaluate };
}
