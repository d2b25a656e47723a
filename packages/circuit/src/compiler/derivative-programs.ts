import type { CheckedModel } from "./checked-model.ts";
import { derivativeBy } from "./differentiate.ts";
import type { Node } from "./graph.ts";
import type { KernelPrograms } from "./kernel-programs.ts";
import { type Program, programOf, type Store } from "./program.ts";

/** What one parameter changes; only what is not zero is stored. */
export type ParameterPrograms = {
  readonly rates: Program;
  readonly initialState: Program;
  readonly outputs: Program;
};

/**
 * Programs of the derivatives with respect to each parameter, through every constant and initial value that depends on it.
 * They read the parameters and what the kernel has computed of them.
 */
export function derivativePrograms(model: CheckedModel, { slotByNode }: KernelPrograms): readonly ParameterPrograms[] {
  const { graph } = model;
  return model.parameters.map((parameter) => {
    const derivative = derivativeBy(graph, parameter);
    const program = (values: readonly Node[]): Program => {
      const stores = values.map((value, index): Store => ({ array: "out", index, value: derivative(value) }));
      return programOf(
        stores.filter(({ value }) => value !== graph.zero),
        slotByNode,
      );
    };
    return { rates: program(model.rates), initialState: program(model.initials), outputs: program(model.outputs) };
  });
}
