import type { CheckedModel } from "./checked-model.ts";
import { derivativeBy } from "./differentiate.ts";
import { eliminate, type Pattern } from "./elimination.ts";
import { type EliminationPrograms, eliminationPrograms } from "./elimination-program.ts";
import type { Node } from "./graph.ts";
import { inputsOf, type Program, programOf, type Store } from "./program.ts";

/** Everything that a kernel computes, in no language yet. */
export type KernelPrograms = {
  readonly constants: Program;
  readonly constantCount: number;
  readonly initialState: Program;
  readonly depotRates: Program;
  readonly derivative: Program;
  readonly linearise: Program;
  readonly evaluateSwitches: Program;
  readonly evaluateOutputs: Program;
  readonly pattern: Pattern;
  readonly fill: number;
  readonly elimination: EliminationPrograms;
  /** Where each node that is fixed for one woman is kept among the constants. */
  readonly slotByNode: ReadonlyMap<Node, number>;
};

/** Differentiates a model, hoists what is fixed for one woman into constants, and orders the elimination. */
export function kernelPrograms(model: CheckedModel): KernelPrograms {
  const { graph, states, rates } = model;
  const byState = states.map((state) => derivativeBy(graph, state));
  const entries = rates.flatMap((rate, row) =>
    byState
      .map((derivative, column) => ({ row, column, value: derivative(rate) }))
      .filter(({ value }) => value !== graph.zero),
  );
  const byTime = derivativeBy(graph, model.time);
  const stores = {
    derivative: storesOf("out", rates),
    linearise: [
      ...storesOf(
        "out",
        entries.map(({ value }) => value),
      ),
      ...storesOf("timeDerivative", rates.map(byTime)),
    ],
    evaluateSwitches: storesOf("out", model.switches),
    evaluateOutputs: storesOf("out", model.outputs),
    initialState: storesOf("out", model.initials),
    depotRates: storesOf("out", model.depotRates),
  };
  const slotByNode = slotsOf(Object.values(stores).flat());
  const pattern: Pattern = {
    size: states.length,
    rows: entries.map(({ row }) => row),
    columns: entries.map(({ column }) => column),
  };
  const elimination = eliminate(pattern);
  const program = (of: readonly Store[]): Program => programOf(of, slotByNode);
  return {
    constants: programOf(storesOf("out", [...slotByNode.keys()]), new Map()),
    constantCount: slotByNode.size,
    initialState: program(stores.initialState),
    depotRates: program(stores.depotRates),
    derivative: program(stores.derivative),
    linearise: program(stores.linearise),
    evaluateSwitches: program(stores.evaluateSwitches),
    evaluateOutputs: program(stores.evaluateOutputs),
    pattern,
    fill: elimination.fill,
    elimination: eliminationPrograms(pattern, elimination),
    slotByNode,
  };
}

export function storesOf(array: string, values: readonly Node[]): readonly Store[] {
  return values.map((value, index) => ({ array, index, value }));
}

/** A place for each largest expression of parameters and numbers alone, in the order in which they are met. */
function slotsOf(stores: readonly Store[]): ReadonlyMap<Node, number> {
  const slots = new Map<Node, number>();
  const seen = new Set<Node>();
  function visit(node: Node): void {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === "negative") visit(node.of);
    else if (node.stage < 2 && node.kind !== "number") slots.set(node, slots.size);
    else for (const input of inputsOf(node)) visit(input);
  }
  for (const { value } of stores) visit(value);
  return slots;
}
