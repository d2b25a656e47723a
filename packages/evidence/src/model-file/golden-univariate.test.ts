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

function near(
  actual: number | null | undefined,
  expected: number | null | undefined,
  relative: number,
  absolute = 0,
): void {
  expectNear(actual ?? undefined, expected, relative, absolute);
}

function all(
  actual: readonly (number | null | undefined)[],
  expected: readonly (number | null)[],
  relative: number,
  absolute = 0,
): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, at) => {
    near(actual[at], value, relative, absolute);
  });
}

describe("evidence fit on files agrees with metafor", () => {
  it.each(GOLDEN_CASES.map((one) => [one.name, one] as const))(
    "%s",
    (_name, { dataset, method, test, mods, level, expected }) => {
      const model = { label: "slab", moderators: mods, method, test, level, extras: ["fitted"] };
      const output = runColumns(datasets[dataset].columns, model) as UnivariateOutput;
      expect(univariateShape.safeParse(output).error).toBeUndefined();
      expect(output.coefficients.map(({ name }) => name)).toEqual(expected.coef_names);
      expect([output.k, output.p]).toEqual([expected.k, expected.p]);
      near(output.tau2, expected.tau2, MOST, 1e-12);
      near(output.seTau2, expected.se_tau2, SE_TAU2);
      near(output.i2, expected.I2, MOST, 1e-8);
      near(output.h2, expected.H2, MOST);
      near(output.qe, expected.QE, MOST);
      near(output.qep, expected.QEp, MOST);
      near(output.qm, expected.QM, MOST);
      near(output.qmp, expected.QMp, MOST);
      expect(output.qmDf).toEqual([expected.QMdf[0], expected.QMdf[1] ?? null]);
      near(output.r2, expected.R2, MOST, 1e-8);
      all(
        output.coefficients.map(({ estimate }) => estimate),
        expected.beta,
        MOST,
      );
      all(
        output.coefficients.map(({ se }) => se),
        expected.se,
        MOST,
      );
      all(
        output.coefficients.map(({ statistic }) => statistic),
        expected.stat,
        MOST,
      );
      all(
        output.coefficients.map(({ p }) => p),
        expected.pval,
        MOST,
      );
      all(
        output.coefficients.map(({ ciLower }) => ciLower),
        expected.ci_lb,
        MOST,
      );
      all(
        output.coefficients.map(({ ciUpper }) => ciUpper),
        expected.ci_ub,
        MOST,
      );
      expect(new Set(output.coefficients.map(({ df }) => df))).toEqual(new Set([expected.ddf[0] ?? null]));
      all(output.vcov.flat(), expected.vcov.flat(), MOST);
      const { logLik, deviance, aic, bic, aicc } = output.fitStatistics;
      const { fitstats } = expected;
      all(
        [logLik, deviance, aic, bic, aicc],
        [fitstats.logLik, fitstats.deviance, fitstats.AIC, fitstats.BIC, fitstats.AICc],
        MOST,
      );
      if (expected.pi_default?.length === 2) {
        all([output.predictionInterval?.lower, output.predictionInterval?.upper], expected.pi_default, MOST);
        const riley = expected.pi_riley_t_km2 ?? [];
        all([output.predictionIntervalRiley?.lower, output.predictionIntervalRiley?.upper], riley, MOST);
      } else expect(output.predictionInterval).toBeNull();
      if (expected.qp_ci !== undefined) {
        const interval = output.heterogeneityInterval;
        all([interval?.tau2.lower, interval?.tau2.upper], expected.qp_ci.tau2, Q_PROFILE, 1e-10);
        all([interval?.i2.lower, interval?.i2.upper], expected.qp_ci.I2, Q_PROFILE, 1e-6);
        all([interval?.h2.lower, interval?.h2.upper], expected.qp_ci.H2, Q_PROFILE);
      }
      if (expected.weights_pct !== undefined)
        all(
          output.rows.map(({ weight }) => weight),
          expected.weights_pct,
          MOST,
        );
      const fitted = output.extras[0].rows as readonly Readonly<Record<string, number | null>>[];
      if (expected.fitted !== undefined) {
        const lists = ["estimate", "se", "ciLower", "ciUpper", "piLower", "piUpper"] as const;
        const { fitted: means = [], fitted_se = [], fitted_ci_lb = [], fitted_ci_ub = [] } = expected;
        const wanted = [
          means,
          fitted_se,
          fitted_ci_lb,
          fitted_ci_ub,
          expected.fitted_pi_lb ?? [],
          expected.fitted_pi_ub ?? [],
        ];
        lists.forEach((name, at) => {
          all(
            fitted.map((row) => row[name]),
            wanted[at],
            MOST,
            1e-10,
          );
        });
      }
    },
  );
});
