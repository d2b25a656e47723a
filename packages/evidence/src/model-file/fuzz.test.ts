import { createTerms } from "@materbone/clinical";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../../golden/meta-multilevel.json" with { type: "json" };
import univariate from "../../golden/meta-univariate.json" with { type: "json" };
import mixed from "../../golden/mixed-models.json" with { type: "json" };
import { readDataTable } from "./data-table.ts";
import { sayEvidenceProblem } from "./evidence-problem-words.ts";
import { fitTable } from "./fit-csv.ts";
import { effectsShape, univariateShape } from "./fit-shape.ts";
import { fitText } from "./fit-text.ts";
import { mixedShape } from "./mixed-shape.ts";
import { multilevelShape } from "./multilevel-shape.ts";
import { rScript } from "./r-script.ts";
import { readModel } from "./read-model.ts";
import { runModel } from "./run-model.ts";
import { csvText, type Table } from "./run-text.fixture.ts";

type Json = Readonly<Record<string, unknown>>;
type Base = { readonly columns: Table; readonly model: Json };

const bases: readonly Base[] = [
  {
    columns: univariate.datasets.bcg_logRR.columns,
    model: {
      label: "slab",
      effect: { measure: "RR", columns: { ai: "tpos", bi: "tneg", ci: "cpos", di: "cneg" }, options: { add: 0.5 } },
      moderators: "~ factor(alloc) + ablat",
      factors: { alloc: { contrast: "sum" } },
      robust: { cluster: "alloc", type: "CR1" },
      hypotheses: { weights: { ablat: 1 } },
      extras: [
        { kind: "predict", at: [{ alloc: "random", ablat: 30 }] },
        "leaveOneOut",
        "influence",
        "blup",
        "residuals",
      ],
    },
  },
  {
    columns: univariate.datasets.synthetic_plo_pct_change.columns,
    model: {
      effect: { yi: "yi", vi: "vi" },
      subset: { column: "n", atLeast: 1 },
      method: "PM",
      test: "adhoc",
      level: 90,
      extras: [
        { kind: "egger", predictor: "ninv", ni: "n" },
        "rankTest",
        "trimAndFill",
        "failsafe",
        "henmiCopas",
        "excessSignificance",
        { kind: "permutation", n: 100, seed: 3 },
        { kind: "bootstrap", n: 100, seed: 3 },
        { kind: "bayes", tau: { kind: "halfNormal", scale: 5 } },
        { kind: "subgroups", column: "drug" },
        { kind: "cumulative", orderBy: "months" },
      ],
    },
  },
  {
    columns: golden.datasets.synthetic_plo_repeated.columns,
    model: {
      moderators: { terms: [{ column: "months", transform: [{ minus: 12 }, { dividedBy: 12 }] }] },
      random: "~ 1 | study/es",
      sampling: { rho: 0.7, cluster: "study" },
      robust: { cluster: "study", type: "CR2" },
      extras: ["blup", "fitted"],
    },
  },
  {
    columns: golden.datasets.berkey1998.columns,
    model: {
      moderators: "~ outcome + outcome:I(year - 1983) - 1",
      random: { inner: "outcome", outer: "trial", struct: "UN" },
      sampling: { matrix: golden.datasets.berkey1998.V },
      method: "ML",
    },
  },
  {
    columns: mixed.datasets.synthetic_bmd_trajectories.columns,
    model: { mixed: { formula: "bmd ~ years + (1 | id)" }, extras: ["blup", "fitted"] },
  },
];

const STRANGE: readonly unknown[] = ["", "x", -1, 0, 1, 1e300, "NA", 2.5, "1e999", "a b", "−3", 1e-300, "TRUE"];
const EXTREME: readonly unknown[] = [-1e300, Number.MAX_VALUE, Number.MIN_VALUE];
const strange = fc.constantFrom(...STRANGE);

/** Some cells of the data replaced. */
function damagedColumns(columns: Table, slips: readonly (readonly [number, number, unknown])[]): Table {
  const names = Object.keys(columns);
  const copy: Record<string, unknown[]> = Object.fromEntries(names.map((name) => [name, [...columns[name]]]));
  for (const [column, row, value] of slips) {
    const list = copy[names[column % names.length]];
    list[row % list.length] = value;
  }
  return copy;
}

/** Every place in a model: keys and positions from the outside in. Of a covariance matrix one row stands for all. */
function placesIn(model: Json): readonly (readonly string[])[] {
  const places: (readonly string[])[] = [];
  const visit = (inner: unknown, place: readonly string[]): void => {
    if (place[1] === "matrix" && place.length > 2 && place[2] !== "0") return;
    if (place.length > 0) places.push(place);
    if (typeof inner !== "object" || inner === null) return;
    for (const [key, one] of Object.entries(inner)) visit(one, [...place, key]);
  };
  visit(model, []);
  return places;
}

/** The value at a place replaced, or taken away. */
function damagedModel(model: Json, at: readonly string[], value: unknown): Json {
  const copy = structuredClone(model) as Record<string, unknown>;
  let place: Record<string, unknown> = copy;
  for (const key of at.slice(0, -1)) place = place[key] as Record<string, unknown>;
  const last = at.at(-1) as string;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

const LEFT_OVER = /\bundefined\b|\bNaN\b|\[object |Infinity/;
const shapes = { effects: effectsShape, univariate: univariateShape, multilevel: multilevelShape, mixed: mixedShape };

/** Reads, fits and prints; nothing may be thrown, and nothing left without a word. */
function attempt(columns: Table, model: Json): "refused" | "output" {
  const table = readDataTable(csvText(columns));
  const read = readModel(JSON.parse(JSON.stringify(model)));
  const refused = table.kind === "refused" ? table.problems : read.kind === "refused" ? read.problems : [];
  const terms = createTerms("en");
  const run = table.kind === "read" && read.kind === "read" ? runModel(read.model, table.table, terms) : undefined;
  const problems = run?.kind === "refused" ? run.problems : refused;
  for (const lang of ["en", "zh"] as const) {
    for (const problem of problems) {
      const said = sayEvidenceProblem(problem, createTerms(lang));
      expect(said.length).toBeGreaterThan(5);
      if (problem.kind !== "schema") expect(said.replaceAll("1e999", "")).not.toMatch(LEFT_OVER);
    }
  }
  if (run?.kind !== "output") {
    expect(problems.length).toBeGreaterThan(0);
    return "refused";
  }
  const { output, prepared } = run;
  const printed = JSON.parse(JSON.stringify(output)) as Json;
  expect(printed).toEqual(JSON.parse(JSON.stringify(printed)));
  expect(shapes[output.kind].safeParse(printed).error).toBeUndefined();
  for (const text of [fitText(output, terms), fitText(output, createTerms("zh")), rScript(prepared, output)]) {
    expect(text).not.toMatch(LEFT_OVER);
  }
  expect(fitTable(output).length).toBeGreaterThan(0);
  return "output";
}

describe("damaged data and models are answered or refused", () => {
  it("undamaged ones are answered", () => {
    for (const { columns, model } of bases) expect(attempt(columns, model)).toBe("output");
  });

  it("with cells replaced", () => {
    const slips = fc.array(fc.tuple(fc.nat(30), fc.nat(60), strange), { minLength: 1, maxLength: 4 });
    const seen = { refused: 0, output: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...bases), slips, ({ columns, model }, list) => {
        seen[attempt(damagedColumns(columns, list), model)]++;
      }),
      { numRuns: 150 },
    );
    expect(Math.min(seen.refused, seen.output)).toBeGreaterThan(5);
  });

  it("with each part of the model replaced", () => {
    const ofOtherKind = [undefined, [], {}, true, "~ 1", "yi", "months", "slab", 95];
    const seen = { refused: 0, output: 0 };
    for (const { columns, model } of bases) {
      for (const place of placesIn(model)) {
        for (const value of [...STRANGE, ...EXTREME, ...ofOtherKind]) {
          seen[attempt(columns, damagedModel(model, place, value))]++;
        }
      }
    }
    expect(Math.min(seen.refused, seen.output)).toBeGreaterThan(100);
  });
});
