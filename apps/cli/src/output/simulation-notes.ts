import { type Scenario, saySiteVerdicts } from "@materbone/circuit";
import type { Terms, Text } from "@materbone/clinical";

/** Sentences that stand beside every output of a scenario: what it is, and what its model fails at. */
export function simulationNotes({ model, plan }: Scenario, terms: Terms): readonly string[] {
  const verdicts =
    model.name === "circuit"
      ? saySiteVerdicts(
          plan.columns.map(({ name }) => name),
          terms,
        )
      : [];
  return [terms.text(HYPOTHESIS), ...verdicts];
}

const HYPOTHESIS: Text = {
  en: "Hypothesis: computed by a model of one hypothetical woman, not measured in any, and no forecast for one.",
  zh: "假说：由假想个体的模型计算所得，并非任何人的实测值，也不是对个人的预测。",
};
