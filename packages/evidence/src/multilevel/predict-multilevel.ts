import type { IntervalOrReason } from "../meta/meta-fit.ts";
import { criticalValue } from "../meta/reference-distribution.ts";
import type { MultilevelFit } from "./multilevel-fit.ts";

export type MultilevelPrediction = {
  readonly estimate: number;
  readonly se: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  /** Where the effect of a new group of every grouping is expected. */
  readonly prediction: IntervalOrReason;
};

export type PredictionPoint = {
  /** Values of the p columns of the design. */
  readonly x: Float64Array;
  /** Inner level of each structured term by the term's name; needed when its variances differ. */
  readonly inner?: Readonly<Record<string, string>>;
};

/**
 * Predicted mean at values of the moderators, with the interval of the mean and that of a new effect, which adds all
 * variances between groups. t tests use the smallest degrees of freedom of the coefficients that take part.
 *
 * @throws TypeError when `x` has not p values
 * @throws RangeError when a value is not finite, or an inner level is missing or unknown
 */
export function predictMultilevel(fit: MultilevelFit, { x, inner = {} }: PredictionPoint): MultilevelPrediction {
  const { p, coefficients, vcov, level, variances, structured } = fit;
  if (x.length !== p) throw new TypeError(`a point of ${p} coefficients has ${x.length} values`);
  let estimate = 0;
  let variance = 0;
  let df: number | undefined;
  for (let i = 0; i < p; i++) {
    if (!Number.isFinite(x[i])) throw new RangeError(`${coefficients[i].name} must be finite, got ${x[i]}`);
    estimate += x[i] * coefficients[i].estimate;
    for (let j = 0; j < p; j++) variance += x[i] * vcov[i * p + j] * x[j];
    const own = coefficients[i].df;
    if (x[i] !== 0 && own !== undefined) df = Math.min(df ?? own, own);
  }
  df ??= coefficients[0].df;
  let between = variances.reduce((sum, component) => sum + component.variance, 0);
  for (const component of structured) {
    const { name, tau2 } = component;
    const asked = inner[name];
    if (asked === undefined && tau2.some((value) => value !== tau2[0])) {
      throw new RangeError(`${name} has a variance for each inner level: say which is meant`);
    }
    const place = asked === undefined ? 0 : component.inner.indexOf(asked);
    if (place < 0) throw new RangeError(`${name} has no inner level ${asked}`);
    between += tau2[place];
  }
  const se = Math.sqrt(Math.max(0, variance));
  const width = criticalValue(level, df);
  const spread = width * Math.sqrt(Math.max(0, variance) + between);
  return {
    estimate,
    se,
    ciLower: estimate - width * se,
    ciUpper: estimate + width * se,
    prediction: predicted(fit, estimate, spread),
  };
}

function predicted({ engine }: MultilevelFit, estimate: number, spread: number): IntervalOrReason {
  if (engine.terms.length === 0) return { kind: "notDefined", reason: "commonEffect" };
  const fewest = Math.min(...engine.terms.map(({ groups }) => groups.first.length));
  if (fewest < 3) return { kind: "notDefined", reason: "fewerThanThreeStudies" };
  return { kind: "interval", lower: estimate - spread, upper: estimate + spread };
}
