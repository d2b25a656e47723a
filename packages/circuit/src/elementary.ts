/** The elementary functions of generated kernels, in one place so that every kernel computes the same bits. */
export const exp: (x: number) => number = Math.exp;

export const tanh: (x: number) => number = Math.tanh;

/** Taken for log 0: far below every logarithm, yet finite, so that 0 times it is 0. */
const LOG_OF_ZERO = -1e300;

/**
 * Natural logarithm, with a finite value at 0: x^a = exp(a log x) is then 0 at x = 0 for a > 0, 1 for a = 0 and infinite for
 * a < 0, never NaN. NaN below 0.
 */
export function log(x: number): number {
  return x === 0 ? LOG_OF_ZERO : Math.log(x);
}
