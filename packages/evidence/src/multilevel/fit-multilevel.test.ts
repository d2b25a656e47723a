import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnidentifiedError } from "../covariance-model/identified.ts";
import { nestedRows, testNormal, testRandom } from "../covariance-model/synthetic-rows.fixture.ts";
import { expectNear } from "../meta/expect-near.fixture.ts";
import { fitMeta } from "../meta/fit-meta.ts";
import { CollinearError, EffectRowError } from "../meta/meta-error.ts";
import { clusterRobust } from "./cluster-robust.ts";
import { fitMultilevel } from "./fit-multilevel.ts";
import type { MultilevelData } from "./multilevel-fit.ts";
import { multilevelI2 } from "./multilevel-i2.ts";
import { predictMultilevel } from "./predict-multilevel.ts";
import { profileIntervals } from "./profile-multilevel.ts";
import { randomEffects } from "./random-effects.ts";
import { samplingCovariance } from "./sampling-covariance.ts";

const seed = fc.integer({ min: 1, max: 1e6 });

function sitesInStudies(rows: ReturnType<typeof nestedRows>): MultilevelData {
  const levels = [
    { name: "study", labels: rows.study },
    { name: "site", labels: rows.site },
  ];
  const design = { names: ["intrcpt", "months"], x: rows.x };
  return { yi: rows.y, v: rows.v, design, random: [{ kind: "nested", levels }] };
}

describe("fitMultilevel", () => {
  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(seed, (s) => {
        const data = sitesInStudies(nestedRows(s, 10, 3, 3));
        const first = fitMultilevel(data);
        const random = testRandom(s);
        const order = Array.from(data.yi, (_, i) => i).sort(() => random() - 0.5);
        const second = fitMultilevel(reordered(data, order));
        first.coefficients.forEach((coefficient, j) => {
          expectNear(second.coefficients[j].estimate, coefficient.estimate, 1e-8, 1e-9);
          expectNear(second.coefficients[j].p, coefficient.p, 1e-7);
        });
        expectNear(second.variances[0].variance, first.variances[0].variance, 1e-7, 1e-10);
        expectNear(second.logLik, first.logLik, 1e-10, 1e-9);
      }),
      { numRuns: 25 },
    );
  });

  it("follows the unit of the effects and of a moderator", () => {
    fc.assert(
      fc.property(seed, fc.constantFrom(0.001, 0.1, 10, 1000), (s, unit) => {
        const data = sitesInStudies(nestedRows(s, 10, 3, 3));
        const v = data.v as Float64Array;
        const x = data.design?.x.map((value, i) => (i % 2 === 1 ? value * 12 : value)) as Float64Array;
        const first = fitMultilevel(data);
        const scaled = fitMultilevel({
          ...data,
          yi: data.yi.map((value) => value * unit + 3),
          v: v.map((value) => value * unit * unit),
          design: { names: ["intrcpt", "years"], x },
        });
        expectNear(scaled.coefficients[1].estimate * 12, first.coefficients[1].estimate * unit, 1e-8);
        expectNear(scaled.coefficients[0].estimate - 3, first.coefficients[0].estimate * unit, 1e-8);
        expectNear(scaled.coefficients[1].p, first.coefficients[1].p, 1e-7);
        scaled.variances.forEach(({ variance }, i) => {
          expectNear(variance, first.variances[i].variance * unit * unit, 1e-7, 1e-10 * unit * unit);
        });
        expectNear(multilevelI2(scaled)?.total, multilevelI2(first)?.total ?? Number.NaN, 1e-7);
      }),
      { numRuns: 25 },
    );
  });

  it("is the univariate model with one effect for each study and the variance within known to be 0", () => {
    fc.assert(
      fc.property(seed, fc.constantFrom("REML" as const, "ML" as const), (s, method) => {
        const { y, v, x } = nestedRows(s, 12, 1, 1);
        const labels = Array.from(y, (_, i) => `S${i}`);
        const design = { names: ["intrcpt", "months"], x };
        const levels = [
          { name: "study", labels },
          { name: "effect", labels },
        ];
        const multilevel = fitMultilevel(
          { yi: y, v, design, random: [{ kind: "nested", levels }] },
          { method, test: "t", dfs: "residual", variances: { "study/effect": 0 } },
        );
        const univariate = fitMeta({ yi: y, vi: v }, design, { method, test: "t" });
        expectNear(multilevel.variances[0].variance, univariate.tau2, 1e-8, 1e-10);
        for (const key of ["qe", "qep", "qm", "qmp", "logLik", "deviance", "aic", "bic", "aicc"] as const) {
          expectNear(multilevel[key], univariate[key], 1e-8, 1e-10);
        }
        univariate.coefficients.forEach((coefficient, j) => {
          for (const key of ["estimate", "se", "p", "ciLower", "ciUpper", "df"] as const) {
            expectNear(multilevel.coefficients[j][key], coefficient[key], 1e-8, 1e-10);
          }
        });
        expectNear(multilevelI2(multilevel)?.total, univariate.i2, 1e-8, 1e-8);
      }),
      { numRuns: 25 },
    );
  });

  it("does not change when women of a common known SD are merged into the summary of their study", () => {
    fc.assert(
      fc.property(seed, (s) => {
        const random = testRandom(s);
        const sd = 6.9;
        const women = { study: [] as string[], y: [] as number[], v: [] as number[] };
        const means = { study: [] as string[], y: [] as number[], v: [] as number[] };
        for (let i = 0; i < 8; i++) {
          const n = 1 + Math.floor(random() * 6);
          const effect = 13 + 4 * testNormal(random);
          const values = Array.from({ length: n }, () => effect + sd * testNormal(random));
          for (const value of values) {
            women.study.push(`S${i}`);
            women.y.push(value);
            women.v.push(sd * sd);
          }
          means.study.push(`S${i}`);
          means.y.push(values.reduce((sum, value) => sum + value, 0) / n);
          means.v.push((sd * sd) / n);
        }
        const fit = ({ study, y, v }: typeof women) =>
          fitMultilevel(
            {
              yi: Float64Array.from(y),
              v: Float64Array.from(v),
              design: undefined,
              random: [{ kind: "nested", levels: [{ name: "study", labels: study }] }],
            },
            { dfs: "contain" },
          );
        const [individual, merged] = [fit(women), fit(means)];
        expectNear(individual.variances[0].variance, merged.variances[0].variance, 1e-7, 1e-9);
        for (const key of ["estimate", "se", "df", "p", "ciLower", "ciUpper"] as const) {
          expectNear(individual.coefficients[0][key], merged.coefficients[0][key], 1e-8, 1e-9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("counts the levels of an inner variable among the groups that contain a column, as metafor does", () => {
    const trials = ["a", "b", "c", "d", "e"].flatMap((trial) => [trial, trial]);
    const outcomes = trials.map((_, i) => (i % 2 === 0 ? "AL" : "PD"));
    const random = {
      kind: "structured",
      inner: { name: "outcome", labels: outcomes },
      outer: { name: "trial", labels: trials },
      structure: "CS",
    } as const;
    const yi = Float64Array.of(0.47, -0.32, 0.2, -0.6, 0.4, -0.12, 0.26, -0.31, 0.56, -0.39);
    const means = {
      names: ["AL", "PD"],
      x: Float64Array.from(outcomes.flatMap((o) => [Number(o === "AL"), Number(o === "PD")])),
    };
    const year = {
      names: ["intrcpt", "z"],
      x: Float64Array.from(yi, (_, i) => i * i).reduce<Float64Array>((x, z, i) => {
        x[2 * i] = 1;
        x[2 * i + 1] = z;
        return x;
      }, new Float64Array(20)),
    };
    const dfOf = (design: MultilevelData["design"]) =>
      fitMultilevel(
        { yi, v: new Float64Array(10).fill(0.02), design, random: [random] },
        { dfs: "contain" },
      ).coefficients.map(({ df }) => df);
    // What rma.mv of metafor 3.8 gives: 5 trials less p, or 10 pairs of trial and outcome less p.
    expect(dfOf(undefined)).toEqual([4]);
    expect(dfOf(means)).toEqual([8, 8]);
    expect(dfOf(year)).toEqual([3, 8]);
  });

  it("is the same with independent errors given as blocks", () => {
    const data = sitesInStudies(nestedRows(11, 10, 3, 3));
    const labels = data.random[0].kind === "nested" ? data.random[0].levels[0].labels : [];
    const dense = fitMultilevel({ ...data, v: samplingCovariance(data.v as Float64Array, labels, 0) });
    const nested = fitMultilevel(data);
    expect([nested.engine.fit.model.shape.kind, dense.engine.fit.model.shape.kind]).toEqual(["nested", "dense"]);
    expectNear(dense.variances[0].variance, nested.variances[0].variance, 1e-9);
    expectNear(dense.coefficients[1].p, nested.coefficients[1].p, 1e-9);
    expectNear(dense.qe, nested.qe, 1e-10);
    const [a, b] = [randomEffects(dense), randomEffects(nested)];
    a.forEach(({ groups }, t) => {
      groups.forEach(({ label, effects, se }, u) => {
        const other = b[t].groups[u];
        expect(other.label).toBe(label);
        expectNear(effects[0], other.effects[0], 1e-8, 1e-10);
        expectNear(se[0], other.se[0], 1e-8);
      });
    });
  });

  it("gives structures their meaning: ID, CS and DIAG as special cases of UN", () => {
    const random = testRandom(4);
    const trials = Array.from({ length: 24 }, (_, i) => `T${Math.floor(i / 2)}`);
    const outcomes = trials.map((_, i) => (i % 2 === 0 ? "spine" : "hip"));
    const shared = Array.from({ length: 12 }, () => testNormal(random));
    const yi = Float64Array.from(trials, (_, i) => 5 + 2 * shared[Math.floor(i / 2)] + testNormal(random));
    const v = new Float64Array(24).fill(0.5);
    const of = (structure: "ID" | "DIAG" | "CS" | "HCS" | "UN") =>
      fitMultilevel(
        {
          yi,
          v,
          design: undefined,
          random: [
            {
              kind: "structured",
              structure,
              inner: { name: "outcome", labels: outcomes },
              outer: { name: "trial", labels: trials },
            },
          ],
        },
        { method: "ML" },
      );
    const [id, diag, cs, hcs, un] = (["ID", "DIAG", "CS", "HCS", "UN"] as const).map(of);
    expect([id, diag, cs, hcs, un].map(({ parameters }) => parameters)).toEqual([2, 3, 3, 4, 4]);
    expectNear(hcs.logLik, un.logLik, 1e-9);
    expectNear(hcs.structured[0].correlation[1], un.structured[0].correlation[1], 1e-7);
    expect(un.logLik).toBeGreaterThanOrEqual(cs.logLik);
    expect(cs.logLik).toBeGreaterThan(id.logLik);
    expect(diag.logLik).toBeGreaterThanOrEqual(id.logLik);
    expect(un.structured[0].inner).toEqual(["hip", "spine"]);
    expect(cs.structured[0].tau2[0]).toBeCloseTo(cs.structured[0].tau2[1], 12);
    expectNear(id.structured[0].correlation[1], 0, 0, 0);
    // Compound symmetry is nested intercepts when the correlation is positive.
    const nested = fitMultilevel(
      {
        yi,
        v,
        design: undefined,
        random: [
          {
            kind: "nested",
            levels: [
              { name: "trial", labels: trials },
              { name: "outcome", labels: outcomes },
            ],
          },
        ],
      },
      { method: "ML" },
    );
    expectNear(cs.logLik, nested.logLik, 1e-10);
    const { tau2, correlation } = cs.structured[0];
    expectNear(tau2[0] * correlation[1], nested.variances[0].variance, 1e-7);
    // And its profile is that of the likelihood: the interval holds the estimate.
    for (const { estimate, bounds } of profileIntervals(hcs)) {
      if ("kind" in bounds) throw new Error(bounds.reason);
      expect(bounds.lower).toBeLessThan(estimate);
      expect(bounds.upper).toBeGreaterThan(estimate);
    }
    expect(() => predictMultilevel(un, { x: Float64Array.of(1) })).toThrow("say which is meant");
    const hip = predictMultilevel(un, { x: Float64Array.of(1), inner: { "outcome | trial": "hip" } });
    if (hip.prediction.kind === "notDefined") throw new Error(hip.prediction.reason);
    expect(hip.prediction.lower).toBeLessThan(hip.ciLower);
  });

  it("is the common-effect model without random effects", () => {
    const { y, v } = nestedRows(9, 6, 1, 1);
    const fit = fitMultilevel({ yi: y, v, design: undefined, random: [] }, { test: "z" });
    const common = fitMeta({ yi: y, vi: v }, undefined, { method: "FE", test: "z" });
    expectNear(fit.coefficients[0].estimate, common.coefficients[0].estimate, 1e-12);
    expectNear(fit.coefficients[0].se, common.coefficients[0].se, 1e-12);
    expectNear(fit.qe, common.qe, 1e-10);
    const { prediction } = predictMultilevel(fit, { x: Float64Array.of(1) });
    expect(prediction).toEqual({ kind: "notDefined", reason: "commonEffect" });
  });

  it("finds the maximum for any structure of three outcomes, at a boundary or not", () => {
    const reasons = new Set<string>();
    const names = ["spine", "hip", "neck"];
    for (let s = 1; s <= 24; s++) {
      const random = testRandom(s);
      const [trials, outcomes, y, v] = [[] as string[], [] as string[], [] as number[], [] as number[]];
      const size = s % 4;
      for (let i = 0; i < 6 + (s % 9); i++) {
        const shared = size * testNormal(random);
        for (const outcome of names) {
          if (random() < 0.2) continue;
          trials.push(`T${i}`);
          outcomes.push(outcome);
          v.push(0.3 + random());
          const own = 0.3 * size * testNormal(random);
          y.push((outcome === "spine" ? 2 : 1) * shared + own + Math.sqrt(v[v.length - 1]) * testNormal(random));
        }
      }
      const design = { names, x: Float64Array.from(outcomes.flatMap((o) => names.map((n) => (n === o ? 1 : 0)))) };
      const inner = { name: "outcome", labels: outcomes };
      const outer = { name: "trial", labels: trials };
      const sampling = samplingCovariance(Float64Array.from(v), trials, 0.5);
      const fits = (["ID", "DIAG", "CS", "HCS", "UN"] as const).map((structure) =>
        fitMultilevel(
          {
            yi: Float64Array.from(y),
            v: sampling,
            design,
            random: [{ kind: "structured", structure, inner, outer }],
          },
          { method: s % 2 === 0 ? "ML" : "REML" },
        ),
      );
      const [id, diag, cs, hcs, un] = fits.map(({ logLik }) => logLik);
      const order = [un - hcs, hcs - cs, cs - id, hcs - diag, diag - id];
      for (const gain of order) expect(gain).toBeGreaterThanOrEqual(-1e-7);
      for (const { notes } of fits) for (const { reason } of notes) reasons.add(reason);
      const best = fits[4];
      const { covariance } = best.structured[0];
      for (let t = 0; t < 20; t++) {
        const step = [0.1, 0.01, 0.0001][t % 3];
        const towards = names.map(() => testNormal(random));
        const shrink = 1 - step * random();
        const eta: number[] = [];
        for (let a = 0; a < 3; a++) {
          for (let b = a; b < 3; b++) eta.push(shrink * covariance[a * 3 + b] + step * towards[a] * towards[b]);
        }
        const other = best.engine.evaluator.evaluate(Float64Array.from(eta), best.method);
        const here = best.engine.fit.evaluation.logLik;
        expect(other?.logLik).toBeLessThanOrEqual(here + 1e-8);
      }
    }
    expect([...reasons].sort()).toEqual(["perfectCorrelation", "zeroVariance"]);
  });

  it("says which variance is zero, with an interval from zero", () => {
    const labels = ["a", "a", "b", "b", "c", "c"];
    const fit = fitMultilevel({
      yi: Float64Array.of(1, 1.2, 0.9, 1.1, 1.3, 0.8),
      v: new Float64Array(6).fill(1),
      design: undefined,
      random: [{ kind: "nested", levels: [{ name: "study", labels }] }],
    });
    expect(fit.variances[0].variance).toBe(0);
    expect(fit.notes).toEqual([{ kind: "singular", component: "study", reason: "zeroVariance" }]);
    const [{ bounds }] = profileIntervals(fit);
    expect(bounds).toMatchObject({ lower: 0, lowerAtBound: true, upperAtBound: false });
    expect(randomEffects(fit)[0].groups.map(({ effects }) => effects[0])).toEqual([0, 0, 0]);
  });

  it("refuses what cannot be fitted, by name", () => {
    const data = sitesInStudies(nestedRows(2, 8, 3, 3));
    const v = data.v as Float64Array;
    expect(() => fitMultilevel({ ...data, v: v.with(3, -1) })).toThrow(EffectRowError);
    expect(() => fitMultilevel({ ...data, v: v.with(3, -1) })).toThrow("row 3: vi");
    expect(() => fitMultilevel({ ...data, yi: data.yi.with(2, Number.NaN) })).toThrow("row 2: yi");
    const x = Float64Array.from({ length: 2 * data.yi.length }, () => 1);
    expect(() => fitMultilevel({ ...data, design: { names: ["intrcpt", "dose"], x } })).toThrow(CollinearError);
    const labels = Array.from(data.yi, (_, i) => `S${i}`);
    const twice = [
      { name: "study", labels },
      { name: "effect", labels },
    ];
    expect(() => fitMultilevel({ ...data, random: [{ kind: "nested", levels: twice }] })).toThrow(UnidentifiedError);
    expect(() => fitMultilevel({ ...data, random: [{ kind: "nested", levels: twice }] })).toThrow("study");
    expect(() => fitMultilevel(data, { variances: { nothing: 1 } })).toThrow("nothing");
    expect(() => fitMultilevel(data, { variances: { study: -1 } })).toThrow(RangeError);
    const study = data.random[0].kind === "nested" ? data.random[0].levels[0].labels : [];
    expect(() => fitMultilevel({ ...data, v: samplingCovariance(v, study, 1) })).toThrow("not positive definite");
    const alone = { name: "study", labels: labels.map((_, i) => `S${i % 2}`) };
    const robust = clusterRobust(fitMultilevel(data), alone, "CR1");
    expect(robust).toEqual({ kind: "notDefined", reason: "tooFewClusters", clusters: 2 });
  });
});

describe("clusterRobust", () => {
  it("takes clusters that hold several studies, and refuses CR2 with clusters within one", () => {
    const data = sitesInStudies(nestedRows(21, 12, 3, 3));
    const fit = fitMultilevel(data);
    const study = data.random[0].kind === "nested" ? data.random[0].levels[0].labels : [];
    const region = { name: "region", labels: study.map((label) => `R${Number(label.slice(1)) % 5}`) };
    const robust = clusterRobust(fit, region);
    expect(robust).toMatchObject({ kind: "robust", type: "CR2", clusters: 5 });
    const within = { name: "site", labels: data.random[0].kind === "nested" ? data.random[0].levels[1].labels : [] };
    expect(clusterRobust(fit, within)).toMatchObject({ kind: "notDefined", reason: "clusterSplitsBlock" });
    expect(clusterRobust(fit, within, "CR0")).toMatchObject({ kind: "robust" });
  });
});

function reordered(data: MultilevelData, order: readonly number[]): MultilevelData {
  const v = data.v as Float64Array;
  const x = data.design?.x as Float64Array;
  return {
    yi: Float64Array.from(order, (i) => data.yi[i]),
    v: Float64Array.from(order, (i) => v[i]),
    design: { names: ["intrcpt", "months"], x: Float64Array.from(order.flatMap((i) => [x[2 * i], x[2 * i + 1]])) },
    random: data.random.map((term) =>
      term.kind === "nested"
        ? { ...term, levels: term.levels.map(({ name, labels }) => ({ name, labels: order.map((i) => labels[i]) })) }
        : term,
    ),
  };
}
