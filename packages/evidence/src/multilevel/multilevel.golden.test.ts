import { describe, expect, it } from "vitest";
import { expectNear } from "../meta/expect-near.fixture.ts";
import { clusterRobust } from "./cluster-robust.ts";
import { fitMultilevel } from "./fit-multilevel.ts";
import { clusterOf, dataOf, type ExpectedRobust, MULTILEVEL_CASES } from "./golden-multilevel.fixture.ts";
import { multilevelI2 } from "./multilevel-i2.ts";
import { predictMultilevel } from "./predict-multilevel.ts";
import { profileIntervals } from "./profile-multilevel.ts";
import { randomEffects } from "./random-effects.ts";

// Tolerances of the file: fixed effects 1e-7, variances 1e-5, profiles 1e-3. Ours are tighter where the file has the digits.
const FIXED = 1e-9;
const VARIANCE = 1e-8;

describe("multilevel reference results", () => {
  it.each(MULTILEVEL_CASES.map((one) => [one.name, one] as const))("%s", (_name, one) => {
    const { expected } = one;
    const fit = fitMultilevel(dataOf(one), { method: one.method, test: one.test.startsWith("t") ? "t" : "z" });
    expect([fit.k, fit.p]).toEqual([expected.k, expected.p]);
    if (fit.structured.length > 0) {
      const [{ inner, tau2, correlation }] = fit.structured;
      expect(inner).toEqual(["AL", "PD"]);
      expected.tau2.forEach((value, i) => {
        expectNear(tau2[i], value, VARIANCE);
      });
      expectNear(correlation[1], expected.rho[0], VARIANCE);
    } else {
      expected.sigma2.forEach((value, i) => {
        expectNear(fit.variances[i].variance, value, VARIANCE);
      });
    }
    expect(fit.coefficients.map(({ name }) => name)).toEqual(expected.coef_names);
    fit.coefficients.forEach((coefficient, j) => {
      expectNear(coefficient.estimate, expected.beta[j], FIXED);
      expectNear(coefficient.se, expected.se[j], FIXED);
      expectNear(coefficient.statistic, expected.stat[j], FIXED);
      expect(coefficient.df ?? null).toBe(expected.ddf[j]);
      expectNear(coefficient.p, expected.pval[j], 1e-7);
      expectNear(coefficient.ciLower, expected.ci_lb[j], FIXED, FIXED * expected.se[j]);
      expectNear(coefficient.ciUpper, expected.ci_ub[j], FIXED, FIXED * expected.se[j]);
    });
    expected.vcov.flat().forEach((value, i) => {
      expectNear(fit.vcov[i], value, 1e-8);
    });
    expectNear(fit.qe, expected.QE, 1e-10);
    expectNear(fit.qep, expected.QEp, 1e-8);
    expectNear(fit.qm, expected.QM, 1e-8);
    expect([fit.qmDf[0], fit.qmDf[1] ?? null]).toEqual(expected.QMdf);
    expectNear(fit.qmp, expected.QMp, 1e-7);
    const statistics = expected.fitstats_free;
    expectNear(fit.logLik, statistics.logLik, 1e-9);
    expectNear(fit.deviance, statistics.deviance, 1e-9);
    expectNear(fit.aic, statistics.AIC, 1e-9);
    expectNear(fit.bic, statistics.BIC, 1e-9);
    expectNear(fit.aicc, statistics.AICc, 1e-9);
    expect(fit.notes).toEqual([]);
    const i2 = multilevelI2(fit);
    expectNear(i2?.total, expected.I2_multilevel_pct?.total, VARIANCE);
    expected.I2_multilevel_pct?.by_level.forEach((value, i) => {
      expectNear(i2?.byLevel[i].percent, value, VARIANCE);
    });
    if (expected.pi_default !== undefined) {
      const { prediction } = predictMultilevel(fit, { x: Float64Array.of(1) });
      if (prediction.kind === "notDefined") throw new Error(prediction.reason);
      expectNear(prediction.lower, expected.pi_default[0], VARIANCE);
      expectNear(prediction.upper, expected.pi_default[1], VARIANCE);
    }
  });

  it.each(
    MULTILEVEL_CASES.filter(({ expected }) => expected.robust !== undefined).map((one) => [one.name, one] as const),
  )("%s, cluster-robust", (_name, one) => {
    const fit = fitMultilevel(dataOf(one), { method: one.method });
    const pairs = [
      ["CR0", one.expected.robust?.CR0],
      ["CR1", one.expected.robust?.CR1_nminusp],
      ["CR2", one.expected.robust?.CR2_Satterthwaite],
    ] as const;
    for (const [type, of] of pairs) {
      const expected = of as ExpectedRobust;
      const robust = clusterRobust(fit, clusterOf(one), type);
      if (robust.kind === "notDefined") throw new Error(robust.reason);
      robust.coefficients.forEach((coefficient, j) => {
        const df = expected.ddf.length === 1 ? expected.ddf[0] : expected.ddf[j];
        expectNear(coefficient.se, expected.se[j], 1e-8);
        expectNear(coefficient.df, df, 1e-7);
        expectNear(coefficient.p, expected.pval[j], 1e-7);
        expectNear(coefficient.ciLower, expected.ci_lb[j], 1e-7, 1e-8 * expected.se[j]);
        expectNear(coefficient.ciUpper, expected.ci_ub[j], 1e-7, 1e-8 * expected.se[j]);
      });
    }
  });

  it("random effects and profile intervals of schools in districts", () => {
    const one = MULTILEVEL_CASES.find(({ expected }) => expected.ranef !== undefined);
    if (one === undefined) throw new Error("no case with random effects");
    const { ranef = {}, profile_ci_sigma2: profiles = {} } = one.expected;
    const fit = fitMultilevel(dataOf(one), { method: one.method, test: "z" });
    const profile = profileIntervals(fit);
    expect(profile.map(({ component }) => component)).toEqual(["district", "district/school"]);
    profile.forEach(({ bounds }, i) => {
      if ("kind" in bounds) throw new Error(bounds.reason);
      expectNear(bounds.lower, profiles[i + 1][0], 1e-3);
      expectNear(bounds.upper, profiles[i + 1][1], 1e-3);
    });
    // After the profiles, which use the memory of the fit.
    for (const { name, groups } of randomEffects(fit)) {
      const expected = ranef[name];
      expect(groups).toHaveLength(expected.level.length);
      for (const { label, effects, se } of groups) {
        const at = expected.level.indexOf(label);
        expectNear(effects[0], expected.intrcpt[at], 1e-7);
        expectNear(se[0], expected.se[at], 1e-7);
      }
    }
  });
});
