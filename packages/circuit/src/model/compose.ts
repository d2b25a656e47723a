import type { ModelDescription, NamedExpression, ParameterDescription } from "./description.ts";
import type { ModelPart } from "./part.ts";

/** What is put on top of a model: a part of its own, and names of the model below that it takes over. */
export type ModelAddition = {
  readonly parameters: readonly ParameterDescription[];
  /** Its quantities are computed before those of the model below, so they read no quantity of it. */
  readonly part?: ModelPart;
  /** A part whose quantities are computed last. */
  readonly after?: ModelPart;
  readonly substitutions: readonly Substitution[];
  readonly outputs: readonly NamedExpression[];
};

/** Wherever the model below reads `name` in a rate, a quantity or a switch, it reads `by`, in the same unit. */
export type Substitution = {
  readonly name: string;
  readonly by: string;
  /** States and quantities of the model below that go on reading `name`. */
  readonly unless?: readonly string[];
};

/**
 * A model with additions on top, in their order: each takes over names of everything below it. Constants, initial values and
 * outputs of the model below stay as they are.
 *
 * @throws TypeError when a name is given twice, or a substituted name is not read anywhere below
 */
export function composed(name: string, base: ModelDescription, additions: readonly ModelAddition[]): ModelDescription {
  const model = additions.reduce(withAddition, base);
  const names = [model.parameters, model.inputs, model.depots, model.constants, model.states, model.quantities]
    .flat()
    .map((item) => item.name);
  refuseTwice(names);
  refuseTwice(model.outputs.map((output) => output.name));
  return { ...model, name };
}

function withAddition(base: ModelDescription, addition: ModelAddition): ModelDescription {
  const { part = {}, after = {}, substitutions } = addition;
  const read = new Set<string>();
  const replaced = (text: string, equation: string): string =>
    replaceNames(text, (found) => {
      const rule = substitutions.find(({ name, unless = [] }) => name === found && !unless.includes(equation));
      if (rule === undefined) return found;
      read.add(found);
      return rule.by;
    });
  const states = base.states.map((state) => ({ ...state, rate: replaced(state.rate, state.name) }));
  const quantities = base.quantities.map((quantity) => ({ ...quantity, is: replaced(quantity.is, quantity.name) }));
  const switches = base.switches.map((item) => ({ ...item, is: replaced(item.is, item.name) }));
  const unread = substitutions.find((rule) => !read.has(rule.name));
  if (unread !== undefined) throw new TypeError(`nothing in ${base.name} reads ${unread.name}`);
  return {
    ...base,
    parameters: [...base.parameters, ...addition.parameters],
    inputs: [...base.inputs, ...(part.inputs ?? []), ...(after.inputs ?? [])],
    depots: [...base.depots, ...(part.depots ?? []), ...(after.depots ?? [])],
    constants: [...base.constants, ...(part.constants ?? []), ...(after.constants ?? [])],
    states: [...states, ...(part.states ?? []), ...(after.states ?? [])],
    quantities: [...(part.quantities ?? []), ...quantities, ...(after.quantities ?? [])],
    switches: [...switches, ...(part.switches ?? []), ...(after.switches ?? [])],
    outputs: [...base.outputs, ...addition.outputs],
  };
}

/** Names outside units in brackets and outside numbers such as `1e3`. */
function replaceNames(text: string, by: (name: string) => string): string {
  return text.replace(/\[[^\]]*\]|\d[\d.]*(?:[eE][+-]?\d+)?|[A-Za-z_]\w*/g, (token) =>
    /^[A-Za-z_]/.test(token) ? by(token) : token,
  );
}

function refuseTwice(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new TypeError(`the name ${twice} is given twice`);
}
