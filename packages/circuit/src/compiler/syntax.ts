import { ModelError } from "./model-error.ts";

/** From the first character to the one after the last, from 0. */
export type Span = { readonly start: number; readonly end: number };

export type Syntax = Span &
  (
    | { readonly kind: "number"; readonly value: number; readonly unit: string }
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "negative"; readonly of: Syntax }
    | { readonly kind: "binary"; readonly operator: Operator; readonly left: Syntax; readonly right: Syntax }
    | { readonly kind: "call"; readonly name: string; readonly inputs: readonly Syntax[] }
  );

export type Operator = "+" | "-" | "*" | "/" | "^";

/**
 * Reads one expression of a model description.
 *
 * @param equation - how the expression is called in an error
 * @throws ModelError with the place of the first character that cannot be read
 */
export function parseExpression(text: string, equation: string): Syntax {
  const tokens = tokensOf(text, equation);
  let next = 0;

  const fail = (problem: string, span: Span = tokens[next]): never => {
    throw new ModelError(equation, problem, text, span);
  };
  const isAt = (symbol: string): boolean => {
    const token = tokens[next];
    return token.kind === "symbol" && token.text === symbol;
  };
  const expect = (symbol: string): Span => {
    if (!isAt(symbol)) fail(`expected "${symbol}" but found ${nameOf(tokens[next])}`);
    return tokens[next++];
  };
  const operatorAmong = (operators: readonly Operator[]): Operator | undefined => {
    const found = operators.find(isAt);
    if (found !== undefined) next++;
    return found;
  };

  function leftToRight(operators: readonly Operator[], operand: () => Syntax): Syntax {
    let left = operand();
    for (;;) {
      const operator = operatorAmong(operators);
      if (operator === undefined) return left;
      const right = operand();
      left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
    }
  }
  const sum = (): Syntax => leftToRight(["+", "-"], product);
  const product = (): Syntax => leftToRight(["*", "/"], signed);

  function signed(): Syntax {
    const { start } = tokens[next];
    if (isAt("-")) {
      next++;
      const of = signed();
      return { kind: "negative", of, start, end: of.end };
    }
    return power();
  }

  function power(): Syntax {
    const left = primary();
    if (operatorAmong(["^"]) === undefined) return left;
    const right = signed();
    return { kind: "binary", operator: "^", left, right, start: left.start, end: right.end };
  }

  function primary(): Syntax {
    const token = tokens[next];
    if (token.kind === "number") {
      next++;
      return { kind: "number", value: token.value, unit: token.unit, start: token.start, end: token.end };
    }
    if (token.kind === "name") {
      next++;
      return isAt("(") ? call(token) : { kind: "name", name: token.text, start: token.start, end: token.end };
    }
    if (!isAt("(")) fail(`expected a number, a name or "(" but found ${nameOf(token)}`);
    next++;
    const inner = sum();
    const { end } = expect(")");
    return { ...inner, start: token.start, end };
  }

  function call(name: Token & { readonly kind: "name" }): Syntax {
    expect("(");
    const inputs = [sum()];
    while (isAt(",")) {
      next++;
      inputs.push(sum());
    }
    const { end } = expect(")");
    return { kind: "call", name: name.text, inputs, start: name.start, end };
  }

  const whole = sum();
  if (tokens[next].kind !== "end") fail(`expected the end or an operator but found ${nameOf(tokens[next])}`);
  return whole;
}

type Token = Span &
  (
    | { readonly kind: "number"; readonly value: number; readonly unit: string }
    | { readonly kind: "name"; readonly text: string }
    | { readonly kind: "symbol"; readonly text: string }
    | { readonly kind: "end" }
  );

const TOKEN =
  /\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?:\[(?<unit>[^\]]*)\])?|(?<name>[A-Za-z_]\w*)|(?<symbol>[-+*/^(),]))/y;

function tokensOf(text: string, equation: string): readonly Token[] {
  const tokens: Token[] = [];
  const trimmed = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(trimmed);
    if (match === null) {
      const start = from + (/^\s*/.exec(trimmed.slice(from))?.[0].length ?? 0);
      throw new ModelError(equation, `cannot read "${trimmed[start]}"`, text, { start, end: start + 1 });
    }
    const end = TOKEN.lastIndex;
    const start = from + match[0].length - match[0].trimStart().length;
    const { number, unit, name, symbol } = match.groups ?? {};
    if (number !== undefined) tokens.push({ kind: "number", value: Number(number), unit: unit ?? "-", start, end });
    else if (name !== undefined) tokens.push({ kind: "name", text: name, start, end });
    else tokens.push({ kind: "symbol", text: symbol, start, end });
  }
  tokens.push({ kind: "end", start: trimmed.length, end: trimmed.length });
  return tokens;
}

function nameOf(token: Token): string {
  if (token.kind === "end") return "the end";
  return token.kind === "number" ? `the number ${token.value}` : `"${token.text}"`;
}
