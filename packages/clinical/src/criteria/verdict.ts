import type { Reason } from "./reasons.ts";

export type { Reason } from "./reasons.ts";

/** Does the woman fit one definition? A research classification, never a diagnosis. */
export type Outcome = "consistent" | "notConsistent" | "undecided";

export type CriterionId = "timing" | "fragility-fracture" | "density" | "exclusion";

/** `undecided`: the record, or the definition itself, does not say enough. */
export type CriterionStatus = "met" | "notMet" | "undecided";

/** One criterion of a definition applied to one woman. */
export type CriterionResult = {
  readonly id: CriterionId;
  readonly status: CriterionStatus;
  /** Facts used. */
  readonly because: readonly Reason[];
  /** Facts that would be needed, or would make the answer firmer. */
  readonly missing: readonly Reason[];
};

/** One definition applied to one woman. */
export type Verdict = {
  /** Id of the woman. */
  readonly case: string;
  /** Id of the definition. */
  readonly definition: string;
  readonly outcome: Outcome;
  readonly criteria: readonly CriterionResult[];
};

/** Consistent when every criterion is met, not consistent when one is not met, else undecided. */
export function outcomeOf(criteria: readonly Pick<CriterionResult, "status">[]): Outcome {
  if (criteria.some((criterion) => criterion.status === "notMet")) return "notConsistent";
  return criteria.every((criterion) => criterion.status === "met") ? "consistent" : "undecided";
}
