import { type Graph, type Node, numberOf } from "./graph.ts";
import { ModelError } from "./model-error.ts";
import { parseExpression, type Syntax } from "./syntax.ts";
import {
  areSameUnit,
  DIMENSIONLESS,
  divideUnits,
  formatUnit,
  multiplyUnits,
  parseUnit,
  type Unit,
  unitPower,
} from "./unit.ts";

/** A value with its unit. */
export type Quantity = { readonly node: Node; readonly unit: Unit };

/**
 * Makes the function that reads an expression into the graph and checks the unit of every term in it.
 *
 * @param resolve - what a name stands for in a scope, or the problem with it
 * @param switchIndexByName - for `either`
 */
export function expressionReader<Scope>(
  graph: Graph,
  resolve: (name: string, scope: Scope) => Quantity | string,
  switchIndexByName: ReadonlyMap<string, number>,
): (equation: string, text: string, scope: Scope) => Quantity {
  return (equation, text, scope) => {
    const fail = (problem: string, at: Syntax): never => {
      throw new ModelError(equation, problem, text, at);
    };
    const source = (at: Syntax): string => text.slice(at.start, at.end);
    const described = (at: Syntax, unit: Unit): string => `${source(at)} is in ${formatUnit(unit)}`;

    function read(at: Syntax): Quantity {
      switch (at.kind) {
        case "number":
          return { node: graph.number(at.value), unit: literalUnit(at, at.unit) };
        case "name": {
          const found = resolve(at.name, scope);
          return typeof found === "string" ? fail(found, at) : found;
        }
        case "negative": {
          const { node, unit } = read(at.of);
          return { node: graph.negative(node), unit };
        }
        case "binary":
          return at.operator === "^" ? power(at, at.left, at.right) : binary(at, at.left, at.right);
        case "call":
          return call(at);
      }
    }

    function literalUnit(at: Syntax, unit: string): Unit {
      try {
        return parseUnit(unit);
      } catch (error) {
        return fail((error as Error).message, at);
      }
    }

    function binary(at: Syntax & { kind: "binary" }, left: Syntax, right: Syntax): Quantity {
      const a = read(left);
      const b = read(right);
      switch (at.operator) {
        case "*":
          return { node: graph.product(a.node, b.node), unit: multiplyUnits(a.unit, b.unit) };
        case "/":
          if (numberOf(b.node) === 0) fail("division by 0", right);
          return { node: graph.quotient(a.node, b.node), unit: divideUnits(a.unit, b.unit) };
        default:
          alike(at, left, a, right, b);
          return {
            node: at.operator === "+" ? graph.sum(a.node, b.node) : graph.difference(a.node, b.node),
            unit: a.unit,
          };
      }
    }

    function alike(at: Syntax, left: Syntax, a: Quantity, right: Syntax, b: Quantity): void {
      if (areSameUnit(a.unit, b.unit)) return;
      fail(`units differ: ${described(left, a.unit)}, ${described(right, b.unit)}`, at);
    }

    function dimensionless(at: Syntax): Node {
      const { node, unit } = read(at);
      return areSameUnit(unit, DIMENSIONLESS) ? node : fail(`${described(at, unit)}, but has to be a pure number`, at);
    }

    function power(at: Syntax, left: Syntax, right: Syntax): Quantity {
      const base = read(left);
      const exponent = dimensionless(right);
      const value = numberOf(exponent);
      if (value === 0 || areSameUnit(base.unit, DIMENSIONLESS)) {
        return { node: graph.power(base.node, exponent), unit: DIMENSIONLESS };
      }
      if (value === undefined || !Number.isInteger(2 * value)) {
        return fail(`${described(left, base.unit)}, so its exponent has to be a whole or half number`, at);
      }
      return { node: graph.power(base.node, exponent), unit: unitPower(base.unit, value) };
    }

    function call(at: Syntax & { kind: "call" }): Quantity {
      const { name, inputs } = at;
      const count = name === "hill" || name === "either" ? 3 : 1;
      if (!["exp", "log", "tanh", "sqrt", "hill", "either"].includes(name)) fail(`function "${name}" is not known`, at);
      if (inputs.length !== count)
        fail(`${name} takes ${count} input${count === 1 ? "" : "s"}, not ${inputs.length}`, at);
      const [first, second, third] = inputs;
      switch (name) {
        case "exp":
          return { node: graph.exp(dimensionless(first)), unit: DIMENSIONLESS };
        case "log":
          return { node: graph.log(dimensionless(first)), unit: DIMENSIONLESS };
        case "tanh":
          return { node: graph.tanh(dimensionless(first)), unit: DIMENSIONLESS };
        case "sqrt":
          return { node: graph.sqrt(dimensionless(first)), unit: DIMENSIONLESS };
        case "hill": {
          const x = read(first);
          const half = read(second);
          alike(at, first, x, second, half);
          const exponent = dimensionless(third);
          return { node: graph.hill(x.node, half.node, exponent), unit: DIMENSIONLESS };
        }
        default: {
          const mode = first.kind === "name" ? switchIndexByName.get(first.name) : undefined;
          if (mode === undefined) return fail(`${source(first)} is not a switch`, first);
          const above = read(second);
          const below = read(third);
          alike(at, second, above, third, below);
          return { node: graph.either({ array: "modes", index: mode }, above.node, below.node), unit: above.unit };
        }
      }
    }

    return read(parseExpression(text, equation));
  };
}
