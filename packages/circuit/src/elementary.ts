import { log as logarithm } from "@materbone/numerics";

/** The elementary functions of generated kernels, in one place so that every kernel and every engine computes the same bits. */
export { EXP_TABLE, exp, LOG_TABLE, POWERS_OF_TWO, tanh } from "@materbone/numerics";

/** Taken for log 0: far below every logarithm, yet finite, so that 0 times it is 0. */
const LOG_OF_ZERO = -1e300;

/**
 * Natural logarithm, with a finite value at 0: x^a = exp(a log x) is then 0 at x = 0 for a > 0, 1 for a = 0 and infinite for
 * a < 0, never NaN. NaN below 0.
 */
export function log(x: number): number {
  return x === 0 ? LOG_OF_ZERO : logarithm(x);
}

/** Where kernels look at the bits of a double: written as one, read as two words, of which the higher stands at `HIGH_WORD`. */
export const DOUBLE: Float64Array = new Float64Array(1);
export const WORDS: Int32Array = new Int32Array(DOUBLE.buffer);
export const HIGH_WORD: number = new Uint8Array(new Int32Array([1]).buffer)[0] ?? 0;
