import type { ModelKernel } from "../model-kernel.ts";
import { simulationModels } from "../simulation-models.ts";
import { type CircuitJob, circuitSimulatorOf } from "./circuit-women.ts";
import type { SimulatorOf } from "./population-runner.ts";

/** Women of any model that a scenario may name: what every worker makes of a job. */
export const circuitSimulator: SimulatorOf<CircuitJob> = circuitSimulatorOf(kernelNamed);

function kernelNamed(name: string): ModelKernel {
  const model = simulationModels.find((each) => each.name === name);
  if (model === undefined) throw new RangeError(`there is no model ${name}`);
  return model.kernel;
}
