import { describe, expect, it } from "vitest";
import sensitivityGolden from "../../golden/meta-sensitivity-bias.json" with { type: "json" };
import golden from "../../golden/meta-univariate.json" with { type: "json" };
import permutations from "../../golden/permutation-exact.json" with { type: "json" };
import { expectNear } from "../meta/expect-near.fixture.ts";
import { type UnivariateOutput, univariateShape } from "./fit-shape.ts";
import { runColumns, type Table } from "./run-text.fixture.ts";

const datasets = golden.datasets as unknown as Readonly<Record<string, { readonly columns: Table }>>;

/** Tolerance of the reference results. */
const TOLERANCE = 1e-6;
/** Where our tau² is at its bound, metafor's iterations stop just above it. */
const AT_ZERO = 1e-10;

type Value = number | null | undefined;
type Row = Readonly<Record<string, Value>>;
type Columns = Readonly<Record<string, readonly (number | boolean)[]>>;

function near(actual: Value, expected: Value): void {
  expectNear(actual ?? undefined, expected, TOLERANCE, actual === 0 ? AT_ZERO : 0);
}

function run(columns: Table, model: object): UnivariateOutput {
  const output = runColumns(columns, model) as UnivariateOutput;
  expect(univariateShape.safeParse(output).error).toBeUndefined();
  return output;
}

/** Rows of an analysis against columns of the file, by the names of both. */
function expectRows(rows: unknown, wanted: Columns, names: Readonly<Record<string, string>>): void {
  for (const [ours, theirs] of Object.entries(names)) {
    const column = wanted[theirs];
    expect(rows).toHaveLength(column.length);
    (rows as readonly Row[]).forEach((row, at) => {
      if (typeof column[at] === "boolean") expect(row[ours]).toBe(column[at]);
      else near(row[ours], column[at]);
    });
  }
}

const MEAN = { estimate: "estimate", se: "se", ciLower: "ci_lb", ciUpper: "ci_ub", p: "pval" };
const HETEROGENEITY = { qe: "Q", qep: "Qp", tau2: "tau2", i2: "I2", h2: "H2" };

describe("sensitivity of fits to files agrees with metafor", () => {
  it.each(Object.entries(sensitivityGolden.sensitivity))("%s", (_name, expected) => {
    const { dataset, method, test, cumul } = expected;
    const orderBy = cumul.order_by === "row" ? {} : { orderBy: cumul.order_by };
    const extras = ["leaveOneOut", { kind: "cumulative", ...orderBy }, "influence", "residuals", "blup"];
    const output = run(datasets[dataset].columns, { method, test, extras });
    const [left, cumulative, influence, residuals, blup] = output.extras;
    expectRows(left.rows, expected.leave1out, { ...MEAN, ...HETEROGENEITY });
    expectRows(cumulative.rows, cumul as unknown as Columns, { ...MEAN, ...HETEROGENEITY });
    const cumulativeRows = cumulative.rows as readonly { readonly row: number }[];
    expect(cumulativeRows.map(({ row }) => row - 1)).toEqual(cumul.order_index);
    expectRows(influence.rows, expected.influence as unknown as Columns, {
      rstudent: "rstudent",
      dffits: "dffits",
      cookD: "cook_d",
      covR: "cov_r",
      tau2Del: "tau2_del",
      qeDel: "QE_del",
      hat: "hat",
      weight: "weight",
      flagged: "flag",
    });
    expectRows(residuals.rows, { z: expected.rstandard }, { z: "z" });
    expectRows(blup.rows, expected.blup, { estimate: "pred", se: "se", piLower: "pi_lb", piUpper: "pi_ub" });
  });
});

describe("small-study effects of fits to files agree with metafor", () => {
  const sizes: Readonly<Record<string, string>> = { molloy2014_ZCOR: "ni", synthetic_plo_pct_change: "n" };

  it.each(Object.entries(sensitivityGolden.small_study_effects))("%s", (dataset, { expected }) => {
    const all = expected as unknown as Readonly<Record<string, Readonly<Record<string, Value | readonly number[]>>>>;
    const number = (value: Value | readonly number[]): Value => value as Value;
    const asked = Object.entries(all).map(([key, wanted]): readonly [object, (result: Row) => void] => {
      const [name, second, third] = key.split("_");
      const { limit_ci, ci } = wanted as Readonly<Record<string, readonly number[]>>;
      if (name === "regtest") {
        const request = { kind: "egger", model: second, predictor: third, ni: sizes[dataset] };
        return [
          request,
          (result) => {
            near(result.statistic, number(wanted.stat));
            near(result.p, number(wanted.pval));
            expect(result.df).toBe(wanted.df);
            const limit = result.limit as unknown as Row | null;
            near(limit?.estimate, number(wanted.limit_est));
            near(limit?.ciLower, limit_ci[0]);
            near(limit?.ciUpper, limit_ci[1]);
          },
        ];
      }
      if (name === "ranktest") {
        return [
          { kind: "rankTest", exact: second === undefined },
          (result) => {
            near(result.tau, number(wanted.tau));
            near(result.p, number(wanted.pval));
          },
        ];
      }
      if (name === "trimfill") {
        const isDefault = second === "default";
        return [
          { kind: "trimAndFill", ...(isDefault ? {} : { estimator: second, side: third }) },
          (result) => {
            const [mean] = result.coefficients as unknown as readonly Row[];
            expect([result.k0, result.side]).toEqual([wanted.k0, isDefault ? wanted.side : third]);
            near(mean.estimate, number(wanted.beta));
            if (isDefault) return;
            near(result.seK0, number(wanted.se_k0));
            near(result.pK0, number(wanted.p_k0));
            near(result.tau2, number(wanted.tau2));
            near(mean.se, number(wanted.se));
            near(mean.ciLower, ci[0]);
            near(mean.ciUpper, ci[1]);
          },
        ];
      }
      if (name === "fsn") {
        return [
          { kind: "failsafe", method: second },
          (result) => {
            expect(result.n).toBe(wanted.fsnum);
            near(result.p, number(wanted.pval));
          },
        ];
      }
      if (name === "henmi") {
        return [
          { kind: "henmiCopas" },
          (result) => {
            near(result.estimate, number(wanted.beta));
            near(result.se, number(wanted.se));
            near(result.tau2, number(wanted.tau2));
            near(result.ciLower, ci[0]);
            near(result.ciUpper, ci[1]);
          },
        ];
      }
      return [
        { kind: "excessSignificance" },
        (result) => {
          expect(result.observed).toBe(wanted.O);
          near(result.expected, number(wanted.E));
          near(result.p, number(wanted.pval));
        },
      ];
    });
    const output = run(datasets[dataset].columns, {
      method: "REML",
      test: "z",
      extras: asked.map(([request]) => request),
    });
    asked.forEach(([, check], place) => {
      check(output.extras[place] as unknown as Row);
    });
  });
});

describe("exact permutation tests of fits to files", () => {
  it.each(Object.entries(permutations.cases))("%s", (name, expected) => {
    const { yi, vi, permutation_p } = expected;
    const ablat = "ablat" in expected ? { ablat: expected.ablat } : {};
    const method = name.split("/")[1];
    const moderators = "ablat" in expected ? { moderators: "~ ablat" } : {};
    const extras = [{ kind: "permutation", exact: true }];
    const output = run({ yi, vi, ...ablat }, { method, test: "z", ...moderators, extras });
    const coefficients = output.extras[0].coefficients as readonly { readonly p: number }[];
    // Ratios of counts, printed with 15 digits; REML fits that did not settle in metafor may shift two of them.
    const off = method === "DL" ? 1e-14 : 2 / 2 ** yi.length;
    expect(coefficients).toHaveLength(permutation_p.length);
    coefficients.forEach(({ p }, at) => {
      expectNear(p, permutation_p[at], 0, off);
    });
  });
});
