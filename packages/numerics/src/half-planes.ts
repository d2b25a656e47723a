/** The half-plane `a·x + b·y <= c`. */
export type HalfPlane = { readonly a: number; readonly b: number; readonly c: number };

/** Smallest box around a region of the plane; unbounded sides are infinite. */
export type Box = { readonly x: readonly [number, number]; readonly y: readonly [number, number] };

/**
 * Do the half-planes have a point in common, and how far does the common region reach?
 * Exact elimination of one variable at a time (Fourier-Motzkin), so n half-planes cost n² comparisons: meant for tens.
 *
 * @returns the bounding box of the region, or `undefined` when it is empty
 * @throws RangeError when a coefficient is not finite
 */
export function commonRegion(halfPlanes: readonly HalfPlane[]): Box | undefined {
  for (const { a, b, c } of halfPlanes) {
    if (!(Number.isFinite(a) && Number.isFinite(b) && Number.isFinite(c))) {
      throw new RangeError(`half-plane coefficients must be finite: ${a}, ${b}, ${c}`);
    }
  }
  const scaled = halfPlanes.map(toUnitSize);
  const x = rangeOf(eliminate(scaled.map(({ a, b, c }) => ({ keep: a, drop: b, c }))));
  const y = rangeOf(eliminate(scaled.map(({ a, b, c }) => ({ keep: b, drop: a, c }))));
  return x === undefined || y === undefined ? undefined : { x, y };
}

/** The same half-plane with a larger coefficient of 1, so that no product of two of them is lost below the smallest number. */
function toUnitSize({ a, b, c }: HalfPlane): HalfPlane {
  const size = Math.max(Math.abs(a), Math.abs(b));
  return size === 0 ? { a, b, c } : { a: a / size, b: b / size, c: c / size };
}

type Row = { readonly keep: number; readonly drop: number; readonly c: number };
type Bound = { readonly keep: number; readonly c: number };

/** All constraints on the kept variable alone: each lower bound of the dropped one must not pass each upper bound. */
function eliminate(rows: readonly Row[]): readonly Bound[] {
  const bounds: Bound[] = [];
  for (const row of rows) {
    if (row.drop === 0) bounds.push(row);
    if (!(row.drop > 0)) continue;
    for (const other of rows) {
      if (!(other.drop < 0)) continue;
      // row: drop·v <= c - keep·u; other: v >= (c - keep·u) / drop, with drop < 0.
      bounds.push({
        keep: row.keep * -other.drop + other.keep * row.drop,
        c: row.c * -other.drop + other.c * row.drop,
      });
    }
  }
  return bounds;
}

function rangeOf(bounds: readonly Bound[]): readonly [number, number] | undefined {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (const { keep, c } of bounds) {
    if (keep > 0) high = Math.min(high, c / keep);
    else if (keep < 0) low = Math.max(low, c / keep);
    else if (c < 0) return undefined;
  }
  // Adding zero turns the -0 that a division leaves into 0.
  return low <= high ? [low + 0, high + 0] : undefined;
}
