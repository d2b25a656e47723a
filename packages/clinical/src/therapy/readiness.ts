import type { CaseView } from "../record/case-view.ts";
import { earliestOf, type Interval } from "../time/interval.ts";
import { agentKnowledge } from "./agent.ts";
import { type AgentCheck, type CheckKnowledge, checkKnowledge } from "./check.ts";
import type { Answer } from "./readiness-answer.ts";
import { afterDoseAnswer, kidneyAnswer, laboratoryAnswer } from "./readiness-laboratory.ts";
import {
  breastfeedingAnswer,
  conditionAnswer,
  contraceptionAnswer,
  dentalAnswer,
  intentionAnswer,
  pregnancyTestAnswer,
} from "./readiness-record.ts";
import type { AgentId } from "./vocabulary.ts";

/** One check of an agent, answered from one record. */
export type ReadinessItem = Answer & { readonly check: CheckKnowledge; readonly need: AgentCheck };

/** The checks of one agent against one record. Not advice: nothing is recommended, ranked or cleared. */
export type Readiness = {
  readonly agent: AgentId;
  /** Start of the first dose that the record gives, months; checks before a dose use what was known by then. */
  readonly firstDose: Interval | undefined;
  readonly items: readonly ReadinessItem[];
};

/**
 * Which checks of an agent this record has, lacks or fails, in the order of the agent's list.
 *
 * "Not documented" is `lacks`, never a pass. When the agent was given, only what is not certainly after its first dose
 * counts for the checks before it.
 */
export function readiness(view: CaseView, agentId: AgentId): Readiness {
  const given = view.treatments
    .filter((treatment) => treatment.entry.agent === agentId)
    .map((treatment) => treatment.when);
  const firstDose = earliestOf(given.filter((when) => when !== undefined));
  const items = agentKnowledge(agentId).checks.map((need) => {
    const check = checkKnowledge(need.check);
    return { check, need, ...answer(view, check, need, firstDose, given) };
  });
  return { agent: agentId, firstDose, items };
}

function answer(
  view: CaseView,
  check: CheckKnowledge,
  need: AgentCheck,
  dose: Interval | undefined,
  given: readonly (Interval | undefined)[],
): Answer {
  switch (check.id) {
    case "kidneyFunction":
      return kidneyAnswer(view, need, dose);
    case "pregnancyTest":
      return pregnancyTestAnswer(view, dose);
    case "pregnancyIntention":
      return intentionAnswer(view);
    case "contraception":
      return contraceptionAnswer(view);
    case "breastfeedingStopped":
      return breastfeedingAnswer(view, dose);
    case "dentalCheck":
      return dentalAnswer(view, dose);
    case "competingCondition":
      return conditionAnswer(view, need);
    case "calciumAfterDose":
      return afterDoseAnswer(view, check, given);
    case "calciumNotLow":
    case "calciumNotHigh":
    case "vitaminD25oh":
    case "phosphateAndAlp":
    case "pthNotHigh":
    case "urineCalcium":
      return laboratoryAnswer(view, check, dose);
  }
}
