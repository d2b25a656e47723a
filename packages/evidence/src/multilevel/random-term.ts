import type { CovarianceTerm } from "../covariance-model/covariance-term.ts";
import { type Structure, structuredTerm } from "../covariance-model/structures.ts";
import { sortedLevels } from "../model-file/level-order.ts";
import { type Grouping, type Groups, groupsOf, groupsWithin } from "./grouping.ts";

/** Random effects of a multilevel model. */
export type RandomTerm =
  /** An intercept for each group, outermost grouping first, each within the one before: `~ 1 | study/site`. */
  | { readonly kind: "nested"; readonly levels: readonly Grouping[] }
  /** For each outer group an effect of each inner level, with a structured covariance: `~ inner | outer`. */
  | { readonly kind: "structured"; readonly inner: Grouping; readonly outer: Grouping; readonly structure: Structure };

/** One part of Var(y) with the names of its groups. */
export type NamedTerm = {
  readonly term: CovarianceTerm;
  readonly groups: Groups;
  /** Groupings whose labels name the groups, outermost first. */
  readonly groupings: readonly Grouping[];
  /** Inner levels; `undefined` for an intercept. */
  readonly inner: readonly string[] | undefined;
  /** Rows of each inner level within its outer group; `undefined` for an intercept. */
  readonly innerGroups: Groups | undefined;
  readonly structure: Structure | undefined;
};

/**
 * The terms of the covariance model behind random effects. A nested grouping is named by its path (`study/site`), and its
 * groups too (`Hadji/Berlin`).
 *
 * @param k - number of rows
 * @throws TypeError when a grouping has not a label for each row
 */
export function namedTerms(random: readonly RandomTerm[], k: number): NamedTerm[] {
  return random.flatMap((term) => (term.kind === "nested" ? nestedTerms(term.levels, k) : [structured(term, k)]));
}

function nestedTerms(levels: readonly Grouping[], k: number): NamedTerm[] {
  const one = new Float64Array(k).fill(1);
  let groups: Groups | undefined;
  return levels.map((level, depth) => {
    requireLabels(level, k);
    groups = groups === undefined ? groupsOf(level.labels) : groupsWithin(groups, level.labels);
    const path = levels.slice(0, depth + 1);
    const name = path.map((grouping) => grouping.name).join("/");
    const rows = { name, unit: groups.unit, units: groups.first.length };
    const term = structuredTerm(rows, one, [""], "UN");
    return { term, groups, groupings: path, inner: undefined, innerGroups: undefined, structure: undefined };
  });
}

/** Labels of the groups of a term, as `study/site`. */
export function groupLabels({ groups, groupings }: NamedTerm): string[] {
  return Array.from(groups.first, (row) => groupings.map(({ labels }) => labels[row]).join("/"));
}

function structured({ inner, outer, structure }: Extract<RandomTerm, { kind: "structured" }>, k: number): NamedTerm {
  requireLabels(inner, k);
  requireLabels(outer, k);
  const groups = groupsOf(outer.labels);
  const labels = sortedLevels(inner.labels);
  const m = labels.length;
  const z = new Float64Array(k * m);
  inner.labels.forEach((label, i) => {
    z[i * m + labels.indexOf(label)] = 1;
  });
  const rows = { name: `${inner.name} | ${outer.name}`, unit: groups.unit, units: groups.first.length };
  const term = structuredTerm(rows, z, labels, structure);
  const innerGroups = groupsWithin(groups, inner.labels);
  return { term, groups, groupings: [outer], inner: labels, innerGroups, structure };
}

function requireLabels({ name, labels }: Grouping, k: number): void {
  if (labels.length !== k) throw new TypeError(`${k} effects need as many labels of ${name}, got ${labels.length}`);
}
