import { describe, expect, it } from "vitest";
import { expectNear } from "../meta/expect-near.fixture.ts";
import { fitMixed } from "./fit-mixed.ts";
import {
  lmeExpected,
  MIXED_CASES,
  type MixedCase,
  orthodont,
  SLOPES_EXPECTED,
  trajectories,
} from "./golden-mixed.fixture.ts";
import { mixedEffects } from "./mixed-effects.ts";
import type { MixedDf, MixedFit } from "./mixed-fit.ts";
import { profileMixed } from "./profile-mixed.ts";
import { shrunkenSlopes } from "./shrunken-slopes.ts";

// Tolerances of the files: fixed effects 1e-7, variances 1e-5, -2 log L 1e-8, degrees of freedom 1e-3 (they were taken at
// lme4's own optimum). Ours are tighter where the files have the digits.
const FIXED = 1e-8;
const VARIANCE = 1e-7;
const DF = 1e-3;

function fitted({ data, reml }: MixedCase, df: MixedDf): MixedFit {
  return fitMixed(data, { method: reml ? "REML" : "ML", df });
}

/** Variances in the order of the files: of the intercept, its covariance with the slope, of the slope, of the residual. */
function varianceComponents({ random, residual }: MixedFit, correlated: boolean): number[] {
  const [{ covariance, effects }] = random;
  const own =
    effects.length === 1
      ? [covariance[0]]
      : correlated
        ? [covariance[0], covariance[1], covariance[3]]
        : [covariance[0], covariance[3]];
  return [...own, residual.variances[0].variance];
}

describe("mixed model reference results", () => {
  it.each(MIXED_CASES.map((one) => [one.name, one] as const))("%s", (_name, one) => {
    const { expected, formula } = one;
    const fit = fitted(one, "satterthwaite");
    expect([fit.n, fit.random[0].groups]).toEqual([expected.n, expected.groups]);
    Object.values(expected.varcomp).forEach((value, i) => {
      expectNear(varianceComponents(fit, !formula.includes("||"))[i], value, VARIANCE);
    });
    expect(fit.coefficients.map(({ name }) => name)).toEqual(expected.fixef_names);
    fit.coefficients.forEach(({ estimate, se }, j) => {
      expectNear(estimate, expected.fixef[j], FIXED);
      expectNear(se, expected.fixef_se[j], FIXED);
    });
    expected.vcov?.flat().forEach((value, i) => {
      const [row, column] = [Math.floor(i / fit.p), i % fit.p];
      expectNear(fit.vcov[i], value, 1e-7, 1e-10 * expected.fixef_se[row] * expected.fixef_se[column]);
    });
    expectNear(fit.minus2LogLik, expected.minus2ll, 1e-10);
    if (expected.AIC !== undefined) expectNear(fit.aic, expected.AIC, 1e-10);
    if (expected.BIC !== undefined) expectNear(fit.bic, expected.BIC, 1e-10);
    expect(fit.notes).toEqual([]);
    const { satterthwaite, kenward_roger: kenwardRoger, blup } = expected;
    if (satterthwaite !== undefined) {
      fit.coefficients.forEach(({ df, p, statistic }, j) => {
        expectNear(df, satterthwaite.df[j], DF);
        expectNear(statistic, satterthwaite.t?.[j] ?? statistic, 1e-5);
        expectNear(p, satterthwaite.p[j], 1e-2);
      });
    }
    if (kenwardRoger !== undefined) {
      fitted(one, "kenwardRoger").coefficients.forEach(({ df, p, se, statistic }, j) => {
        expectNear(df, kenwardRoger.df[j], DF);
        expectNear(se, kenwardRoger.se?.[j], 1e-5);
        expectNear(statistic, kenwardRoger.t?.[j], 1e-5);
        expectNear(p, kenwardRoger.p[j], 1e-2);
      });
    }
    if (blup !== undefined) {
      const [{ groups }] = mixedEffects(fit);
      const scale = Math.max(...blup.intercept.map(Math.abs));
      blup.group.forEach((label, u) => {
        const own = groups.find((group) => group.label === label);
        expectNear(own?.effects[0], blup.intercept[u], FIXED, 1e-8 * scale);
        if (blup.slope !== null) expectNear(own?.effects[1], blup.slope[u], FIXED, 1e-8 * scale);
      });
    }
  });

  it.each(
    MIXED_CASES.filter(({ expected }) => expected.profile_ci_ML_sd_scale !== undefined).map(
      (one) => [one.name, one] as const,
    ),
  )("%s, profiles", (_name, one) => {
    const expected = one.expected.profile_ci_ML_sd_scale;
    if (expected === undefined) throw new Error("no profile");
    const profiles = profileMixed(fitted(one, "none"));
    // lme4 lists a correlation between the two SDs.
    if (profiles[2].kind === "correlation") profiles.splice(1, 2, profiles[2], profiles[1]);
    expect(profiles).toHaveLength(expected.names.length);
    profiles.forEach(({ bounds }, i) => {
      // lme4 interpolates its profile by splines: 1e-3 of the width.
      const width = expected.ub[i] - expected.lb[i];
      expectNear(bounds?.lower, expected.lb[i], 0, 1e-3 * width);
      expectNear(bounds?.upper, expected.ub[i], 0, 1e-3 * width);
    });
  });
});

// The file's own tolerances for nlme's optimiser: logLik 1e-6, fixed effects 1e-5, variance and correlation 1e-3.
describe("nlme reference results", () => {
  it("random intercept", () => {
    const expected = lmeExpected("random intercept");
    const fit = fitMixed(orthodont(), { df: "contain" });
    expectNear(fit.logLik, expected.logLik, 1e-8);
    expect(fit.coefficients.map(({ df }) => df)).toEqual(expected.df);
    fit.coefficients.forEach(({ statistic }, j) => {
      expectNear(statistic, expected.t[j], 1e-5);
    });
  });

  it("continuous-time autocorrelation", () => {
    const expected = lmeExpected("corCAR1");
    const { age, ...data } = orthodont();
    const fit = fitMixed({ ...data, residual: { kind: "CAR1", time: age } });
    expectNear(fit.logLik, expected.logLik, 1e-8);
    expectNear(fit.aic, expected.AIC, 1e-8);
    fit.coefficients.forEach(({ estimate, se }, j) => {
      expectNear(estimate, expected.fixef[j], 1e-5);
      expectNear(se, expected.fixef_se[j], 1e-4);
    });
    expectNear(Math.sqrt(fit.residual.variances[0].variance), expected.sigma, 1e-3);
    expectNear(fit.residual.phi, expected.corStruct?.[0], 1e-3);
    expectNear(fit.random[0].covariance[0], Number(expected.varcorr[0].split(" | ")[0]), 1e-3);
  });

  it("a residual variance for each sex", () => {
    const expected = lmeExpected("varIdent(Sex)");
    const { sex, ...data } = orthodont();
    const fit = fitMixed({ ...data, residual: { kind: "byGroup", by: { name: "Sex", labels: sex } } });
    expectNear(fit.logLik, expected.logLik, 1e-8);
    expectNear(fit.aic, expected.AIC, 1e-8);
    fit.coefficients.forEach(({ estimate, se }, j) => {
      expectNear(estimate, expected.fixef[j], 1e-5);
      expectNear(se, expected.fixef_se[j], 1e-5);
    });
    const [female, male] = fit.residual.variances;
    expect([female.label, male.label]).toEqual(["Female", "Male"]);
    const sds = [Math.sqrt(female.variance), Math.sqrt(male.variance)];
    const ratio = expected.varStruct?.[0] ?? Number.NaN;
    expectNear(Math.min(...sds), expected.sigma, 1e-3);
    expectNear(Math.max(...sds) / Math.min(...sds), ratio, 1e-3);
  });
});

describe("shrunken slopes", () => {
  it("of six women with a known measurement SD", () => {
    const { id, years, bmd } = trajectories();
    const found = shrunkenSlopes({ name: "id", labels: id }, years, bmd, 0.01);
    if (found.kind !== "slopes") throw new Error(found.kind);
    const expected = SLOPES_EXPECTED;
    expectNear(found.tau2, expected.tau2, 1e-7);
    expectNear(found.pooled, expected.pooled, 1e-8);
    expectNear(found.pooledSe, expected.pooled_se, 1e-7);
    expect(found.patients.map(({ label }) => label)).toEqual(expected.patient);
    found.patients.forEach((patient, i) => {
      expectNear(patient.slope, expected.slope[i], 1e-10);
      expectNear(patient.slopeVariance, expected.slope_var[i], 1e-10);
      expectNear(patient.shrunken, expected.blup[i], 1e-7);
      expectNear(patient.shrunkenSe, expected.blup_se[i], 1e-7);
    });
  });
});
