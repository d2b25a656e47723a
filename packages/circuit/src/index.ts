export type { ModelDescription } from "./model/description.ts";
export type { KernelQuantity, ModelKernel, ParameterDerivative } from "./model-kernel.ts";
