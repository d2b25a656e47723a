import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectsOf } from "./golden-cases.fixture.ts";
import { TAU2_METHODS } from "./methods.ts";
import { createModel, weigh } from "./model.ts";
import { estimateTau2 } from "./tau2.ts";
import { logLikelihood } from "./tau2-likelihood.ts";

const effect = fc.record({
  y: fc.double({ min: -10, max: 10, noNaN: true }),
  v: fc.double({ min: 0.01, max: 20, noNaN: true }),
});
const effects = fc.array(effect, { minLength: 3, maxLength: 12 }).map((rows) => ({
  yi: Float64Array.from(rows, ({ y }) => y),
  vi: Float64Array.from(rows, ({ v }) => v),
}));

describe("estimateTau2", () => {
  it("gives every estimator its closed form when variances are equal", () => {
    const yi = Float64Array.of(3, 9, 4, 11, 1, 8);
    const model = createModel({ yi, vi: new Float64Array(6).fill(2) }, undefined);
    const sumOfSquares = 76;
    for (const method of ["DL", "HE", "REML", "EB", "PM"] as const)
      expect(estimateTau2(model, method).tau2).toBeCloseTo(sumOfSquares / 5 - 2, 12);
    expect(estimateTau2(model, "ML").tau2).toBeCloseTo(sumOfSquares / 6 - 2, 12);
    expect(estimateTau2(model, "HS").tau2).toBeCloseTo(sumOfSquares / 6 - 2, 12);
    expect(estimateTau2(model, "HSk").tau2).toBeCloseTo(sumOfSquares / 5 - 2, 12);
    expect(estimateTau2(model, "SJ").tau2).toBeCloseTo(
      ((sumOfSquares / 6) * (sumOfSquares / (2 + sumOfSquares / 6))) / 5,
      12,
    );
  });

  it("is 0 without degrees of freedom or spread", () => {
    for (const method of TAU2_METHODS) {
      const one = createModel({ yi: Float64Array.of(3), vi: Float64Array.of(1) }, undefined);
      expect(estimateTau2(one, method).tau2).toBe(0);
      const alike = createModel({ yi: Float64Array.of(3, 3, 3), vi: Float64Array.of(1, 2, 3) }, undefined);
      expect(estimateTau2(alike, method).tau2).toBe(0);
    }
  });

  it("finds a maximum of the likelihood that no value of a fine grid exceeds, also where there are two", () => {
    const spread = fc.array(
      fc.record({
        y: fc.double({ min: -3, max: 3, noNaN: true }),
        v: fc.constantFrom(1e-4, 1e-3, 0.01, 0.1, 1, 10),
      }),
      { minLength: 3, maxLength: 9 },
    );
    fc.assert(
      fc.property(spread, fc.boolean(), (rows, restricted) => {
        const yi = Float64Array.from(rows, ({ y }) => y);
        const model = createModel({ yi, vi: Float64Array.from(rows, ({ v }) => v) }, undefined);
        const { tau2 } = estimateTau2(model, restricted ? "REML" : "ML");
        const logLik = (at: number): number => {
          weigh(model, at);
          return logLikelihood(model, restricted);
        };
        const best = logLik(tau2);
        for (let exponent = -6; exponent <= 3; exponent += 0.05)
          expect(logLik(10 ** exponent)).toBeLessThanOrEqual(best + 1e-9);
        expect(logLik(0)).toBeLessThanOrEqual(best + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it("solves the Paule-Mandel equation or is at 0", () => {
    fc.assert(
      fc.property(effects, (data) => {
        const model = createModel(data, undefined);
        const { tau2 } = estimateTau2(model, "PM");
        weigh(model, tau2);
        if (tau2 > 0) expect(model.yPy).toBeCloseTo(model.k - 1, 9);
        else expect(model.yPy).toBeLessThanOrEqual(model.k - 1);
        expect(estimateTau2(model, "EB").tau2).toBe(tau2);
      }),
    );
  });

  it("takes a handful of passes", () => {
    const model = createModel(effectsOf("bcg_logRR"), undefined);
    expect(estimateTau2(model, "REML").iterations).toBeLessThanOrEqual(14);
    expect(estimateTau2(model, "PM").iterations).toBeLessThanOrEqual(8);
  });
});
