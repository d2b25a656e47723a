/** @throws RangeError when `value` is not finite and positive */
export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${name} must be finite and positive: ${value}`);
}

/** @throws RangeError when `value` is not finite */
export function requireFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be finite: ${value}`);
}
