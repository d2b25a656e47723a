import type { Graph, Node } from "./graph.ts";

/**
 * The derivative with respect to one leaf, as a function that remembers what it has seen.
 *
 * The derivative of log x is taken apart along products, so that a factor that may be 0 and does not vary (the amount in a
 * depot) drops out instead of giving 0/0. What stays is x' times `guarded`(x): at x = 0 the derivative of x^a, which may be
 * infinite there, is 0.
 */
export function derivativeBy(graph: Graph, variable: Node): (node: Node) => Node {
  const known = new Map<Node, Node>();

  function derivative(node: Node): Node {
    if (node.stage < variable.stage) return graph.zero;
    const before = known.get(node);
    if (before !== undefined) return before;
    const made = rule(node);
    known.set(node, made);
    return made;
  }

  function rule(node: Node): Node {
    switch (node.kind) {
      case "number":
        return graph.zero;
      case "leaf":
        return node === variable ? graph.one : graph.zero;
      case "sum":
        return graph.sum(derivative(node.left), derivative(node.right));
      case "product":
        return graph.sum(
          graph.product(derivative(node.left), node.right),
          graph.product(node.left, derivative(node.right)),
        );
      case "negative":
        return graph.negative(derivative(node.of));
      case "reciprocal":
        return graph.negative(graph.product(graph.product(node, node), derivative(node.of)));
      case "guarded":
        return graph.negative(graph.product(graph.product(node, node), derivative(node.of)));
      case "exp":
        return graph.product(node, derivative(node.of));
      case "log":
        return graph.product(derivative(node.of), graph.guarded(node.of));
      case "tanh":
        return graph.product(graph.difference(graph.one, graph.product(node, node)), derivative(node.of));
      case "sqrt":
        return graph.product(graph.product(graph.number(0.5), graph.guarded(node)), derivative(node.of));
      case "fall":
        return graph.product(
          graph.negative(graph.product(node, graph.difference(graph.one, node))),
          derivative(node.of),
        );
      case "either":
        return graph.either(node.when, derivative(node.above), derivative(node.below));
    }
  }

  return derivative;
}
