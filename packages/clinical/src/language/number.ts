/** U+2212, the minus sign of printed tables. */
export const MINUS = "\u2212";

/**
 * Rounds half away from zero in decimal, as printed tables do: 1.005 gives 1.01 and -2.05 gives -2.1.
 *
 * @param decimals - digits kept, 0 to 10
 * @throws RangeError when `value` is not finite
 */
export function roundHalfAway(value: number, decimals: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${value}`);
  const magnitude = Math.abs(value);
  // Whole already, and ten to the digits more might be beyond the largest number.
  if (magnitude > Number.MAX_SAFE_INTEGER) return value;
  const scaled = magnitude * 10 ** decimals;
  const below = Math.floor(scaled);
  const fraction = scaled - below;
  // Away from the half, binary error cannot change the digit.
  const isClear = scaled < 1e9 && Math.abs(fraction - 0.5) > 1e-6;
  const rounded = isClear ? below + (fraction > 0.5 ? 1 : 0) : roundDecimal(magnitude, decimals);
  return (Math.sign(value) * rounded) / 10 ** decimals || 0;
}

/** Rounds on the decimal digits: fifteen significant ones hide the binary tail that 0.678 - 0.618 leaves. */
function roundDecimal(magnitude: number, decimals: number): number {
  const [digits = "0", exponent = "0"] = Number(magnitude.toPrecision(15)).toExponential().split("e");
  return Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
}

/** Fixed digits with U+2212 for negative numbers; rounds half away from zero and never prints a negative zero. */
export function fixed(value: number, decimals: number): string {
  return roundHalfAway(value, decimals).toFixed(decimals).replace("-", MINUS);
}

/** As `fixed`, with a plus sign on positive numbers. */
export function signed(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return roundHalfAway(value, decimals) > 0 ? `+${text}` : text;
}
