export {
  calciumBoneParameters,
  calciumBoneSources,
  calciumBoneStates,
  calciumBoneVersion,
  type ModelSource,
  type ParameterBounds,
  type ParameterKnowledge,
  type StateKnowledge,
} from "./model/calcium-bone/knowledge.ts";
export { calciumBone } from "./model/calcium-bone.ts";
export type { ModelDescription } from "./model/description.ts";
export type { KernelQuantity, ModelKernel, ParameterDerivative, ParameterDerivatives } from "./model-kernel.ts";
