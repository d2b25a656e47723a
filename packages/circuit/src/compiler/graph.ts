/**
 * An expression as a directed graph without repetition: two equal expressions are one node.
 *
 * Subtraction is a sum with a `negative`, division a product with a `reciprocal`, x^a is exp(a log x), and hill(x, half, g)
 * is `fall`(g (log half - log x)) with fall(w) = 1 / (1 + exp w). A sum or product keeps what is fixed for one woman in one
 * factor or term of its own, so that it is computed once.
 */
export type Node = {
  readonly id: number;
  /** 0 a number, 1 of parameters alone, 2 of time, state or what acts from outside. */
  readonly stage: 0 | 1 | 2;
} & (
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | { readonly kind: "sum" | "product"; readonly left: Node; readonly right: Node }
  | { readonly kind: Unary; readonly of: Node }
  | { readonly kind: "either"; readonly when: Condition; readonly above: Node; readonly below: Node }
);

/** Of a mode of a switch that it is 1, of a value from outside that it is not 0: fixed within a step. */
export type Condition = { readonly array: "modes" | "drive"; readonly index: number };

/** `guarded` is the reciprocal, but 0 of 0. */
export type Unary = "negative" | "reciprocal" | "guarded" | "exp" | "log" | "tanh" | "sqrt" | "fall";

export type Leaf = { readonly array: "parameters" | "state" | "drive" | "time"; readonly index: number };

export class Graph {
  readonly #nodes = new Map<string, Node>();
  readonly zero: Node;
  readonly one: Node;

  constructor() {
    this.zero = this.number(0);
    this.one = this.number(1);
  }

  number(value: number): Node {
    if (!Number.isFinite(value)) throw new RangeError(`a constant of the model is ${value}`);
    if (value < 0) return this.negative(this.number(-value));
    return this.#keep(`number ${value}`, (id) => ({ id, stage: 0, kind: "number", value: value === 0 ? 0 : value }));
  }

  leaf(leaf: Leaf): Node {
    const stage = leaf.array === "parameters" ? 1 : 2;
    return this.#keep(`leaf ${leaf.array} ${leaf.index}`, (id) => ({ id, stage, kind: "leaf", leaf }));
  }

  negative(of: Node): Node {
    if (isNumber(of, 0)) return of;
    return of.kind === "negative" ? of.of : this.#unary("negative", of);
  }

  sum(a: Node, b: Node): Node {
    const numbers = numberOf(a) !== undefined && numberOf(b) !== undefined;
    if (numbers) return this.number((numberOf(a) ?? 0) + (numberOf(b) ?? 0));
    if (isNumber(a, 0)) return b;
    if (isNumber(b, 0)) return a;
    if (a === this.negative(b)) return this.zero;
    if (a.kind === "negative" && b.kind === "negative") return this.negative(this.sum(a.of, b.of));
    const common = this.#withCommonFactor(a, b);
    if (common !== undefined) return common;
    const [fixedA, freeA] = this.#terms(a);
    const [fixedB, freeB] = this.#terms(b);
    if (freeA !== this.zero && freeB !== this.zero && (fixedA !== this.zero || fixedB !== this.zero)) {
      return this.sum(this.sum(fixedA, fixedB), this.sum(freeA, freeB));
    }
    if (freeA === this.zero && fixedB !== this.zero && freeB !== this.zero) return this.sum(this.sum(a, fixedB), freeB);
    if (freeB === this.zero && fixedA !== this.zero && freeA !== this.zero) return this.sum(this.sum(b, fixedA), freeA);
    return this.#pair("sum", a, b);
  }

  difference(a: Node, b: Node): Node {
    return this.sum(a, this.negative(b));
  }

  product(a: Node, b: Node): Node {
    if (isNumber(a, 0) || isNumber(b, 0)) return this.zero;
    if (a.kind === "negative") return this.negative(this.product(a.of, b));
    if (b.kind === "negative") return this.negative(this.product(a, b.of));
    if (isNumber(a, 1)) return b;
    if (isNumber(b, 1)) return a;
    if (isPresence(a) && b.stage < 2) return this.either(a.when, this.product(a.above, b), this.zero);
    if (isPresence(b) && a.stage < 2) return this.either(b.when, this.product(a, b.above), this.zero);
    if (a.kind === "number" && b.kind === "number") return this.number(a.value * b.value);
    if (a.kind === "reciprocal" && a.of === b) return this.one;
    if (b.kind === "reciprocal" && b.of === a) return this.one;
    const [fixedA, freeA] = this.#factors(a);
    const [fixedB, freeB] = this.#factors(b);
    if (freeA !== this.one && freeB !== this.one && (fixedA !== this.one || fixedB !== this.one)) {
      return this.product(this.product(fixedA, fixedB), this.product(freeA, freeB));
    }
    if (freeA === this.one && fixedB !== this.one && freeB !== this.one) {
      return this.product(this.product(a, fixedB), freeB);
    }
    if (freeB === this.one && fixedA !== this.one && freeA !== this.one) {
      return this.product(this.product(b, fixedA), freeA);
    }
    return this.#withOneExponential(a, b) ?? this.#pair("product", a, b);
  }

  /** The product of two powers as one exponential, which costs far more than the products that are then not shared. */
  #withOneExponential(a: Node, b: Node): Node | undefined {
    const [exponentialA, restA] = this.#exponentialOf(a);
    if (exponentialA?.kind !== "exp") return undefined;
    const [exponentialB, restB] = this.#exponentialOf(b);
    if (exponentialB?.kind !== "exp" || exponentialA === exponentialB) return undefined;
    const exponential = this.exp(this.sum(exponentialA.of, exponentialB.of));
    return this.product(exponential, this.product(restA, restB));
  }

  /** An exponential among the factors of a node, and the product of the others. */
  #exponentialOf(node: Node): readonly [Node | undefined, Node] {
    if (node.kind === "exp") return [node, this.one];
    if (node.kind !== "product") return [undefined, node];
    const [fromLeft, left] = this.#exponentialOf(node.left);
    if (fromLeft !== undefined) return [fromLeft, this.product(left, node.right)];
    const [fromRight, right] = this.#exponentialOf(node.right);
    return fromRight === undefined ? [undefined, node] : [fromRight, this.product(node.left, right)];
  }

  quotient(a: Node, b: Node): Node {
    return this.product(a, this.reciprocal(b));
  }

  reciprocal(of: Node): Node {
    if (isNumber(of, 0)) throw new RangeError("division by 0");
    if (of.kind === "negative") return this.negative(this.reciprocal(of.of));
    if (of.kind === "number") return this.number(1 / of.value);
    if (of.kind === "reciprocal") return of.of;
    if (of.kind === "exp") return this.exp(this.negative(of.of));
    const [fixed, free] = this.#factors(of);
    if (fixed !== this.one && free !== this.one) return this.product(this.reciprocal(fixed), this.reciprocal(free));
    return this.#unary("reciprocal", of);
  }

  guarded(of: Node): Node {
    if (of.kind === "number" && of.value !== 0) return this.reciprocal(of);
    return this.#unary("guarded", of);
  }

  exp(of: Node): Node {
    const value = numberOf(of);
    if (value === 0) return this.one;
    return of.kind === "log" ? of.of : this.#unary("exp", of);
  }

  /** The logarithm of a product is the sum of those of its factors, each of which many powers then share. */
  log(of: Node): Node {
    if (isNumber(of, 1)) return this.zero;
    if (of.kind === "exp") return of.of;
    if (of.kind === "product") return this.sum(this.log(of.left), this.log(of.right));
    if (of.kind === "reciprocal") return this.negative(this.log(of.of));
    if (of.kind === "sqrt") return this.product(this.number(0.5), this.log(of.of));
    return this.#unary("log", of);
  }

  tanh(of: Node): Node {
    if (of.kind === "negative") return this.negative(this.tanh(of.of));
    return isNumber(of, 0) ? of : this.#unary("tanh", of);
  }

  sqrt(of: Node): Node {
    return isNumber(of, 0) || isNumber(of, 1) ? of : this.#unary("sqrt", of);
  }

  fall(of: Node): Node {
    return isNumber(of, 0) ? this.number(0.5) : this.#unary("fall", of);
  }

  /** x^exponent / (half^exponent + x^exponent). */
  hill(x: Node, half: Node, exponent: Node): Node {
    if (isPresence(x)) return this.either(x.when, this.hill(x.above, half, exponent), this.zero);
    return this.fall(this.product(exponent, this.difference(this.log(half), this.log(x))));
  }

  either(when: Condition, above: Node, below: Node): Node {
    if (above === below) return above;
    return this.#keep(`either ${when.array} ${when.index} ${above.id} ${below.id}`, (id) => ({
      id,
      stage: 2,
      kind: "either",
      when,
      above,
      below,
    }));
  }

  /** base^exponent: whole and half numbers as products and roots, all else through the logarithm. */
  power(base: Node, exponent: Node): Node {
    const value = numberOf(exponent);
    if (value !== undefined && Number.isInteger(2 * value) && Math.abs(value) <= 16) {
      if (value < 0) return this.reciprocal(this.power(base, this.number(-value)));
      const whole = this.#wholePower(base, Math.floor(value));
      return Number.isInteger(value) ? whole : this.product(whole, this.sqrt(base));
    }
    return this.exp(this.product(exponent, this.log(base)));
  }

  #wholePower(base: Node, exponent: number): Node {
    if (exponent === 0) return this.one;
    if (exponent % 2 === 1) return this.product(base, this.#wholePower(base, exponent - 1));
    const half = this.#wholePower(base, exponent / 2);
    return this.product(half, half);
  }

  /** k x - k y as k (x - y), for k that is fixed. */
  #withCommonFactor(a: Node, b: Node): Node | undefined {
    const [ownA, ownB] = [a.kind === "negative" ? a.of : a, b.kind === "negative" ? b.of : b];
    if (ownA.kind !== "product" || ownB.kind !== "product") return undefined;
    if (ownA.left !== ownB.left || ownA.left.stage > 1) return undefined;
    const rightA = a === ownA ? ownA.right : this.negative(ownA.right);
    const rightB = b === ownB ? ownB.right : this.negative(ownB.right);
    return this.product(ownA.left, this.sum(rightA, rightB));
  }

  /** What is fixed and what is free of a product; 1 where nothing is. */
  #factors(node: Node): readonly [Node, Node] {
    if (node.stage < 2) return [node, this.one];
    return node.kind === "product" && node.left.stage < 2 ? [node.left, node.right] : [this.one, node];
  }

  /** What is fixed and what is free of a sum; 0 where nothing is. */
  #terms(node: Node): readonly [Node, Node] {
    if (node.stage < 2) return [node, this.zero];
    if (node.kind === "negative") {
      const [fixed, free] = this.#terms(node.of);
      return fixed === this.zero ? [fixed, node] : [this.negative(fixed), this.negative(free)];
    }
    return node.kind === "sum" && node.left.stage < 2 ? [node.left, node.right] : [this.zero, node];
  }

  /** The lower stage stands on the left, within a stage the older node. */
  #pair(kind: "sum" | "product", a: Node, b: Node): Node {
    const isInOrder = a.stage < b.stage || (a.stage === b.stage && a.id <= b.id);
    const [left, right] = isInOrder ? [a, b] : [b, a];
    const stage = right.stage;
    return this.#keep(`${kind} ${left.id} ${right.id}`, (id) => ({ id, stage, kind, left, right }));
  }

  #unary(kind: Unary, of: Node): Node {
    return this.#keep(`${kind} ${of.id}`, (id) => ({ id, stage: of.stage, kind, of }));
  }

  #keep(key: string, make: (id: number) => Node): Node {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const node = make(this.#nodes.size);
    this.#nodes.set(key, node);
    return node;
  }
}

/** The value of a number or of the negative of one. */
export function numberOf(node: Node): number | undefined {
  if (node.kind === "number") return node.value;
  return node.kind === "negative" && node.of.kind === "number" ? -node.of.value : undefined;
}

/** Something or nothing, as what a depot holds: worked out only where there is something. */
function isPresence(node: Node): node is Node & { readonly kind: "either" } {
  return node.kind === "either" && node.when.array === "drive" && isNumber(node.below, 0);
}

function isNumber(node: Node, value: number): boolean {
  return node.kind === "number" && node.value === value;
}
