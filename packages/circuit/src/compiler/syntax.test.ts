import { describe, expect, it } from "vitest";
import { ModelError } from "./model-error.ts";
import { parseExpression, type Syntax } from "./syntax.ts";

/** An expression with every bracket written. */
function bracketed(text: string): string {
  const show = (at: Syntax): string => {
    switch (at.kind) {
      case "number":
        return `${at.value}${at.unit === "-" ? "" : `[${at.unit}]`}`;
      case "name":
        return at.name;
      case "negative":
        return `(-${show(at.of)})`;
      case "binary":
        return `(${show(at.left)}${at.operator}${show(at.right)})`;
      case "call":
        return `${at.name}(${at.inputs.map(show).join(",")})`;
    }
  };
  return show(parseExpression(text, "here"));
}

describe("reading an expression", () => {
  it.each([
    ["a - b - c", "((a-b)-c)"],
    ["a / b * c", "((a/b)*c)"],
    ["a + b * c ^ d", "(a+(b*(c^d)))"],
    ["a ^ b ^ c", "(a^(b^c))"],
    ["-a ^ 2", "(-(a^2))"],
    ["a ^ -b", "(a^(-b))"],
    ["a * -b", "(a*(-b))"],
    ["(a - b) - c", "((a-b)-c)"],
    ["a - (b - c)", "(a-(b-c))"],
    [" 1.5e-3[mmol/(L h)]*X_0", "(0.0015[mmol/(L h)]*X_0)"],
    ["hill(a + b, 2[pM], -g)", "hill((a+b),2[pM],(-g))"],
    [".5 + 1. + 2E6", "((0.5+1)+2000000)"],
  ])("%s is %s", (text, expected) => {
    expect(bracketed(text)).toBe(expected);
  });

  it.each([
    ["a + ", 3, 'expected a number, a name or "(" but found the end'],
    ["(a + b", 6, 'expected ")" but found the end'],
    ["a b", 2, 'expected the end or an operator but found "b"'],
    ["a + $", 4, 'cannot read "$"'],
    ["hill(a,)", 7, 'expected a number, a name or "(" but found ")"'],
    ["2[mmol", 1, 'cannot read "["'],
    ["a * / b", 4, 'expected a number, a name or "(" but found "/"'],
    ["", 0, 'expected a number, a name or "(" but found the end'],
  ])("%j is refused at %i", (text, position, problem) => {
    let caught: unknown;
    try {
      parseExpression(text, "here");
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ModelError);
    expect(caught).toMatchObject({ equation: "here", position, problem });
  });
});
