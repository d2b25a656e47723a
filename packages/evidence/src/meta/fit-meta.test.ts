import { describe, expect, it } from "vitest";
import { expectNear } from "./expect-near.fixture.ts";
import { fitMeta } from "./fit-meta.ts";
import { designOf, effectsOf, GOLDEN_CASES } from "./golden-cases.fixture.ts";

/** Of the README of the reference results. */
const RELATIVE_TOLERANCE = 1e-8;
/** Where our tau² is at its bound, metafor's iterations stop up to 1e-14 above it (I² up to 1e-11 percent). */
const AT_ZERO = 1e-11;

function near(actual: number | undefined, expected: number | null | undefined): void {
  if (actual === 0) expectNear(actual, expected, 0, AT_ZERO);
  else expectNear(actual, expected, RELATIVE_TOLERANCE);
}

describe("fitMeta against metafor 5.1-12", () => {
  it("has all cases", () => {
    expect(GOLDEN_CASES).toHaveLength(310);
  });

  it.each(GOLDEN_CASES)("$name", ({ dataset, method, test, mods, level, expected }) => {
    const fit = fitMeta(effectsOf(dataset), designOf(dataset, mods), { method, test, level });
    expect(fit.k).toBe(expected.k);
    expect(fit.p).toBe(expected.p);
    near(fit.tau2, expected.tau2);
    near(fit.seTau2, expected.se_tau2);
    near(fit.i2, expected.I2);
    near(fit.h2, expected.H2);
    near(fit.qe, expected.QE);
    near(fit.qep, expected.QEp);
    near(fit.qm, expected.QM);
    expect(fit.qmDf).toEqual([expected.QMdf[0], expected.QMdf[1] ?? undefined]);
    near(fit.qmp, expected.QMp);
    // Where metafor's own fit without moderators failed, the file has no R².
    if (expected.R2 !== null) near(fit.r2, expected.R2);
    expect(fit.coefficients.map(({ name }) => name)).toEqual(expected.coef_names);
    fit.coefficients.forEach((coefficient, j) => {
      near(coefficient.estimate, expected.beta[j]);
      near(coefficient.se, expected.se[j]);
      near(coefficient.statistic, expected.stat[j]);
      expect(coefficient.df).toBe(expected.ddf[0] ?? undefined);
      near(coefficient.p, expected.pval[j]);
      near(coefficient.ciLower, expected.ci_lb[j]);
      near(coefficient.ciUpper, expected.ci_ub[j]);
    });
    expected.vcov.flat().forEach((value, i) => {
      near(fit.vcov[i], value);
    });
    near(fit.logLik, expected.fitstats.logLik);
    near(fit.deviance, expected.fitstats.deviance);
    near(fit.aic, expected.fitstats.AIC);
    near(fit.bic, expected.fitstats.BIC);
    near(fit.aicc, expected.fitstats.AICc);
  });
});
