/**
 * Whole numbers that obey linear inequalities: what somebody who sees part of a table can work out about the rest.
 * Small systems only (tens of unknowns); bounds are narrowed and, where they leave a choice, values are tried.
 */

/** Sum of `factor` times unknown, over `terms`, is at least `least`. */
export type Inequality = {
  readonly terms: readonly { readonly unknown: number; readonly factor: number }[];
  readonly least: number;
};

/** Least and largest value of each unknown, finite. */
export type Bounds = readonly { readonly least: number; readonly most: number }[];

/** Most values that are tried and rounds of narrowing; beyond, no solution counts as found. */
const TRIES = 400;
const ROUNDS = 500;

/**
 * A solution within the bounds; `undefined` when there is none, or none is found within a bounded number of tries.
 *
 * @param prefer - the end of its range from which each unknown is tried first
 */
export function findSolution(
  bounds: Bounds,
  inequalities: readonly Inequality[],
  prefer: "least" | "most",
): readonly number[] | undefined {
  let left = TRIES;
  const search = (given: Bounds): readonly number[] | undefined => {
    if (left-- <= 0) return undefined;
    const narrowed = narrow(given, inequalities);
    if (narrowed === undefined) return undefined;
    let open = -1;
    let width = Number.POSITIVE_INFINITY;
    narrowed.forEach(({ least, most }, index) => {
      if (most > least && most - least < width) [open, width] = [index, most - least];
    });
    const range = narrowed[open];
    if (range === undefined) return narrowed.map(({ least }) => least);
    const first = prefer === "least" ? range.least : range.most;
    const fix = (least: number, most: number): Bounds =>
      narrowed.map((other, index) => (index === open ? { least, most } : other));
    return (
      search(fix(first, first)) ??
      search(prefer === "least" ? fix(range.least + 1, range.most) : fix(range.least, range.most - 1))
    );
  };
  return search(bounds);
}

/** Bounds that every solution keeps, or `undefined` when there is none. */
function narrow(given: Bounds, inequalities: readonly Inequality[]): Bounds | undefined {
  const bounds = given.map((range) => ({ ...range }));
  if (bounds.some(({ least, most }) => least > most)) return undefined;
  let isChanged = true;
  for (let round = 0; isChanged; round++) {
    if (round === ROUNDS) return undefined;
    isChanged = false;
    for (const { terms, least } of inequalities) {
      const reach = terms.map(({ unknown, factor }) => {
        const range = bounds[unknown] ?? { least: 0, most: 0 };
        return factor > 0 ? factor * range.most : factor * range.least;
      });
      const total = reach.reduce((sum, one) => sum + one, 0);
      if (total < least) return undefined;
      terms.forEach(({ unknown, factor }, index) => {
        const range = bounds[unknown];
        if (range === undefined) return;
        const needed = least - (total - (reach[index] ?? 0));
        if (factor > 0 && Math.ceil(needed / factor) > range.least) {
          range.least = Math.ceil(needed / factor);
          isChanged = true;
        } else if (factor < 0 && Math.floor(needed / factor) < range.most) {
          range.most = Math.floor(needed / factor);
          isChanged = true;
        }
      });
    }
    if (bounds.some(({ least, most }) => least > most)) return undefined;
  }
  return bounds;
}
