import type { EvidenceProblem, FormulaFault } from "./evidence-problem.ts";
import { expandFormula, type ModelTerms } from "./formula-terms.ts";
import { type Expression, expressionText } from "./formula-tree.ts";
import { readFormula } from "./moderators.ts";

/** One random part, `(years | id)`: its effects and the columns that name its groups, outermost first. */
export type RandomPartTerms = {
  readonly effects: ModelTerms;
  readonly groups: readonly string[];
  readonly correlated: boolean;
};

export type MixedFormula = {
  /** What is explained: a column or a function of one. */
  readonly response: Expression;
  readonly fixed: ModelTerms;
  readonly random: readonly RandomPartTerms[];
  /** As R prints it. */
  readonly text: string;
};

export type ReadMixedFormula =
  | { readonly kind: "read"; readonly formula: MixedFormula }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

class Fault extends Error {
  readonly part: Expression;
  readonly why: FormulaFault;
  constructor(part: Expression, why: FormulaFault) {
    super(why);
    this.part = part;
    this.why = why;
  }
}

/** Reads `bmd ~ years + (1 | id)` in the notation of lme4 (Bates et al. 2015, J Stat Softw 67(1):1, section 2.2). */
export function readMixedFormula(text: string, at: string): ReadMixedFormula {
  const parsed = readFormula(text, at);
  if (parsed.kind === "refused") return parsed;
  const { expression } = parsed;
  try {
    if (expression.kind !== "binary" || expression.operator !== "~") throw new Fault(expression, "noBar");
    const parts = summands(expression.right);
    const bars = parts.flatMap((part) => barOf(part) ?? []);
    if (bars.length === 0) throw new Fault(expression.right, "noBar");
    const rest = parts
      .filter((part) => barOf(part) === undefined)
      .reduce<Expression | undefined>(
        (left, right) => (left === undefined ? right : { kind: "binary", operator: "+", left, right }),
        undefined,
      );
    const fixed = expanded(rest ?? { kind: "number", value: 1 });
    const random = bars.flatMap((bar) => randomParts(bar));
    return {
      kind: "read",
      formula: { response: expression.left, fixed, random, text: expressionText(expression) },
    };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const problem = { in: "model", at, kind: "formulaUse", text: expressionText(fault.part), why: fault.why } as const;
    return { kind: "refused", problems: [problem] };
  }
}

type Bar = { readonly left: Expression; readonly right: Expression; readonly correlated: boolean };

/** Parts of a sum; a subtraction stays with what it is taken from. */
function summands(expression: Expression): readonly Expression[] {
  if (expression.kind === "binary" && expression.operator === "+") {
    return [...summands(expression.left), ...summands(expression.right)];
  }
  // `a + (1 | id) - 1`: the intercept is taken from what is no bar.
  if (expression.kind === "binary" && expression.operator === "-") {
    return [...summands(expression.left), { kind: "unary", operator: "-", operand: expression.right }];
  }
  return [expression];
}

function barOf(part: Expression): Bar | undefined {
  if (part.kind !== "parenthesis" || part.inner.kind !== "binary") return undefined;
  const { operator, left, right } = part.inner;
  return operator === "|" || operator === "||" ? { left, right, correlated: operator === "|" } : undefined;
}

function expanded(expression: Expression): ModelTerms {
  const result = expandFormula(expression);
  if (result.kind === "expanded") return result.terms;
  const { part } = result;
  const isBar = part.kind === "binary" && (part.operator === "|" || part.operator === "||");
  throw new Fault(part, isBar ? "noBar" : "numberWhereName");
}

/** `(x | a/b)` stands for `(x | a) + (x | a:b)`. */
function randomParts({ left, right, correlated }: Bar): readonly RandomPartTerms[] {
  const effects = expanded(left);
  return groupings(right).map((groups) => ({ effects, groups, correlated }));
}

function groupings(expression: Expression): readonly (readonly string[])[] {
  if (expression.kind === "parenthesis") return groupings(expression.inner);
  if (expression.kind === "name") return [[expression.name]];
  if (expression.kind === "binary" && expression.operator === "/") {
    const outer = groupings(expression.left);
    const last = outer.at(-1) ?? [];
    return [...outer, ...groupings(expression.right).map((inner) => [...last, ...inner])];
  }
  if (expression.kind === "binary" && expression.operator === ":") {
    return [[...groupings(expression.left).flat(), ...groupings(expression.right).flat()]];
  }
  const isFactor = expression.kind === "call" && (expression.name === "factor" || expression.name === "as.factor");
  if (isFactor && expression.arguments.length === 1) return groupings(expression.arguments[0].value);
  throw new Fault(expression, "numberWhereName");
}
