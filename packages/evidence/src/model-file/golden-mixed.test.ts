import { describe, expect, it } from "vitest";
import conversions from "../../golden/median-conversions.json" with { type: "json" };
import golden from "../../golden/mixed-models.json" with { type: "json" };
import { expectNear } from "../meta/expect-near.fixture.ts";
import { lmeExpected, MIXED_CASES, SLOPES_EXPECTED } from "../mixed/golden-mixed.fixture.ts";
import type { EffectsOutput, MixedOutput } from "./fit-shape.ts";
import { mixedShape } from "./mixed-shape.ts";
import { runColumns, type Table } from "./run-text.fixture.ts";

/** Tolerances of the reference results. */
const FIXED = 1e-7;
const VARIANCE = 1e-5;
const DF = 1e-3;

type Value = number | null | undefined;

const datasets = golden.datasets as unknown as Readonly<Record<string, { readonly columns: Table }>>;

function near(actual: Value, expected: Value, relative: number): void {
  expectNear(actual ?? undefined, expected, relative);
}

function run(columns: Table, model: object): MixedOutput {
  const output = runColumns(columns, model) as MixedOutput;
  expect(mixedShape.safeParse(output).error).toBeUndefined();
  return output;
}

/** The table of a case; that of the young women from what the engine's own test reads. */
function tableOf({ name, data, formula }: (typeof MIXED_CASES)[number]): Table {
  const dataset = datasets[name.split("/")[0]];
  if (dataset !== undefined) return dataset.columns;
  const { design, random, y } = data;
  const column = (at: number): number[] => Array.from(y, (_, i) => design.x[i * design.names.length + at]);
  const levels = design.names.flatMap((own, at) =>
    own.startsWith("ethnic") ? [[own.slice(6), column(at)] as const] : [],
  );
  const ethnic = Array.from(y, (_, i) => levels.find(([, values]) => values[i] === 1)?.[0] ?? "Asian");
  const group = formula.includes("idnum") ? "idnum" : "id";
  return { spnbmd: Array.from(y), agec: column(1), ethnic, [group]: random[0].group.labels };
}

describe("mixed models of files agree with lme4", () => {
  it.each(MIXED_CASES.map((one) => [one.name, one] as const))("%s", (_name, one) => {
    const { expected, formula, reml } = one;
    const table = tableOf(one);
    const output = run(table, { mixed: { formula, reml, df: "satterthwaite" }, extras: ["blup"] });
    expect(output.coefficients.map(({ name }) => name)).toEqual(expected.fixef_names);
    expect([output.n, output.random[0].groups]).toEqual([expected.n, expected.groups]);
    output.coefficients.forEach(({ estimate, se, df }, j) => {
      near(estimate, expected.fixef[j], FIXED);
      near(se, expected.fixef_se[j], FIXED);
      if (expected.satterthwaite !== undefined) near(df, expected.satterthwaite.df[j], DF);
    });
    const [{ covariance, effects }] = output.random;
    const between =
      effects.length === 1
        ? [covariance[0][0]]
        : formula.includes("||")
          ? [covariance[0][0], covariance[1][1]]
          : [covariance[0][0], covariance[0][1], covariance[1][1]];
    const components = [...between, output.residual.variances[0].variance];
    Object.values(expected.varcomp).forEach((value, i) => {
      near(components[i], value, VARIANCE);
    });
    near(output.fitStatistics.minus2LogLik, expected.minus2ll, 1e-8);
    if (expected.AIC !== undefined) near(output.fitStatistics.aic, expected.AIC, 1e-8);
    if (expected.kenward_roger !== undefined) {
      const { coefficients } = run(table, { mixed: { formula, reml, df: "kenwardRoger" } });
      coefficients.forEach(({ df, se }, j) => {
        near(df, expected.kenward_roger?.df[j], DF);
        near(se, expected.kenward_roger?.se?.[j], VARIANCE);
      });
    }
    if (expected.blup !== undefined) {
      const { effects: predicted } = output.extras[0] as unknown as {
        readonly effects: readonly {
          readonly groups: readonly { readonly group: string; readonly estimates: Readonly<Record<string, number>> }[];
        }[];
      };
      const scale = Math.max(...expected.blup.intercept.map(Math.abs));
      expected.blup.group.forEach((label, u) => {
        const own = predicted[0].groups.find(({ group }) => group === label);
        expectNear(own?.estimates["(Intercept)"], expected.blup?.intercept[u], VARIANCE, VARIANCE * scale);
      });
    }
  });

  it.each(
    MIXED_CASES.filter(({ expected }) => expected.profile_ci_ML_sd_scale !== undefined).map(
      (one) => [one.name, one] as const,
    ),
  )("%s, profiles", (_name, one) => {
    const wanted = one.expected.profile_ci_ML_sd_scale;
    const output = run(tableOf(one), { mixed: { formula: one.formula }, extras: ["profile"] });
    type Interval = { readonly parameter: string; readonly lower: number; readonly upper: number };
    const { intervals } = output.extras[0] as unknown as { readonly intervals: Interval[] };
    // lme4 lists a correlation between the two SDs.
    if (intervals[2].parameter === "correlation") intervals.splice(1, 2, intervals[2], intervals[1]);
    intervals.forEach(({ lower, upper }, i) => {
      const [low, high] = [wanted?.lb[i] ?? Number.NaN, wanted?.ub[i] ?? Number.NaN];
      // lme4 interpolates its profile by splines: 1e-3 of the width.
      expectNear(lower, low, 0, 1e-3 * (high - low));
      expectNear(upper, high, 0, 1e-3 * (high - low));
    });
  });
});

describe("mixed models of files agree with nlme", () => {
  const { columns } = datasets.Orthodont;
  const formula = "distance ~ age + Sex + (1 | Subject)";

  it.each([
    ["random intercept", { df: "contain" }],
    ["corCAR1", { residual: { structure: "CAR1", time: "age" } }],
    ["varIdent(Sex)", { residual: { structure: "byGroup", by: "Sex" } }],
  ] as const)("%s", (name, more) => {
    const expected = lmeExpected(name);
    const output = run(columns, { mixed: { formula, ...more } });
    near(output.fitStatistics.logLik, expected.logLik, 1e-6);
    output.coefficients.forEach(({ estimate }, j) => {
      near(estimate, expected.fixef[j], 1e-5);
    });
    if (expected.corStruct !== null) near(output.residual.phi, expected.corStruct[0], 1e-3);
    if (name === "random intercept") expect(output.coefficients.map(({ df }) => df)).toEqual(expected.df);
  });
});

describe("shrunken slopes of a file", () => {
  it("of six women with a known measurement SD", () => {
    const { columns } = datasets.synthetic_bmd_trajectories;
    const extras = [{ kind: "shrunkenSlopes", time: "years", measurementSd: 0.01 }];
    const output = run(columns, { mixed: { formula: "bmd ~ years + (1 | id)" }, extras });
    const found = output.extras[0] as unknown as {
      readonly pooled: number;
      readonly tau2: number;
      readonly patients: readonly { readonly shrunken: number; readonly shrunkenSe: number }[];
    };
    near(found.pooled, SLOPES_EXPECTED.pooled, FIXED);
    near(found.tau2, SLOPES_EXPECTED.tau2, VARIANCE);
    found.patients.forEach(({ shrunken, shrunkenSe }, i) => {
      near(shrunken, SLOPES_EXPECTED.blup[i], FIXED);
      near(shrunkenSe, SLOPES_EXPECTED.blup_se[i], 1e-6);
    });
  });
});

describe("medians of a file agree with metafor's conv.fivenum", () => {
  type Summary = { readonly mean: number | null; readonly sd: number | null };
  type Case = {
    readonly input: Readonly<Record<string, number>>;
    readonly expected: Readonly<Record<string, Summary>>;
  };

  it.each(Object.entries(conversions.cases as unknown as Readonly<Record<string, Case>>))(
    "%s",
    (_name, { input, expected }) => {
      const { min, q1, q3, max } = input;
      const given = Object.entries({ min, q1, q3, max }).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, key]],
      );
      const conversion = { median: "median", n: "n", ...Object.fromEntries(given) };
      const columns = Object.fromEntries(Object.entries(input).map(([key, value]) => [key, [value]]));
      const output = runColumns(columns, { model: "effects", conversions: [conversion] }) as EffectsOutput;
      const wanted = expected.luo_shi_wan_default;
      near(output.conversions?.[0].mean, wanted.mean, 1e-10);
      near(output.conversions?.[0].sd, wanted.sd, 1e-10);
    },
  );
});
