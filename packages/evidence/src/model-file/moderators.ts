import type { FactorSetting } from "./evaluate.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import { parseFormula } from "./formula-parser.ts";
import { expandFormula, type ModelTerms } from "./formula-terms.ts";
import { type Expression, expressionText } from "./formula-tree.ts";
import type { ColumnTerm, ModeratorsInput, TransformStep } from "./terms-schema.ts";

/** Terms of a model with the settings of its factors, or what is wrong with them. */
export type ModeratorTerms =
  | {
      readonly kind: "terms";
      readonly terms: ModelTerms;
      /** The formula as R prints it, without its tilde. */
      readonly formula: string;
      readonly settings: Readonly<Record<string, FactorSetting>>;
    }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/**
 * Works out the moderators of a model: a formula in R's notation, or a list of terms.
 *
 * @param at - JSON Pointer to them
 * @param columns - names of the columns: a plain text in the list of terms that is one of them is that column
 */
export function moderatorTerms(
  moderators: ModeratorsInput | undefined,
  factors: Readonly<Record<string, FactorSetting>>,
  columns: Iterable<string>,
  at: string,
): ModeratorTerms {
  if (moderators === undefined) return expanded({ kind: "number", value: 1 }, factors, at);
  if (typeof moderators === "string") {
    const parsed = readFormula(moderators, at);
    if (parsed.kind === "refused") return parsed;
    return expanded(rightSide(parsed.expression), factors, at);
  }
  const known = new Set(columns);
  const settings: Record<string, FactorSetting> = { ...factors };
  const problems: EvidenceProblem[] = [];
  const column = (term: string | ColumnTerm, place: string): Expression => {
    if (typeof term !== "string") return columnExpression(term, settings);
    if (known.has(term)) return { kind: "name", name: term };
    const parsed = readFormula(term, place);
    if (parsed.kind === "parsed") return rightSide(parsed.expression);
    problems.push(...parsed.problems);
    return { kind: "number", value: 1 };
  };
  const expressions = moderators.terms.map((term, place) => {
    const pointer = `${at}/terms/${place}`;
    if (typeof term === "string" || !("interaction" in term)) return column(term, pointer);
    return term.interaction
      .map((one, inner) => column(one, `${pointer}/interaction/${inner}`))
      .reduce((left, right) => ({ kind: "binary", operator: ":", left, right }));
  });
  if (problems.length > 0) return { kind: "refused", problems };
  const intercept: Expression = { kind: "number", value: moderators.intercept === false ? 0 : 1 };
  const sum = expressions.reduce<Expression | undefined>(
    (left, right) => (left === undefined ? right : { kind: "binary", operator: "+", left, right }),
    moderators.intercept === false || expressions.length === 0 ? intercept : undefined,
  );
  return expanded(sum ?? intercept, settings, at);
}

/** Parses a formula, with its problem at a place of the model. */
export function readFormula(
  text: string,
  at: string,
):
  | { readonly kind: "parsed"; readonly expression: Expression }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] } {
  const parsed = parseFormula(text);
  if (parsed.kind === "parsed") return parsed;
  const { position, found, expected } = parsed;
  return {
    kind: "refused",
    problems: [{ in: "model", at, kind: "formulaSyntax", formula: text, position, found, expected }],
  };
}

/** The part of a formula right of its tilde. */
export function rightSide(expression: Expression): Expression {
  if (expression.kind === "unary" && expression.operator === "~") return expression.operand;
  return expression;
}

function expanded(
  expression: Expression,
  settings: Readonly<Record<string, FactorSetting>>,
  at: string,
): ModeratorTerms {
  const result = expandFormula(expression);
  if (result.kind === "expanded") {
    return { kind: "terms", terms: result.terms, formula: expressionText(expression), settings };
  }
  const { part } = result;
  const isResponse = part.kind === "binary" && part.operator === "~";
  const isBar = part.kind === "binary" && (part.operator === "|" || part.operator === "||");
  const why = isResponse ? "response" : isBar ? "barOutsideMixed" : "numberWhereName";
  return {
    kind: "refused",
    problems: [{ in: "model", at, kind: "formulaUse", text: expressionText(part), why }],
  };
}

function columnExpression(term: ColumnTerm, settings: Record<string, FactorSetting>): Expression {
  const name: Expression = { kind: "name", name: term.column };
  if (term.factor !== undefined && term.factor !== false) {
    if (term.factor !== true) settings[term.column] = { ...settings[term.column], ...term.factor };
    return call("factor", name);
  }
  const steps = term.transform === undefined ? [] : [term.transform].flat();
  if (steps.length === 0) return name;
  const result = steps.reduce(applied, name);
  const isCall = result.kind === "call" && result.name !== "pmin" && result.name !== "pmax";
  return isCall ? result : call("I", result);
}

function applied(inner: Expression, step: TransformStep): Expression {
  if (step === "square") return { kind: "binary", operator: "^", left: grouped(inner), right: number(2) };
  if (step === "cube") return { kind: "binary", operator: "^", left: grouped(inner), right: number(3) };
  if (typeof step === "string") return call(step, inner);
  if ("min" in step) return call("pmin", inner, number(step.min));
  if ("max" in step) return call("pmax", inner, number(step.max));
  if ("power" in step) return { kind: "binary", operator: "^", left: grouped(inner), right: number(step.power) };
  if ("times" in step) return { kind: "binary", operator: "*", left: grouped(inner), right: number(step.times) };
  const constant = (value: number | string): Expression =>
    typeof value === "number" ? number(value) : call(value, inner);
  if ("dividedBy" in step) {
    return { kind: "binary", operator: "/", left: grouped(inner), right: constant(step.dividedBy) };
  }
  if ("minus" in step) return { kind: "binary", operator: "-", left: inner, right: constant(step.minus) };
  return { kind: "binary", operator: "+", left: inner, right: number(step.plus) };
}

function grouped(inner: Expression): Expression {
  return inner.kind === "binary" ? { kind: "parenthesis", inner } : inner;
}

function number(value: number): Expression {
  const magnitude: Expression = { kind: "number", value: Math.abs(value) };
  return value < 0 ? { kind: "unary", operator: "-", operand: magnitude } : magnitude;
}

function call(name: string, ...values: readonly Expression[]): Expression {
  return { kind: "call", name, arguments: values.map((value) => ({ name: undefined, value })) };
}
