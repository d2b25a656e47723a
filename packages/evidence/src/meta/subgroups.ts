import { chiSquareCdf } from "@materbone/numerics";
import { testContrasts } from "./contrasts.ts";
import { fitMeta } from "./fit-meta.ts";
import type { Effects, MetaFit, MetaOptions } from "./meta-fit.ts";
import type { WaldTest } from "./wald-test.ts";

/** Whether each subgroup has a tau² of its own or all share one, estimated within groups. */
export type SubgroupTau2 = "separate" | "common";

export type Subgroup = {
  readonly name: string;
  /** Zero-based rows of its studies. */
  readonly rows: readonly number[];
  readonly fit: MetaFit;
};

export type SubgroupFits = {
  readonly tau2: SubgroupTau2;
  /** In order of first appearance. */
  readonly subgroups: readonly Subgroup[];
  /** Differences between groups; `undefined` with one group, or when the groups leave no degrees of freedom to test by. */
  readonly between: WaldTest | undefined;
};

/**
 * Pools each subgroup and tests whether their effects differ.
 *
 * With separate tau² the test is Q of the group estimates by their squared standard errors, chi-square with one less than
 * the number of groups degrees of freedom; with a common tau² it is the omnibus test of the groups in a meta-regression.
 *
 * @param groups - name of the group of each study, length k
 * @see Borenstein, Hedges, Higgins & Rothstein (2009), Introduction to Meta-Analysis, ch. 19
 */
export function fitSubgroups(
  effects: Effects,
  groups: readonly string[],
  options: MetaOptions = {},
  tau2: SubgroupTau2 = "separate",
): SubgroupFits {
  const k = effects.yi.length;
  if (groups.length !== k) throw new TypeError(`${k} effects need as many group names, got ${groups.length}`);
  const rowsByName = new Map<string, number[]>();
  groups.forEach((name, row) => {
    const rows = rowsByName.get(name);
    if (rows === undefined) rowsByName.set(name, [row]);
    else rows.push(row);
  });
  const names = [...rowsByName.keys()];
  if (tau2 === "separate" || names.length === 1) {
    const subgroups = poolEach(effects, rowsByName, options);
    return { tau2, subgroups, between: betweenGroups(subgroups) };
  }
  const x = new Float64Array(k * names.length);
  names.forEach((name, column) => {
    for (const row of rowsByName.get(name) ?? []) x[row * names.length + column] = 1;
  });
  const all = fitMeta(effects, { names, x }, options);
  const shared = options.method === "FE" ? options : { ...options, tau2: all.tau2 };
  const { joint } = testContrasts(all, fromTheFirst(names.length));
  return {
    tau2,
    subgroups: poolEach(effects, rowsByName, shared),
    between: joint.kind === "tested" ? joint.test : undefined,
  };
}

function poolEach(
  effects: Effects,
  rowsByName: ReadonlyMap<string, readonly number[]>,
  options: MetaOptions,
): Subgroup[] {
  return Array.from(rowsByName, ([name, rows]) => {
    const yi = Float64Array.from(rows, (row) => effects.yi[row]);
    const vi = Float64Array.from(rows, (row) => effects.vi[row]);
    return { name, rows, fit: fitMeta({ yi, vi }, undefined, options) };
  });
}

function betweenGroups(subgroups: readonly Subgroup[]): WaldTest | undefined {
  if (subgroups.length < 2) return undefined;
  let sumW = 0;
  let sumWy = 0;
  for (const { fit } of subgroups) {
    const { estimate, se } = fit.coefficients[0];
    sumW += 1 / (se * se);
    sumWy += estimate / (se * se);
  }
  // A group of alike effects under Knapp-Hartung has no standard error to weigh it by.
  if (!(sumW < Number.POSITIVE_INFINITY)) return undefined;
  let q = 0;
  for (const { fit } of subgroups) {
    const { estimate, se } = fit.coefficients[0];
    q += ((estimate - sumWy / sumW) / se) ** 2;
  }
  const df = subgroups.length - 1;
  return { statistic: q, df: [df, undefined], p: chiSquareCdf(q, df, "upper") };
}

/** Differences of each group from the first, (g - 1) x g. */
function fromTheFirst(g: number): Float64Array {
  const weights = new Float64Array((g - 1) * g);
  for (let row = 0; row < g - 1; row++) {
    weights[row * g] = -1;
    weights[row * g + row + 1] = 1;
  }
  return weights;
}
