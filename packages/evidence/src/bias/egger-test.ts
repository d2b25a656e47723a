import { fitMeta, INTERCEPT } from "../meta/fit-meta.ts";
import type { Effects, MetaOptions } from "../meta/meta-fit.ts";
import { criticalValue, standardised, twoSidedP } from "../meta/reference-distribution.ts";

/**
 * What effects are regressed on: standard error, variance, or the total sample size in one of four forms (`ninv` 1 / n,
 * `sqrtninv` 1 / √n).
 */
export type EggerPredictor = "sei" | "vi" | "ni" | "ninv" | "sqrtni" | "sqrtninv";

/** Random-effects meta-regression, or the classical regression with weights 1 / vi and a variance of its own. */
export type EggerModel = "rma" | "lm";

export type EggerTest = {
  readonly predictor: EggerPredictor;
  readonly model: EggerModel;
  /** Slope, its standard error and test. */
  readonly slope: number;
  readonly se: number;
  readonly statistic: number;
  readonly df: number | undefined;
  readonly p: number;
  /** Effect of a study without sampling error; `undefined` for predictors that grow with size. */
  readonly limit: { readonly estimate: number; readonly ciLower: number; readonly ciUpper: number } | undefined;
};

/** Fewest studies that the regression can be fitted to. */
export const EGGER_FEWEST = 3;

/**
 * Regression test for small-study effects.
 *
 * @param sizes - total sample size of each study; needed by the predictors of size
 * @param options - of the meta-regression; `lm` takes the level alone
 * @throws RangeError for fewer than three studies, or a size that is not above 0
 * @throws CollinearError when the predictor is the same in all studies
 * @see Egger et al. (1997), BMJ 315:629; Sterne & Egger (2005), in Publication Bias in Meta-Analysis, ch. 6
 */
export function eggerTest(
  effects: Effects,
  predictor: EggerPredictor,
  model: EggerModel,
  options: MetaOptions,
  sizes?: ArrayLike<number>,
): EggerTest {
  const k = effects.yi.length;
  if (!(k >= EGGER_FEWEST)) throw new RangeError(`the regression test needs ${EGGER_FEWEST} studies, got ${k}`);
  const x = predictorValues(effects, predictor, sizes);
  const hasLimit = predictor !== "ni" && predictor !== "sqrtni";
  const design = new Float64Array(2 * k);
  for (let i = 0; i < k; i++) {
    design[2 * i] = 1;
    design[2 * i + 1] = x[i];
  }
  const names = [INTERCEPT, predictor];
  const method = model === "lm" ? ({ method: "FE", test: "knha" } as const) : {};
  // The variance of a weighted regression, RSS / (k - 2), is the Knapp-Hartung factor at tau² = 0.
  const fit = fitMeta(effects, { names, x: design }, { ...options, ...method });
  const [intercept, slope] = fit.coefficients;
  const width = criticalValue(fit.level, slope.df);
  return {
    predictor,
    model,
    slope: slope.estimate,
    se: slope.se,
    statistic: standardised(slope.estimate, slope.se),
    df: slope.df,
    p: twoSidedP(standardised(slope.estimate, slope.se), slope.df),
    limit: hasLimit
      ? {
          estimate: intercept.estimate,
          ciLower: intercept.estimate - width * intercept.se,
          ciUpper: intercept.estimate + width * intercept.se,
        }
      : undefined,
  };
}

function predictorValues(
  { vi }: Effects,
  predictor: EggerPredictor,
  sizes: ArrayLike<number> | undefined,
): Float64Array {
  if (predictor === "vi") return vi;
  if (predictor === "sei") return vi.map(Math.sqrt);
  if (sizes?.length !== vi.length) throw new TypeError(`predictor ${predictor} needs the sample size of each study`);
  return vi.map((_, i) => {
    const n = sizes[i];
    if (!(n > 0 && n < Number.POSITIVE_INFINITY)) throw new RangeError(`sample size ${i} must be above 0, got ${n}`);
    switch (predictor) {
      case "ni":
        return n;
      case "ninv":
        return 1 / n;
      case "sqrtni":
        return Math.sqrt(n);
      default:
        return 1 / Math.sqrt(n);
    }
  });
}
