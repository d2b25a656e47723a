import golden from "../../golden/meta-univariate.json" with { type: "json" };
import type { Design, Effects } from "./meta-fit.ts";
import type { CoefficientTest, Tau2Method } from "./methods.ts";

type Column = readonly (string | number | null)[];
type Columns = Readonly<Record<string, Column>>;

/** What metafor gave; `undefined` where the file has no such field, `null` where metafor defines no value. */
export type ExpectedFit = {
  readonly k: number;
  readonly p: number;
  readonly tau2: number;
  readonly se_tau2: number | null;
  readonly I2: number;
  readonly H2: number;
  readonly QE: number;
  readonly QEp: number;
  readonly QM: number;
  readonly QMdf: readonly (number | null)[];
  readonly QMp: number;
  readonly R2: number | null;
  readonly coef_names: readonly string[];
  readonly beta: readonly number[];
  readonly se: readonly number[];
  readonly stat: readonly number[];
  readonly ddf: readonly (number | null)[];
  readonly pval: readonly number[];
  readonly ci_lb: readonly number[];
  readonly ci_ub: readonly number[];
  readonly vcov: readonly (readonly number[])[];
  readonly fitstats: Readonly<Record<"logLik" | "deviance" | "AIC" | "BIC" | "AICc", number>>;
  readonly pi_default?: readonly number[];
  readonly pi_riley_t_km2?: readonly number[];
  readonly weights_pct?: readonly number[];
  readonly fitted?: readonly number[];
  readonly fitted_se?: readonly number[];
  readonly fitted_ci_lb?: readonly number[];
  readonly fitted_ci_ub?: readonly number[];
  readonly fitted_pi_lb?: readonly number[];
  readonly fitted_pi_ub?: readonly number[];
  readonly qp_ci?: {
    readonly tau2: readonly number[];
    readonly I2: readonly number[];
    readonly H2: readonly number[];
    readonly lb_truncated_sign: string;
    readonly ub_sign: string;
  };
};

export type GoldenCase = {
  readonly name: string;
  readonly dataset: string;
  readonly method: Tau2Method;
  readonly test: CoefficientTest;
  readonly mods: string;
  readonly level: number;
  readonly expected: ExpectedFit;
};

const datasets = golden.datasets as unknown as Readonly<Record<string, { readonly columns: Columns }>>;

export const GOLDEN_CASES: readonly GoldenCase[] = Object.entries(
  golden.cases as unknown as Readonly<Record<string, Omit<GoldenCase, "name">>>,
).map(([name, rest]) => ({ name, ...rest }));

export function effectsOf(dataset: string): Effects {
  return { yi: numbers(dataset, "yi"), vi: numbers(dataset, "vi") };
}

export function numbers(dataset: string, column: string): Float64Array {
  return Float64Array.from(columnOf(dataset, column), Number);
}

export function columnOf(dataset: string, column: string): Column {
  const values = datasets[dataset]?.columns[column];
  if (values === undefined) throw new RangeError(`no column ${column} in ${dataset}`);
  return values;
}

/** The design that R makes of a formula of the file, with its treatment contrasts and names. */
export function designOf(dataset: string, mods: string): Design | undefined {
  if (mods === "~ 1") return undefined;
  const k = columnOf(dataset, "yi").length;
  const names = ["intrcpt"];
  const columns: number[][] = [new Array<number>(k).fill(1)];
  for (const term of mods.slice(2).split(" + ")) {
    const pmin = /^I\(pmin\((\w+),(\d+)\)\)$/.exec(term);
    const factor = /^factor\((\w+)\)$/.exec(term);
    const values = columnOf(dataset, pmin?.[1] ?? factor?.[1] ?? term);
    if (pmin !== null) {
      names.push(`I(pmin(${pmin[1]}, ${pmin[2]}))`);
      columns.push(values.map((value) => Math.min(Number(value), Number(pmin[2]))));
    } else if (typeof values[0] === "string") {
      // R sorts levels without regard to case; the first is the reference.
      const levels = [...new Set(values.map(String))].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
      for (const level of levels.slice(1)) {
        names.push(term + level);
        columns.push(values.map((value) => (value === level ? 1 : 0)));
      }
    } else {
      names.push(term);
      columns.push(values.map(Number));
    }
  }
  const p = names.length;
  const x = new Float64Array(k * p);
  for (let i = 0; i < k; i++) for (let j = 0; j < p; j++) x[i * p + j] = columns[j][i];
  return { names, x };
}
