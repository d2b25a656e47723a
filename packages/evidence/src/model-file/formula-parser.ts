import {
  type Argument,
  type BinaryOperator,
  type Expression,
  PRECEDENCE,
  UNARY_ABOVE,
  type UnaryOperator,
} from "./formula-tree.ts";

/** An expression read, or where reading stopped (counted from 1) and what was expected there. */
export type ParsedFormula =
  | { readonly kind: "parsed"; readonly expression: Expression }
  | { readonly kind: "refused"; readonly position: number; readonly found: string; readonly expected: string };

type Token = {
  readonly kind: "number" | "text" | "name" | "mark" | "end";
  readonly text: string;
  /** Value of a text or name without its quotes. */
  readonly value: string;
  readonly position: number;
};

/** Deepest nesting that is read; a formula needs a handful of levels. */
const DEEPEST = 50;

class Stop extends Error {
  readonly token: Token;
  readonly expected: string;
  constructor(token: Token, expected: string) {
    super(expected);
    this.token = token;
    this.expected = expected;
  }
}

/** Reads a formula in R's notation, `~ factor(alloc) + ablat` or `bmd ~ years + (1 | id)`. */
export function parseFormula(text: string): ParsedFormula {
  try {
    const reader = createReader(tokens(text));
    const expression = reader.expression(0, 0);
    const rest = reader.peek();
    if (rest.kind !== "end") throw new Stop(rest, "operator");
    return { kind: "parsed", expression };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return {
      kind: "refused",
      position: stop.token.position + 1,
      found: stop.token.kind === "end" ? "" : stop.token.text,
      expected: stop.expected,
    };
  }
}

function createReader(list: readonly Token[]): {
  readonly peek: () => Token;
  readonly expression: (level: number, depth: number) => Expression;
} {
  let at = 0;
  const peek = (): Token => list[at] as Token;
  const take = (): Token => list[at++] as Token;
  const isMark = (text: string): boolean => peek().kind === "mark" && peek().text === text;
  const expect = (text: string): void => {
    if (!isMark(text)) throw new Stop(peek(), text);
    take();
  };

  /** Reads operators of row `level` of the table of precedence and all stronger ones. */
  function expression(level: number, depth: number): Expression {
    if (depth > DEEPEST) throw new Stop(peek(), "shallower");
    const unary = unaryAt(level, depth);
    if (unary !== undefined) return unary;
    const row: readonly string[] | undefined = PRECEDENCE[level];
    if (row === undefined) return primary(depth);
    let left = expression(level + 1, depth);
    while (peek().kind === "mark" && row.includes(peek().text)) {
      const operator = take().text as BinaryOperator;
      // A power binds to the right.
      const right = expression(operator === "^" ? level : level + 1, depth + 1);
      left = { kind: "binary", operator, left, right };
    }
    return left;
  }

  function unaryAt(level: number, depth: number): Expression | undefined {
    const token = peek();
    if (token.kind !== "mark" || !(token.text in UNARY_ABOVE)) return undefined;
    const operator = token.text as UnaryOperator;
    const own = UNARY_ABOVE[operator];
    if (level < own) return undefined;
    if (operator === "~" && level > own) throw new Stop(token, "value");
    take();
    const operand = expression(operator === "~" ? own + 1 : own, depth + 1);
    return { kind: "unary", operator, operand };
  }

  function primary(depth: number): Expression {
    const token = take();
    if (token.kind === "number" && Number.isFinite(Number(token.text))) {
      return { kind: "number", value: Number(token.text) };
    }
    if (token.kind === "text") return { kind: "text", value: token.value };
    if (token.kind === "name") {
      if (isMark("(")) return call(token.value, depth);
      if (token.text === "TRUE" || token.text === "FALSE") return { kind: "truth", value: token.text === "TRUE" };
      return { kind: "name", name: token.value };
    }
    if (token.kind === "mark" && token.text === "(") {
      const inner = expression(0, depth + 1);
      expect(")");
      return { kind: "parenthesis", inner };
    }
    throw new Stop(token, "value");
  }

  function call(name: string, depth: number): Expression {
    expect("(");
    const list: Argument[] = [];
    while (!isMark(")")) {
      if (list.length > 0 && peek().kind === "end") throw new Stop(peek(), ")");
      if (list.length > 0) expect(",");
      list.push(argument(depth));
    }
    take();
    return { kind: "call", name, arguments: list };
  }

  function argument(depth: number): Argument {
    const token = peek();
    const next = list[at + 1];
    if ((token.kind === "name" || token.kind === "text") && next?.kind === "mark" && next.text === "=") {
      take();
      take();
      return { name: token.value, value: expression(0, depth + 1) };
    }
    return { name: undefined, value: expression(0, depth + 1) };
  }

  return { peek, expression };
}

const TOKEN =
  /\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)L?|"(?<double>[^"]*)"|'(?<single>[^']*)'|`(?<ticked>[^`]+)`|(?<name>(?:\p{L}|\.(?!\d))[\p{L}\p{N}._]*)|(?<mark>%in%|%%|%\/%|\|\||&&|==|!=|<=|>=|[-+*/:^()~|&<>!=,]))/uy;

function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (/\S/.test(text.slice(TOKEN.lastIndex))) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) {
      const position = from + text.slice(from).search(/\S/);
      throw new Stop({ kind: "mark", text: text[position] as string, value: "", position }, "value");
    }
    const { number, double, single, ticked, name, mark } = match.groups ?? {};
    const position = from + match[0].search(/\S/);
    const written = match[0].trim();
    if (number !== undefined) found.push({ kind: "number", text: number, value: number, position });
    else if (mark !== undefined) found.push({ kind: "mark", text: mark, value: mark, position });
    else if (ticked !== undefined || name !== undefined)
      found.push({ kind: "name", text: written, value: (ticked ?? name) as string, position });
    else found.push({ kind: "text", text: written, value: (double ?? single) as string, position });
  }
  found.push({ kind: "end", text: "", value: "", position: text.length });
  return found;
}
