/** Nodes of the 15-point Kronrod rule above 0, and weights; every second is a node of the 7-point Gauss rule. Piessens et al. (1983). */
const NODES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945, 0.5860872354676911,
  0.4058451513773972, 0.20778495500789848,
] as const;
const KRONROD = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592, 0.1690047266392679,
  0.19035057806478542, 0.20443294007529889,
] as const;
const KRONROD_MIDDLE = 0.20948214108472782;
const GAUSS = [0, 0.1294849661688697, 0, 0.27970539148927664, 0, 0.3818300505051189, 0] as const;
const GAUSS_MIDDLE = 0.4179591836734694;

type Piece = { readonly from: number; readonly to: number; readonly value: number; readonly error: number };

const MOST_PIECES = 100;

/**
 * Integral of f from `lower` to infinity, no finer than the tolerance asks: the range is mapped to (0, 1] by
 * x = lower + (1 - t) / t and halved where the estimated error is largest.
 *
 * @param tolerance - absolute, and relative to the value
 */
export function coarseIntegral(f: (x: number) => number, lower: number, tolerance: number): number {
  const mapped = (t: number): number => f(lower + (1 - t) / t) / t / t;
  const pieces: Piece[] = [piece(mapped, 0, 1)];
  for (;;) {
    const value = pieces.reduce((sum, one) => sum + one.value, 0);
    const error = pieces.reduce((sum, one) => sum + one.error, 0);
    if (error <= Math.max(tolerance, tolerance * Math.abs(value)) || pieces.length >= MOST_PIECES) return value;
    const worst = pieces.reduce((most, one, at) => (one.error > pieces[most].error ? at : most), 0);
    const { from, to } = pieces[worst];
    const middle = (from + to) / 2;
    pieces.splice(worst, 1, piece(mapped, from, middle), piece(mapped, middle, to));
  }
}

function piece(f: (t: number) => number, from: number, to: number): Piece {
  const centre = (from + to) / 2;
  const half = (to - from) / 2;
  const middle = f(centre);
  const pairs = NODES.map((node) => [f(centre - half * node), f(centre + half * node)] as const);
  let kronrod = KRONROD_MIDDLE * middle;
  let gauss = GAUSS_MIDDLE * middle;
  pairs.forEach(([a, b], at) => {
    kronrod += KRONROD[at] * (a + b);
    gauss += GAUSS[at] * (a + b);
  });
  const mean = kronrod / 2;
  const variation = pairs.reduce(
    (sum, [a, b], at) => sum + KRONROD[at] * (Math.abs(a - mean) + Math.abs(b - mean)),
    KRONROD_MIDDLE * Math.abs(middle - mean),
  );
  const difference = Math.abs((kronrod - gauss) * half);
  const scale = variation * half;
  // QUADPACK's estimate: the difference of both rules, taken as small beside the variation.
  const error = scale === 0 || difference === 0 ? difference : scale * Math.min(1, ((200 * difference) / scale) ** 1.5);
  return { from, to, value: kronrod * half, error };
}

const MOST_STEPS = 1000;

/**
 * Root of f between two ends of unlike signs, no finer than the tolerance asks. Brent's method in the form that measures
 * interpolated steps by the last one taken (Brent 1973, ch. 4).
 *
 * @returns `undefined` when the ends have the same sign
 */
export function coarseRoot(
  f: (x: number) => number,
  lower: number,
  upper: number,
  tolerance: number,
): number | undefined {
  let [a, b] = [lower, upper];
  let [fa, fb] = [f(a), f(b)];
  if (fa > 0 === fb > 0) return undefined;
  let [c, fc] = [a, fa];
  for (let count = 0; count < MOST_STEPS; count++) {
    const last = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const least = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= least || fb === 0) return b;
    let step = half;
    if (Math.abs(last) >= least && Math.abs(fa) > Math.abs(fb)) {
      const inner = interpolated([a, b, c], [fa, fb, fc], half);
      const isInside = inner * Math.sign(half) > 0 && Math.abs(inner) < 1.5 * Math.abs(half) - least / 2;
      if (isInside && Math.abs(inner) < Math.abs(last) / 2) step = inner;
    }
    if (Math.abs(step) < least) step = least * Math.sign(half);
    [a, fa] = [b, fb];
    b += step;
    fb = f(b);
    if (fb > 0 === fc > 0) [c, fc] = [a, fa];
  }
  return b;
}

/** Step from b by the secant through two points, or the inverse parabola through three. */
function interpolated(
  [a, b, c]: readonly [number, number, number],
  [fa, fb, fc]: readonly [number, number, number],
  half: number,
): number {
  const s = fb / fa;
  if (a === c) return (2 * half * s) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  return -(s * (2 * half * q * (q - r) - (b - a) * (r - 1))) / ((q - 1) * (r - 1) * (s - 1));
}
