import { chiSquareQuantile } from "@materbone/numerics";
import { type ProfileBounds, profileBounds } from "../covariance-model/profile.ts";
import type { MultilevelFit } from "./multilevel-fit.ts";

/** Profile likelihood interval of a variance or a correlation. */
export type ProfileInterval = {
  /** Name of the grouping or of the structured term. */
  readonly component: string;
  /** `undefined` for the variance of a grouping. */
  readonly inner: string | undefined;
  readonly parameter: "variance" | "correlation";
  readonly estimate: number;
  readonly bounds: ProfileBounds | { readonly kind: "notDefined"; readonly reason: "known" | "structure" };
};

/**
 * Profile likelihood intervals of all variances and correlations, on the scale of variances. `structure`: a compound
 * symmetric term, or an unstructured one of three or more inner levels, has parameters that cannot be held one at a time.
 *
 * @param level - percent; default that of the fit
 * @see Venzon and Moolgavkar 1988, Appl Stat 37:87
 */
export function profileIntervals(fit: MultilevelFit, level: number = fit.level): ProfileInterval[] {
  if (!(level > 0 && level < 100)) throw new RangeError(`level must be above 0 and below 100 percent, got ${level}`);
  const { fit: covarianceFit, evaluator, terms } = fit.engine;
  const drop = chiSquareQuantile(1 - level / 100, 1, "upper");
  const intervals: ProfileInterval[] = [];
  let component = 0;
  for (const { term, inner, structure } of terms) {
    const structured = fit.structured.find(({ name }) => name === term.name);
    for (const [place, { kind }] of term.components.entries()) {
      const add = (parameter: number, isVariance: boolean, of: string | undefined, estimate: number): void => {
        const known = fit.variances.some(({ name, known: is }) => is && inner === undefined && name === term.name);
        const found =
          known || structure === "CS"
            ? undefined
            : profileBounds(covarianceFit, evaluator, { component, parameter }, drop);
        const bounds =
          found === undefined
            ? ({ kind: "notDefined", reason: known ? "known" : "structure" } as const)
            : isVariance
              ? { ...found, lower: found.lower ** 2, upper: found.upper ** 2 }
              : found;
        const parameterName = isVariance ? "variance" : "correlation";
        intervals.push({ component: term.name, inner: of, parameter: parameterName, estimate, bounds });
      };
      if (structured === undefined || inner === undefined) {
        add(0, true, undefined, fit.variances.find(({ name }) => name === term.name)?.variance ?? 0);
      } else if (structure === "ID") add(0, true, undefined, structured.tau2[0]);
      else if (structure === "DIAG") add(0, true, inner[place], structured.tau2[place]);
      else if (structure === "CS") {
        if (place > 0) add(1, false, undefined, structured.correlation[1]);
        else add(0, true, undefined, structured.tau2[0]);
      } else if (kind === "box" || inner.length === 2) {
        inner.forEach((label, a) => {
          add(a, true, label, structured.tau2[a]);
        });
        add(inner.length, false, undefined, structured.correlation[1]);
      } else {
        inner.forEach((label, a) => {
          add(a, true, label, structured.tau2[a]);
        });
      }
      component++;
    }
  }
  return intervals;
}
