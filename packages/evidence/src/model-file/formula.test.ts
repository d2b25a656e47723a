import { describe, expect, it } from "vitest";
import { parseFormula } from "./formula-parser.ts";
import { expandFormula, termText } from "./formula-terms.ts";
import { expressionText, numberText } from "./formula-tree.ts";
import { compareLevels, sortedLevels } from "./level-order.ts";

function printed(text: string): string {
  const parsed = parseFormula(text);
  return parsed.kind === "parsed" ? expressionText(parsed.expression) : `at ${parsed.position}: ${parsed.expected}`;
}

function terms(text: string): readonly string[] {
  const parsed = parseFormula(text);
  if (parsed.kind === "refused") throw new Error(text);
  const expanded = expandFormula(parsed.expression);
  if (expanded.kind === "refused") return [`no meaning: ${expressionText(expanded.part)}`];
  const { hasIntercept, variables, terms: list } = expanded.terms;
  return [hasIntercept ? "1" : "0", ...list.map((term) => termText(term, variables))];
}

describe("parseFormula", () => {
  // Printed forms are those of deparse() in R.
  it.each([
    ["~factor(alloc)+ablat", "~factor(alloc) + ablat"],
    ["I(pmin(weeks,3))", "I(pmin(weeks, 3))"],
    ["~ outcome + outcome:I(year-1983) - 1", "~outcome + outcome:I(year - 1983) - 1"],
    ["a*b", "a * b"],
    ["I(x^2)", "I(x^2)"],
    ["I(x/12)", "I(x/12)"],
    ["-x^2", "-x^2"],
    ["2^-1", "2^-1"],
    ["bmd ~ years + (1 | id)", "bmd ~ years + (1 | id)"],
    ["~ 1|district/school", "~1 | district/school"],
    ["relevel(factor(a), ref='x')", 'relevel(factor(a), ref = "x")'],
    ["`my column` + b", "`my column` + b"],
    ["I(x > 3 & !y)", "I(x > 3 & !y)"],
    ["poly(x, 2, raw = TRUE)", "poly(x, 2, raw = TRUE)"],
    ["变量 + x.1_b", "变量 + x.1_b"],
  ])("%j prints as %j", (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  it.each([
    ["", "at 1: value"],
    ["a +", "at 4: value"],
    ["a b", "at 3: operator"],
    ["(a + b", "at 7: )"],
    ["f(a b)", "at 5: ,"],
    ["a + $", "at 5: value"],
  ])("%j is refused %s", (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  it("refuses what is nested beyond any formula", () => {
    expect(printed("(".repeat(5000))).toMatch(/^at \d+: shallower$/);
  });

  it.each([
    [1983, "1983"],
    [0.1, "0.1"],
    [100000, "1e+05"],
    [123456, "123456"],
    [0.0001, "1e-04"],
    [1 / 3, "0.333333333333333"],
    [-2.5, "-2.5"],
    [1e-15, "1e-15"],
  ])("the number %d prints as %s", (value, expected) => {
    expect(numberText(value)).toBe(expected);
  });
});

describe("a call that is not closed", () => {
  it.each(["log(ablat", "log(ablat, 2", "(a + b"])("%s asks for the bracket", (text) => {
    expect(parseFormula(text)).toEqual({ kind: "refused", position: text.length + 1, found: "", expected: ")" });
  });
});

describe("expandFormula", () => {
  // The lists are attr(terms(formula), "term.labels") in R.
  it.each([
    ["1", ["1"]],
    ["0 + a", ["0", "a"]],
    ["a - 1", ["0", "a"]],
    ["-1 + a", ["0", "a"]],
    ["a * b", ["1", "a", "b", "a:b"]],
    ["b:a + a", ["1", "a", "b:a"]],
    ["a:b + c", ["1", "c", "a:b"]],
    ["(a + b + c)^2", ["1", "a", "b", "c", "a:b", "a:c", "b:c"]],
    ["a / b", ["1", "a", "a:b"]],
    ["(a + b) / c", ["1", "a", "b", "a:b:c"]],
    ["a * b - a:b", ["1", "a", "b"]],
    ["a + a", ["1", "a"]],
    ["outcome + outcome:I(year-1983) - 1", ["0", "outcome", "outcome:I(year - 1983)"]],
    ["a + 2", ["no meaning: 2"]],
    ["a + (1 | b)", ["no meaning: 1 | b"]],
  ])("%j is %j", (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });
});

describe("sortedLevels", () => {
  it("orders numbers by size, and all as a dictionary where one is none", () => {
    expect(sortedLevels(["24", "6", "12", "6", "1e1"])).toEqual(["6", "1e1", "12", "24"]);
    expect(sortedLevels(["24", "6", "12", "none"])).toEqual(["12", "24", "6", "none"]);
  });
});

describe("compareLevels", () => {
  it("orders as a dictionary", () => {
    const levels = ["none", "TPTD", "BP", "a 2", "a1", "10", "9", "A", "a", "_x"];
    expect(levels.toSorted(compareLevels)).toEqual(["_x", "10", "9", "a", "A", "a 2", "a1", "BP", "none", "TPTD"]);
  });
});
