import { describe, expect, it } from "vitest";
import golden from "../../golden/meta-multilevel.json" with { type: "json" };
import { expectNear } from "../meta/expect-near.fixture.ts";
import { MULTILEVEL_CASES, type MultilevelCase } from "../multilevel/golden-multilevel.fixture.ts";
import type { MultilevelOutput } from "./fit-shape.ts";
import { multilevelShape } from "./multilevel-shape.ts";
import { runColumns, type Table } from "./run-text.fixture.ts";

/** Tolerances of the reference results. */
const FIXED = 1e-7;
const VARIANCE = 1e-5;
const PROFILE = 1e-3;

type Value = number | null | undefined;

function near(actual: Value, expected: Value, relative: number): void {
  expectNear(actual ?? undefined, expected, relative);
}

/** The model of a case as its file would say it: random part and formula as they stand there. */
function modelOf({ dataset, mods, method, test }: MultilevelCase): object {
  const common = { moderators: mods, method, test: test.slice(0, 1) };
  if (dataset === "konstantopoulos2011") {
    return { ...common, random: "~ 1 | district/school", robust: { cluster: "district" } };
  }
  if (dataset === "synthetic_plo_repeated") {
    const sampling = { rho: 0.7, cluster: "study" };
    return { ...common, random: "~1|study/es", sampling, robust: { cluster: "study" } };
  }
  const sampling = { matrix: golden.datasets.berkey1998.V };
  return { ...common, random: "~ outcome | trial", struct: "UN", sampling, robust: { cluster: "trial" } };
}

function run(one: MultilevelCase, more: object = {}): MultilevelOutput {
  const { columns } = golden.datasets[one.dataset];
  const output = runColumns(columns as unknown as Table, { ...modelOf(one), ...more }) as MultilevelOutput;
  expect(multilevelShape.safeParse(output).error).toBeUndefined();
  return output;
}

describe("multilevel fits to files agree with metafor", () => {
  it.each(MULTILEVEL_CASES.map((one) => [one.name, one] as const))("%s", (_name, one) => {
    const { expected } = one;
    const output = run(one);
    const { coefficients } = output;
    expect([output.k, output.p]).toEqual([expected.k, expected.p]);
    expect(coefficients.map(({ name }) => name)).toEqual(expected.coef_names);
    coefficients.forEach((coefficient, j) => {
      near(coefficient.estimate, expected.beta[j], FIXED);
      near(coefficient.se, expected.se[j], FIXED);
      near(coefficient.statistic, expected.stat[j], FIXED);
      near(coefficient.p, expected.pval[j], 1e-6);
      expect(coefficient.df).toBe(expected.ddf[j]);
      expectNear(coefficient.ciLower ?? undefined, expected.ci_lb[j], FIXED, FIXED * expected.se[j]);
      expectNear(coefficient.ciUpper ?? undefined, expected.ci_ub[j], FIXED, FIXED * expected.se[j]);
    });
    if (one.dataset === "berkey1998") {
      const [{ inner, tau2, rho }] = output.structured;
      expect(inner).toEqual(["AL", "PD"]);
      expected.tau2.forEach((value, i) => {
        near(tau2[i], value, VARIANCE);
      });
      near(rho[0][1], expected.rho[0], VARIANCE);
    } else {
      expect(output.variances).toHaveLength(expected.sigma2.length);
      output.variances.forEach(({ sigma2 }, i) => {
        near(sigma2, expected.sigma2[i], VARIANCE);
      });
    }
    near(output.qe, expected.QE, FIXED);
    near(output.qep, expected.QEp, FIXED);
    near(output.qm, expected.QM, FIXED);
    near(output.qmp, expected.QMp, 1e-6);
    expect(output.qmDf).toEqual(expected.QMdf);
    const { logLik, aic, bic } = output.fitStatistics;
    near(logLik, expected.fitstats_free.logLik, FIXED);
    near(aic, expected.fitstats_free.AIC, FIXED);
    near(bic, expected.fitstats_free.BIC, FIXED);
    near(output.i2?.total, expected.I2_multilevel_pct?.total, VARIANCE);
    if (expected.pi_default !== undefined) {
      near(output.predictionInterval?.lower, expected.pi_default[0], VARIANCE);
      near(output.predictionInterval?.upper, expected.pi_default[1], VARIANCE);
    }
    const robusts = [
      ["CR2", expected.robust?.CR2_Satterthwaite],
      ["CR1", expected.robust?.CR1_nminusp],
      ["CR0", expected.robust?.CR0],
    ] as const;
    for (const [type, wanted] of robusts) {
      if (wanted === undefined) continue;
      const cluster = { konstantopoulos2011: "district", synthetic_plo_repeated: "study", berkey1998: "trial" }[
        one.dataset
      ];
      const { robust } = run(one, { robust: { cluster, type } });
      robust?.coefficients.forEach((coefficient, j) => {
        near(coefficient.se, wanted.se[j], FIXED);
        near(coefficient.df, wanted.ddf.length === 1 ? wanted.ddf[0] : wanted.ddf[j], 1e-6);
        near(coefficient.p, wanted.pval[j], 1e-6);
      });
      expect(robust?.coefficients).toHaveLength(expected.p);
    }
  });

  it("random effects and profile intervals", () => {
    const one = MULTILEVEL_CASES.find(({ expected }) => expected.ranef !== undefined) as MultilevelCase;
    const output = run(one, { extras: ["profile", "blup"] });
    const { profile_ci_sigma2: profiles = {}, ranef = {} } = one.expected;
    const [{ intervals }, { effects }] = output.extras as unknown as readonly [
      { readonly intervals: readonly { readonly lower: number; readonly upper: number }[] },
      {
        readonly effects: readonly {
          readonly name: string;
          readonly groups: readonly { readonly group: string; readonly estimate: number; readonly se: number }[];
        }[];
      },
    ];
    intervals.forEach(({ lower, upper }, i) => {
      near(lower, profiles[i + 1][0], PROFILE);
      near(upper, profiles[i + 1][1], PROFILE);
    });
    for (const { name, groups } of effects) {
      for (const { group, estimate, se } of groups) {
        const at = ranef[name].level.indexOf(group);
        near(estimate, ranef[name].intrcpt[at], VARIANCE);
        near(se, ranef[name].se[at], VARIANCE);
      }
    }
  });

  it("the columns of a covariance, with and without a cluster, give what the matrix gives", () => {
    const one = MULTILEVEL_CASES.find(({ name }) => name.endsWith("- 1/REML")) as MultilevelCase;
    const { columns, V } = golden.datasets.berkey1998;
    const whole = Object.fromEntries(V.map((row, i) => [`c${i}`, row] as const));
    const blocks = { v1i: V.map((row, i) => row[i - (i % 2)]), v2i: V.map((row, i) => row[i - (i % 2) + 1]) };
    const { vi: _, ...rest } = columns;
    const wanted = run(one).coefficients;
    const asColumns = runColumns({ ...rest, ...whole } as Table, {
      ...modelOf(one),
      sampling: { columns: Object.keys(whole) },
    }) as MultilevelOutput;
    expect(asColumns.coefficients).toEqual(wanted);
    const asBlocks = runColumns({ ...rest, ...blocks } as Table, {
      ...modelOf(one),
      effect: { yi: "yi" },
      sampling: { columns: ["v1i", "v2i"], cluster: "trial" },
    }) as MultilevelOutput;
    expect(asBlocks.coefficients).toEqual(wanted);
  });

  it("robust tests of a univariate fit are those of a variance for each row", () => {
    const one = MULTILEVEL_CASES[0];
    const { columns } = golden.datasets.konstantopoulos2011;
    const robust = { cluster: "district", type: "CR2" };
    const table = { ...columns, id: columns.yi.map((__, i) => i) } as unknown as Table;
    const univariate = runColumns(table, { method: "REML", test: "z", robust }) as MultilevelOutput;
    const multilevel = runColumns(table, { random: "~ 1 | id", test: "z", robust }) as MultilevelOutput;
    expect(one.dataset).toBe("konstantopoulos2011");
    near(univariate.robust?.coefficients[0].se, multilevel.robust?.coefficients[0].se, FIXED);
    near(univariate.robust?.coefficients[0].df, multilevel.robust?.coefficients[0].df, FIXED);
  });
});
