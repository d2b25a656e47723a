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
 * F, denominator degrees of freedom and p of `drug`, and of drug b with two years plus drug c, worked with dense matrices by
 * tools/golden/mixed-joint.py with numpy 2.4: Satterthwaite after Fai and Cornelius (1996) as in lmerTest's contestMD,
 * Kenward and Roger after pbkrtest's formulas.
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

function expectTest(test: unknown, [statistic, df, p]: readonly [number, number, number], digits = 9): void {
  const found = test as { readonly statistic: number; readonly df: readonly number[]; readonly p: number };
  expect(found.statistic / statistic - 1).toBeCloseTo(0, digits);
  expect(found.df[0]).toBe(2);
  expect(found.df[1] / df - 1).toBeCloseTo(0, digits);
  expect(found.p / p - 1).toBeCloseTo(0, digits);
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

/** Women with three yearly visits each, less the scans `without`, counted from 1. */
function few(df: string, women: number, without: readonly number[] = []): MixedOutput {
  const rows = Array.from({ length: 3 * women }, (_, row) => row).filter((row) => !without.includes(row + 1));
  const bmd = [
    0.81, 0.84, 0.9, 0.72, 0.75, 0.74, 0.88, 0.91, 0.99, 0.69, 0.7, 0.76, 0.79, 0.86, 0.85, 0.93, 0.95, 1.02,
  ];
  const visits = {
    id: rows.map((row) => "ABCDEF"[Math.floor(row / 3)]),
    years: rows.map((row) => row % 3),
    drug: rows.map((row) => "abc"[Math.floor(row / 3) % 3]),
    bmd: rows.map((row) => bmd[row]),
  };
  return runColumns(visits, {
    mixed: { formula: "bmd ~ years + drug + (1 | id)", df },
    omnibus: ["drug"],
    hypotheses: [{ weights: { drugb: 1 } }, { weights: { years: 1 } }],
  }) as MixedOutput;
}

/**
 * F, denominator degrees of freedom and p of `drug` by tools/golden/mixed-joint.R: lmerTest 3.1-3 and pbkrtest 0.5.2 on
 * lme4 1.1-31. Satterthwaite's degrees of freedom are numerical derivatives there, good to seven digits.
 */
const FEW = [
  ["df 1", 4, [], [1.1467189724, 1, 0.5510300172], [1.1467189724, 1, 0.5510300172]],
  ["df 2", 5, [], [1.1981155241, 2, 0.4549351429], [1.1981155241, 2, 0.4549351429]],
  ["df 3", 6, [], [3.677756309, 3, 0.155928133], [3.677756309, 3, 0.155928133]],
  ["just above 2", 5, [8], [1.3286048128, 2.0205779607, 0.4282369268], [1.2795029571, 2.0213096928, 0.4374739391]],
  ["within 0.01 of 2", 5, [5], [1.1671885535, 2, 0.4614273172], [1.1671763678, 1.994423713, 0.4617326808]],
  ["just below that", 5, [1, 5], [1.1346173657, 2, 0.4684680337], [1.0930785776, 1.9869913833, 0.4784408685]],
] as const;

describe("joint tests of few women", () => {
  it.each(FEW)("are those of lmerTest and pbkrtest: %s", (_, women, without, satterthwaite, kenwardRoger) => {
    for (const [df, expected] of [
      ["satterthwaite", satterthwaite],
      ["kenwardRoger", kenwardRoger],
    ] as const) {
      const { omnibus, termTests, notDefined } = few(df, women, without);
      expectTest(omnibus, expected, 6);
      expectTest(termTests[1], expected, 6);
      expect(notDefined).toEqual([]);
    }
  });

  it("have no value, and say why, where Kenward and Roger's scale of F is not above 0", () => {
    const { hypotheses, notDefined } = few("kenwardRoger", 5, [1, 3, 4, 5, 7, 13, 15]);
    expect(hypotheses?.joint).toBeNull();
    expect(notDefined).toEqual([
      { at: "/hypotheses/joint", reason: "noDegreesFound", message: "Degrees of freedom cannot be matched." },
    ]);
  });

  it("of one hypothesis is its row squared", () => {
    const { hypotheses } = runColumns(columns, {
      mixed: { formula: "bmd ~ years + drug + (1 | id)", df: "kenwardRoger" },
      hypotheses: { weights: { years: 2, drugc: 1 } },
    }) as MixedOutput;
    const { statistic, df, p } = hypotheses?.rows[0] ?? {};
    expect(hypotheses?.joint?.statistic).toBeCloseTo((statistic ?? 0) ** 2, 9);
    expect(hypotheses?.joint?.df[1]).toBeCloseTo(df ?? 0, 9);
    expect(hypotheses?.joint?.p).toBeCloseTo(p ?? 0, 9);
  });
});
