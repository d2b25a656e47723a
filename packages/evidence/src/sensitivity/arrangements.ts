import type { Design } from "../meta/meta-fit.ts";

/** Rows of a design sorted into classes of equal rows. */
export type RowClasses = {
  /** Class of each row, length k. */
  readonly classes: Uint32Array;
  /** First row of each class. */
  readonly firstRows: readonly number[];
};

export function classifyRows(design: Design): RowClasses {
  const p = design.names.length;
  const k = design.x.length / p;
  const classByRow = new Map<string, number>();
  const firstRows: number[] = [];
  const classes = new Uint32Array(k);
  for (let i = 0; i < k; i++) {
    const key = design.x.subarray(i * p, (i + 1) * p).join();
    let found = classByRow.get(key);
    if (found === undefined) {
      found = firstRows.length;
      classByRow.set(key, found);
      firstRows.push(i);
    }
    classes[i] = found;
  }
  return { classes, firstRows };
}

/** Number of distinct orderings, k! / (n1! n2! ...); Infinity when that is no finite double. */
export function distinctOrderings({ classes, firstRows }: RowClasses): number {
  const sizes = new Uint32Array(firstRows.length);
  let orderings = 1;
  for (let i = 0; i < classes.length; i++) {
    sizes[classes[i]]++;
    // A product of binomial coefficients, whole at every step.
    orderings = Math.round((orderings * (i + 1)) / sizes[classes[i]]);
  }
  return orderings;
}

/**
 * Turns `order` into the next ordering by the alphabet; `false` after the last.
 *
 * @see Knuth, The Art of Computer Programming 4A, algorithm 7.2.1.2 L
 */
export function nextOrdering(order: Uint32Array): boolean {
  let pivot = order.length - 2;
  while (pivot >= 0 && order[pivot] >= order[pivot + 1]) pivot--;
  if (pivot < 0) return false;
  let last = order.length - 1;
  while (order[last] <= order[pivot]) last--;
  swap(order, pivot, last);
  for (let left = pivot + 1, right = order.length - 1; left < right; left++, right--) swap(order, left, right);
  return true;
}

export function swap(order: Uint32Array, i: number, j: number): void {
  const held = order[i];
  order[i] = order[j];
  order[j] = held;
}
