import { type CriterionPlace, criteriaOf, isLeaf } from "./criterion-tree.ts";
import { type Criterion, type CriterionLeaf, criterionSchema, MAX_DEPTH } from "./definition-schema.ts";
import { type DefinitionNames, type PartProblem, unknownName } from "./part-problem.ts";
import { longestDays } from "./window-days.ts";

/** What is wrong with a tree of criteria: names, depth, numbers that cannot be met. Of a tree whose form is wrong, with its branches. */
export function checkCriteria(document: unknown, names: DefinitionNames): readonly PartProblem[] {
  const read = criterionSchema.safeParse(document);
  if (read.success) return checkCriterion(read.data, names);
  if (typeof document !== "object" || document === null) return [];
  return Object.entries(document).flatMap(([key, inner]): readonly PartProblem[] => {
    if (key === "not") return below(["not"], checkCriteria(inner, names));
    if (!["all", "any", "of"].includes(key) || !Array.isArray(inner)) return [];
    return inner.flatMap((child, position) => below([key, position], checkCriteria(child, names)));
  });
}

function below(steps: readonly PropertyKey[], problems: readonly PartProblem[]): readonly PartProblem[] {
  return problems.map((problem) => ({ ...problem, path: [...steps, ...problem.path] }));
}

function checkCriterion(top: Criterion, names: DefinitionNames): readonly PartProblem[] {
  const all = criteriaOf(top);
  const tooDeep = all.find(({ depth }) => depth > MAX_DEPTH);
  return [
    ...(tooDeep === undefined ? [] : [{ path: tooDeep.path, kind: "tooDeep" as const, maximum: MAX_DEPTH }]),
    ...all.flatMap((place) => checkOne(place, names)),
  ];
}

function checkOne({ criterion, path }: CriterionPlace, names: DefinitionNames): readonly PartProblem[] {
  if (isLeaf(criterion)) return checkLeaf(criterion, path, names);
  if (!("atLeast" in criterion) || criterion.atLeast <= criterion.of.length) return [];
  return [{ path: [...path, "atLeast"], kind: "atLeastTooMany", atLeast: criterion.atLeast, of: criterion.of.length }];
}

function checkLeaf(leaf: CriterionLeaf, path: readonly PropertyKey[], names: DefinitionNames): readonly PartProblem[] {
  const { event, window, atLeastDays = 1, spanDays } = leaf;
  const problems: PartProblem[] = [
    ...unknownName([...path, "event"], "stream", event, names.streams),
    ...unknownName([...path, "window"], "window", window, names.windows),
    ...(["near", "notNear"] as const).flatMap((key) => {
      const other = leaf[key]?.event;
      if (other === undefined) return [];
      const at = [...path, key, "event"];
      if (other === event) return [{ path: at, kind: "nearItself" as const, key, event }];
      return unknownName(at, "stream", other, names.streams);
    }),
  ];
  if (spanDays === undefined) return problems;
  if (atLeastDays < 2) problems.push({ path: [...path, "spanDays"], kind: "spanOfOneDay", spanDays });
  const length = Object.hasOwn(names.windowByName, window) ? longestDays(names.windowByName[window]) : undefined;
  if (length !== undefined && spanDays > length) {
    problems.push({ path: [...path, "spanDays"], kind: "spanBeyondWindow", spanDays, window, longestDays: length });
  }
  return problems;
}
