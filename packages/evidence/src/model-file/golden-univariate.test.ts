import { describe, expect, it } from "vitest";
import golden from "../../golden/meta-univariate.json" with { type: "json" };
import { expectNear } from "../meta/expect-near.fixture.ts";
import { GOLDEN_CASES } from "../meta/golden-cases.fixture.ts";
import type { UnivariateOutput } from "./fit-shape.ts";
import { univariateShape } from "./fit-shape.ts";
import { runColumns, type Table } from "./run-text.fixture.ts";

const datasets = golden.datasets as unknown as Readonly<Record<string, { readonly columns: Table }>>;

/** Tolerances of the reference results. */
const MOST = 1e-8;
const SE_TAU2 = 1e-6;
const Q_PROFILE = 1e-6;
/** Where our tau² is at its bound, metafor's iterations stop up to 1e-14 above it (I² up to 1e-11 percent). */
const AT_ZERO = 1e-11;

type Value = number | null | undefined;

function near(actual: Value, expected: Value, relative = MOST): void {
  expectNear(actual ?? undefined, expected, actual === 0 ? 0 : relative, actual === 0 ? AT_ZERO : 0);
}

function all(actual: readonly Value[], expected: readonly Value[], relative = MOST): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, at) => {
    near(actual[at], value, relative);
  });
}

/** One number of every entry of a list. */
function each<K extends string>(list: readonly { readonly [key in K]?: Value }[], key: K): readonly Value[] {
  return list.map((one) => one[key]);
}

describe("evidence fit on files agrees with metafor", () => {
  it.each(GOLDEN_CASES)("$name", ({ dataset, method, test, mods, level, expected }) => {
    const model = { label: "slab", moderators: mods, method, test, level, extras: ["fitted"] };
    const output = runColumns(datasets[dataset].columns, model) as UnivariateOutput;
    expect(univariateShape.safeParse(output).error).toBeUndefined();
    const { coefficients, fitStatistics, heterogeneityInterval: interval } = output;
    expect(coefficients.map(({ name }) => name)).toEqual(expected.coef_names);
    expect([output.k, output.p]).toEqual([expected.k, expected.p]);
    near(output.tau2, expected.tau2);
    near(output.seTau2, expected.se_tau2, SE_TAU2);
    all([output.i2, output.h2], [expected.I2, expected.H2]);
    all([output.qe, output.qep], [expected.QE, expected.QEp]);
    all([output.qm, output.qmp], [expected.QM, expected.QMp]);
    expect(output.qmDf).toEqual([expected.QMdf[0], expected.QMdf[1] ?? null]);
    // Where metafor's own fit without moderators failed, the file has no R².
    if (expected.R2 !== null || mods === "~ 1") near(output.r2, expected.R2);
    all(each(coefficients, "estimate"), expected.beta);
    all(each(coefficients, "se"), expected.se);
    all(each(coefficients, "statistic"), expected.stat);
    all(each(coefficients, "p"), expected.pval);
    all(each(coefficients, "ciLower"), expected.ci_lb);
    all(each(coefficients, "ciUpper"), expected.ci_ub);
    expect(new Set(each(coefficients, "df"))).toEqual(new Set([expected.ddf[0] ?? null]));
    all(output.vcov.flat(), expected.vcov.flat());
    const { logLik, deviance, AIC, BIC, AICc } = expected.fitstats;
    all(
      [fitStatistics.logLik, fitStatistics.deviance, fitStatistics.aic, fitStatistics.bic, fitStatistics.aicc],
      [logLik, deviance, AIC, BIC, AICc],
    );
    const own = output.predictionInterval;
    const riley = output.predictionIntervalRiley;
    all(own === null ? [] : [own.lower, own.upper], expected.pi_default ?? []);
    all(riley === null ? [] : [riley.lower, riley.upper], expected.pi_riley_t_km2 ?? []);
    const profile = expected.qp_ci;
    if (profile !== undefined) {
      const pairs = [
        [interval?.tau2, profile.tau2],
        [interval?.i2, profile.I2],
        [interval?.h2, profile.H2],
      ] as const;
      for (const [bounds, [lower, upper]] of pairs) {
        near(bounds?.lower, lower, Q_PROFILE);
        // metafor gave up its search at this bound and marks it so.
        if (profile.ub_sign === ">") expect(bounds?.upper).toBeGreaterThan(upper);
        else near(bounds?.upper, upper, Q_PROFILE);
      }
    }
    if (expected.weights_pct !== undefined) all(each(output.rows, "weight"), expected.weights_pct);
    if (expected.fitted === undefined) return;
    const fitted = output.extras[0].rows as readonly Readonly<Record<string, Value>>[];
    all(each(fitted, "estimate"), expected.fitted);
    all(each(fitted, "se"), expected.fitted_se ?? []);
    all(each(fitted, "ciLower"), expected.fitted_ci_lb ?? []);
    all(each(fitted, "ciUpper"), expected.fitted_ci_ub ?? []);
    all(each(fitted, "piLower"), expected.fitted_pi_lb ?? []);
    all(each(fitted, "piUpper"), expected.fitted_pi_ub ?? []);
  });
});
