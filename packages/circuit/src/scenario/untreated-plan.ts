import { AGENTS, type AgentId, isBoneActive } from "@materbone/clinical";
import type { Plan, PlanEvent } from "../run/plan.ts";
import type { SimulationModel } from "../simulation-model.ts";
import type { Scenario } from "./read-scenario.ts";

type Dose = Extract<PlanEvent, { readonly kind: "dose" }>;

/**
 * The same run without doses of drugs that act on bone; calcium and calcitriol stay.
 *
 * @returns `undefined` where no such drug is given
 */
export function untreatedPlan({ model, plan }: Scenario): Plan | undefined {
  const events = plan.events.filter((event) => event.kind !== "dose" || !actsOnBone(doseDrug(event, model), model));
  return events.length < plan.events.length ? { ...plan, events } : undefined;
}

/** The drug whose way a dose takes; where none does, the name of what it goes into. */
export function doseDrug({ into, index }: Dose, { kernel, doseRoutes }: SimulationModel): string {
  const { name = "" } = (into === "state" ? kernel.states : kernel.depots)[index] ?? {};
  return doseRoutes.find((route) => route.into === name)?.agent ?? name;
}

export function knownAgent(drug: string): AgentId | undefined {
  return AGENTS.find((each) => each === drug);
}

/** What no list of drugs knows counts as a drug, calcium aside. */
function actsOnBone(drug: string, { calciumPlaces = [] }: SimulationModel): boolean {
  if (calciumPlaces.includes(drug)) return false;
  const agent = knownAgent(drug);
  return agent === undefined || isBoneActive(agent);
}
