import type { ModelKernel } from "../model-kernel.ts";
import type { PlanColumn, ValuePlace } from "./plan.ts";

/**
 * Every column that a model can give: its outputs, which name states, depots and inputs in the order of the reference
 * tables, then what of these is no output. Each name stands once.
 */
export function modelColumns(kernel: ModelKernel): readonly Extract<PlanColumn, { kind: "value" }>[] {
  const groups: readonly (readonly [ValuePlace["in"], readonly { readonly name: string; readonly unit: string }[]])[] =
    [
      ["output", kernel.outputs],
      ["state", kernel.states],
      ["depot", kernel.depots],
      ["input", kernel.inputs],
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

/** Names of the values that columns show: of a percent change, the value that changes. */
export function shownValues(kernel: ModelKernel, columns: readonly PlanColumn[]): readonly string[] {
  const all = modelColumns(kernel);
  return columns.flatMap(({ of }) => {
    const found = all.find((each) => each.of.in === of.in && each.of.index === of.index);
    return found === undefined ? [] : [found.name];
  });
}
