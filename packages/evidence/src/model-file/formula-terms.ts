import { type Expression, expressionText } from "./formula-tree.ts";

/** Something that becomes columns: a name, or a call such as `factor(alloc)`, by its printed form. */
export type Variable = { readonly text: string; readonly expression: Expression };

/** A product of variables, by their places in the list of variables, ascending. */
export type Term = readonly number[];

/** What a formula asks for: main effects first, then interactions by their order. */
export type ModelTerms = {
  readonly hasIntercept: boolean;
  readonly variables: readonly Variable[];
  readonly terms: readonly Term[];
};

export type ExpandedFormula =
  | { readonly kind: "expanded"; readonly terms: ModelTerms }
  /** This part has no meaning in the list of moderators. */
  | { readonly kind: "refused"; readonly part: Expression };

/** Highest power of a sum, `(a + b + c)^2`. */
const HIGHEST_POWER = 6;

class NoMeaning extends Error {
  readonly part: Expression;
  constructor(part: Expression) {
    super(expressionText(part));
    this.part = part;
  }
}

/**
 * Works out the operators of a formula (Wilkinson and Rogers 1973; Chambers and Hastie 1992, chapter 2): `+`, `-`, `:`,
 * `*`, `/`, `^`, `%in%`, and 0, 1, -1 for the intercept.
 *
 * @param expression - the right side of the formula
 */
export function expandFormula(expression: Expression): ExpandedFormula {
  const variables: Variable[] = [];
  let hasIntercept = true;

  function variable(part: Expression): Term {
    const text = expressionText(part);
    const known = variables.findIndex((one) => one.text === text);
    if (known >= 0) return [known];
    variables.push({ text, expression: part });
    return [variables.length - 1];
  }

  function expand(part: Expression): readonly Term[] {
    switch (part.kind) {
      case "parenthesis":
        return expand(part.inner);
      case "name":
      case "call":
        return [variable(part)];
      case "number":
        if (part.value === 1 || part.value === 0) {
          hasIntercept = part.value === 1;
          return [];
        }
        throw new NoMeaning(part);
      case "unary":
        if (part.operator === "+") return expand(part.operand);
        if (part.operator === "-") return without([], part.operand);
        throw new NoMeaning(part);
      case "binary":
        return binary(part);
      default:
        throw new NoMeaning(part);
    }
  }

  function binary(part: Extract<Expression, { kind: "binary" }>): readonly Term[] {
    const { operator, left, right } = part;
    switch (operator) {
      case "+": {
        const before = expand(left);
        return union(before, expand(right));
      }
      case "-":
        return without(expand(left), right);
      case ":":
      case "%in%": {
        const before = expand(left);
        return products(before, expand(right));
      }
      case "*": {
        const before = expand(left);
        const after = expand(right);
        return union(before, after, products(before, after));
      }
      case "/": {
        const before = expand(left);
        const all = [...new Set(before.flat())].sort(ascending);
        return union(before, products([all], expand(right)));
      }
      case "^": {
        const power = right.kind === "number" ? right.value : Number.NaN;
        if (!(power >= 1 && power <= HIGHEST_POWER && Number.isInteger(power))) throw new NoMeaning(part);
        const base = expand(left);
        let result = base;
        for (let step = 1; step < power; step++) result = union(result, products(result, base));
        return result;
      }
      default:
        throw new NoMeaning(part);
    }
  }

  function without(before: readonly Term[], removed: Expression): readonly Term[] {
    if (removed.kind === "number" && (removed.value === 1 || removed.value === 0)) {
      hasIntercept = removed.value === 0;
      return before;
    }
    const kept = hasIntercept;
    const gone = new Set(expand(removed).map(String));
    hasIntercept = kept;
    return before.filter((term) => !gone.has(String(term)));
  }

  try {
    const terms = expand(expression)
      .map((term, place) => ({ term, place }))
      .sort((a, b) => a.term.length - b.term.length || a.place - b.place)
      .map(({ term }) => term);
    return { kind: "expanded", terms: { hasIntercept, ...used(variables, terms) } };
  } catch (fault) {
    if (!(fault instanceof NoMeaning)) throw fault;
    return { kind: "refused", part: fault.part };
  }
}

/** The term as R prints it. */
export function termText(term: Term, variables: readonly Variable[]): string {
  return term.map((place) => variables[place].text).join(":");
}

function union(...lists: readonly (readonly Term[])[]): readonly Term[] {
  const found = new Map<string, Term>();
  for (const list of lists) for (const term of list) if (!found.has(String(term))) found.set(String(term), term);
  return [...found.values()];
}

function products(left: readonly Term[], right: readonly Term[]): readonly Term[] {
  return union(left.flatMap((a) => right.map((b) => [...new Set([...a, ...b])].sort(ascending))));
}

function ascending(a: number, b: number): number {
  return a - b;
}

/** Drops variables that no term is left with. */
function used(
  variables: readonly Variable[],
  terms: readonly Term[],
): { readonly variables: readonly Variable[]; readonly terms: readonly Term[] } {
  const places = [...new Set(terms.flat())].sort(ascending);
  return {
    variables: places.map((place) => variables[place]),
    terms: terms.map((term) => term.map((place) => places.indexOf(place))),
  };
}
