import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collinearColumn } from "./collinear.ts";
import { orthogonalPolynomials, polynomialsAt } from "./contrasts.ts";
import { dataTable } from "./data-table.ts";
import { type BuiltDesign, buildDesign } from "./design-matrix.ts";
import type { FactorSetting } from "./evaluate.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import { frameOf } from "./frame.ts";
import { moderatorTerms } from "./moderators.ts";
import type { ModeratorsInput } from "./terms-schema.ts";

const table = dataTable({
  a: ["A", "B", "C", "A", "B", "C"],
  b: ["y", "y", "x", "x", "y", "x"],
  x: [1, 2, 3, 4, 5, 7],
  year: [1983, 1984, 1990, 1983, 1985, 1990],
  "two words": [1, 0, 1, 0, 1, 1],
});

function build(moderators: ModeratorsInput, settings: Readonly<Record<string, FactorSetting>> = {}): BuiltDesign {
  const terms = moderatorTerms(moderators, settings, table.columns.keys(), "/moderators");
  if (terms.kind === "refused") throw new Error(JSON.stringify(terms.problems));
  const places = table.rows.map((_, place) => place);
  return buildDesign(terms.terms, frameOf(table, places), table, terms.settings, "intrcpt");
}

function rows({ names, x }: BuiltDesign): readonly (readonly number[])[] {
  return Array.from({ length: x.length / names.length }, (_, row) =>
    Array.from(x.subarray(row * names.length, (row + 1) * names.length), (value) => Number(value.toFixed(10))),
  );
}

describe("buildDesign", () => {
  // Column names and codes are those of model.matrix() in R.
  it.each([
    ["~ 1", ["intrcpt"]],
    ["~ a", ["intrcpt", "aB", "aC"]],
    ["~ a - 1", ["aA", "aB", "aC"]],
    ["~ 0 + x + a", ["x", "aA", "aB", "aC"]],
    ["~ 0 + a + b", ["aA", "aB", "aC", "by"]],
    ["~ b * x", ["intrcpt", "by", "x", "by:x"]],
    ["~ b:x", ["intrcpt", "bx:x", "by:x"]],
    ["~ x + x:b", ["intrcpt", "x", "x:by"]],
    ["~ b + b:I(year-1983) - 1", ["bx", "by", "bx:I(year - 1983)", "by:I(year - 1983)"]],
    ["~ a + a:b", ["intrcpt", "aB", "aC", "aA:by", "aB:by", "aC:by"]],
    ["~ b:a + b", ["intrcpt", "by", "bx:aB", "by:aB", "bx:aC", "by:aC"]],
    ["~ I(x > 3)", ["intrcpt", "I(x > 3)TRUE"]],
    // R names the levels of a logical vector FALSE and TRUE.
    ["~ factor(x > 3)", ["intrcpt", "factor(x > 3)TRUE"]],
    ["~ I(a == 'B')", ["intrcpt", 'I(a == "B")TRUE']],
    [
      "~ relevel(factor(a), ref = 'B')",
      ["intrcpt", 'relevel(factor(a), ref = "B")A', 'relevel(factor(a), ref = "B")C'],
    ],
    ["~ C(a, sum)", ["intrcpt", "C(a, sum)1", "C(a, sum)2"]],
    ["~ factor(year)", ["intrcpt", "factor(year)1984", "factor(year)1985", "factor(year)1990"]],
    ["~ poly(x, 2)", ["intrcpt", "poly(x, 2)1", "poly(x, 2)2"]],
    ["~ `two words`", ["intrcpt", "`two words`"]],
    ["~ log(x) + sqrt(x)", ["intrcpt", "log(x)", "sqrt(x)"]],
    ["~ ordered(a)", ["intrcpt", "ordered(a).L", "ordered(a).Q"]],
  ])("%s has the columns %j", (formula, names) => {
    expect(build(formula).names).toEqual(names);
  });

  it("multiplies the columns of an interaction", () => {
    expect(rows(build("~ b * x"))).toEqual([
      [1, 1, 1, 1],
      [1, 1, 2, 2],
      [1, 0, 3, 0],
      [1, 0, 4, 0],
      [1, 1, 5, 5],
      [1, 0, 7, 0],
    ]);
  });

  it.each([
    [
      "treatment",
      [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
      ["aB", "aC"],
    ],
    [
      "sum",
      [
        [1, 0],
        [0, 1],
        [-1, -1],
      ],
      ["a1", "a2"],
    ],
    [
      "helmert",
      [
        [-1, -1],
        [1, -1],
        [0, 2],
      ],
      ["a1", "a2"],
    ],
    [
      "polynomial",
      [
        [-Math.SQRT1_2, 1 / Math.sqrt(6)],
        [0, -2 / Math.sqrt(6)],
        [Math.SQRT1_2, 1 / Math.sqrt(6)],
      ],
      ["a.L", "a.Q"],
    ],
  ] as const)("codes a factor by %s contrasts as contr.* of R", (contrast, codes, names) => {
    const design = build("~ a", { a: { contrast } });
    expect(design.names.slice(1)).toEqual(names);
    rows(design)
      .slice(0, 3)
      .forEach(([, ...own], level) => {
        own.forEach((value, column) => {
          expect(value).toBeCloseTo(codes[level][column], 9);
        });
      });
  });

  it("takes the reference and the levels that are set", () => {
    expect(build("~ a", { a: { reference: "C" } }).names).toEqual(["intrcpt", "aA", "aB"]);
    expect(build("~ factor(a)", { a: { levels: ["B", "C", "A"] } }).names).toEqual([
      "intrcpt",
      "factor(a)C",
      "factor(a)A",
    ]);
    expect(build("~ x", { x: {} }).names).toEqual(["intrcpt", "x2", "x3", "x4", "x5", "x7"]);
  });

  it.each([
    [
      "~ factor(a) + I(year - 1983)",
      [
        { column: "a", factor: true },
        { column: "year", transform: { minus: 1983 } },
      ],
    ],
    ["~ I(pmin(x, 3)) + x:b", [{ column: "x", transform: { min: 3 } }, { interaction: ["x", "b"] }]],
    [
      "~ log(x) + I(x^2)",
      [
        { column: "x", transform: "log" },
        { column: "x", transform: "square" },
      ],
    ],
    ["~ I((year - 1983)/10)", [{ column: "year", transform: [{ minus: 1983 }, { dividedBy: 10 }] }]],
    ["~ I(x - mean(x)) + b", [{ column: "x", transform: { minus: "mean" } }, "b"]],
    ["~ I(x - -2)", [{ column: "x", transform: { minus: -2 } }]],
  ] as [string, Exclude<ModeratorsInput, string>["terms"]][])("%s is the same as its terms", (formula, terms) => {
    const [byFormula, byTerms] = [build(formula), build({ terms })];
    expect(byTerms.names).toEqual(byFormula.names);
    expect(byTerms.x).toEqual(byFormula.x);
    expect(build({ intercept: false, terms }).x).toEqual(build(`${formula} - 1`).x);
  });

  it("lays out rows for predictions with the means, levels and polynomials of the data", () => {
    const design = build("~ I(x - mean(x)) + a + poly(year, 2)");
    const own = [0, 3].map((record) => Array.from(design.x.subarray(record * 6, (record + 1) * 6)));
    const asked = [
      { x: 1, a: "A", year: 1983 },
      { x: 4, a: "A", year: 1983 },
    ];
    Array.from(design.rowsFor(asked)).forEach((value, at) => {
      expect(value).toBeCloseTo(own.flat()[at], 12);
    });
  });

  it.each([
    ["~ a", { b: "x" }, "predictionValue"],
    ["~ a", { a: "D" }, "unknownLevel"],
    ["~ x", { x: "many" }, "mixedColumn"],
  ])("%s cannot be predicted at %j: %s", (formula, point, kind) => {
    try {
      build(formula).rowsFor([point as Record<string, string>]);
      expect.unreachable();
    } catch (fault) {
      expect((fault as EvaluationFault).problems[0].kind).toBe(kind);
    }
  });

  it.each([
    ["~ log(x - 1)", "noValue"],
    ["~ I(a + 1)", "mixedColumn"],
    ["~ nothing(x)", "formulaFunction"],
    ["~ factor(a, labels = 'q')", "formulaUse"],
    ["~ poly(x, 9)", "formulaUse"],
  ])("%s is refused as %s", (formula, kind) => {
    try {
      build(formula);
      expect.unreachable();
    } catch (fault) {
      expect(fault).toBeInstanceOf(EvaluationFault);
      expect((fault as EvaluationFault).problems[0].kind).toBe(kind);
    }
  });
});

describe("orthogonalPolynomials", () => {
  it("are orthonormal over the points, and the same at them again", () => {
    const points = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(points, (list) => {
        const polynomials = orthogonalPolynomials(list, 3);
        polynomials.forEach(({ values }, degree) => {
          expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
          polynomials.forEach((other, place) => {
            const product = values.reduce((sum, value, at) => sum + value * other.values[at], 0);
            expect(product).toBeCloseTo(place === degree ? 1 : 0, 9);
          });
        });
        list.forEach((x, at) => {
          polynomialsAt(polynomials, x).forEach((value, degree) => {
            expect(value).toBeCloseTo(polynomials[degree].values[at], 9);
          });
        });
      }),
    );
  });
});

describe("collinearColumn", () => {
  it("finds the column that follows from those before it", () => {
    const x = Float64Array.of(1, 1, 2, 1, 2, 3, 1, 5, 6, 1, 7, 8);
    expect(collinearColumn(x, 4, 3)).toEqual({ column: 2, others: [0, 1] });
    expect(collinearColumn(Float64Array.of(1, 0, 1, 0, 1, 0), 3, 2)).toEqual({ column: 1, others: [] });
    expect(collinearColumn(Float64Array.of(1, 1e-6, 1, 2e-6, 1, 5e-6), 3, 2)).toBeUndefined();
  });
});
