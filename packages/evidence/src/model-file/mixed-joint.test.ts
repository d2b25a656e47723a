import { describe, expect, it } from "vitest";
import type { MixedOutput } from "./fit-shape.ts";
import { runColumns } from "./run-text.fixture.ts";

const women = [..."AAABBBBCCCDDDDEEEFF"];
const columns = {
  id: women,
  years: [0, 1, 2.5, 0, 0.5, 1, 3, 0, 2, 4, 0, 1, 2, 3, 0, 1.5, 2, 0, 3],
  drug: women.map((id) => "abc"["ABCDEF".indexOf(id) % 3]),
  bmd: [0.81, 0.84, 0.9, 0.72, 0.75, 0.74, 0.8, 0.88, 0.91, 0.99, 0.69, 0.7, 0.76, 0.77, 0.79, 0.86, 0.85, 0.93, 1.02],
};

/**
 * F, denominator degrees of freedom and p of `drug`, and of drug b with two years plus drug c, worked with dense matrices in
 * numpy 2.4 (REML by scoring to a gradient of 1e-10): Satterthwaite after Fai and Cornelius (1996) as in lmerTest's
 * contestMD, Kenward and Roger after pbkrtest's formulas.
 */
const EXPECTED = [
  ["satterthwaite", [3.06977859761875, 3.00569835020354, 0.187822430450425]],
  ["kenwardRoger", [3.06974446870322, 3.00096940997177, 0.188020817647131]],
] as const;
const EXPECTED_SUMS = [
  ["satterthwaite", [6.03789365393923, 3.01558498820077, 0.0882093299077718]],
  ["kenwardRoger", [6.03774588994396, 3.01084088861052, 0.0883817183891147]],
] as const;

function fit(df: string): MixedOutput {
  return runColumns(columns, {
    mixed: { formula: "bmd ~ years + drug + (1 | id)", df },
    omnibus: ["drug"],
    hypotheses: [{ weights: { drugb: 1 } }, { weights: { years: 2, drugc: 1 } }],
  }) as MixedOutput;
}

function expectTest(test: unknown, [statistic, df, p]: readonly [number, number, number]): void {
  const found = test as { readonly statistic: number; readonly df: readonly number[]; readonly p: number };
  expect(found.statistic / statistic - 1).toBeCloseTo(0, 9);
  expect(found.df[0]).toBe(2);
  expect(found.df[1] / df - 1).toBeCloseTo(0, 9);
  expect(found.p / p - 1).toBeCloseTo(0, 9);
}

describe("joint tests of mixed models have degrees of freedom of their own", () => {
  it.each(EXPECTED)("of a factor: %s", (df, expected) => {
    const { omnibus, termTests } = fit(df);
    expectTest(omnibus, expected);
    expectTest(termTests[1], expected);
  });

  it.each(EXPECTED_SUMS)("of several sums: %s", (df, expected) => {
    expectTest(fit(df).hypotheses?.joint, expected);
  });

  it("takes the fewest of those involved where degrees of freedom are counted, and none for the normal distribution", () => {
    expect((fit("contain").omnibus as { readonly df: unknown }).df).toEqual([2, 3]);
    expect((fit("none").omnibus as { readonly df: unknown }).df).toEqual([2, null]);
  });
});
