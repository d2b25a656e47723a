import data from "../../knowledge/lactation-axis.json" with { type: "json" };
import type { ModelSource, ParameterKnowledge, StateKnowledge } from "./calcium-bone/knowledge.ts";

export const lactationAxisSources: readonly ModelSource[] = data.sources as readonly ModelSource[];
export const lactationAxisParameters: readonly ParameterKnowledge[] = data.parameters as readonly ParameterKnowledge[];
/** States, depots and inputs that the axis adds. */
export const lactationAxisStates: readonly StateKnowledge[] = data.states as readonly StateKnowledge[];
/** Outputs of the axis that are no state. */
export const lactationAxisOutputs: readonly Omit<StateKnowledge, "kind">[] = data.outputs;
