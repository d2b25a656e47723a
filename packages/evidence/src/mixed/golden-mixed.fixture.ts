import golden from "../../golden/mixed-models.json" with { type: "json" };
import spineGolden from "../../golden/mixed-models-spine-bmd.json" with { type: "json" };
import women from "../../golden/spine-bmd-young-women.json" with { type: "json" };
import type { Design } from "../meta/meta-fit.ts";
import type { MixedData, MixedEffects } from "./mixed-fit.ts";

type Numbers = readonly number[];

type ExpectedTests = { readonly df: Numbers; readonly se?: Numbers; readonly t?: Numbers; readonly p: Numbers };

/** What lme4 gave, with variances solved on the exact gradient. */
export type ExpectedMixed = {
  readonly n: number;
  readonly groups: number;
  /** Named in one file, in the order of `varcomp_names` in the other. */
  readonly varcomp: Readonly<Record<string, number>> | Numbers;
  readonly varcomp_names?: readonly string[];
  readonly fixef_names: readonly string[];
  readonly fixef: Numbers;
  readonly fixef_se: Numbers;
  readonly vcov?: readonly Numbers[];
  readonly minus2ll: number;
  readonly AIC?: number;
  readonly BIC?: number;
  readonly blup?: { readonly group: readonly string[]; readonly intercept: Numbers; readonly slope: Numbers | null };
  readonly satterthwaite?: ExpectedTests;
  readonly kenward_roger?: ExpectedTests;
  readonly profile_ci_ML_sd_scale?: { readonly names: readonly string[]; readonly lb: Numbers; readonly ub: Numbers };
};

export type MixedCase = {
  readonly name: string;
  readonly formula: string;
  readonly reml: boolean;
  readonly data: MixedData;
  readonly expected: ExpectedMixed;
};

export type ExpectedLme = {
  readonly logLik: number;
  readonly AIC: number;
  readonly fixef: Numbers;
  readonly fixef_se: Numbers;
  readonly df: Numbers;
  readonly t: Numbers;
  readonly varcorr: readonly string[];
  readonly sigma: number;
  readonly corStruct: Numbers | null;
  readonly varStruct: Numbers | null;
};

type Columns = Readonly<Record<string, readonly (string | number)[]>>;

type RawCase = {
  readonly dataset?: string;
  readonly lmer_formula?: string;
  readonly REML?: boolean;
  readonly expected: unknown;
};

const datasets = golden.datasets as unknown as Readonly<Record<string, { readonly columns: Columns }>>;

const spine: Columns = {
  spnbmd: women.columns.spineGPerCm2,
  agec: women.columns.ageYears.map((age) => age - 22),
  idnum: women.columns.idnum,
  ethnic: women.columns.ethnic,
};

function rawCases(): [string, RawCase, Columns][] {
  const first = Object.entries(golden.cases as unknown as Readonly<Record<string, RawCase>>);
  const second = Object.entries(spineGolden.cases as unknown as Readonly<Record<string, RawCase>>);
  return [
    ...first.map(([name, one]): [string, RawCase, Columns] => [name, one, datasets[one.dataset ?? ""].columns]),
    ...second.map(([name, one]): [string, RawCase, Columns] => [name, one, spine]),
  ];
}

export const MIXED_CASES: readonly MixedCase[] = rawCases().flatMap(([name, one, columns]) =>
  one.lmer_formula === undefined
    ? []
    : [
        {
          name,
          formula: one.lmer_formula,
          reml: one.REML ?? true,
          data: dataOf(one.lmer_formula, columns),
          expected: one.expected as ExpectedMixed,
        },
      ],
);

export function lmeExpected(name: string): ExpectedLme {
  const cases = golden.cases as unknown as Readonly<Record<string, { readonly expected: ExpectedLme }>>;
  return cases[`Orthodont/lme ${name}`].expected;
}

export function orthodont(): MixedData & { readonly age: Float64Array; readonly sex: readonly string[] } {
  const { columns } = datasets.Orthodont;
  const data = dataOf("distance ~ age + Sex + (1 | Subject)", columns);
  return { ...data, age: Float64Array.from(columns.age, Number), sex: columns.Sex.map(String) };
}

export function trajectories(): {
  readonly id: readonly string[];
  readonly years: Float64Array;
  readonly bmd: Float64Array;
} {
  const { columns } = datasets.synthetic_bmd_trajectories;
  return {
    id: columns.id.map(String),
    years: Float64Array.from(columns.years, Number),
    bmd: Float64Array.from(columns.bmd, Number),
  };
}

export const SLOPES_EXPECTED = (golden.cases as unknown as Readonly<Record<string, { readonly expected: unknown }>>)[
  "synthetic_bmd_trajectories/eb_slope_shrinkage_known_sd"
].expected as Readonly<Record<"slope" | "slope_var" | "blup" | "blup_se", Numbers>> & {
  readonly patient: readonly string[];
  readonly tau2: number;
  readonly pooled: number;
  readonly pooled_se: number;
};

/** The few formulas of the files: a sum of columns, a factor or `a * Factor`, and one random term. */
function dataOf(formula: string, columns: Columns): MixedData {
  const [left, right] = formula.split(" ~ ");
  const found = /^(.*) \+ \((.*) (\|\|?) (\w+)\)$/.exec(right);
  if (found === null) throw new RangeError(formula);
  const [, fixed, inner, bar, group] = found;
  const y = Float64Array.from(columns[left], Number);
  const one = new Float64Array(y.length).fill(1);
  const intercept = { name: "(Intercept)", values: one };
  const effects =
    inner === "1" ? [intercept] : [intercept, { name: inner, values: Float64Array.from(columns[inner], Number) }];
  const random: MixedEffects = {
    group: { name: group, labels: columns[group].map(String) },
    effects,
    correlated: bar === "|",
  };
  return { y, design: designOf(fixed, columns, y.length), random: [random] };
}

function designOf(fixed: string, columns: Columns, n: number): Design {
  const named: [string, readonly number[]][] = [["(Intercept)", new Array<number>(n).fill(1)]];
  const mainEffects = (term: string): [string, readonly number[]][] => {
    const values = columns[term];
    if (typeof values[0] === "number") return [[term, values.map(Number)]];
    const levels = [...new Set(values.map(String))].sort();
    return levels.slice(1).map((level) => [term + level, values.map((value) => (value === level ? 1 : 0))]);
  };
  for (const term of fixed.split(" + ")) {
    const crossed = term.split(" * ");
    const parts = crossed.map(mainEffects);
    named.push(...parts.flat());
    if (crossed.length === 2) {
      for (const [a, as] of parts[0]) {
        for (const [b, bs] of parts[1]) named.push([`${a}:${b}`, as.map((value, i) => value * bs[i])]);
      }
    }
  }
  const x = new Float64Array(n * named.length);
  for (let i = 0; i < n; i++)
    named.forEach(([, values], j) => {
      x[i * named.length + j] = values[i];
    });
  return { names: named.map(([name]) => name), x };
}
