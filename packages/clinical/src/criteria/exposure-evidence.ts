import type { CaseView, TimedTreatment } from "../record/case-view.ts";
import type { AgentId } from "../therapy/vocabulary.ts";
import { earliestOf } from "../time/interval.ts";

/**
 * Given agents that can have come before the first fracture. Heparin begun for the bed rest after a fracture is no cause
 * of it, so an agent whose start lies after the first fracture in every reading is left out.
 */
export function givenBeforeFracture(view: CaseView, agents: readonly AgentId[]): readonly TimedTreatment[] {
  const fracture = earliestOf(view.fractures.flatMap((one) => (one.when === undefined ? [] : [one.when])));
  return view.treatments
    .filter((treatment) => agents.includes(treatment.entry.agent))
    .filter(
      (treatment) =>
        fracture === undefined || treatment.when === undefined || treatment.when.earliest <= fracture.latest,
    );
}
