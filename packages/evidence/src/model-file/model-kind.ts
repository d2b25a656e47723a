import type { EvidenceModel } from "./model-schema.ts";

export type ModelKind = NonNullable<EvidenceModel["model"]>;

/** What a model does: what it says, else what its other keys mean. */
export function modelKind({ model, mixed, random, sampling }: EvidenceModel): ModelKind {
  if (model !== undefined) return model;
  if (mixed !== undefined) return "mixed";
  return random === undefined && sampling === undefined ? "univariate" : "multilevel";
}
