export type { ModelDescription } from "./model/description.ts";
export type { KernelQuantity, ModelKernel, ParameterDerivative, ParameterDerivatives } from "./model-kernel.ts";
