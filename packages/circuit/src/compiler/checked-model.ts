import type { ModelDescription, NamedExpression } from "../model/description.ts";
import { expressionReader, type Quantity } from "./expression-reader.ts";
import { Graph, type Leaf, type Node } from "./graph.ts";
import { ModelError } from "./model-error.ts";
import { areSameUnit, DIMENSIONLESS, divideUnits, formatUnit, parseUnit, type Unit } from "./unit.ts";

/** A model whose names are resolved, whose units agree and whose expressions are nodes of one graph. */
export type CheckedModel = {
  readonly description: ModelDescription;
  readonly graph: Graph;
  readonly parameters: readonly Node[];
  readonly states: readonly Node[];
  readonly time: Node;
  readonly initials: readonly Node[];
  readonly rates: readonly Node[];
  readonly depotRates: readonly Node[];
  readonly switches: readonly Node[];
  readonly outputs: readonly Node[];
};

const FUNCTIONS = ["exp", "log", "tanh", "sqrt", "hill", "either"];
/** Where an expression may reach: constants know nothing that varies. */
type Scope = "fixed" | "free";

/**
 * Resolves and checks a model.
 *
 * @throws ModelError for a name that is unknown, twice given or defined by itself, for text that cannot be read and for units
 * that do not agree
 */
export function checkModel(description: ModelDescription): CheckedModel {
  const graph = new Graph();
  const leaf = (array: Leaf["array"], index: number): Node => graph.leaf({ array, index });
  const time = leaf("time", 0);
  const timeUnit = parseUnit(description.timeUnit);
  const elapsed = graph.difference(time, leaf("drive", 0));
  const switchIndexByName = new Map(description.switches.map(({ name }, index) => [name, index]));
  const { define, resolve } = definitions();

  const read = expressionReader(graph, (name, scope: Scope) => resolve(name, scope), switchIndexByName);
  const evaluate = (of: string, text: string, unit: Unit | undefined, scope: Scope): Quantity => {
    const { node, unit: own } = read(of, text, scope);
    if (unit !== undefined && !areSameUnit(own, unit)) {
      throw new ModelError(of, `is in ${formatUnit(own)}, but ${formatUnit(unit)} is declared`, text);
    }
    return { node, unit: own };
  };
  const named = (kind: string, { name, is, unit }: NamedExpression, scope: Scope): Quantity =>
    evaluate(`${kind} ${name}`, is, unitOf(`${kind} ${name}`, unit), scope);

  const { parameters, inputs, depots, constants, states, quantities, switches, outputs } = description;
  const amountAt = (index: number): number => 1 + 2 * inputs.length + index;
  const depotRate = (index: number): Quantity =>
    evaluate(`rate of ${depots[index].name}`, depots[index].rate, divideUnits(DIMENSIONLESS, timeUnit), "fixed");
  const initial = (index: number): Quantity => {
    const { name, unit, initial } = states[index];
    return evaluate(`initial value of ${name}`, initial, unitOf(`state ${name}`, unit), "fixed");
  };

  for (const { name, value } of [...parameters, ...inputs]) {
    if (!Number.isFinite(value)) throw new ModelError(name, `has the value ${value}`);
  }
  parameters.forEach(({ name, unit }, i) => {
    define(name, "fixed", () => ({ node: leaf("parameters", i), unit: unitOf(`parameter ${name}`, unit) }));
  });
  inputs.forEach(({ name, unit }, i) => {
    const slope = leaf("drive", 1 + inputs.length + i);
    const node = graph.sum(leaf("drive", 1 + i), graph.product(slope, elapsed));
    define(name, "free", () => ({ node, unit: unitOf(`input ${name}`, unit) }));
  });
  depots.forEach(({ name, unit }, i) => {
    define(name, "free", () => {
      const left = graph.exp(graph.negative(graph.product(depotRate(i).node, elapsed)));
      const amount = graph.product(leaf("drive", amountAt(i)), left);
      const node = graph.either({ array: "drive", index: amountAt(i) }, amount, graph.zero);
      return { node, unit: unitOf(`depot ${name}`, unit) };
    });
  });
  for (const constant of constants) define(constant.name, "fixed", () => named("constant", constant, "fixed"));
  states.forEach(({ name, unit }, i) => {
    define(name, "free", () => ({ node: leaf("state", i), unit: unitOf(`state ${name}`, unit) }));
    define(`${name}_0`, "fixed", () => initial(i));
  });
  for (const quantity of quantities) define(quantity.name, "free", () => named("quantity", quantity, "free"));
  define("t", "free", () => ({ node: time, unit: timeUnit }));
  for (const { name } of switches) {
    if (switches.filter((other) => other.name === name).length > 1) throw new ModelError(name, "is given twice");
  }

  for (const { name } of [...constants, ...quantities]) resolve(name, "free");
  return {
    description,
    graph,
    parameters: parameters.map((_, i) => leaf("parameters", i)),
    states: states.map((_, i) => leaf("state", i)),
    time,
    initials: states.map((_, i) => initial(i).node),
    rates: states.map(({ name, unit, rate }) => {
      const own = divideUnits(unitOf(`state ${name}`, unit), timeUnit);
      return evaluate(`rate of ${name}`, rate, own, "free").node;
    }),
    depotRates: depots.map((_, i) => depotRate(i).node),
    switches: switches.map(({ name, is }) => evaluate(`switch ${name}`, is, undefined, "free").node),
    outputs: outputs.map((output) => named("output", output, "free").node),
  };
}

type Definition = { readonly scope: Scope; readonly make: () => Quantity };

/** Names and what they stand for, worked out when first asked for: the order of constants does not matter, a circle does. */
function definitions(): {
  readonly define: (name: string, scope: Scope, make: () => Quantity) => void;
  readonly resolve: (name: string, scope: Scope) => Quantity | string;
} {
  const definitionByName = new Map<string, Definition>();
  const known = new Map<string, Quantity>();
  const underway: string[] = [];

  return {
    define: (name, scope, make) => {
      if (!/^[A-Za-z_]\w*$/.test(name)) throw new ModelError(name, "is not a name");
      if (FUNCTIONS.includes(name)) throw new ModelError(name, "is the name of a function");
      if (definitionByName.has(name)) throw new ModelError(name, "is given twice");
      definitionByName.set(name, { scope, make });
    },
    resolve: (name, scope) => {
      const definition = definitionByName.get(name);
      if (definition === undefined) return `"${name}" is not known`;
      if (scope === "fixed" && definition.scope === "free") return `"${name}" varies in time and cannot stand here`;
      const before = known.get(name);
      if (before !== undefined) return before;
      if (underway.includes(name)) {
        const circle = [...underway.slice(underway.indexOf(name)), name];
        throw new ModelError(name, `is defined by itself: ${circle.join(" -> ")}`);
      }
      underway.push(name);
      const made = definition.make();
      underway.pop();
      known.set(name, made);
      return made;
    },
  };
}

function unitOf(of: string, unit: string): Unit {
  try {
    return parseUnit(unit);
  } catch (error) {
    throw new ModelError(of, (error as Error).message);
  }
}
