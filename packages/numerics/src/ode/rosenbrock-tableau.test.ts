import { describe, expect, it } from "vitest";
import { RODAS5P, type RosenbrockTableau } from "./rosenbrock-tableau.ts";

/** A rooted tree, as the list of the trees that hang on its root. */
type Tree = readonly Tree[];

/** All rooted trees up to `order` vertices, by their number of vertices. */
function treesByOrder(order: number): readonly (readonly Tree[])[] {
  const byOrder: Tree[][] = [[], [[]]];
  for (let n = 2; n <= order; n++) byOrder.push(forests(n - 1, n - 1));
  return byOrder;

  /** Multisets of trees with `total` vertices, none larger than `largest`. */
  function forests(total: number, largest: number): Tree[] {
    if (total === 0) return [[]];
    const found: Tree[] = [];
    for (let size = Math.min(total, largest); size >= 1; size--) {
      byOrder[size].forEach((tree, rank) => {
        for (const rest of forests(total - size, size)) {
          // Among trees of one size the order of the list, so that no multiset is counted twice.
          if (rest.length === 0 || orderOf(rest[0]) < size || byOrder[size].indexOf(rest[0]) >= rank)
            found.push([tree, ...rest]);
        }
      });
    }
    return found;
  }
}

const orderOf = (tree: Tree): number => 1 + tree.reduce((sum, branch) => sum + orderOf(branch), 0);
const density = (tree: Tree): number => tree.reduce((product, branch) => product * density(branch), orderOf(tree));

/** The method in the form of the theory: alpha, beta = alpha + gamma, weights of the state and of the embedded state. */
function classical(tableau: RosenbrockTableau) {
  const s = tableau.nodes.length;
  const square = () => Array.from({ length: s }, () => new Array<number>(s).fill(0));
  // (u) = Gamma (k): Gamma^-1 = I / gamma - C, so Gamma follows by forward substitution.
  const gamma = square();
  for (let column = 0; column < s; column++) {
    for (let i = column; i < s; i++) {
      let sum = i === column ? 1 : 0;
      for (let j = column; j < i; j++) sum += tableau.c[i][j] * gamma[j][column];
      gamma[i][column] = sum * tableau.gamma;
    }
  }
  const times = (row: readonly number[]) =>
    Array.from({ length: s }, (_, k) => row.reduce((sum, x, j) => sum + x * gamma[j][k], 0));
  const alpha = tableau.a.map(times);
  const beta = alpha.map((row, i) => row.map((x, j) => x + gamma[i][j]));
  const last = tableau.a[s - 1];
  return {
    alpha,
    beta,
    gammaSums: gamma.map((row) => row.reduce((x, y) => x + y)),
    weights: times([...last, 1]),
    embedded: times(last),
    dense: tableau.dense.map(times),
  };
}

/** Phi_i of a tree: beta where one branch hangs, alpha where several do (Hairer & Wanner IV.7). */
function elementary(tree: Tree, alpha: readonly number[][], beta: readonly number[][]): number[] {
  const branches = tree.map((branch) => elementary(branch, alpha, beta));
  return alpha.map((_, i) =>
    branches.reduce((product, below) => {
      const row = tree.length === 1 ? beta[i] : alpha[i];
      return product * row.reduce((sum, x, j) => sum + x * below[j], 0);
    }, 1),
  );
}

const dot = (x: readonly number[], y: readonly number[]): number => x.reduce((sum, value, i) => sum + value * y[i], 0);

/** Coefficients are printed to 16 digits and cancel by about 1e2. */
const TOLERANCE = 1e-12;

describe.each([["RODAS5P", RODAS5P, 4]] as const)("%s", (_, tableau, denseOrder) => {
  const { alpha, beta, gammaSums, weights, embedded, dense } = classical(tableau);
  const trees = treesByOrder(5);

  it("counts 1, 1, 2, 4, 9 trees", () => {
    expect(trees.slice(1).map((list) => list.length)).toEqual([1, 1, 2, 4, 9]);
  });

  it("has nodes and weights of the time derivative that are the sums of their rows", () => {
    alpha.forEach((row, i) => {
      expect(
        Math.abs(
          dot(
            row,
            row.map(() => 1),
          ) - tableau.nodes[i],
        ),
      ).toBeLessThan(TOLERANCE);
      expect(Math.abs(gammaSums[i] - tableau.timeWeights[i])).toBeLessThan(TOLERANCE);
    });
  });

  it("meets every order condition of the step, and of the embedded step", () => {
    for (const tree of trees.slice(1, tableau.order + 1).flat()) {
      const phi = elementary(tree, alpha, beta);
      expect(Math.abs(dot(weights, phi) - 1 / density(tree))).toBeLessThan(TOLERANCE);
      if (orderOf(tree) <= tableau.embeddedOrder) {
        expect(Math.abs(dot(embedded, phi) - 1 / density(tree))).toBeLessThan(TOLERANCE);
      }
    }
  });

  it("is stiffly accurate, and so is the embedded method", () => {
    const s = weights.length;
    weights.forEach((weight, j) => {
      expect(Math.abs(weight - beta[s - 1][j])).toBeLessThan(TOLERANCE);
      expect(Math.abs(embedded[j] - beta[s - 2][j])).toBeLessThan(TOLERANCE);
    });
  });

  it("meets every order condition of the dense output anywhere in the step", () => {
    for (const x of [0.1, 0.35, 0.5, 0.77, 1]) {
      const at = weights.map((weight, j) => {
        let inner = 0;
        for (let m = dense.length - 1; m >= 0; m--) inner = dense[m][j] + x * inner;
        return x * (weight + (1 - x) * inner);
      });
      for (const tree of trees.slice(1, denseOrder + 1).flat()) {
        const phi = elementary(tree, alpha, beta);
        expect(Math.abs(dot(at, phi) - x ** orderOf(tree) / density(tree))).toBeLessThan(TOLERANCE);
      }
    }
  });
});

/** Largest violation of the sums, the order conditions and stiff accuracy. */
function violation(tableau: RosenbrockTableau): number {
  const { alpha, beta, gammaSums, weights, embedded, dense } = classical(tableau);
  const s = weights.length;
  const x = 0.35;
  const between = weights.map((weight, j) => {
    let inner = 0;
    for (let m = dense.length - 1; m >= 0; m--) inner = dense[m][j] + x * inner;
    return x * (weight + (1 - x) * inner);
  });
  const misses = alpha.map((row, i) => row.reduce((sum, a) => sum + a, 0) - tableau.nodes[i]);
  gammaSums.forEach((sum, i) => {
    misses.push(sum - tableau.timeWeights[i]);
  });
  weights.forEach((weight, j) => {
    misses.push(weight - beta[s - 1][j], embedded[j] - beta[s - 2][j]);
  });
  for (const tree of TREES) {
    const phi = elementary(tree, alpha, beta);
    misses.push(dot(weights, phi) - 1 / density(tree));
    if (orderOf(tree) > tableau.embeddedOrder) continue;
    misses.push(dot(embedded, phi) - 1 / density(tree), dot(between, phi) - x ** orderOf(tree) / density(tree));
  }
  return Math.max(...misses.map(Math.abs));
}
const TREES = treesByOrder(5).flat();

describe("the conditions", () => {
  it("notice a wrong eighth digit in every coefficient but the last of each row of the interpolation", () => {
    expect(violation(RODAS5P)).toBeLessThan(TOLERANCE);
    const parts = ["a", "c", "dense"] as const;
    for (const part of parts) {
      RODAS5P[part].forEach((row, i) => {
        row.forEach((value, j) => {
          // The last stage is an error of fifth order: any share of it in the interpolation meets the conditions.
          if (part === "dense" && j === row.length - 1) return;
          const wrong = RODAS5P[part].map((r) => [...r]);
          wrong[i][j] = value * (1 + 1e-7);
          expect(violation({ ...RODAS5P, [part]: wrong }), `${part} ${i} ${j}`).toBeGreaterThan(2 * TOLERANCE);
        });
      });
    }
    for (const part of ["nodes", "timeWeights"] as const) {
      RODAS5P[part].forEach((value, i) => {
        if (value === 0) return;
        const wrong = RODAS5P[part].with(i, value * (1 + 1e-7));
        expect(violation({ ...RODAS5P, [part]: wrong }), `${part} ${i}`).toBeGreaterThan(2 * TOLERANCE);
      });
    }
    expect(violation({ ...RODAS5P, gamma: RODAS5P.gamma * (1 + 1e-7) })).toBeGreaterThan(2 * TOLERANCE);
  });
});
