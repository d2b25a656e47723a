import type { CovarianceTerm, LinearTerm } from "./covariance-term.ts";

/** Nested random intercepts over a diagonal: solved by one update of rank one for each group, without matrices. */
export type NestedShape = {
  readonly kind: "nested";
  /** From the innermost level outwards. */
  readonly levels: readonly NestedLevel[];
  readonly diagonals: readonly DiagonalCoordinate[];
};

export type NestedLevel = {
  readonly coordinate: number;
  /** First row of each group, then k. */
  readonly start: Int32Array;
};

export type DiagonalCoordinate = {
  readonly coordinate: number;
  /** Derivative of each row's variance. */
  readonly weight: Float64Array;
};

/**
 * Recognises nested random intercepts with independent errors.
 *
 * @param terms - with rows sorted by `independentBlocks`
 * @returns `undefined` when a term is a slope, is structured or autocorrelated over several rows, or groups are crossed
 */
export function nestedShape(terms: readonly CovarianceTerm[], termStart: readonly number[]): NestedShape | undefined {
  const levels: NestedLevel[] = [];
  const diagonals: DiagonalCoordinate[] = [];
  for (const [t, term] of terms.entries()) {
    if (term.kind !== "linear") return undefined;
    if (isOneRowEach(term)) {
      diagonals.push(...diagonalCoordinates(term, termStart[t]));
      continue;
    }
    const start = isIntercept(term) ? groupStarts(term) : undefined;
    if (start === undefined) return undefined;
    levels.push({ coordinate: termStart[t], start });
  }
  levels.sort((a, b) => b.start.length - a.start.length);
  for (let l = 0; l + 1 < levels.length; l++) {
    if (!isWithin(levels[l].start, levels[l + 1].start)) return undefined;
  }
  return { kind: "nested", levels, diagonals };
}

/** Whether groups that start at `outer` hold whole groups that start at `inner`. */
function isWithin(inner: Int32Array, outer: Int32Array): boolean {
  let i = 0;
  for (const start of outer) {
    while (inner[i] < start) i++;
    if (inner[i] !== start) return false;
  }
  return true;
}

function isOneRowEach(term: LinearTerm): boolean {
  const seen = new Uint8Array(term.units);
  for (const unit of term.unit) {
    if (unit < 0) continue;
    if (seen[unit] === 1) return false;
    seen[unit] = 1;
  }
  return true;
}

function isIntercept(term: LinearTerm): boolean {
  return term.m === 1 && term.matrices.length === 1 && term.z.every((z) => z === 1) && term.unit.every((u) => u >= 0);
}

/** First row of each group, then k; `undefined` when the rows of a group do not stand together. */
function groupStarts({ unit, units }: LinearTerm): Int32Array | undefined {
  const start = new Int32Array(units + 1);
  const seen = new Uint8Array(units);
  let count = 0;
  for (let i = 0; i < unit.length; i++) {
    if (i > 0 && unit[i] === unit[i - 1]) continue;
    if (seen[unit[i]] === 1) return undefined;
    seen[unit[i]] = 1;
    start[count++] = i;
  }
  start[count] = unit.length;
  return start.subarray(0, count + 1);
}

function diagonalCoordinates({ unit, z, m, matrices }: LinearTerm, first: number): DiagonalCoordinate[] {
  return matrices.map((matrix, c) => {
    const weight = new Float64Array(unit.length);
    for (let i = 0; i < unit.length; i++) {
      if (unit[i] < 0) continue;
      for (let a = 0; a < m; a++)
        for (let b = 0; b < m; b++) weight[i] += z[i * m + a] * matrix[a * m + b] * z[i * m + b];
    }
    return { coordinate: first + c, weight };
  });
}
