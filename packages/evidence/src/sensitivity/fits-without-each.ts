import { chiSquareQuantile } from "@materbone/numerics";
import { covariance, varianceFactor } from "../meta/coefficients.ts";
import { INTERCEPT, measureHeterogeneity, testCoefficients } from "../meta/fit-meta.ts";
import type { MetaFit } from "../meta/meta-fit.ts";
import { createModel, type Model } from "../meta/model.ts";
import { residualSumOfSquares } from "../meta/tau2-likelihood.ts";
import { createPass, type Moments, momentsAt, type Pass, passWithout } from "./moments.ts";
import { type PartialFit, refitRows, rowsWithout, type SubsetFit } from "./partial-fit.ts";

/** From this many studies on sums over all of them serve the fits without each. */
export const FEWEST_FOR_SUMS = 100;
/** Estimators of tau² that the sums give; the others are made anew. */
const FROM_SUMS: readonly MetaFit["method"][] = ["ML", "REML", "DL", "FE", "PM", "PMM", "EB"];
/** As in the search for tau² of a fit, see `tau2-likelihood.ts`. */
const LAST_STEP = 1e-9;
const GRID_RATIO = 3;
const MAX_GRID = 16;
const MAX_STEPS = 30;

/**
 * The fit without each study in turn, in the order of the rows.
 *
 * With many studies the fit without one lies close to that of all. Sums over all studies at a few tau², and their series
 * about two of them, then give each fit without a loop over the studies, to the digits of a fit made anew; where they do
 * not (a study of high leverage, a tau² far off, several maxima of the likelihood, other estimators) it is made anew.
 *
 * @throws ConvergenceError when a fit does not settle
 */
export function fitsWithoutEach(fit: MetaFit): PartialFit[] {
  const anew = (row: number): PartialFit => refitRows(fit, rowsWithout(fit.k, row));
  const search = fit.k < FEWEST_FOR_SUMS ? undefined : searchOf(fit);
  return Array.from({ length: fit.k }, (_, row) => {
    const found = search === undefined ? undefined : fitWithout(fit, search, row);
    return found === undefined ? anew(row) : { kind: "fit", fit: found };
  });
}

/** What the fits without each study share. */
type Search = {
  readonly model: Model;
  readonly pass: Pass;
  readonly atZero: Moments;
  readonly atFit: Moments;
  /** Sums at ascending tau² from 0 to a bound of every maximum; of ML and REML. */
  readonly grid: readonly Moments[];
};

function searchOf(fit: MetaFit): Search | undefined {
  const { method, design, effects, tau2, k, p } = fit;
  if (!FROM_SUMS.includes(method) || k - p < 2) return undefined;
  const model = createModel(effects, design);
  const atZero = momentsAt(model, 0, true);
  const atFit = tau2 === 0 ? atZero : momentsAt(model, tau2, true);
  const grid = method === "ML" || method === "REML" ? gridOf(model, atZero) : [];
  return { model, pass: createPass(p), atZero, atFit, grid };
}

/** The bound of `tau2-likelihood.ts` with one study less: a residual sum of squares does not rise when a study goes. */
function gridOf(model: Model, atZero: Moments): readonly Moments[] {
  const { k, p, viMin, viMax } = model;
  const half = residualSumOfSquares(model) / (2 * (k - 1 - p));
  const upper = (half + Math.sqrt(half * half + 2 * half * (viMax - viMin))) * (1 + 1e-9) - viMin;
  if (!(upper > 0)) return [atZero];
  const points = Math.min(MAX_GRID, Math.max(1, Math.ceil(Math.log(1 + upper / viMin) / Math.log(GRID_RATIO))));
  const ratio = (1 + upper / viMin) ** (1 / points);
  return [
    atZero,
    ...Array.from({ length: points }, (_, j) =>
      momentsAt(model, j === points - 1 ? upper : viMin * (ratio ** (j + 1) - 1), false),
    ),
  ];
}

function fitWithout(fit: MetaFit, search: Search, row: number): SubsetFit | undefined {
  const { pass, atZero, atFit, model } = search;
  const { p, method, test, level, design } = fit;
  const k = fit.k - 1;
  const df = k - p;
  if (!passWithout(atZero, row, 0, pass)) return undefined;
  const { yPy: qe, trP } = pass;
  const tau2 = tau2Without(fit, search, row);
  if (tau2 === undefined) return undefined;
  const moments = tau2 === 0 ? atZero : atFit;
  if (!passWithout(moments, row, tau2, pass)) return undefined;
  const gamma = pass.gamma.map((change, c) => change + moments.gamma[c]);
  const part: Model = { ...model, k, a: pass.a.slice(), gamma, yPy: pass.yPy };
  const factor = varianceFactor(part, test);
  const vcov = new Float64Array(p * p);
  covariance(part, factor, vcov);
  const names = design?.names ?? [INTERCEPT];
  return {
    k,
    p,
    method,
    level,
    tau2,
    ...measureHeterogeneity(qe, df, trP, method === "FE" ? undefined : tau2),
    coefficients: testCoefficients(part, vcov, names, level, test === "z" ? undefined : df),
    vcov,
    varianceFactor: factor,
  };
}

/** @param search - its pass is that without the row at tau² = 0 */
function tau2Without(fit: MetaFit, search: Search, row: number): number | undefined {
  const { pass } = search;
  const df = fit.k - 1 - fit.p;
  switch (fit.method) {
    case "FE":
      return 0;
    case "DL":
      return Math.max(0, (pass.yPy - df) / pass.trP);
    case "ML":
    case "REML":
      return likeliest(fit, search, row);
    default:
      return crossing(search, row, fit.method === "PMM" ? chiSquareQuantile(0.5, df) : df);
  }
}

/** The one maximum of the likelihood; `undefined` where there are several, or none close to that of all studies. */
function likeliest(fit: MetaFit, { grid, atFit, pass, model }: Search, row: number): number | undefined {
  const isRestricted = fit.method === "REML";
  const score = (): number => pass.yPPy - (isRestricted ? pass.trP : pass.sumW);
  let previous = 0;
  let maxima = 0;
  let lower = 0;
  let upper = 0;
  for (const [place, point] of grid.entries()) {
    if (!passWithout(point, row, point.centre, pass)) return undefined;
    const here = score();
    if (place === 0 ? here <= 0 : previous > 0 && here <= 0) {
      maxima++;
      lower = place === 0 ? 0 : grid[place - 1].centre;
      upper = point.centre;
    }
    previous = here;
  }
  if (maxima !== 1) return undefined;
  if (upper === 0) return 0;
  let tau2 = atFit.centre;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    if (!(tau2 >= lower && tau2 <= upper) || !passWithout(atFit, row, tau2, pass)) return undefined;
    const expected = isRestricted ? pass.trPP : pass.sumW2;
    const slope = 2 * pass.yPPPy - expected;
    const next = tau2 + score() / (slope > 0 ? slope : expected);
    if (Math.abs(next - tau2) <= LAST_STEP * (next + model.viMin)) return next >= 0 ? next : undefined;
    tau2 = next;
  }
  return undefined;
}

/** Where the generalised Q, which falls in tau², meets its target; `undefined` where that is not close to tau² of all. */
function crossing({ atFit, pass, model }: Search, row: number, target: number): number | undefined {
  if (pass.yPy <= target) return 0;
  let tau2 = atFit.centre;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    if (!(tau2 >= 0) || !passWithout(atFit, row, tau2, pass)) return undefined;
    const next = tau2 + ((pass.yPy / target) * (pass.yPy - target)) / pass.yPPy;
    if (Math.abs(next - tau2) <= LAST_STEP * (next + model.viMin)) return next >= 0 ? next : undefined;
    tau2 = next;
  }
  return undefined;
}
