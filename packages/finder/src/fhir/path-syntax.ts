import { FhirViewError } from "./fhir-view-problem.ts";

/** A FHIRPath expression as written. `position` counts signs from 1. */
export type PathSyntax = { readonly position: number } & (
  | { readonly kind: "literal"; readonly value: string | number | boolean; readonly type: LiteralType }
  | { readonly kind: "nothing" }
  | { readonly kind: "this" }
  | { readonly kind: "constant"; readonly name: string }
  /** Without `of`: of the focus. */
  | { readonly kind: "member"; readonly of?: PathSyntax; readonly name: string }
  | {
      readonly kind: "call";
      readonly of?: PathSyntax;
      readonly name: string;
      readonly arguments: readonly PathSyntax[];
    }
  | { readonly kind: "index"; readonly of: PathSyntax; readonly index: PathSyntax }
  | { readonly kind: "negative"; readonly of: PathSyntax }
  | { readonly kind: "binary"; readonly op: BinaryOperator; readonly left: PathSyntax; readonly right: PathSyntax }
);
export type LiteralType = "string" | "integer" | "decimal" | "boolean";
export type BinaryOperator = "*" | "/" | "+" | "-" | "<=" | "<" | ">" | ">=" | "=" | "!=" | "and" | "or";

/** From the loosest: FHIRPath N1, "Precedence". */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ["or"],
  ["and"],
  ["=", "!="],
  ["<=", "<", ">", ">="],
  ["+", "-"],
  ["*", "/"],
];
const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<text>'(?:[^'\\]|\\.)*')|(?<quoted>`[^`]+`)|(?<name>[A-Za-z_]\w*)|(?<special>[%$][A-Za-z_]\w*)|(?<sign><=|>=|!=|[.,()[\]{}<>=+*/-]))/uy;
/** Deeper nesting of parentheses is a mistake, and would exhaust the stack. */
const DEEPEST = 60;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", f: "\f" };

type Token = {
  readonly kind: "number" | "text" | "quoted" | "name" | "special" | "sign" | "end";
  readonly text: string;
  readonly position: number;
};

/**
 * Reads the part of FHIRPath that views need.
 *
 * @param at - place of the path in the view, for the error
 * @throws FhirViewError of kind `syntax`, with the sign where the path stops making sense
 */
export function parsePath(path: string, at: string): PathSyntax {
  const tokens = tokenize(path, at);
  let next = 0;
  let depth = 0;
  const peek = (): Token => tokens[next] ?? { kind: "end", text: "", position: path.length + 1 };
  const take = (): Token => {
    const token = peek();
    next++;
    return token;
  };
  const isSign = (text: string): boolean => peek().kind === "sign" && peek().text === text;
  const fail = ({ text, position }: Token): never => {
    throw new FhirViewError({ kind: "syntax", at, position, text: text === "" ? path.slice(-20) : text.slice(0, 40) });
  };
  const expect = (text: string): void => {
    if (!isSign(text)) fail(peek());
    next++;
  };

  const binary = (level: number): PathSyntax => {
    const operators = LEVELS[level];
    if (operators === undefined) return unary();
    let left = binary(level + 1);
    for (;;) {
      const token = peek();
      const op = operators.find((operator) => operator === token.text);
      if (op === undefined || (token.kind !== "sign" && token.kind !== "name")) return left;
      next++;
      left = { kind: "binary", op, left, right: binary(level + 1), position: token.position };
    }
  };

  const unary = (): PathSyntax => {
    if (!isSign("-")) return postfix(primary());
    const { position } = take();
    return { kind: "negative", of: postfix(primary()), position };
  };

  const postfix = (first: PathSyntax): PathSyntax => {
    let value = first;
    for (;;) {
      const { position } = peek();
      if (isSign(".")) {
        next++;
        value = named(value);
      } else if (isSign("[")) {
        next++;
        value = { kind: "index", of: value, index: nested(), position };
        expect("]");
      } else return value;
    }
  };

  /** A member or a call, of the focus where `of` is undefined. */
  const named = (of: PathSyntax | undefined): PathSyntax => {
    const token = take();
    const owner = of === undefined ? {} : { of };
    if (token.kind === "quoted")
      return { kind: "member", name: token.text.slice(1, -1), position: token.position, ...owner };
    if (token.kind !== "name") return fail(token);
    if (!isSign("(")) return { kind: "member", name: token.text, position: token.position, ...owner };
    next++;
    const values: PathSyntax[] = [];
    if (!isSign(")")) {
      values.push(nested());
      while (isSign(",")) {
        next++;
        values.push(nested());
      }
    }
    expect(")");
    return { kind: "call", name: token.text, arguments: values, position: token.position, ...owner };
  };

  const nested = (): PathSyntax => {
    if (++depth > DEEPEST) fail(peek());
    const value = binary(0);
    depth--;
    return value;
  };

  const primary = (): PathSyntax => {
    const token = peek();
    const { position, text } = token;
    switch (token.kind) {
      case "number":
        next++;
        return { kind: "literal", value: Number(text), type: text.includes(".") ? "decimal" : "integer", position };
      case "text":
        next++;
        return { kind: "literal", value: unescapeText(text, position, at), type: "string", position };
      case "special":
        next++;
        if (text === "$this") return { kind: "this", position };
        return text.startsWith("%") ? { kind: "constant", name: text.slice(1), position } : fail(token);
      case "sign":
        if (text === "(") {
          next++;
          const value = nested();
          expect(")");
          return value;
        }
        if (text !== "{") return fail(token);
        next++;
        expect("}");
        return { kind: "nothing", position };
      case "name":
        if (text !== "true" && text !== "false") return named(undefined);
        next++;
        return { kind: "literal", value: text === "true", type: "boolean", position };
      case "quoted":
        return named(undefined);
      case "end":
        return fail(token);
    }
  };

  const result = binary(0);
  if (peek().kind !== "end") fail(peek());
  return result;
}

function tokenize(path: string, at: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = path.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const groups = TOKEN.exec(path)?.groups;
    const found = Object.entries(groups ?? {}).find(([, text]) => text !== undefined);
    if (found === undefined) {
      const blanks = /^\s*/u.exec(path.slice(from))?.[0].length ?? 0;
      throw new FhirViewError({
        kind: "syntax",
        at,
        position: from + blanks + 1,
        text: path.slice(from + blanks, from + blanks + 20),
      });
    }
    const text = found[1];
    tokens.push({ kind: found[0] as Token["kind"], text, position: TOKEN.lastIndex - text.length + 1 });
  }
  return tokens;
}

function unescapeText(text: string, position: number, at: string): string {
  return text.slice(1, -1).replace(/\\(u[0-9A-Fa-f]{4}|.)/gsu, (whole: string, sign: string) => {
    if (/^u./u.test(sign)) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
    if (/^['"`\\/]$/u.test(sign)) return sign;
    const escaped = ESCAPES[sign];
    if (escaped === undefined) throw new FhirViewError({ kind: "syntax", at, position, text: whole });
    return escaped;
  });
}
