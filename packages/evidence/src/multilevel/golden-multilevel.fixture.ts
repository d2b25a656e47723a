import golden from "../../golden/meta-multilevel.json" with { type: "json" };
import type { Design } from "../meta/meta-fit.ts";
import type { MultilevelData } from "./multilevel-fit.ts";
import type { RandomTerm } from "./random-term.ts";
import { samplingBlocks } from "./sampling-covariance.ts";

export type ExpectedRobust = {
  readonly se: readonly number[];
  readonly ddf: readonly number[];
  readonly pval: readonly number[];
  readonly ci_lb: readonly number[];
  readonly ci_ub: readonly number[];
};

type Numbers = readonly number[];

/** What metafor gave, with variances solved on the exact gradient. */
export type ExpectedMultilevel = {
  readonly k: number;
  readonly p: number;
  readonly sigma2: Numbers;
  readonly tau2: Numbers;
  readonly rho: Numbers;
  readonly QE: number;
  readonly QEp: number;
  readonly QM: number;
  readonly QMdf: readonly (number | null)[];
  readonly QMp: number;
  readonly coef_names: readonly string[];
  readonly beta: Numbers;
  readonly se: Numbers;
  readonly stat: Numbers;
  readonly ddf: readonly (number | null)[];
  readonly pval: Numbers;
  readonly ci_lb: Numbers;
  readonly ci_ub: Numbers;
  readonly vcov: readonly Numbers[];
  readonly fitstats_free: Readonly<Record<"logLik" | "deviance" | "AIC" | "BIC" | "AICc", number>>;
  readonly pi_default?: Numbers;
  readonly I2_multilevel_pct?: { readonly total: number; readonly by_level: Numbers };
  readonly robust?: Readonly<Record<"CR0" | "CR1_nminusp" | "CR2_Satterthwaite", ExpectedRobust>>;
  readonly profile_ci_sigma2?: Readonly<Record<string, Numbers>>;
  readonly ranef?: Readonly<
    Record<string, { readonly level: readonly string[]; readonly intrcpt: Numbers; readonly se: Numbers }>
  >;
};

export type MultilevelCase = {
  readonly name: string;
  readonly dataset: "konstantopoulos2011" | "synthetic_plo_repeated" | "berkey1998";
  readonly mods: string;
  readonly method: "REML" | "ML";
  readonly test: string;
  readonly expected: ExpectedMultilevel;
};

export const MULTILEVEL_CASES: readonly MultilevelCase[] = Object.entries(
  golden.cases as unknown as Readonly<Record<string, Omit<MultilevelCase, "name">>>,
).map(([name, rest]) => ({ name, ...rest }));

/** Outermost grouping of a case: the cluster of its robust tests. */
export function clusterOf({ dataset }: MultilevelCase): { readonly name: string; readonly labels: readonly string[] } {
  const { konstantopoulos2011: schools, synthetic_plo_repeated: plo, berkey1998: berkey } = golden.datasets;
  if (dataset === "konstantopoulos2011") return { name: "district", labels: schools.columns.district };
  if (dataset === "synthetic_plo_repeated") return { name: "study", labels: plo.columns.study };
  return { name: "trial", labels: berkey.columns.trial.map(String) };
}

export function dataOf(one: MultilevelCase): MultilevelData {
  const { konstantopoulos2011: schools, synthetic_plo_repeated: plo, berkey1998: berkey } = golden.datasets;
  const outer = clusterOf(one);
  if (one.dataset === "konstantopoulos2011") {
    const { columns } = schools;
    const random: RandomTerm[] = [{ kind: "nested", levels: [outer, { name: "school", labels: columns.school }] }];
    const design = one.mods === "~ year" ? withIntercept("year", columns.year) : undefined;
    return { yi: Float64Array.from(columns.yi), v: Float64Array.from(columns.vi), design, random };
  }
  if (one.dataset === "synthetic_plo_repeated") {
    const { columns } = plo;
    const random: RandomTerm[] = [{ kind: "nested", levels: [outer, { name: "es", labels: columns.es }] }];
    const design = one.mods === "~ months" ? withIntercept("months", columns.months) : undefined;
    return {
      yi: Float64Array.from(columns.yi),
      v: samplingBlocks(Float64Array.from(plo.V.flat()), plo.V.length),
      design,
      random,
    };
  }
  const { columns } = berkey;
  const inner = { name: "outcome", labels: columns.outcome };
  const random: RandomTerm[] = [{ kind: "structured", inner, outer, structure: "UN" }];
  const years = one.mods.includes("year");
  const x = columns.outcome.flatMap((outcome, i) => {
    const of = outcome === "AL" ? [1, 0] : [0, 1];
    return years ? [...of, ...of.map((value) => value * (columns.year[i] - 1983))] : of;
  });
  const design = { names: one.expected.coef_names, x: Float64Array.from(x) };
  return {
    yi: Float64Array.from(columns.yi),
    v: samplingBlocks(Float64Array.from(berkey.V.flat()), berkey.V.length),
    design,
    random,
  };
}

function withIntercept(name: string, values: readonly number[]): Design {
  return { names: ["intrcpt", name], x: Float64Array.from(values.flatMap((value) => [1, value])) };
}
