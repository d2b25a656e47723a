/** How a factor with an intercept becomes columns. */
export const CONTRASTS = ["treatment", "sum", "helmert", "polynomial"] as const;
export type ContrastKind = (typeof CONTRASTS)[number];

/** Columns of a factor: one row per level, and what each column adds to the name of the factor. */
export type ContrastMatrix = {
  readonly suffixes: readonly string[];
  /** levels x columns. */
  readonly rows: readonly (readonly number[])[];
};

/**
 * Contrasts of a factor (Chambers and Hastie 1992, section 2.3), named as R names them.
 *
 * `treatment` compares each level with the reference; `sum` each but the last with the mean of the levels; `helmert` each
 * with the mean of those before it; `polynomial` takes the levels as equally spaced.
 *
 * @param levels - at least two
 * @param reference - place of the reference level; used by `treatment` only
 */
export function contrastMatrix(levels: readonly string[], kind: ContrastKind, reference: number): ContrastMatrix {
  const count = levels.length;
  const places = levels.map((_, place) => place);
  switch (kind) {
    case "treatment": {
      const others = places.filter((place) => place !== reference);
      return {
        suffixes: others.map((place) => levels[place]),
        rows: places.map((place) => others.map((other) => (place === other ? 1 : 0))),
      };
    }
    case "sum":
      return {
        suffixes: places.slice(1).map(String),
        rows: places.map((place) =>
          places.slice(1).map((_, column) => (place === count - 1 ? -1 : place === column ? 1 : 0)),
        ),
      };
    case "helmert":
      return {
        suffixes: places.slice(1).map(String),
        rows: places.map((place) =>
          places.slice(1).map((column) => (place < column ? -1 : place === column ? column : 0)),
        ),
      };
    case "polynomial": {
      const columns = orthogonalPolynomials(
        places.map((place) => place - (count - 1) / 2),
        count - 1,
      ).map(({ values }) => values);
      return {
        suffixes: columns.map((_, degree) => [".L", ".Q", ".C"][degree] ?? `^${degree + 1}`),
        rows: places.map((place) => columns.map((values) => values[place])),
      };
    }
  }
}

/** One indicator per level. */
export function indicatorMatrix(levels: readonly string[]): ContrastMatrix {
  return { suffixes: levels, rows: levels.map((_, row) => levels.map((__, column) => (row === column ? 1 : 0))) };
}

/** A polynomial of a three-term recurrence: p(x) = (x - shift) p1(x) - ratio p2(x), divided by its length over the data. */
export type OrthogonalPolynomial = {
  readonly shift: number;
  readonly ratio: number;
  readonly length: number;
  readonly values: readonly number[];
};

/**
 * Polynomials of degree 1 to `degree` that are orthonormal over the points (Forsythe 1957), leading coefficient positive.
 *
 * @throws RangeError when there are no more distinct points than the degree
 */
export function orthogonalPolynomials(points: readonly number[], degree: number): readonly OrthogonalPolynomial[] {
  if (!(new Set(points).size > degree)) throw new RangeError(`degree ${degree} needs more distinct points`);
  const result: OrthogonalPolynomial[] = [];
  let before = points.map(() => 0);
  let current = points.map(() => 1);
  let beforeSquare = 1;
  for (let step = 0; step < degree; step++) {
    const square = sumOf(points, (at) => current[at] ** 2);
    const shift = sumOf(points, (at) => points[at] * current[at] ** 2) / square;
    const ratio = step === 0 ? 0 : square / beforeSquare;
    const next = points.map((x, at) => (x - shift) * current[at] - ratio * before[at]);
    before = current;
    current = next;
    beforeSquare = square;
    const length = Math.sqrt(sumOf(points, (at) => next[at] ** 2));
    result.push({ shift, ratio, length, values: next.map((value) => value / length) });
  }
  return result;
}

/** The polynomials at another point. */
export function polynomialsAt(polynomials: readonly OrthogonalPolynomial[], x: number): readonly number[] {
  let before = 0;
  let current = 1;
  return polynomials.map(({ shift, ratio, length }) => {
    const next = (x - shift) * current - ratio * before;
    before = current;
    current = next;
    return next / length;
  });
}

function sumOf(points: readonly number[], of: (at: number) => number): number {
  let sum = 0;
  for (let at = 0; at < points.length; at++) sum += of(at);
  return sum;
}
