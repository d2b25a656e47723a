import type { Condition, Leaf, Node, Unary } from "./graph.ts";

/**
 * A straight-line program, the same for every language that it is written out in: locals in the order in which they are
 * computed, and stores.
 */
export type Program = readonly Step[];

export type Step =
  | { readonly kind: "local"; readonly local: number; readonly value: Term }
  | { readonly kind: "store"; readonly array: string; readonly index: number; readonly value: Term }
  /** A local that is computed in one of two ways, each with steps of its own. */
  | {
      readonly kind: "branch";
      readonly local: number;
      readonly when: Condition;
      readonly above: Way;
      readonly below: Way;
    };

export type Way = { readonly steps: Program; readonly value: Term };

/** A value as a tree: what is used once stands where it is used, what is used again is a local. */
export type Term =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "local"; readonly local: number }
  | { readonly kind: "read"; readonly array: ReadArray; readonly index: number }
  | { readonly kind: "sum" | "product"; readonly left: Term; readonly right: Term }
  | { readonly kind: Unary; readonly of: Term }
  | { readonly kind: "either"; readonly when: Condition; readonly above: Term; readonly below: Term };

/** `time` and `shift` are single values. */
export type ReadArray = Leaf["array"] | "constants" | "jacobian" | "shift" | "factors" | "rightSide";

export type Store = { readonly array: string; readonly index: number; readonly value: Node };

/**
 * Orders the computation of all stores.
 *
 * @param slotByNode - nodes that are found computed in the array of constants
 */
export function programOf(stores: readonly Store[], slotByNode: ReadonlyMap<Node, number>): Program {
  const uses = usesOf(stores, slotByNode);
  const localByNode = new Map<Node, number>();
  const steps: Step[] = [];

  function term(node: Node): Term {
    if (node.kind === "number") return { kind: "number", value: node.value };
    if (node.kind === "negative" && !slotByNode.has(node)) return { kind: "negative", of: term(node.of) };
    const before = localByNode.get(node);
    if (before !== undefined) return { kind: "local", local: before };
    const value = computed(node);
    if ((uses.get(node) ?? 0) < 2) return value;
    const local = localByNode.size;
    localByNode.set(node, local);
    steps.push({ kind: "local", local, value });
    return { kind: "local", local };
  }

  function computed(node: Node): Term {
    const slot = slotByNode.get(node);
    if (slot !== undefined) return { kind: "read", array: "constants", index: slot };
    switch (node.kind) {
      case "number":
        return { kind: "number", value: node.value };
      case "leaf":
        return { kind: "read", array: node.leaf.array, index: node.leaf.index };
      case "sum":
      case "product":
        return { kind: node.kind, left: term(node.left), right: term(node.right) };
      case "either":
        return { kind: "either", when: node.when, above: term(node.above), below: term(node.below) };
      default:
        return { kind: node.kind, of: term(node.of) };
    }
  }

  for (const { array, index, value } of stores) steps.push({ kind: "store", array, index, value: term(value) });
  return steps;
}

/** How often each node is used. A negative costs nothing and is written wherever it is used, so its use is one of what it is of. */
function usesOf(stores: readonly Store[], slotByNode: ReadonlyMap<Node, number>): ReadonlyMap<Node, number> {
  const uses = new Map<Node, number>();
  function use(node: Node): void {
    if (node.kind === "number") return;
    if (node.kind === "negative" && !slotByNode.has(node)) {
      use(node.of);
      return;
    }
    const before = uses.get(node) ?? 0;
    uses.set(node, before + 1);
    if (before > 0 || slotByNode.has(node)) return;
    for (const input of inputsOf(node)) use(input);
    // A guarded reciprocal names its input twice.
    if (node.kind === "guarded") use(node.of);
  }
  for (const { value } of stores) use(value);
  return uses;
}

export function inputsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "number":
    case "leaf":
      return [];
    case "sum":
    case "product":
      return [node.left, node.right];
    case "either":
      return [node.above, node.below];
    default:
      return [node.of];
  }
}
