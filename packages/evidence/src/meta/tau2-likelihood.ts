import type { QCrossing } from "./generalised-q.ts";
import { ConvergenceError } from "./meta-error.ts";
import { type Model, weigh, weighEqually, weighWithTraces } from "./model.ts";

const MAX_ITERATIONS = 100;
const LAST_STEP = 1e-9;
/** Ratio of neighbouring total variances in the search for further maxima. */
const GRID_RATIO = 3;
const MAX_GRID = 16;
const LOG_2_PI = Math.log(2 * Math.PI);

/**
 * tau² that maximises the full or restricted likelihood over tau² >= 0.
 *
 * No maximum lies above the bound that `upperBound` gives. Up to it the sign of the score is read on a geometric grid;
 * each change from rising to falling, and 0 itself when the likelihood falls from there, is a maximum, refined by
 * scoring steps in its bracket. Where there are several, which happens with very unlike variances, the likelihoods
 * decide.
 *
 * @param model - weighed with traces at tau² = 0; what its last pass was at afterwards is not said
 * @throws ConvergenceError when a refinement does not settle
 * @see Harville (1977), J Am Stat Assoc 72:320; Raudenbush (2009), in Cooper, Hedges & Valentine, ch. 16;
 *   Viechtbauer (2005), J Educ Behav Stat 30:261
 */
export function maximiseLikelihood(model: Model, restricted: boolean): QCrossing {
  const { viMin } = model;
  let score = scoreOf(model, restricted);
  const typical = model.k / model.sumW;
  const upper = upperBound(model, restricted);
  let iterations = 1;
  if (!(upper > 0)) return { tau2: 0, iterations };
  const points = Math.min(MAX_GRID, Math.max(1, Math.ceil(Math.log(1 + upper / viMin) / Math.log(GRID_RATIO))));
  const ratio = (1 + upper / viMin) ** (1 / points);
  let best = -1;
  let bestLogLik = Number.NEGATIVE_INFINITY;
  // The likelihood of a lone maximum need not be known.
  if (score <= 0) best = 0;
  let left = 0;
  let total = viMin;
  for (let j = 1; j <= points; j++) {
    total *= ratio;
    const right = j === points ? upper : total - viMin;
    const rightScore = scoreAt(model, right, restricted);
    iterations++;
    if (score > 0 && rightScore <= 0) {
      const start = crossing(left, right, score * (left + typical) ** 2, rightScore * (right + typical) ** 2);
      const found = refine(model, left, right, start, typical, restricted);
      iterations += found.iterations;
      if (best < 0) best = found.tau2;
      else {
        if (bestLogLik === Number.NEGATIVE_INFINITY) bestLogLik = logLikelihoodAt(model, best, restricted);
        const logLik = logLikelihoodAt(model, found.tau2, restricted);
        if (logLik > bestLogLik) {
          best = found.tau2;
          bestLogLik = logLik;
        }
      }
    }
    left = right;
    score = rightScore;
  }
  if (best < 0) throw new ConvergenceError(restricted ? "REML" : "ML", iterations);
  return { tau2: best, iterations };
}

/** Where the line through two points of opposite sign crosses 0. */
function crossing(left: number, right: number, atLeft: number, atRight: number): number {
  return left + ((right - left) * atLeft) / (atLeft - atRight);
}

/**
 * Log likelihood at the weights and residuals of the last pass: restricted, with the term ½ log|X'X| that makes it free
 * of the scale of the columns, or full.
 */
export function logLikelihood(model: Model, restricted: boolean): number {
  const { k, p, w, yPy } = model;
  let logW = 0;
  let product = 1;
  for (let i = 0; i < k; i++) {
    product *= w[i];
    // One logarithm for many weights, before the product leaves the range of a double.
    if (!(product > 1e-140 && product < 1e140)) {
      logW += Math.log(product);
      product = 1;
    }
  }
  logW += Math.log(product);
  const full = 0.5 * (logW - yPy);
  if (!restricted) return full - 0.5 * k * LOG_2_PI;
  // Q'Q is the identity, except for the column of ones.
  const logDetXX = model.q === undefined ? Math.log(k) : 0;
  return full - 0.5 * (k - p) * LOG_2_PI + 0.5 * (logDetXX - model.logDet);
}

function logLikelihoodAt(model: Model, tau2: number, restricted: boolean): number {
  weigh(model, tau2);
  return logLikelihood(model, restricted);
}

function scoreAt(model: Model, tau2: number, restricted: boolean): number {
  weighWithTraces(model, tau2);
  return scoreOf(model, restricted);
}

/** Twice the derivative of the log likelihood, at the last pass. */
function scoreOf(model: Model, restricted: boolean): number {
  return model.yPPy - (restricted ? model.trP : model.sumW);
}

/**
 * With S the unweighted residual sum of squares, y'PPy <= S / (tau² + viMin)² and tr P >= (k - p) / (tau² + viMax)
 * (k instead of k - p for the full likelihood), so that the score is negative above the root of their equality.
 * Equal variances make it the maximum itself; a touch is added for its rounding.
 */
function upperBound(model: Model, restricted: boolean): number {
  const { viMin, viMax } = model;
  const s = residualSumOfSquares(model);
  const half = s / (2 * (restricted ? model.k - model.p : model.k));
  return (half + Math.sqrt(half * half + 2 * half * (viMax - viMin))) * (1 + 1e-9) - viMin;
}

/** Residual sum of squares without weights, y'(I - QQ')y. */
export function residualSumOfSquares(model: Model): number {
  weighEqually(model);
  return model.yPy;
}

/**
 * The root of the score between two values. Scoring steps are taken on score times (tau² + typical variance)², which is a
 * straight line when variances are equal; by the observed information where that falls, by the expected one else, and
 * halved into the bracket.
 */
function refine(
  model: Model,
  left: number,
  right: number,
  start: number,
  typical: number,
  restricted: boolean,
): QCrossing {
  let lower = left;
  let upper = right;
  let tau2 = start;
  let iterations = 0;
  for (;;) {
    const score = scoreAt(model, tau2, restricted);
    iterations++;
    if (score > 0) lower = tau2;
    else upper = tau2;
    const expected = restricted ? model.trPP : model.sumW2;
    const slope = 2 * model.yPPPy - expected - (2 * score) / (tau2 + typical);
    let next = tau2 + score / (slope > 0 ? slope : expected);
    if (!(next >= lower && next <= upper)) next = (lower + upper) / 2;
    if (Math.abs(next - tau2) <= LAST_STEP * (next + model.viMin)) return { tau2: next, iterations };
    if (iterations > MAX_ITERATIONS || next - next !== 0)
      throw new ConvergenceError(restricted ? "REML" : "ML", iterations);
    tau2 = next;
  }
}
