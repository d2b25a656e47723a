import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../../golden/meta-sensitivity-bias.json" with { type: "json" };
import { expectNear } from "../meta/expect-near.fixture.ts";
import { fitMeta } from "../meta/fit-meta.ts";
import { effectsOf, numbers } from "../meta/golden-cases.fixture.ts";
import type { MetaOptions } from "../meta/meta-fit.ts";
import { type EggerModel, type EggerPredictor, eggerTest } from "./egger-test.ts";
import { excessSignificance } from "./excess-significance.ts";
import { type FailsafeMethod, failsafeN } from "./failsafe-n.ts";
import { henmiCopas } from "./henmi-copas.ts";
import { kendallTest } from "./kendall.ts";
import { rankTest } from "./rank-test.ts";
import { type TrimEstimator, type TrimSide, trimAndFill } from "./trim-and-fill.ts";

/** Tolerance of the reference results. */
const TOLERANCE = 1e-6;
const OPTIONS: MetaOptions = { method: "REML", test: "z" };

type Numbers = Readonly<Record<string, number | null | readonly number[]>>;

const datasets = Object.entries(golden.small_study_effects).map(
  ([dataset, { expected }]) => [dataset, expected as unknown as Readonly<Record<string, Numbers>>] as const,
);

function sizesOf(dataset: string): Float64Array | undefined {
  if (dataset === "molloy2014_ZCOR") return numbers(dataset, "ni");
  return dataset === "synthetic_plo_pct_change" ? numbers(dataset, "n") : undefined;
}

function near(actual: number | undefined, expected: Numbers[string]): void {
  expectNear(actual, expected as number | null, TOLERANCE);
}

describe.each(datasets)("small-study effects of %s against metafor 5.1-12", (dataset, expected) => {
  const effects = effectsOf(dataset);
  const keys = Object.keys(expected);

  it.each(keys.filter((key) => key.startsWith("regtest_")))("%s", (key) => {
    const [, model, predictor] = key.split("_") as [string, EggerModel, EggerPredictor];
    const wanted = expected[key];
    const test = eggerTest(effects, predictor, model, OPTIONS, sizesOf(dataset));
    near(test.statistic, wanted.stat);
    near(test.p, wanted.pval);
    near(test.df, wanted.df);
    near(test.limit?.estimate, wanted.limit_est);
    const [lower, upper] = wanted.limit_ci as readonly number[];
    near(test.limit?.ciLower, lower);
    near(test.limit?.ciUpper, upper);
  });

  it.each([
    ["ranktest", true],
    ["ranktest_normal", false],
  ] as const)("%s", (key, isExact) => {
    const test = rankTest(effects, isExact);
    near(test?.tau, expected[key].tau);
    near(test?.p, expected[key].pval);
  });

  it.each(keys.filter((key) => /^trimfill_[LRQ]0/.test(key)))("%s", (key) => {
    const [, estimator, side] = key.split("_") as [string, TrimEstimator, TrimSide];
    const wanted = expected[key];
    const { k0, seK0, pK0, filled, fit } = trimAndFill(effects, OPTIONS, estimator, side, "metafor");
    expect(k0).toBe(wanted.k0);
    near(seK0, wanted.se_k0);
    near(pK0, wanted.p_k0);
    near(fit.tau2, wanted.tau2);
    const [mean] = fit.coefficients;
    near(mean.estimate, wanted.beta);
    near(mean.se, wanted.se);
    const [lower, upper] = wanted.ci as readonly number[];
    near(mean.ciLower, lower);
    near(mean.ciUpper, upper);
    const mirrored = wanted.filled_yi as readonly number[];
    expect(filled.yi).toHaveLength(mirrored.length);
    mirrored.forEach((y, i) => {
      near(filled.yi[i], y);
    });
  });

  it("trimfill tells the side from the regression test", () => {
    const { side, k0, fit } = trimAndFill(effects, OPTIONS, "L0", undefined, "metafor");
    const wanted = expected.trimfill_default;
    expect([side, k0]).toEqual([wanted.side, wanted.k0]);
    near(fit.coefficients[0].estimate, wanted.beta);
  });

  it.each(["Rosenthal", "Orwin", "Rosenberg"] satisfies FailsafeMethod[])("fsn_%s", (method) => {
    const { n, p } = failsafeN(effects, method);
    expect(n).toBe(expected[`fsn_${method}`].fsnum);
    near(p, expected[`fsn_${method}`].pval);
  });

  it("henmi_copas", () => {
    const wanted = expected.henmi_copas;
    const interval = henmiCopas(effects, 95, "metafor");
    near(interval.estimate, wanted.beta);
    near(interval.se, wanted.se);
    near(interval.tau2, wanted.tau2);
    const [lower, upper] = wanted.ci as readonly number[];
    near(interval.ciLower, lower);
    near(interval.ciUpper, upper);
  });

  it("run to the end, they differ from metafor's defaults by no more than these leave open", () => {
    const options: MetaOptions = { ...OPTIONS };
    for (const side of ["left", "right"] as const) {
      const loose = trimAndFill(effects, options, "L0", side, "metafor");
      const full = trimAndFill(effects, options, "L0", side);
      expect(full.k0).toBe(loose.k0);
      // tau² stops where a step is below 1e-5; steps shrink by half or more.
      expectNear(full.fit.tau2, loose.fit.tau2, 0, 2e-5);
    }
    const [loose, full] = [henmiCopas(effects, 95, "metafor"), henmiCopas(effects)];
    expectNear((full.ciUpper - full.estimate) / (loose.ciUpper - loose.estimate), 1, 1e-4);
  });

  it("tes", () => {
    const test = excessSignificance(fitMeta(effects, undefined, OPTIONS));
    expect(test.observed).toBe(expected.tes.O);
    near(test.expected, expected.tes.E);
    near(test.p, expected.tes.pval);
  });
});

describe("laws", () => {
  const study = fc.record({
    y: fc.double({ min: -3, max: 3, noNaN: true }),
    v: fc.double({ min: 0.01, max: 2, noNaN: true }),
  });
  const studies = fc.array(study, { minLength: 4, maxLength: 15 }).map((list) => ({
    yi: Float64Array.from(list, ({ y }) => y),
    vi: Float64Array.from(list, ({ v }) => v),
  }));

  it("the exact distribution of Kendall's test has the p of all orders of five values", () => {
    const order = [0, 1, 2, 3, 4];
    const orders = permutations(order);
    for (const observed of orders) {
      const test = kendallTest(order, observed, true);
      const asExtreme = orders.filter((one) => Math.abs(score(one)) >= Math.abs(score(observed)) - 1e-9).length;
      expect(test?.p).toBeCloseTo(Math.min(1, asExtreme / orders.length), 12);
    }
  });

  it("the sides of the funnel change places when the effects change their sign", () => {
    fc.assert(
      fc.property(studies, ({ yi, vi }) => {
        const options: MetaOptions = { method: "DL", test: "z" };
        const left = trimAndFill({ yi, vi }, options, "L0", "left");
        const right = trimAndFill({ yi: yi.map((y) => -y), vi }, options, "L0", "right");
        expect(left.k0).toBe(right.k0);
        expect(left.fit.coefficients[0].estimate).toBeCloseTo(-right.fit.coefficients[0].estimate, 9);
      }),
      { numRuns: 50 },
    );
  });

  it("the interval of Henmi and Copas scales with the unit", () => {
    fc.assert(
      fc.property(studies, fc.double({ min: 0.1, max: 50, noNaN: true }), ({ yi, vi }, unit) => {
        const one = henmiCopas({ yi, vi });
        const other = henmiCopas({ yi: yi.map((y) => unit * y), vi: vi.map((v) => unit * unit * v) });
        expectNear(other.ciUpper, unit * one.ciUpper, 1e-7, unit * 1e-7);
      }),
      { numRuns: 20 },
    );
  });

  it("fail-safe N makes the p-value just too large", () => {
    fc.assert(
      fc.property(studies, ({ yi, vi }) => {
        const { n } = failsafeN({ yi, vi }, "Rosenthal");
        const sum = yi.reduce((total, y, i) => total + y / Math.sqrt(vi[i]), 0);
        const z = (studiesInAll: number): number => Math.abs(sum) / Math.sqrt(studiesInAll);
        expect(z(yi.length + n)).toBeLessThanOrEqual(1.6448536269514729 + 1e-6);
        if (n > 0) expect(z(yi.length + n - 1)).toBeGreaterThan(1.6448536269514722 - 1e-6);
      }),
    );
  });
});

function permutations(list: readonly number[]): readonly (readonly number[])[] {
  if (list.length === 0) return [[]];
  return list.flatMap((first) => permutations(list.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}

function score(order: readonly number[]): number {
  return order.reduce((sum, a, i) => sum + order.slice(0, i).reduce((inner, b) => inner + Math.sign(a - b), 0), 0);
}
