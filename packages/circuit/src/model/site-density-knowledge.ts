import data from "../../knowledge/site-density.json" with { type: "json" };
import type { ModelSource, ParameterKnowledge, StateKnowledge } from "./calcium-bone/knowledge.ts";

/** A parameter that the calibration found, with its standard error where the anchors tell it. */
export type CalibratedKnowledge = ParameterKnowledge & { readonly standardError?: number };

export const siteDensityVersion: string = data.version;
export const siteDensitySources: readonly ModelSource[] = data.sources as readonly ModelSource[];
export const siteDensityParameters: readonly CalibratedKnowledge[] = data.parameters as readonly CalibratedKnowledge[];
/** Values that the calibration puts in place of those of the models below. */
export const recalibratedParameters: readonly CalibratedKnowledge[] =
  data.recalibrated as readonly CalibratedKnowledge[];
export const siteDensityStates: readonly StateKnowledge[] = data.states as readonly StateKnowledge[];
export const siteDensityOutputs: readonly Omit<StateKnowledge, "kind">[] = data.outputs;
