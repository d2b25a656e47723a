/** Which tail a probability is of: at most x, or above x. */
export type Tail = "lower" | "upper";

/** @throws RangeError when `p` is not from 0 to 1 */
export function requireProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies from 0 to 1, not ${p}`);
}

/** @throws RangeError when `value` is not above 0; infinity is allowed */
export function requirePositive(name: string, value: number): void {
  if (!(value > 0)) throw new RangeError(`${name} must be above 0, not ${value}`);
}

/** @throws RangeError when `x` is not a number */
export function requireNumber(name: string, x: number): void {
  if (Number.isNaN(x)) throw new RangeError(`${name} must be a number, not NaN`);
}

/** @throws RangeError when `lambda` is not finite and 0 or above */
export function requireNonCentrality(lambda: number): void {
  if (!(lambda >= 0 && lambda < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`lambda must be finite and 0 or above, not ${lambda}`);
  }
}
