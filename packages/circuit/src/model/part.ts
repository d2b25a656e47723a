import type { ModelDescription } from "./description.ts";

/** What one part of a model adds to it: a gland, a cell lineage, a drug. Parts read each other's states and quantities by name. */
export type ModelPart = Partial<Omit<ModelDescription, "name" | "timeUnit" | "parameters" | "outputs">>;

/**
 * The parts as one, each list in the order of the parts. Quantities are computed in that order: a part that reads a
 * quantity of another stands after it.
 */
export function joinParts(parts: readonly ModelPart[]): Required<ModelPart> {
  return {
    inputs: parts.flatMap((part) => part.inputs ?? []),
    depots: parts.flatMap((part) => part.depots ?? []),
    constants: parts.flatMap((part) => part.constants ?? []),
    states: parts.flatMap((part) => part.states ?? []),
    quantities: parts.flatMap((part) => part.quantities ?? []),
    switches: parts.flatMap((part) => part.switches ?? []),
  };
}
