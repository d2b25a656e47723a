import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitMeta } from "./fit-meta.ts";
import { designOf, effectsOf } from "./golden-cases.fixture.ts";
import { CollinearError, ConvergenceError, EffectRowError, TooFewRowsError } from "./meta-error.ts";
import type { Design, Effects, MetaFit } from "./meta-fit.ts";
import { COEFFICIENT_TESTS, TAU2_METHODS } from "./methods.ts";
import { studyWeights } from "./study-weights.ts";

type Row = { readonly y: number; readonly v: number; readonly dose: number };

// Effects to three decimals: the square of 1e-162 is no number of full precision.
const row: fc.Arbitrary<Row> = fc.record({
  y: fc.integer({ min: -10_000, max: 10_000 }).map((thousandths) => thousandths / 1000),
  v: fc.double({ min: 0.05, max: 10, noNaN: true }),
  dose: fc.integer({ min: 0, max: 9 }),
});
const rows: fc.Arbitrary<Row[]> = fc
  .array(row, { minLength: 4, maxLength: 12 })
  .filter((values) => new Set(values.map(({ dose }) => dose)).size > 1);
const options = fc.record({ method: fc.constantFrom(...TAU2_METHODS), test: fc.constantFrom(...COEFFICIENT_TESTS) });

function effectsFrom(values: readonly Row[]): Effects {
  return { yi: Float64Array.from(values, ({ y }) => y), vi: Float64Array.from(values, ({ v }) => v) };
}

function doses(values: readonly Row[], origin = 0, unit = 1): Design {
  return {
    names: ["intrcpt", "dose"],
    x: Float64Array.from(values.flatMap(({ dose }) => [1, (dose - origin) / unit])),
  };
}

/** Equal but for rounding, by the size of what is compared. */
function expectSame(actual: number, expected: number, size = Math.abs(expected)): void {
  if (!Number.isFinite(expected)) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-7 * (size + 1e-3));
}

/** What no change of order, unit or origin may touch. */
function expectSamePureNumbers(actual: MetaFit, expected: MetaFit): void {
  expectSame(actual.i2, expected.i2);
  expectSame(actual.h2, expected.h2);
  expectSame(actual.qe, expected.qe);
  expectSame(actual.qep, expected.qep);
}

describe("fitMeta", () => {
  it("does not mind the order of the studies", () => {
    fc.assert(
      fc.property(rows, options, fc.boolean(), (values, chosen, moderated) => {
        const turned = [...values].reverse();
        const fit = fitMeta(effectsFrom(values), moderated ? doses(values) : undefined, chosen);
        const other = fitMeta(effectsFrom(turned), moderated ? doses(turned) : undefined, chosen);
        expectSamePureNumbers(other, fit);
        expectSame(other.tau2, fit.tau2);
        fit.coefficients.forEach(({ estimate, se }, j) => {
          expectSame(other.coefficients[j].estimate, estimate, Math.abs(estimate) + se);
          expectSame(other.coefficients[j].se, se);
        });
      }),
    );
  });

  it("follows the unit: effects by c, variances and tau² by c²", () => {
    const unit = fc.constantFrom(1e-4, 0.01, 0.3, 100, 1e5);
    fc.assert(
      fc.property(rows, options, unit, (values, chosen, c) => {
        const fit = fitMeta(effectsFrom(values), undefined, chosen);
        const scaled = values.map(({ y, v, dose }) => ({ y: c * y, v: c * c * v, dose }));
        const other = fitMeta(effectsFrom(scaled), undefined, chosen);
        expectSamePureNumbers(other, fit);
        expectSame(other.tau2 / (c * c), fit.tau2);
        expectSame(other.coefficients[0].estimate / c, fit.coefficients[0].estimate);
        expectSame(other.coefficients[0].ciLower / c, fit.coefficients[0].ciLower);
        expectSame(other.coefficients[0].p, fit.coefficients[0].p);
      }),
    );
  });

  it("moves with a constant added to all effects and changes nothing else", () => {
    const shift = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(rows, options, shift, (values, chosen, by) => {
        const fit = fitMeta(effectsFrom(values), doses(values), chosen);
        const moved = values.map(({ y, v, dose }) => ({ y: y + by, v, dose }));
        const other = fitMeta(effectsFrom(moved), doses(moved), chosen);
        expectSamePureNumbers(other, fit);
        expectSame(other.tau2, fit.tau2);
        expectSame(other.coefficients[0].estimate - by, fit.coefficients[0].estimate, 50);
        expectSame(other.coefficients[1].estimate, fit.coefficients[1].estimate, 50);
      }),
    );
  });

  it("does not mind the origin and unit of a moderator", () => {
    fc.assert(
      fc.property(rows, options, (values, chosen) => {
        const fit = fitMeta(effectsFrom(values), doses(values), chosen);
        const other = fitMeta(effectsFrom(values), doses(values, -1950, 0.01), chosen);
        expectSamePureNumbers(other, fit);
        expectSame(other.tau2, fit.tau2);
        expectSame(other.coefficients[1].estimate / 0.01, fit.coefficients[1].estimate, 1);
        expectSame(other.coefficients[1].p, fit.coefficients[1].p, 1);
        expectSame(other.qmp, fit.qmp, 1);
      }),
    );
  });

  it("is the common-effect model when tau² is 0", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...TAU2_METHODS), (values, method) => {
        const common = fitMeta(effectsFrom(values), undefined, { method: "FE", test: "z" });
        const given = fitMeta(effectsFrom(values), undefined, { method, test: "z", tau2: 0 });
        expect(given.coefficients).toEqual(common.coefficients);
        const fit = fitMeta(effectsFrom(values), undefined, { method, test: "z" });
        if (fit.tau2 === 0) expect(fit.coefficients).toEqual(common.coefficients);
      }),
    );
  });

  it("changes nothing in a common effect when two studies are merged by their precisions", () => {
    fc.assert(
      fc.property(rows, ([first, second, ...rest]) => {
        const v = 1 / (1 / first.v + 1 / second.v);
        const y = v * (first.y / first.v + second.y / second.v);
        const apart = fitMeta(effectsFrom([first, second, ...rest]), undefined, { method: "FE", test: "z" });
        const merged = fitMeta(effectsFrom([{ y, v, dose: 0 }, ...rest]), undefined, { method: "FE", test: "z" });
        expectSame(merged.coefficients[0].estimate, apart.coefficients[0].estimate, 10);
        expectSame(merged.coefficients[0].se, apart.coefficients[0].se);
      }),
    );
  });

  it("weighs a study that is given twice as two, whose weights add up to 100 with the rest", () => {
    fc.assert(
      fc.property(rows, options, (values, chosen) => {
        const fit = fitMeta(effectsFrom([...values, values[0]]), undefined, chosen);
        const weights = studyWeights(fit);
        expect(weights[values.length]).toBe(weights[0]);
        expectSame(
          weights.reduce((sum, weight) => sum + weight, 0),
          100,
        );
      }),
    );
  });

  it("fits a design of ones as a pooled effect", () => {
    fc.assert(
      fc.property(rows, options, (values, chosen) => {
        const pooled = fitMeta(effectsFrom(values), undefined, chosen);
        const ones = { names: ["intrcpt"], x: new Float64Array(values.length).fill(1) };
        const fit = fitMeta(effectsFrom(values), ones, chosen);
        expectSamePureNumbers(fit, pooled);
        expectSame(fit.tau2, pooled.tau2);
        expectSame(fit.seTau2 ?? 0, pooled.seTau2 ?? 0);
        expectSame(fit.logLik, pooled.logLik);
        expectSame(fit.aicc, pooled.aicc);
        expectSame(fit.coefficients[0].estimate, pooled.coefficients[0].estimate, 1);
        expectSame(fit.coefficients[0].se, pooled.coefficients[0].se);
        expectSame(fit.qmp, pooled.qmp, 1);
      }),
    );
  });

  it("never gives a number that is none", () => {
    const wild = fc.record({
      y: fc.oneof(fc.constant(3), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
      v: fc.oneof(fc.constant(1), fc.double({ min: 1e-9, max: 1e9, noNaN: true })),
      dose: fc.constant(0),
    });
    fc.assert(
      fc.property(fc.array(wild, { minLength: 1, maxLength: 8 }), options, (values, chosen) => {
        const { effects, design, coefficients, qmDf, notes, vcov, ...numbers } = fitMeta(
          effectsFrom(values),
          undefined,
          chosen,
        );
        for (const value of [...Object.values(numbers), ...Object.values(coefficients[0]), ...vcov])
          expect(value).not.toBeNaN();
      }),
    );
  });
});

describe("what fitMeta says before its numbers", () => {
  it("notes one study, which has no tau²", () => {
    const fit = fitMeta({ yi: Float64Array.of(3), vi: Float64Array.of(4) }, undefined);
    expect(fit.notes).toEqual([{ kind: "oneStudy" }]);
    expect(fit.tau2).toBe(0);
    expect(fit.seTau2).toBeUndefined();
    expect(fit.coefficients[0]).toMatchObject({ estimate: 3, se: 2, df: undefined });
    expect([fit.i2, fit.h2, fit.qe, fit.qep]).toEqual([0, 1, 0, 1]);
  });

  it("notes as many coefficients as studies", () => {
    const line = { names: ["intrcpt", "dose"], x: Float64Array.of(1, 0, 1, 2) };
    const fit = fitMeta({ yi: Float64Array.of(3, 7), vi: Float64Array.of(4, 5) }, line);
    expect(fit.notes).toEqual([{ kind: "saturated" }]);
    expect(fit.coefficients[1].estimate).toBeCloseTo(2, 14);
    expect(fit.r2).toBeUndefined();
  });

  it("gives R² by a common effect, and of no heterogeneity, as metafor does", () => {
    const effects = { yi: Float64Array.of(0.3, 0.5, 0.9, 0.7, 0.2), vi: Float64Array.of(0.1, 0.2, 0.2, 0.1, 0.3) };
    const dose = { names: ["intrcpt", "dose"], x: Float64Array.of(1, 1, 1, 2, 1, 3, 1, 4.5, 1, 2.2) };
    // Adjusted R² of the weighted regression, 100 (1 - (RSS / 3) / (TSS / 4)): RSS 0.83771983955569282 and TSS 1.87 by mpmath
    // with 40 digits.
    expect(fitMeta(effects, dose, { method: "FE" }).r2).toBeCloseTo(40.26953015645683, 11);
    // Q of 1.87 lies below its 4 degrees of freedom: tau² is 0 without the moderator too.
    expect(fitMeta(effects, dose, { method: "DL" }).r2).toBe(0);
    const through = { names: ["dose"], x: Float64Array.of(1, 2, 3, 4.5, 2.2) };
    expect(fitMeta(effects, through, { method: "FE" }).r2).toBeUndefined();
  });

  it("notes tau² at 0, but not where none was estimated", () => {
    const effects = { yi: Float64Array.of(1, 1.1, 0.9), vi: Float64Array.of(1, 1, 1) };
    expect(fitMeta(effects, undefined).notes).toEqual([{ kind: "tau2AtZero" }]);
    expect(fitMeta(effects, undefined, { method: "FE" }).notes).toEqual([]);
    expect(fitMeta(effects, undefined, { tau2: 0 }).notes).toEqual([]);
  });

  it("notes effects so alike that the Knapp-Hartung variance is 0", () => {
    const effects = { yi: Float64Array.of(2, 2, 2), vi: Float64Array.of(1, 2, 3) };
    const fit = fitMeta(effects, undefined, { test: "knha" });
    expect(fit.notes).toContainEqual({ kind: "effectsAlike" });
    expect(fit.coefficients[0]).toMatchObject({ se: 0, statistic: Number.POSITIVE_INFINITY, p: 0 });
    expect(fitMeta(effects, undefined).notes).toEqual([{ kind: "tau2AtZero" }]);
  });
});

describe("what fitMeta refuses", () => {
  const three = { yi: Float64Array.of(1, 2, 4), vi: Float64Array.of(1, 1, 1) };

  it("names the row and field of a number that is none", () => {
    for (const v of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const fit = (): MetaFit => fitMeta({ yi: three.yi, vi: Float64Array.of(1, v, 1) }, undefined);
      expect(fit).toThrow(expect.objectContaining({ name: "EffectRowError", row: 1, field: "vi", value: v }));
    }
    expect(() => fitMeta({ yi: Float64Array.of(1, 2, Number.NaN), vi: three.vi }, undefined)).toThrow(EffectRowError);
    const design = { names: ["intrcpt", "dose"], x: Float64Array.of(1, 0, 1, Number.NaN, 1, 2) };
    expect(() => fitMeta(three, design)).toThrow(expect.objectContaining({ row: 1, field: "x" }));
  });

  it("names collinear columns", () => {
    const effects = effectsOf("bcg_logRR");
    const design = designOf("bcg_logRR", "~ ablat + year");
    if (design === undefined) throw new TypeError("no design");
    const x = Float64Array.from({ length: 13 * 4 }, (_, i) => {
      const [one, ablat, year] = design.x.subarray(Math.floor(i / 4) * 3);
      return [one, ablat, year, 2 * ablat - 7 * one][i % 4];
    });
    expect(() => fitMeta(effects, { names: [...design.names, "twice"], x })).toThrow(
      expect.objectContaining({ name: "CollinearError", columns: ["twice", "intrcpt", "ablat"] }),
    );
    const constant = { names: ["intrcpt", "nothing"], x: Float64Array.of(1, 0, 1, 0, 1, 0) };
    expect(() => fitMeta(three, constant)).toThrow(CollinearError);
  });

  it("counts studies and coefficients", () => {
    const design = { names: ["a", "b", "c", "d"], x: new Float64Array(12) };
    expect(() => fitMeta(three, design)).toThrow(expect.objectContaining({ name: "TooFewRowsError", k: 3, p: 4 }));
    expect(() => fitMeta({ yi: new Float64Array(0), vi: new Float64Array(0) }, undefined)).toThrow(TooFewRowsError);
    expect(() => fitMeta({ yi: three.yi, vi: new Float64Array(2).fill(1) }, undefined)).toThrow(TypeError);
  });

  it("refuses levels and tau² out of range, and effects whose squares are no numbers", () => {
    for (const level of [0, 100, Number.NaN]) expect(() => fitMeta(three, undefined, { level })).toThrow(RangeError);
    for (const tau2 of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => fitMeta(three, undefined, { tau2 })).toThrow(RangeError);
    expect(() => fitMeta(three, undefined, { method: "FE", tau2: 1 })).toThrow(RangeError);
    const huge = { yi: Float64Array.of(1e200, -1e200, 1), vi: three.vi };
    expect(() => fitMeta(huge, undefined, { method: "FE" })).toThrow(RangeError);
    expect(() => fitMeta(huge, undefined, { method: "PM" })).toThrow(ConvergenceError);
  });
});
