import type { Criterion, CriterionLeaf } from "./definition-schema.ts";

/** A criterion of a tree with its place and its depth; the top has depth 1. */
export type CriterionPlace = {
  readonly criterion: Criterion;
  readonly path: readonly PropertyKey[];
  readonly depth: number;
};

/** Every criterion of a tree, parents first, in the order of the file. */
export function criteriaOf(top: Criterion, path: readonly PropertyKey[] = [], depth = 1): readonly CriterionPlace[] {
  return [
    { criterion: top, path, depth },
    ...childrenOf(top).flatMap(({ criterion, path: step }) => criteriaOf(criterion, [...path, ...step], depth + 1)),
  ];
}

/** The criteria right under one, with the steps that lead to each. */
export function childrenOf(
  criterion: Criterion,
): readonly { readonly criterion: Criterion; readonly path: readonly PropertyKey[] }[] {
  if (isLeaf(criterion)) return [];
  if ("not" in criterion) return [{ criterion: criterion.not, path: ["not"] }];
  const [key, list] =
    "all" in criterion
      ? (["all", criterion.all] as const)
      : "any" in criterion
        ? (["any", criterion.any] as const)
        : (["of", criterion.of] as const);
  return list.map((child, position) => ({ criterion: child, path: [key, position] }));
}

export function isLeaf(criterion: Criterion): criterion is CriterionLeaf {
  return "event" in criterion;
}
