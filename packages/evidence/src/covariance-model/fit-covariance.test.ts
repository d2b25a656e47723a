import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCovarianceModel } from "./covariance-model.ts";
import type { CovarianceTerm } from "./covariance-term.ts";
import type { Evaluation, LikelihoodMethod } from "./evaluation.ts";
import { CovarianceFitError, evaluatorOf, fitCovariance } from "./fit-covariance.ts";
import { car1Term, structuredTerm } from "./structures.ts";
import { nestedRows, testNormal, testRandom, unitsOf } from "./synthetic-rows.fixture.ts";

const NAMES = ["intrcpt", "months"];

function relative(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let largest = 0;
  let scale = 0;
  for (let i = 0; i < expected.length; i++) {
    largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
    scale = Math.max(scale, Math.abs(expected[i]));
  }
  return largest / Math.max(scale, 1e-300);
}

function nestedTerms(rows: ReturnType<typeof nestedRows>): CovarianceTerm[] {
  const k = rows.y.length;
  const one = new Float64Array(k).fill(1);
  const weight = Float64Array.from({ length: k }, (_, i) => 1 / Math.sqrt(1 + (i % 3)));
  const everyRow = { name: "residual", unit: Int32Array.from({ length: k }, (_, i) => i), units: k };
  return [
    structuredTerm(unitsOf("site", rows.site), one, ["1"], "UN"),
    structuredTerm(unitsOf("study", rows.study), one, ["1"], "UN"),
    structuredTerm(everyRow, weight, ["1"], "UN"),
  ];
}

describe("nested and dense evaluation", () => {
  it("agree in the likelihood and all its derivatives", () => {
    const rows = nestedRows(3, 9, 3, 4);
    const spec = { y: rows.y, x: rows.x, names: NAMES, known: rows.v, terms: nestedTerms(rows) };
    const nested = evaluatorOf(buildCovarianceModel(spec));
    const dense = evaluatorOf(buildCovarianceModel(spec, "dense"));
    expect([nested.model.shape.kind, dense.model.shape.kind]).toEqual(["nested", "dense"]);
    for (const method of ["ML", "REML"] as const) {
      for (const eta of [Float64Array.of(0.8, 3.1, 0.4), Float64Array.of(0, 2, 0.1), Float64Array.of(1, 0, 0)]) {
        const a = nested.evaluate(eta, method) as Evaluation;
        const b = dense.evaluate(eta, method) as Evaluation;
        expect(Math.abs(a.logLik - b.logLik)).toBeLessThan(1e-11);
        for (const key of ["gamma", "m", "w", "pr", "gradient", "average", "expected", "observed", "xdx"] as const) {
          expect(relative(a[key], b[key]), `${key} ${method}`).toBeLessThan(1e-11);
        }
        for (let c = 0; c < 3; c++) {
          for (let d = c; d < 3; d++) {
            const at = (c * 3 + d) * 4;
            const trace = (e: Evaluation) =>
              e.xddx[at] * e.m[0] + 2 * e.xddx[at + 1] * e.m[1] + e.xddx[at + 3] * e.m[3];
            expect(trace(a)).toBeCloseTo(trace(b), 9);
          }
        }
      }
    }
  });

  it("reach the same maximum from rows in any order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const rows = nestedRows(seed, 8, 3, 4);
        // With one site in every study nothing tells the two variances apart, and the fit refuses.
        fc.pre(new Set(rows.site).size > new Set(rows.study).size);
        const random = testRandom(seed);
        const spec = { y: rows.y, x: rows.x, names: NAMES, known: rows.v, terms: nestedTerms(rows).slice(0, 2) };
        const first = fitCovariance(evaluatorOf(buildCovarianceModel(spec)), "REML");
        const shuffled = Array.from(rows.y, (_, i) => i).sort(() => random() - 0.5);
        const moved = {
          study: shuffled.map((i) => rows.study[i]),
          site: shuffled.map((i) => rows.site[i]),
          y: Float64Array.from(shuffled, (i) => rows.y[i]),
          v: Float64Array.from(shuffled, (i) => rows.v[i]),
          x: Float64Array.from(shuffled.flatMap((i) => [rows.x[2 * i], rows.x[2 * i + 1]])),
        };
        const again = { y: moved.y, x: moved.x, names: NAMES, known: moved.v, terms: nestedTerms(moved).slice(0, 2) };
        const second = fitCovariance(evaluatorOf(buildCovarianceModel(again, "dense")), "REML");
        expect(relative(second.eta, first.eta)).toBeLessThan(1e-8);
        expect(second.evaluation.logLik).toBeCloseTo(first.evaluation.logLik, 9);
      }),
      { numRuns: 30 },
    );
  });
});

describe("derivatives of the likelihood", () => {
  function expectDerivatives(terms: readonly CovarianceTerm[], rows: ReturnType<typeof nestedRows>, eta: Float64Array) {
    const spec = { y: rows.y, x: rows.x, names: NAMES, known: rows.v, terms };
    const evaluator = evaluatorOf(buildCovarianceModel(spec, "dense"));
    const at = (e: Float64Array, method: LikelihoodMethod) =>
      structuredClone(evaluator.evaluate(e, method) as Evaluation);
    for (const method of ["ML", "REML"] as const) {
      const here = at(eta, method);
      for (let c = 0; c < eta.length; c++) {
        const h = 1e-5 * Math.max(0.1, Math.abs(eta[c]));
        const up = at(
          eta.map((value, i) => value + (i === c ? h : 0)),
          method,
        );
        const down = at(
          eta.map((value, i) => value - (i === c ? h : 0)),
          method,
        );
        const slope = (up.logLik - down.logLik) / (2 * h);
        expect(Math.abs(slope - here.gradient[c])).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
        const row = here.observed.subarray(c * eta.length, (c + 1) * eta.length);
        const bend = up.gradient.map((value, i) => -(value - down.gradient[i]) / (2 * h));
        expect(relative(row, bend), `${method} ${c}`).toBeLessThan(1e-6);
      }
    }
  }

  it("are those of finite differences for an intercept and slope", () => {
    const rows = nestedRows(5, 8, 2, 4);
    const terms = [structuredTerm(unitsOf("study", rows.study), rows.x, ["intercept", "slope"], "UN")];
    expectDerivatives(terms, rows, Float64Array.of(2, 0.1, 0.05));
  });

  it("are those of finite differences for autocorrelated residuals of two groups", () => {
    const rows = nestedRows(7, 8, 2, 4);
    const k = rows.y.length;
    const time = Float64Array.from({ length: k }, (_, i) => rows.x[2 * i + 1]);
    const group = Int32Array.from({ length: k }, (_, i) => i % 2);
    const scale = Float64Array.from({ length: k }, (_, i) => 1 / (1 + (i % 2)));
    const study = unitsOf("study", rows.study);
    const terms = [
      structuredTerm(study, new Float64Array(k).fill(1), ["1"], "UN"),
      car1Term({ ...study, name: "residual" }, { time, group, scale, gap: 2 }, ["a", "b"]),
    ];
    expectDerivatives(terms, rows, Float64Array.of(1.5, 0.8, 1.3, 0.4));
  });
});

describe("fitCovariance at the boundary", () => {
  it("ends at a variance of zero where the data vary less than their errors", () => {
    const k = 12;
    const y = Float64Array.from({ length: k }, (_, i) => 10 + 0.1 * (i % 3));
    const one = new Float64Array(k).fill(1);
    const study = unitsOf(
      "study",
      Array.from(y, (_, i) => i % 6),
    );
    const spec = { y, x: one, names: ["intrcpt"], known: one, terms: [structuredTerm(study, one, ["1"], "UN")] };
    const fit = fitCovariance(evaluatorOf(buildCovarianceModel(spec)), "REML");
    expect(fit.eta[0]).toBe(0);
    expect(fit.evaluation.gradient[0]).toBeLessThan(0);
  });

  it("ends at a singular covariance where the slope leaves no variance of its own, at a maximum", () => {
    const singular = { rank0: 0, rank1: 0, rank2: 0 };
    for (let seed = 1; seed <= 60; seed++) {
      const random = testRandom(seed);
      const groups = 6;
      const labels: string[] = [];
      const rows: number[] = [];
      const y: number[] = [];
      for (let g = 0; g < groups; g++) {
        const effect = (seed % 3) * testNormal(random);
        for (let i = 0; i < 4; i++) {
          labels.push(`P${g}`);
          rows.push(1, i);
          y.push(effect + 0.3 * i + (seed % 2) * 0.2 * effect * i + testNormal(random));
        }
      }
      const x = Float64Array.from(rows);
      const k = y.length;
      const everyRow = { name: "residual", unit: Int32Array.from({ length: k }, (_, i) => i), units: k };
      const terms = [
        structuredTerm(unitsOf("id", labels), x, ["intercept", "slope"], "UN"),
        structuredTerm(everyRow, new Float64Array(k).fill(1), ["1"], "UN"),
      ];
      const spec = { y: Float64Array.from(y), x, names: NAMES, known: new Float64Array(k), terms };
      const evaluator = evaluatorOf(buildCovarianceModel(spec));
      const fit = fitCovariance(evaluator, seed % 2 === 0 ? "ML" : "REML");
      const state = fit.states[0];
      if (state.kind !== "matrix") throw new Error("a matrix was asked for");
      singular[`rank${state.rank}` as "rank0"]++;
      // No small change to another positive semidefinite G and residual variance does better.
      const best = fit.evaluation.logLik;
      const [a, b, c, s] = fit.eta;
      for (let t = 0; t < 60; t++) {
        const [u, v] = [testNormal(random), testNormal(random)];
        const h = t % 2 === 0 ? 1e-2 : 1e-4;
        const shrink = 1 - h * random();
        const eta = Float64Array.of(
          shrink * a + h * u * u,
          shrink * b + h * u * v,
          shrink * c + h * v * v,
          s * (1 + h * (random() - 0.5)),
        );
        const other = evaluator.evaluate(eta, fit.method);
        expect((other as Evaluation).logLik).toBeLessThanOrEqual(best + 1e-9);
      }
    }
    expect(singular.rank2).toBeGreaterThan(0);
    expect(singular.rank1).toBeGreaterThan(0);
    expect(singular.rank0).toBeGreaterThan(0);
  });

  it("says so when a variance runs to zero without end", () => {
    const x = Float64Array.of(1, 0, 1, 1, 1, 2, 1, 3);
    const one = new Float64Array(4).fill(1);
    const everyRow = { name: "residual", unit: Int32Array.of(0, 1, 2, 3), units: 4 };
    const id = unitsOf("id", ["a", "a", "b", "b"]);
    const spec = {
      y: Float64Array.of(1, 1, 2, 2),
      x: one,
      names: ["intrcpt"],
      known: new Float64Array(4),
      terms: [structuredTerm(id, one, ["1"], "UN"), structuredTerm(everyRow, one, ["1"], "UN")],
    };
    expect(() => fitCovariance(evaluatorOf(buildCovarianceModel(spec)), "REML")).toThrow(CovarianceFitError);
    const perfect = { ...spec, x, names: NAMES, y: Float64Array.of(0, 2, 4, 6) };
    expect(() => fitCovariance(evaluatorOf(buildCovarianceModel(perfect)), "REML")).toThrow();
  });
});

describe("buildCovarianceModel", () => {
  const one = new Float64Array(4).fill(1);
  const good = { y: Float64Array.of(1, 2, 3, 4), x: one, names: ["intrcpt"], known: one, terms: [] };

  it("names rows and columns that are wrong", () => {
    expect(() => buildCovarianceModel({ ...good, y: Float64Array.of(1, 2, Number.NaN, 4) })).toThrow("row 2: yi");
    expect(() => buildCovarianceModel({ ...good, known: Float64Array.of(1, -2, 1, 1) })).toThrow("row 1: vi");
    const x = Float64Array.of(1, 2, 1, 2, 1, 2, 1, 2);
    expect(() => buildCovarianceModel({ ...good, x, names: ["intrcpt", "dose"] })).toThrow(
      "column dose is a combination of intrcpt",
    );
    expect(() => buildCovarianceModel({ ...good, y: one.slice(0, 1), x: one.slice(0, 1) })).toThrow(
      "1 studies cannot carry 1 coefficients",
    );
  });

  it("names rows of a known covariance that are wrong", () => {
    const pair = { rows: Int32Array.of(0, 1), v: Float64Array.of(1, 0.5, 0.5, 1) };
    const rest = { rows: Int32Array.of(2, 3), v: Float64Array.of(1, 0, 0, 1) };
    const withBlocks = (blocks: readonly (typeof pair)[]) => buildCovarianceModel({ ...good, known: { k: 4, blocks } });
    expect(withBlocks([pair, rest]).blockStart).toEqual(Int32Array.of(0, 2, 4));
    expect(() => withBlocks([pair])).toThrow("row 3 has no known variance");
    expect(() => withBlocks([pair, pair])).toThrow("row 1 stands in two blocks");
    expect(() => withBlocks([pair, { ...rest, v: Float64Array.of(1, 0.2, 0.1, 1) }])).toThrow("rows 3 and 4");
  });
});
