/** Standard deviation within groups, with the degrees of freedom it rests on. */
export type WithinGroupSd = { readonly sd: number; readonly degreesOfFreedom: number };

/**
 * Root-mean-square standard deviation of repeated measurements: squared deviations from each group's own mean,
 * summed and divided by the sum of (n - 1).
 *
 * @param groups - repeated values of each group, two or more in each, in any one unit
 * @returns the SD in the unit of the values
 * @throws RangeError when there is no group, a group has fewer than two values, or a value is not finite
 */
export function withinGroupSd(groups: readonly (readonly number[])[]): WithinGroupSd {
  let sumOfSquares = 0;
  let degreesOfFreedom = 0;
  for (const group of groups) {
    if (!(group.length >= 2)) throw new RangeError(`a group needs at least two values, one has ${group.length}`);
    const mean = group.reduce((sum, value) => sum + value, 0) / group.length;
    for (const value of group) sumOfSquares += (value - mean) ** 2;
    degreesOfFreedom += group.length - 1;
  }
  const sd = Math.sqrt(sumOfSquares / degreesOfFreedom);
  if (!Number.isFinite(sd)) throw new RangeError("repeated measurements must be finite numbers of at least one group");
  return { sd, degreesOfFreedom };
}
