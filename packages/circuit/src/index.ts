export { type Direction, directionAlong } from "./mechanism/direction.ts";
export {
  type Carried,
  type Certainty,
  type Change,
  type Mechanism,
  type MechanismEdge,
  type MechanismNode,
  mechanism,
  type NodeGroup,
  type Sign,
} from "./mechanism/mechanism.ts";
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
