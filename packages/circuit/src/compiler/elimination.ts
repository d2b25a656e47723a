/** Where the entries of a sparse square matrix stand, in the order in which they are kept. */
export type Pattern = { readonly size: number; readonly rows: readonly number[]; readonly columns: readonly number[] };

/** Gaussian elimination of a pattern along its diagonal, worked out once. */
export type Elimination = {
  /** The pivots in turn. */
  readonly order: readonly number[];
  /** Of each pivot in turn: the rows below it and the columns to its right that are not zero, in turn of their elimination. */
  readonly rowsBelow: readonly (readonly number[])[];
  readonly columnsRight: readonly (readonly number[])[];
  /** Entries that are zero in the matrix and not in its factors. */
  readonly fill: number;
};

/**
 * Orders the pivots so that few zeros are filled: at each turn the pivot that fills least; among those the one with the
 * fewest products, (entries in its row - 1) x (entries in its column - 1), as in Markowitz (Management Science
 * 1957;3:255-69); among those the first.
 */
export function eliminate({ size, rows, columns }: Pattern): Elimination {
  const entries = Array.from({ length: size }, (_, i) => new Set([i]));
  rows.forEach((row, k) => {
    entries[row].add(columns[k]);
  });
  const left = new Set(entries.keys());
  const order: number[] = [];
  const rowsBelow: number[][] = [];
  const columnsRight: number[][] = [];
  let fill = 0;

  while (left.size > 0) {
    let best: { pivot: number; below: number[]; right: number[]; filled: number; products: number } | undefined;
    for (const pivot of left) {
      const below = [...left].filter((row) => row !== pivot && entries[row].has(pivot));
      const right = [...entries[pivot]].filter((column) => column !== pivot && left.has(column));
      const filled = below.reduce((sum, row) => sum + right.filter((column) => !entries[row].has(column)).length, 0);
      const products = below.length * right.length;
      if (best === undefined || filled < best.filled || (filled === best.filled && products < best.products)) {
        best = { pivot, below, right, filled, products };
      }
    }
    if (best === undefined) break;
    const { pivot, below, right, filled } = best;
    for (const row of below) for (const column of right) entries[row].add(column);
    left.delete(pivot);
    order.push(pivot);
    rowsBelow.push(below);
    columnsRight.push(right);
    fill += filled;
  }

  const turn = new Map(order.map((pivot, k) => [pivot, k]));
  const byTurn = (a: number, b: number): number => (turn.get(a) ?? 0) - (turn.get(b) ?? 0);
  for (const list of [...rowsBelow, ...columnsRight]) list.sort(byTurn);
  return { order, rowsBelow, columnsRight, fill };
}
