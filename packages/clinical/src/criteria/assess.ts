import type { CaseView } from "../record/case-view.ts";
import type { PloDefinition } from "./definition.ts";
import { assessDensity } from "./density.ts";
import { assessExclusion } from "./exclusion.ts";
import { assessFragility } from "./fragility.ts";
import { assessTiming } from "./timing.ts";
import { type CriterionResult, outcomeOf, type Verdict } from "./verdict.ts";

/**
 * One definition of PLO applied to one woman, every criterion met, not met or undecided. Criteria that the definition
 * does not ask for are absent. A research classification, never a diagnosis.
 */
export function assess(view: CaseView, definition: PloDefinition): Verdict {
  const criteria: CriterionResult[] = [assessTiming(view, definition)];
  if (definition.fracture !== undefined) criteria.push(assessFragility(view, definition, definition.fracture));
  if (definition.density !== undefined) criteria.push(assessDensity(view, definition.density, definition.window));
  if (definition.exclusionRequired) criteria.push(assessExclusion(view));
  return { case: view.record.id, definition: definition.id, outcome: outcomeOf(criteria), criteria };
}
