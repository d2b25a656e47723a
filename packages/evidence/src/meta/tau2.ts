import { chiSquareQuantile } from "@materbone/numerics";
import { crossGeneralisedQ } from "./generalised-q.ts";
import type { Tau2Method } from "./methods.ts";
import { type Model, traceOfProduct, traceOfSquare, weigh, weighEqually, weighWithTraces } from "./model.ts";
import { maximiseLikelihood } from "./tau2-likelihood.ts";

/** An estimate of the variance between studies. */
export type Tau2Estimate = {
  /** At least 0. */
  readonly tau2: number;
  /** `undefined` without an estimate (FE). */
  readonly se: number | undefined;
  /** Passes over the data; 0 for a closed formula. */
  readonly iterations: number;
};

/**
 * Variance between studies; 0 when no degrees of freedom are left.
 *
 * All estimators are truncated at 0, the boundary of the parameter. EB and PM share their root (Viechtbauer 2007).
 *
 * @param model - weighed with traces at tau² = 0; comes back weighed at the estimate
 * @throws ConvergenceError when an iterative estimator does not settle
 * @see DL: DerSimonian & Laird (1986), Control Clin Trials 7:177; HE: Hedges & Olkin (1985), ch. 9;
 *   HS: Hunter & Schmidt (2004); HSk: Brannick, Potter, Benitez & Morris (2019), J Appl Psychol 104:1404;
 *   SJ: Sidik & Jonkman (2005), J R Stat Soc C 54:367; EB: Morris (1983), J Am Stat Assoc 78:47;
 *   PM: Paule & Mandel (1982), J Res Natl Bur Stand 87:377; PMM: Viechtbauer (2021), in Schmid, Stijnen & White, ch. 11;
 *   ML and REML in `tau2-likelihood.ts`
 */
export function estimateTau2(model: Model, method: Tau2Method): Tau2Estimate {
  const df = model.k - model.p;
  if (df === 0) return { tau2: 0, se: undefined, iterations: 0 };
  switch (method) {
    case "FE":
      return { tau2: 0, se: undefined, iterations: 0 };
    case "DL":
    case "HS":
    case "HSk":
      return byPrecision(model, method, df);
    case "HE":
      return byHedges(model, df);
    case "SJ":
      return bySidikJonkman(model, df);
    case "ML":
    case "REML": {
      const { tau2, iterations } = maximiseLikelihood(model, method === "REML");
      weighWithTraces(model, tau2);
      return { tau2, se: Math.sqrt(2 / (method === "REML" ? model.trPP : model.sumW2)), iterations };
    }
    case "EB":
    case "PM":
    case "PMM": {
      const target = method === "PMM" ? chiSquareQuantile(0.5, df) : df;
      const { tau2, iterations } = crossGeneralisedQ(model, target, method);
      weigh(model, tau2);
      return { tau2, se: (model.k * Math.sqrt(2 / df)) / model.sumW, iterations };
    }
  }
}

/** Q at weights 1 / vi, set equal to its expectation (DL) or to what Hunter and Schmidt put for it. */
function byPrecision(model: Model, method: "DL" | "HS" | "HSk", df: number): Tau2Estimate {
  const { k, yPy, sumW, trP, trPP } = model;
  const small = method === "HSk" ? k / df : 1;
  const tau2 = Math.max(0, method === "DL" ? (yPy - df) / trP : (small * yPy - k) / sumW);
  // Var(y'Py) with Var(y) = V + tau² I and PVP = P.
  const sd = Math.sqrt(2 * df + 4 * tau2 * trP + 2 * tau2 * tau2 * trPP);
  if (tau2 > 0) weigh(model, tau2);
  return { tau2, se: method === "DL" ? sd / trP : (small * sd) / sumW, iterations: 0 };
}

function byHedges(model: Model, df: number): Tau2Estimate {
  weighEqually(model);
  const { pv, pvpv } = varianceTraces(model);
  const tau2 = Math.max(0, (model.yPy - pv) / df);
  weigh(model, tau2);
  return { tau2, se: Math.sqrt(2 * pvpv + 4 * tau2 * pv + 2 * tau2 * tau2 * df) / df, iterations: 0 };
}

function bySidikJonkman(model: Model, df: number): Tau2Estimate {
  const { k, yi } = model;
  let mean = 0;
  for (let i = 0; i < k; i++) mean += yi[i];
  mean /= k;
  let first = 0;
  for (let i = 0; i < k; i++) first += (yi[i] - mean) ** 2;
  first /= k;
  // Effects that are all the same leave no variance to begin from.
  if (first === 0) return { tau2: 0, se: 0, iterations: 0 };
  weighWithTraces(model, first);
  const { pvpv, pvp } = varianceTraces(model);
  const tau2 = (first * model.yPy) / df;
  const sd = Math.sqrt(2 * pvpv + 4 * tau2 * pvp + 2 * tau2 * tau2 * model.trPP);
  weigh(model, tau2);
  return { tau2, se: (first / df) * sd, iterations: 0 };
}

/** tr PV, tr PVPV and tr PVP with V the sampling variances, at the weights of the last pass. */
function varianceTraces(model: Model): { readonly pv: number; readonly pvpv: number; readonly pvp: number } {
  const { k, p, q, w, vi, a } = model;
  const second = new Float64Array(p * p);
  const secondV = new Float64Array(p * p);
  const thirdV = new Float64Array(p * p);
  const thirdVV = new Float64Array(p * p);
  let pv = 0;
  let pvpv = 0;
  let pvp = 0;
  for (let i = 0; i < k; i++) {
    const w1 = w[i];
    const wv = w1 * vi[i];
    pv += wv;
    pvpv += wv * wv;
    pvp += w1 * wv;
    for (let c = 0; c < p; c++) {
      const qc = q === undefined ? 1 : q[c * k + i];
      for (let d = 0; d < p; d++) {
        const qq = w1 * qc * (q === undefined ? 1 : q[d * k + i]);
        second[c * p + d] += w1 * qq;
        secondV[c * p + d] += wv * qq;
        thirdV[c * p + d] += w1 * wv * qq;
        thirdVV[c * p + d] += wv * wv * qq;
      }
    }
  }
  pv -= traceOfProduct(a, secondV, p);
  pvpv += traceOfSquare(a, secondV, p) - 2 * traceOfProduct(a, thirdVV, p);
  pvp += traceOfFour(a, secondV, second, p) - 2 * traceOfProduct(a, thirdV, p);
  // As in `model.ts`: what rounding leaves of very unlike terms is not let below its bound.
  return { pv: Math.max(0, pv), pvpv: Math.max(pvpv, (pv * pv) / (k - p)), pvp: Math.max(0, pvp) };
}

/** tr(ABAC) of symmetric p x p matrices. */
function traceOfFour(a: Float64Array, b: Float64Array, c: Float64Array, p: number): number {
  let trace = 0;
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) {
      let ab = 0;
      let ac = 0;
      for (let m = 0; m < p; m++) {
        ab += a[i * p + m] * b[m * p + j];
        ac += a[j * p + m] * c[m * p + i];
      }
      trace += ab * ac;
    }
  }
  return trace;
}
