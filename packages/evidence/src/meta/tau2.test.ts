import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectsOf } from "./golden-cases.fixture.ts";
import { TAU2_METHODS, type Tau2Method } from "./methods.ts";
import { createModel, type Model, weigh, weighWithTraces } from "./model.ts";
import { estimateTau2, type Tau2Estimate } from "./tau2.ts";
import { logLikelihood } from "./tau2-likelihood.ts";

const effect = fc.record({
  y: fc.double({ min: -10, max: 10, noNaN: true }),
  v: fc.double({ min: 0.01, max: 20, noNaN: true }),
});
const effects = fc.array(effect, { minLength: 3, maxLength: 12 }).map((rows) => ({
  yi: Float64Array.from(rows, ({ y }) => y),
  vi: Float64Array.from(rows, ({ v }) => v),
}));

function estimate(model: Model, method: Tau2Method): Tau2Estimate {
  weighWithTraces(model, 0);
  return estimateTau2(model, method);
}

describe("estimateTau2", () => {
  it("gives every estimator its closed form when variances are equal", () => {
    const yi = Float64Array.of(3, 9, 4, 11, 1, 8);
    const model = createModel({ yi, vi: new Float64Array(6).fill(2) }, undefined);
    const sumOfSquares = 76;
    for (const method of ["DL", "HE", "REML", "EB", "PM"] as const)
      expect(estimate(model, method).tau2).toBeCloseTo(sumOfSquares / 5 - 2, 12);
    expect(estimate(model, "ML").tau2).toBeCloseTo(sumOfSquares / 6 - 2, 12);
    expect(estimate(model, "HS").tau2).toBeCloseTo(sumOfSquares / 6 - 2, 12);
    expect(estimate(model, "HSk").tau2).toBeCloseTo(sumOfSquares / 5 - 2, 12);
    expect(estimate(model, "SJ").tau2).toBeCloseTo(
      ((sumOfSquares / 6) * (sumOfSquares / (2 + sumOfSquares / 6))) / 5,
      12,
    );
  });

  it("is 0 without degrees of freedom or spread", () => {
    for (const method of TAU2_METHODS) {
      const one = createModel({ yi: Float64Array.of(3), vi: Float64Array.of(1) }, undefined);
      expect(estimate(one, method).tau2).toBe(0);
      const alike = createModel({ yi: Float64Array.of(3, 3, 3), vi: Float64Array.of(1, 2, 3) }, undefined);
      expect(estimate(alike, method).tau2).toBe(0);
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
        const { tau2 } = estimate(model, restricted ? "REML" : "ML");
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
        const { tau2 } = estimate(model, "PM");
        weigh(model, tau2);
        if (tau2 > 0) expect(model.yPy).toBeCloseTo(model.k - 1, 9);
        else expect(model.yPy).toBeLessThanOrEqual(model.k - 1);
        expect(estimate(model, "EB").tau2).toBe(tau2);
      }),
    );
  });

  it("takes a handful of passes", () => {
    const model = createModel(effectsOf("bcg_logRR"), undefined);
    expect(estimate(model, "REML").iterations).toBeLessThanOrEqual(14);
    expect(estimate(model, "PM").iterations).toBeLessThanOrEqual(8);
  });
});
