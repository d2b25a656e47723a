/** Highest order of the family that is stable enough. */
export const MAX_ORDER = 5;

/** Klopfenstein and Shampine's kappa by order; 0 makes the formula a BDF. */
const KAPPA = [0, -0.185, -1 / 9, -0.0823, -0.0415, 0];

/** gamma_k = 1 + 1/2 + ... + 1/k. */
export const GAMMA: Float64Array = Float64Array.of(0, 1, 3 / 2, 11 / 6, 25 / 12, 137 / 60);

/** (1 - kappa_k) gamma_k. */
export const ALPHA: Float64Array = GAMMA.map((gamma, k) => (1 - KAPPA[k]) * gamma);

/** The local error of order k is this times the difference of order k + 1. */
export const ERROR_CONSTANT: Float64Array = Float64Array.from(GAMMA, (gamma, k) => KAPPA[k] * gamma + 1 / (k + 1));

/** Side of the square arrays below. */
const SIDE = MAX_ORDER + 1;

/**
 * Backward differences for a step `factor` times as long, in place.
 *
 * @param differences - those of order 0 to `order` are rewritten, each of length `width`
 * @param work - length 108, overwritten
 * @see Shampine LF, Reichelt MW (1997) SIAM J Sci Comput 18:1-22, section 2.3
 */
export function rescaleDifferences(
  differences: readonly Float64Array[],
  order: number,
  factor: number,
  width: number,
  work: Float64Array,
): void {
  const square = SIDE * SIDE;
  fillTransform(work, 0, order, factor);
  fillTransform(work, square, order, 1);
  for (let i = 1; i <= order; i++) {
    for (let j = 1; j <= order; j++) {
      let sum = 0;
      for (let k = 1; k <= order; k++) sum += work[i * SIDE + k] * work[square + k * SIDE + j];
      work[2 * square + i * SIDE + j] = sum;
    }
  }
  for (let x = 0; x < width; x++) {
    for (let i = 1; i <= order; i++) work[i] = differences[i][x];
    for (let j = 1; j <= order; j++) {
      let sum = 0;
      for (let i = 1; i <= order; i++) sum += work[2 * square + i * SIDE + j] * work[i];
      differences[j][x] = sum;
    }
  }
}

function fillTransform(work: Float64Array, at: number, order: number, factor: number): void {
  for (let j = 1; j <= order; j++) {
    let product = 1;
    for (let i = 1; i <= order; i++) {
      product *= (i - 1 - factor * j) / i;
      work[at + i * SIDE + j] = product;
    }
  }
}
