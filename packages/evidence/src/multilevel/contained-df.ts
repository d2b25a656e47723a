import type { NamedTerm } from "./random-term.ts";

/**
 * Degrees of freedom of each coefficient by containment: if its column does not vary within the groups of a random effect,
 * the number of such groups less p, the smallest where there are several; else k - p. At least 1. Of `inner | outer` the
 * levels of the inner variable within each outer group count as groups too, as in metafor.
 *
 * @param x - k x p, row-major
 * @see Pinheiro and Bates 2000, Mixed-Effects Models in S and S-PLUS, section 2.4.2, whose idea it follows; the rule is that
 * of metafor's `dfs="contain"`
 */
export function containedDf(x: Float64Array, p: number, terms: readonly NamedTerm[]): number[] {
  const k = x.length / p;
  return Array.from({ length: p }, (_, j) => {
    let df = k - p;
    for (const { groups, innerGroups } of terms) {
      for (const { unit, first } of innerGroups === undefined ? [groups] : [groups, innerGroups]) {
        let varies = false;
        for (let i = 0; i < k && !varies; i++) varies = x[i * p + j] !== x[first[unit[i]] * p + j];
        if (!varies) df = Math.min(df, first.length - p);
      }
    }
    return Math.max(1, df);
  });
}
