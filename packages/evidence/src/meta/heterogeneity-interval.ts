import { chiSquareQuantile } from "@materbone/numerics";
import { crossGeneralisedQ } from "./generalised-q.ts";
import type { MetaFit, NoIntervalReason } from "./meta-fit.ts";
import { createModel, weighWithTraces } from "./model.ts";
import { requireLevel } from "./reference-distribution.ts";

export type Bounds = { readonly lower: number; readonly upper: number };

/** Interval of tau², and of I² (percent) and H² by way of it. */
export type HeterogeneityInterval =
  | {
      readonly kind: "interval";
      readonly tau2: Bounds;
      readonly i2: Bounds;
      readonly h2: Bounds;
      /** The lower bound would lie below 0 and is cut off there. */
      readonly lowerAtZero: boolean;
    }
  /** Effects are so alike that no tau² >= 0 agrees with them at this level. */
  | { readonly kind: "emptySet" }
  | { readonly kind: "notDefined"; readonly reason: NoIntervalReason };

/**
 * Q-profile interval: all tau² at which the generalised Q lies between its chi-square quantiles.
 *
 * @param level - percent; that of the fit when left out
 * @throws RangeError when `level` is out of range
 * @throws ConvergenceError when a bound is not found
 * @see Viechtbauer (2007), Stat Med 26:37
 */
export function heterogeneityInterval(fit: MetaFit, level: number = fit.level): HeterogeneityInterval {
  requireLevel(level);
  if (fit.method === "FE") return { kind: "notDefined", reason: "commonEffect" };
  const df = fit.k - fit.p;
  if (df === 0) return { kind: "notDefined", reason: "noDegreesOfFreedom" };
  const tail = (1 - level / 100) / 2;
  const low = chiSquareQuantile(tail, df);
  // With Q below its lower quantile even at tau² = 0 the upper bound, too, lies below 0.
  if (fit.qe < low) return { kind: "emptySet" };
  const model = createModel(fit.effects, fit.design);
  weighWithTraces(model, 0);
  const typical = df / model.trP;
  const upper = crossGeneralisedQ(model, low, fit.method).tau2;
  weighWithTraces(model, 0);
  const lower = crossGeneralisedQ(model, chiSquareQuantile(tail, df, "upper"), fit.method).tau2;
  return {
    kind: "interval",
    tau2: { lower, upper },
    i2: { lower: (100 * lower) / (typical + lower), upper: (100 * upper) / (typical + upper) },
    h2: { lower: lower / typical + 1, upper: upper / typical + 1 },
    lowerAtZero: lower === 0,
  };
}
