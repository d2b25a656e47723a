import type { Criterion } from "@materbone/finder";
import { type Branch, childList } from "./references.ts";

/** How a branch joins its criteria. */
export type Joint = "all" | "any" | "atLeast";

export type CriterionAct =
  /** One more criterion beside those of a branch; beside a single one, both are joined. */
  | { readonly act: "add"; readonly criterion: Criterion }
  | { readonly act: "join"; readonly as: Joint }
  | { readonly act: "number"; readonly atLeast: number }
  /** Puts the criterion into a group of its own, to which others can be added. */
  | { readonly act: "group"; readonly as: Joint }
  | { readonly act: "negate" }
  | { readonly act: "remove" };

/** Steps from the top of a tree to one of its criteria: keys and positions. */
export type CriterionPath = readonly (string | number)[];

/** The tree with one criterion changed; `undefined` when nothing would be left of it, or there is no such place. */
export function withCriterion(top: Criterion, path: CriterionPath, act: CriterionAct): Criterion | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return changed(top, act);
  if ("event" in top) return undefined;
  if ("not" in top) {
    if (step !== "not") return undefined;
    const inner = withCriterion(top.not, rest, act);
    return inner === undefined ? undefined : { ...top, not: inner };
  }
  const { key, list } = childList(top);
  const [position, ...further] = rest;
  const child = typeof position === "number" && step === key ? list[position] : undefined;
  if (child === undefined) return undefined;
  const inner = withCriterion(child, further, act);
  if (inner === undefined && act.act !== "remove") return undefined;
  const children = list.flatMap((each, other) => (other === position ? (inner ?? []) : each));
  return withChildren(top, children);
}

/** Counts never ask for more than there are. */
export function withChildren(branch: Branch, children: readonly Criterion[]): Criterion | undefined {
  const [only] = children;
  if (only === undefined) return undefined;
  const had = childList(branch).list.length;
  // What joined several joins nothing when one is left; a group of one that was made so waits for more.
  if (children.length === 1 && had > 1) return only;
  if ("all" in branch) return { all: children };
  if ("any" in branch) return { any: children };
  return { atLeast: Math.min(branch.atLeast, children.length), of: children };
}

function changed(criterion: Criterion, act: CriterionAct): Criterion | undefined {
  switch (act.act) {
    case "add": {
      if ("event" in criterion || "not" in criterion) return { all: [criterion, act.criterion] };
      return withChildren(criterion, [...childList(criterion).list, act.criterion]);
    }
    case "join":
      return "event" in criterion || "not" in criterion ? undefined : joined(childList(criterion).list, act.as);
    case "number":
      return "of" in criterion ? { ...criterion, atLeast: act.atLeast } : undefined;
    case "group":
      return joined([criterion], act.as);
    case "negate":
      return "not" in criterion ? criterion.not : { not: criterion };
    case "remove":
      return undefined;
  }
}

function joined(list: readonly Criterion[], as: Joint): Criterion {
  if (as === "all") return { all: list };
  return as === "any" ? { any: list } : { atLeast: 1, of: list };
}
