import type { ModelKernel } from "../model-kernel.ts";
import type { PlanColumn, ValuePlace } from "./plan.ts";

/**
 * Every column that a model can give, in the order of the reference tables: states, depots, inputs, outputs. An output
 * that bears the name of one before it is that one, and stands once.
 */
export function modelColumns(kernel: ModelKernel): readonly Extract<PlanColumn, { kind: "value" }>[] {
  const groups: readonly (readonly [ValuePlace["in"], readonly { readonly name: string; readonly unit: string }[]])[] =
    [
      ["state", kernel.states],
      ["depot", kernel.depots],
      ["input", kernel.inputs],
      ["output", kernel.outputs],
    ];
  const seen = new Set<string>();
  return groups.flatMap(([place, all]) =>
    all.flatMap(({ name, unit }, index) => {
      if (seen.has(name)) return [];
      seen.add(name);
      return [{ kind: "value", name, unit, of: { in: place, index } }] as const;
    }),
  );
}
