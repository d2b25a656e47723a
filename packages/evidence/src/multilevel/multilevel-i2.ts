import type { MultilevelFit } from "./multilevel-fit.ts";

/** Percent of the variance of an effect beyond its sampling error, in all and by grouping. */
export type MultilevelI2 = {
  readonly total: number;
  readonly byLevel: readonly { readonly name: string; readonly percent: number }[];
};

/**
 * I² of nested groupings against the typical sampling variance.
 *
 * @returns `undefined` for models with structured effects, where one variance does not hold for all rows
 * @see Higgins and Thompson 2002, Stat Med 21:1539; Cheung 2014, Psychol Methods 19:211
 */
export function multilevelI2({ variances, structured, typicalVariance }: MultilevelFit): MultilevelI2 | undefined {
  if (structured.length > 0) return undefined;
  const between = variances.reduce((sum, { variance }) => sum + variance, 0);
  const all = between + typicalVariance;
  const byLevel = variances.map(({ name, variance }) => ({ name, percent: (100 * variance) / all }));
  return { total: (100 * between) / all, byLevel };
}
