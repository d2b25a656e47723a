/** Nodes of the 16-point Gauss-Legendre rule on (-1, 1) above 0, and weights. Abramowitz & Stegun (1964), table 25.4. */
const NODES = [
  0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003,
  0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
] as const;
const WEIGHTS = [
  0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.14959598881657674, 0.12462897125553388,
  0.09515851168249279, 0.062253523938647894, 0.027152459411754096,
] as const;

/** Nodes and weights of one panel, ascending. */
export const PANEL_NODES: readonly { readonly node: number; readonly weight: number }[] = [
  ...NODES.map((node, at) => ({ node: -node, weight: WEIGHTS[at] })).reverse(),
  ...NODES.map((node, at) => ({ node, weight: WEIGHTS[at] })),
];

/** Points of tau with weights for integrals over it. */
export type TauGrid = {
  readonly tau: Float64Array;
  readonly weight: Float64Array;
  /** Ends of the panels in u, ascending. */
  readonly edges: Float64Array;
  /** tau as a function of u, and its derivative. */
  readonly tauOf: (u: number) => number;
  readonly slopeOf: (u: number) => number;
};

/**
 * Panels of 16 points over tau from 0 to a bound, or to infinity by tau = scale u / (1 - u), in which a power tail is smooth.
 * Panels are halved until none holds much more of the density than its share.
 *
 * @param density - not normalised, of tau; finite
 * @param scale - where half of the panels lie below
 * @param bound - `undefined` for infinity
 */
export function tauGrid(density: (tau: number) => number, scale: number, bound: number | undefined): TauGrid {
  const tauOf = bound === undefined ? (u: number) => (scale * u) / (1 - u) : (u: number) => bound * u;
  const slopeOf = bound === undefined ? (u: number) => scale / (1 - u) ** 2 : () => bound;
  const edges = panelEdges((u) => density(tauOf(u)) * slopeOf(u));
  const count = (edges.length - 1) * PANEL_NODES.length;
  const tau = new Float64Array(count);
  const weight = new Float64Array(count);
  let at = 0;
  for (let panel = 0; panel + 1 < edges.length; panel++) {
    const half = (edges[panel + 1] - edges[panel]) / 2;
    const centre = edges[panel] + half;
    for (const one of PANEL_NODES) {
      const u = centre + half * one.node;
      tau[at] = tauOf(u);
      weight[at] = half * one.weight * slopeOf(u);
      at++;
    }
  }
  return { tau, weight, edges, tauOf, slopeOf };
}

const FIRST_PANELS = 16;
const MOST_PANELS = 400;
/** A panel may differ by this share of the whole from the sum over its halves. */
const AGREEMENT = 1e-13;

/** Halves panels where the rule of the whole and those of its halves disagree. */
function panelEdges(density: (u: number) => number): Float64Array {
  type Panel = { readonly from: number; readonly to: number; readonly sum: number };
  const panel = (from: number, to: number): Panel => ({ from, to, sum: panelSum(density, from, to) });
  let open = Array.from({ length: FIRST_PANELS }, (_, at) => panel(at / FIRST_PANELS, (at + 1) / FIRST_PANELS));
  const done: Panel[] = [];
  while (open.length > 0 && open.length + done.length < MOST_PANELS) {
    const total = [...open, ...done].reduce((sum, one) => sum + one.sum, 0);
    const next: Panel[] = [];
    for (const one of open) {
      const middle = (one.from + one.to) / 2;
      const halves = [panel(one.from, middle), panel(middle, one.to)];
      const difference = Math.abs(halves[0].sum + halves[1].sum - one.sum);
      if (difference <= AGREEMENT * total) done.push(...halves);
      else next.push(...halves);
    }
    open = next;
  }
  const starts = [...open, ...done].map(({ from }) => from).sort((a, b) => a - b);
  return Float64Array.of(...starts, 1);
}

export function panelSum(density: (u: number) => number, from: number, to: number): number {
  const half = (to - from) / 2;
  const centre = from + half;
  let sum = 0;
  for (const { node, weight } of PANEL_NODES) sum += weight * density(centre + half * node);
  return sum * half;
}
