import type { MetaFit } from "../meta/meta-fit.ts";
import { fitsWithoutEach } from "./fits-without-each.ts";
import { type PartialFit, refitRows } from "./partial-fit.ts";

/**
 * The fit without each study in turn, in the order of the rows.
 *
 * @throws ConvergenceError when a refit does not settle
 */
export function leaveOneOut(fit: MetaFit): PartialFit[] {
  return fitsWithoutEach(fit);
}

/**
 * The fit to the first, the first two, ... studies.
 *
 * @param order - the rows of the fit, each once, in the order in which they are added
 * @throws RangeError when `order` is not such an order
 * @throws ConvergenceError when a refit does not settle
 * @see Lau et al. (1992), N Engl J Med 327:248
 */
export function cumulativeMeta(fit: MetaFit, order: readonly number[]): PartialFit[] {
  const seen = new Set(order);
  if (order.length !== fit.k || seen.size !== fit.k || order.some((row) => !(row in fit.effects.yi)))
    throw new RangeError(`order must name each of the rows 0 to ${fit.k - 1} once`);
  return order.map((_, last) => refitRows(fit, order.slice(0, last + 1)));
}
