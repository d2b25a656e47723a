import { describe, expect, it } from "vitest";
import { fitMeta } from "./fit-meta.ts";
import { designOf, effectsOf, GOLDEN_CASES } from "./golden-cases.fixture.ts";

/** Of the README of the reference results. */
const RELATIVE_TOLERANCE = 1e-8;
/** Where our tau² is at its bound, metafor's iterations stop up to 1e-14 above it (I² up to 1e-11 percent). */
const AT_ZERO = 1e-11;

function expectNear(actual: number | undefined, expected: number | null | undefined): void {
  if (expected === null || expected === undefined) expect(actual).toBeUndefined();
  else {
    const allowed = actual === 0 ? AT_ZERO : RELATIVE_TOLERANCE * Math.abs(expected);
    expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(allowed);
  }
}

describe("fitMeta against metafor 5.1-12", () => {
  it("has all cases", () => {
    expect(GOLDEN_CASES).toHaveLength(310);
  });

  it.each(GOLDEN_CASES)("$name", ({ dataset, method, test, mods, level, expected }) => {
    const fit = fitMeta(effectsOf(dataset), designOf(dataset, mods), { method, test, level });
    expect(fit.k).toBe(expected.k);
    expect(fit.p).toBe(expected.p);
    expectNear(fit.tau2, expected.tau2);
    expectNear(fit.seTau2, expected.se_tau2);
    expectNear(fit.i2, expected.I2);
    expectNear(fit.h2, expected.H2);
    expectNear(fit.qe, expected.QE);
    expectNear(fit.qep, expected.QEp);
    expectNear(fit.qm, expected.QM);
    expect(fit.qmDf).toEqual([expected.QMdf[0], expected.QMdf[1] ?? undefined]);
    expectNear(fit.qmp, expected.QMp);
    // Where metafor's own fit without moderators failed, the file has no R².
    if (expected.R2 !== null) expectNear(fit.r2, expected.R2);
    expect(fit.coefficients.map(({ name }) => name)).toEqual(expected.coef_names);
    fit.coefficients.forEach((coefficient, j) => {
      expectNear(coefficient.estimate, expected.beta[j]);
      expectNear(coefficient.se, expected.se[j]);
      expectNear(coefficient.statistic, expected.stat[j]);
      expect(coefficient.df).toBe(expected.ddf[0] ?? undefined);
      expectNear(coefficient.p, expected.pval[j]);
      expectNear(coefficient.ciLower, expected.ci_lb[j]);
      expectNear(coefficient.ciUpper, expected.ci_ub[j]);
    });
    expected.vcov.flat().forEach((value, i) => {
      expectNear(fit.vcov[i], value);
    });
    expectNear(fit.logLik, expected.fitstats.logLik);
    expectNear(fit.deviance, expected.fitstats.deviance);
    expectNear(fit.aic, expected.fitstats.AIC);
    expectNear(fit.bic, expected.fitstats.BIC);
    expectNear(fit.aicc, expected.fitstats.AICc);
  });
});
