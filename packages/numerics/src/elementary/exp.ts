import { EXP_TABLE } from "./exp-table.ts";
import { POWERS_OF_TWO } from "./powers-of-two.ts";

const STEPS_PER_UNIT = 184.6649652337873;
/** ln 2 / 128 in two parts; whole multiples of the first are exact. */
const STEP_HIGH = 0.0054152123482253955;
const STEP_LOW = -1.0082281460997769e-13;
/** Adding and taking away 1.5 * 2^52 rounds to the nearest whole number, ties to even. */
const ROUND = 6755399441055744;
const LARGEST = 709.782712893384;
const SMALLEST = -745.1332191019411;

/**
 * Exponential, the same bits in every engine: sums, products and a table alone.
 *
 * @returns exp(x) to 0.52 units in the last place, to 0.8 where it is subnormal; 0 and Infinity beyond the doubles, NaN of NaN
 * @see P. T. P. Tang (1989), Table-driven implementation of the exponential function, ACM TOMS 15, 144-157
 */
export function exp(x: number): number {
  return x > -708 && x < 709 ? shiftedExp(x, 0) : expOutside(x);
}

/** x = k ln 2 / 128 + r, so exp(x) is a power of two, times 2^(i/128), times exp(r) by Taylor's series; `shift` more twos. */
function shiftedExp(x: number, shift: number): number {
  const k = x * STEPS_PER_UNIT + ROUND - ROUND;
  const r = x - k * STEP_HIGH - k * STEP_LOW;
  const r2 = r * r;
  const steps = k | 0;
  const i = (steps & 127) << 1;
  const near = EXP_TABLE[i + 1];
  const rest = EXP_TABLE[i] + r + r2 * (1 / 2 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120)));
  return (near + near * rest) * POWERS_OF_TWO[(steps >> 7) + shift + 1074];
}

function expOutside(x: number): number {
  if (x > LARGEST) return Number.POSITIVE_INFINITY;
  if (x < SMALLEST) return 0;
  if (x >= 709) return shiftedExp(x, -1) * 2;
  return shiftedExp(x, 64) * POWERS_OF_TWO[1074 - 64];
}
