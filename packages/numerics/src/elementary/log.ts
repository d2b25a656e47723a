import { LOG_TABLE } from "./log-table.ts";
import { POWERS_OF_TWO } from "./powers-of-two.ts";

/** ln 2 in two parts; whole multiples of the first are exact. */
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;
/** High word of 0.6875, where the table begins. */
const START = 0x3fe60000;
const SMALLEST_NORMAL = 0x00100000;

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
const HIGH = new Uint8Array(new Int32Array([1]).buffer)[0];

/**
 * Natural logarithm, the same bits in every engine: sums, products and a table alone.
 *
 * @returns log(x) to 0.75 units in the last place; -Infinity at 0, Infinity at Infinity, NaN below 0 and of NaN
 * @see P. T. P. Tang (1990), Table-driven implementation of the logarithm function, ACM TOMS 16, 378-400
 */
export function log(x: number): number {
  double[0] = x;
  const high = words[HIGH];
  return high >= SMALLEST_NORMAL && high < 0x7ff00000 ? logOfNormal(x, high, 0) : logOutside(x);
}

/** x = 2^k z with z in [0.6875, 1.375), and z = c (1 + r) with c of the table, which has log(c) = 0 beside z = 1; `shift` more twos. */
function logOfNormal(x: number, high: number, shift: number): number {
  const steps = high - START;
  const exponent = steps >> 20;
  const k = exponent + shift;
  const i = (steps >> 11) & 0x1fc;
  const r = (x * POWERS_OF_TWO[1074 - exponent] - LOG_TABLE[i]) * LOG_TABLE[i + 1];
  const large = k * LN2_HIGH + LOG_TABLE[i + 2];
  const sum = large + r;
  const r2 = r * r;
  const small = large - sum + r + (k * LN2_LOW + LOG_TABLE[i + 3]);
  const series =
    0.3333333333332803 +
    r * -0.25000000000615186 +
    r2 * (0.2000000219341323 + r * -0.16666727708145243 + r2 * 0.14164748182074638);
  return sum + (small + r2 * (-0.5 + r * series));
}

function logOutside(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  double[0] = x * 2 ** 54;
  return logOfNormal(double[0], words[HIGH], -54);
}
