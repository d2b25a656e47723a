import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CovarianceFitError } from "../covariance-model/fit-covariance.ts";
import { UnidentifiedError } from "../covariance-model/identified.ts";
import { testNormal, testRandom } from "../covariance-model/synthetic-rows.fixture.ts";
import { expectNear } from "../meta/expect-near.fixture.ts";
import { CollinearError } from "../meta/meta-error.ts";
import { fitMultilevel } from "../multilevel/fit-multilevel.ts";
import { fitMixed, testMixedSum } from "./fit-mixed.ts";
import { mixedEffects } from "./mixed-effects.ts";
import type { MixedData } from "./mixed-fit.ts";
import { profileMixed } from "./profile-mixed.ts";
import { shrunkenSlopes } from "./shrunken-slopes.ts";

const seed = fc.integer({ min: 1, max: 1e6 });

/** Women of several studies, some studies as a mean only: percent change on months, weights the number of women. */
function oneStage(s: number, studies = 9): MixedData {
  const random = testRandom(s);
  const labels: string[] = [];
  const y: number[] = [];
  const x: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < studies; i++) {
    const effect = 4 * testNormal(random);
    const n = 2 + Math.floor(6 * random());
    const asMean = i % 3 === 0;
    for (let w = 0; w < (asMean ? 1 : n); w++) {
      const months = 6 + Math.floor(30 * random());
      labels.push(`S${i}`);
      x.push(1, months);
      weights.push(asMean ? n : 1);
      y.push(5 + 0.3 * months + effect + (7 / Math.sqrt(asMean ? n : 1)) * testNormal(random));
    }
  }
  const values = new Float64Array(y.length).fill(1);
  return {
    y: Float64Array.from(y),
    design: { names: ["intrcpt", "months"], x: Float64Array.from(x) },
    random: [{ group: { name: "study", labels }, effects: [{ name: "intrcpt", values }], correlated: true }],
    weights: Float64Array.from(weights),
  };
}

describe("fitMixed", () => {
  it("follows the unit of the values, and weights count relative to one another", () => {
    fc.assert(
      fc.property(seed, fc.constantFrom(0.01, 10), (s, unit) => {
        const data = oneStage(s);
        const first = fitMixed(data, { df: "kenwardRoger" });
        const y = data.y.map((value) => value * unit - 2);
        const weights = data.weights?.map((weight) => weight * 3) as Float64Array;
        const second = fitMixed({ ...data, y, weights }, { df: "kenwardRoger" });
        expectNear(second.coefficients[1].estimate, first.coefficients[1].estimate * unit, 1e-7, 1e-9 * unit);
        expectNear(second.coefficients[1].df, first.coefficients[1].df, 1e-5);
        expectNear(second.coefficients[1].p, first.coefficients[1].p, 1e-6);
        expectNear(second.random[0].sd[0], first.random[0].sd[0] * unit, 1e-6, 1e-7 * unit);
        expectNear(second.residual.variances[0].variance, first.residual.variances[0].variance * 3 * unit ** 2, 1e-6);
      }),
      { numRuns: 25 },
    );
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(seed, (s) => {
        const data = oneStage(s);
        const random = testRandom(s + 1);
        const order = Array.from(data.y, (_, i) => i).sort(() => random() - 0.5);
        const [effects] = data.random;
        const moved: MixedData = {
          y: Float64Array.from(order, (i) => data.y[i]),
          design: { ...data.design, x: Float64Array.from(order.flatMap((i) => [1, data.design.x[2 * i + 1]])) },
          random: [{ ...effects, group: { name: "study", labels: order.map((i) => effects.group.labels[i]) } }],
          weights: Float64Array.from(order, (i) => (data.weights as Float64Array)[i]),
        };
        const [first, second] = [fitMixed(data), fitMixed(moved)];
        expectNear(second.minus2LogLik, first.minus2LogLik, 1e-10);
        second.coefficients.forEach(({ estimate, df }, j) => {
          expectNear(estimate, first.coefficients[j].estimate, 1e-7, 1e-9);
          expectNear(df, first.coefficients[j].df, 1e-5);
        });
      }),
      { numRuns: 25 },
    );
  });

  it("agrees with the multilevel model when the residual variance that it found is taken as known", () => {
    const data = oneStage(6, 14);
    const mixed = fitMixed(data, { df: "none" });
    const { variance } = mixed.residual.variances[0];
    const v = (data.weights as Float64Array).map((weight) => variance / weight);
    const random = [{ kind: "nested", levels: [data.random[0].group] }] as const;
    const multilevel = fitMultilevel({ yi: data.y, v, design: data.design, random }, { test: "z" });
    expect(mixed.random[0].sd[0]).toBeGreaterThan(0);
    expectNear(multilevel.variances[0].variance, mixed.random[0].covariance[0], 1e-7);
    mixed.coefficients.forEach(({ estimate, se, p }, j) => {
      expectNear(estimate, multilevel.coefficients[j].estimate, 1e-8);
      expectNear(se, multilevel.coefficients[j].se, 1e-8);
      expectNear(p, multilevel.coefficients[j].p, 1e-7);
    });
  });

  it("tests sums of coefficients with their own degrees of freedom", () => {
    const data = oneStage(7);
    for (const df of ["satterthwaite", "kenwardRoger", "contain", "none"] as const) {
      const fit = fitMixed(data, { df });
      expect(testMixedSum(fit, Float64Array.of(0, 1), "months")).toEqual(fit.coefficients[1]);
      // Moving the origin of time makes the sum a coefficient of its own.
      const moved = fitMixed(
        { ...data, design: { ...data.design, x: data.design.x.map((value, i) => (i % 2 === 1 ? value - 12 : value)) } },
        { df },
      );
      const sum = testMixedSum(fit, Float64Array.of(1, 12), "at 12 months");
      expectNear(sum.estimate, moved.coefficients[0].estimate, 1e-8);
      expectNear(sum.se, moved.coefficients[0].se, 1e-7);
      if (df !== "contain") expectNear(sum.df, moved.coefficients[0].df, 1e-6);
    }
  });

  it("shrinks the effects of groups towards zero, the more the less a group says", () => {
    const fit = fitMixed(oneStage(3));
    const [{ groups }] = mixedEffects(fit);
    const sd = fit.random[0].sd[0];
    expect(groups).toHaveLength(9);
    for (const { se } of groups) expect(se[0]).toBeLessThanOrEqual(sd * 1.5);
    const total = groups.reduce((sum, { effects }) => sum + effects[0], 0);
    expect(Math.abs(total)).toBeLessThan(1e-6 * sd);
  });

  it("notes a variance of zero and gives its profile an end at zero", () => {
    const labels = ["a", "a", "a", "b", "b", "b", "c", "c", "c"];
    const values = new Float64Array(9).fill(1);
    const fit = fitMixed({
      y: Float64Array.of(1, 2, 3, 1.1, 2.1, 2.9, 0.9, 2, 3.1),
      design: { names: ["intrcpt"], x: values },
      random: [{ group: { name: "id", labels }, effects: [{ name: "intrcpt", values }], correlated: true }],
    });
    expect(fit.notes).toEqual([{ kind: "singular", component: "id", reason: "zeroVariance" }]);
    expect(fit.random[0].covariance[0]).toBe(0);
    expectNear(fit.coefficients[0].df, 8, 1e-9);
    const [sd, residual, mean] = profileMixed(fit);
    expect(sd.bounds).toMatchObject({ lower: 0, lowerAtBound: true });
    expect(residual.bounds?.lower).toBeGreaterThan(0);
    expect(mean.bounds?.lower).toBeLessThan(fit.coefficients[0].estimate);
  });

  it("refuses what it cannot fit, by name", () => {
    const data = oneStage(2);
    const k = data.y.length;
    const x = Float64Array.from({ length: 2 * k }, () => 1);
    expect(() => fitMixed({ ...data, design: { names: ["intrcpt", "dose"], x } })).toThrow(CollinearError);
    expect(() => fitMixed({ ...data, weights: (data.weights as Float64Array).with(4, 0) })).toThrow("row 4: weight");
    expect(() => fitMixed({ ...data, y: data.y.with(1, Number.NaN) })).toThrow("row 1: yi");
    expect(() => fitMixed(data, { method: "ML", df: "kenwardRoger" })).toThrow("REML");
    const alone = { ...data.random[0], group: { name: "row", labels: Array.from(data.y, (_, i) => `${i}`) } };
    const { weights: _, ...unweighted } = data;
    expect(() => fitMixed({ ...unweighted, random: [alone] })).toThrow(UnidentifiedError);
    const time = new Float64Array(k);
    expect(() => fitMixed({ ...data, residual: { kind: "CAR1", time } })).toThrow("at the same time");
    const perfect = data.y.map((_value, i) => data.design.x[2 * i + 1]);
    expect(() => fitMixed({ ...data, y: perfect })).toThrow("fitted perfectly");
    const twoLevels = data.random[0].group.labels.map((label) => Number(label.slice(1)));
    const between = Float64Array.from(twoLevels);
    expect(() => fitMixed({ ...data, y: between })).toThrow(CovarianceFitError);
  });
});

describe("shrunkenSlopes", () => {
  it("names patients without a slope, and needs two with one", () => {
    const patient = { name: "id", labels: ["a", "a", "b", "c", "c"] };
    const values = Float64Array.of(0.7, 0.72, 0.8, 0.6, 0.61);
    const found = shrunkenSlopes(patient, Float64Array.of(0, 1, 0, 0, 2), values, 0.01);
    expect(found).toMatchObject({ kind: "slopes", withoutSlope: ["b"] });
    expect(shrunkenSlopes(patient, Float64Array.of(0, 1, 0, 3, 3), values, 0.01)).toEqual({
      kind: "tooFewPatients",
      patients: 1,
      withoutSlope: ["b", "c"],
    });
    expect(() => shrunkenSlopes(patient, Float64Array.of(0, 1, 0, 3, 3), values, 0)).toThrow("measurementSd");
  });

  it("lies between a patient's own slope and the mean slope", () => {
    fc.assert(
      fc.property(seed, (s) => {
        const random = testRandom(s);
        const labels = Array.from({ length: 15 }, (_, i) => `P${i % 5}`);
        const time = Float64Array.from(labels, (_, i) => Math.floor(i / 5) + random());
        const values = Float64Array.from(time, (t) => 0.8 + 0.02 * t + 0.02 * testNormal(random));
        const found = shrunkenSlopes({ name: "id", labels }, time, values, 0.01);
        if (found.kind !== "slopes") throw new Error(found.kind);
        for (const { slope, shrunken } of found.patients) {
          expect(shrunken).toBeGreaterThanOrEqual(Math.min(slope, found.pooled) - 1e-12);
          expect(shrunken).toBeLessThanOrEqual(Math.max(slope, found.pooled) + 1e-12);
        }
      }),
    );
  });
});
