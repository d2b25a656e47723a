import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import type { EvidenceProblem } from "./evidence-problem.ts";
import { sayEvidenceProblem } from "./evidence-problem-words.ts";
import { readModel } from "./read-model.ts";
import { csvText, runColumns, runText } from "./run-text.fixture.ts";

const studies = {
  study: ["A", "B", "C", "D"],
  yi: [0.1, 0.4, 0.2, 0.9],
  vi: [0.02, 0.05, 0.03, 0.04],
  sei: [Math.sqrt(0.02), Math.sqrt(0.05), Math.sqrt(0.03), Math.sqrt(0.04)],
  year: [1990, 1995, 2000, 2010],
  drug: ["x", "y", "x", "y"],
};

describe("readModel forgives what can only mean one thing", () => {
  const plain = { effect: { yi: "yi", vi: "vi" }, moderators: "~ year", method: "REML", test: "knha", level: 90 };

  it.each([
    ["letter case of methods", { ...plain, method: "reml", test: "KNHA" }],
    ["metafor's name of the moderators", { ...plain, moderators: undefined, mods: "~ year" }],
    ["null for a key left out", { ...plain, subset: null, extras: null }],
    ["a level as a share", { ...plain, level: 0.9 }],
    ["another name of Knapp and Hartung's test", { ...plain, test: "hksj" }],
    ["columns by their usual names", { ...plain, effect: undefined }],
    ["effects beside the other keys", { ...plain, effect: undefined, yi: "yi", vi: "vi" }],
    ["standard errors", { ...plain, effect: { yi: "yi", sei: "sei" } }],
    ["a formula without blanks", { ...plain, moderators: "~year" }],
    ["a formula without its tilde", { ...plain, moderators: "year" }],
    ["moderators as a list", { ...plain, moderators: ["year"] }],
    [
      "effects as they are given, by metafor's measure",
      { ...plain, effect: { measure: "GEN", columns: { yi: "yi", vi: "vi" } } },
    ],
    ["the name of the format", { ...plain, schema: "materbone/evidence-model/1" }],
  ])("%s", (_name, model) => {
    const rounded = (_key: string, value: unknown): unknown =>
      typeof value === "number" ? Number(value.toPrecision(9)) : value;
    expect(JSON.stringify(runColumns(studies, model), rounded)).toEqual(
      JSON.stringify(runColumns(studies, plain), rounded),
    );
  });

  it("inputs and options beside the measure, as escalc has them; a cluster alone; one analysis without a list", () => {
    const raw = { m1: [5, 6, 7], m2: [4, 5, 5], sd: [1, 1, 2], n: [10, 12, 9] };
    const beside = { measure: "smd", m1i: "m1", m2i: "m2", sd1i: "sd", sd2i: "sd", n1i: "n", n2i: "n", vtype: "UB" };
    const { measure, vtype, ...columns } = beside;
    const apart = { measure, columns, options: { vtype } };
    const output = runColumns(raw, { effect: beside, robust: "n", extras: "blup" });
    expect(output).toMatchObject({ model: { measure: "SMD" }, robust: { type: "CR2" }, extras: [{ kind: "blup" }] });
    expect(output).toEqual(runColumns(raw, { effect: apart, robust: { cluster: "n" }, extras: [{ kind: "blup" }] }));
  });

  it("EE and CE are the common-effect model, tested by z unless said otherwise", () => {
    for (const method of ["EE", "CE", "fe"]) {
      expect(runColumns(studies, { method })).toMatchObject({ model: { method: "FE", test: "z" } });
    }
  });
});

describe("readModel refuses with the place and the nearest word", () => {
  const en = createTerms("en");

  it.each([
    [{ metod: "REML" }, "/metod", 'Did you mean "method"?'],
    [{ method: "RELM" }, "/method", 'Did you mean "REML"?'],
    [{ mods: 3 }, "/mods", "3 stands where"],
    [{ effect: { yi: "yi", variance: "vi" } }, "/effect/variance", "is not a field"],
    [{ extras: ["eggr"] }, "/extras/0/kind", 'Did you mean "egger"?'],
    [{ extras: ["egers"] }, "/extras/0/kind", 'Did you mean "egger"?'],
    [{ extras: ["nothing"] }, "/extras/0/kind", "bayes, shrunkenSlopes, subgroups."],
    [{ extras: [{ name: "egger", predictor: "sei" }] }, "/extras/0/name", 'Did you mean "kind"?'],
    [{ extras: [{ egger: {} }] }, "/extras/0/egger", 'Did you mean "kind"?'],
    [{ extras: { knd: "egger" } }, "/extras/0/knd", '"knd" is not known here. Did you mean "kind"?'],
    [{ extras: [{ kind: "egger", predicter: "sei" }] }, "/extras/0/predicter", 'Did you mean "predictor"?'],
    [{ extras: [{ kind: "rankTest", by: "x" }] }, "/extras/0/by", "Known: kind, exact."],
    [{ extras: [{ exact: true }] }, "/extras/0/kind", '"kind" is required'],
    [{ extras: ["predict"] }, "/extras/0/at", '"at" is required'],
    [{ level: 100 }, "/level", "100"],
    [{ schema: "materbone/evidence-model/2" }, "/schema", "cannot be read here"],
    [[], "", "A record is a JSON object"],
  ])("%j", (document, at, words) => {
    const read = readModel(document);
    if (read.kind === "read") throw new Error("read");
    const [problem] = read.problems;
    expect(problem).toMatchObject({ in: "model", at });
    expect(sayEvidenceProblem(problem, en)).toContain(words);
  });
});

describe("rows that are left out are named", () => {
  const gaps = { ...studies, yi: [0.1, null, 0.2, 0.9], year: [1990, 1995, null, 2010] };

  it("with the columns that are missing and the condition that fails", () => {
    const output = runColumns(
      { ...gaps, n: [3, 4, 5, 1] },
      { label: "study", moderators: "~ year", subset: "n > 1", method: "FE" },
    );
    expect(output).toMatchObject({ kind: "refused", problems: [{ kind: "tooManyCoefficients", p: 2, k: 1 }] });
    expect(
      runColumns({ ...gaps, n: [3, 4, 5, 2] }, { label: "study", moderators: "~ year", subset: "n > 1" }),
    ).toMatchObject({
      k: 2,
      data: { rows: 4, used: 2, excluded: 2 },
      excluded: [
        { row: 3, label: "B", reason: "missing", columns: ["yi"], message: "No value in yi." },
        { row: 4, label: "C", reason: "missing", columns: ["year"], message: "No value in year." },
      ],
    });
  });

  it.each([
    [{ column: "drug", is: "x" }, [3, 5]],
    [{ column: "drug", notIn: ["x"] }, [2, 4]],
    [
      [
        { column: "year", atLeast: 1995 },
        { column: "year", below: 2010 },
      ],
      [2, 5],
    ],
    ["drug == 'x' & year < 2000", [3, 4, 5]],
    ["!(year > 1995)", [4, 5]],
  ])("by %j", (subset, left) => {
    const { excluded } = runColumns(studies, { subset }) as { readonly excluded: readonly { readonly row: number }[] };
    expect(excluded.map(({ row }) => row)).toEqual(left);
  });

  it("raw numbers that give no effect leave their row out, and impossible ones stop the fit", () => {
    const raw = { mi: [3, 4, 5, 6], sdi: [1, 2, 3, null], ni: [10, 12, 14, 1] };
    const effect = { measure: "SMN" };
    expect(runColumns(raw, { effect })).toMatchObject({
      k: 3,
      excluded: [{ row: 5, reason: "noEffect", message: expect.stringContaining("sdi") }],
    });
    expect(runColumns({ ...raw, sdi: [1, -2, 3, 4] }, { effect })).toMatchObject({
      kind: "refused",
      problems: [{ in: "data", kind: "impossibleNumber", row: 3, column: "sdi", value: "-2" }],
    });
  });

  it("assumed SDs and correlations are named on their rows", () => {
    const raw = { m1i: [0.8, 0.9], m2i: [0.7, 0.8], sd1i: [0.1, 0.1], sd2i: [0.1, 0.1], ni: [10, 12] };
    const effect = { measure: "MC", options: { assumedCorrelation: 0.8 } };
    expect(runColumns(raw, { effect, model: "effects" })).toMatchObject({
      rows: [{ origins: [{ kind: "assumedCorrelation", r: 0.8, message: expect.stringContaining("0.8") }] }, {}],
    });
    expect(runColumns(raw, { effect: { measure: "MC", columns: { ri: 0.8 } }, model: "effects" })).toMatchObject({
      k: 2,
    });
  });
});

describe("text in a number column", () => {
  it("is told for every cell with row, column and value", () => {
    const data = csvText({ ...studies, vi: [0.02, "O.05", 0.03, "n/a"] });
    expect(runText(data, "{}")).toEqual({
      kind: "refused",
      problems: [
        { in: "data", kind: "textInNumberColumn", row: 3, column: "vi", value: "O.05" },
        { in: "data", kind: "textInNumberColumn", row: 5, column: "vi", value: "n/a" },
      ],
    });
  });

  it("is no matter in rows that the subset leaves out", () => {
    const data = csvText({ ...studies, vi: [0.02, "O.05", 0.03, 0.04] });
    expect(runText(data, JSON.stringify({ subset: "study != 'B'" }))).toMatchObject({ k: 3 });
  });
});

describe("a column that the data have not", () => {
  it("is told with the nearest and all columns, shortened", () => {
    const wide = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`extra${at}`, [1, 2, 3, 4]]));
    const said = (lang: "en" | "zh"): string => {
      const refusal = runColumns({ ...studies, ...wide }, { moderators: "~ yeer" }) as {
        readonly problems: readonly EvidenceProblem[];
      };
      return sayEvidenceProblem(refusal.problems[0], createTerms(lang));
    };
    expect(said("en")).toBe(
      'The data have no column "yeer". Did you mean "year"? Columns: study, yi, vi, sei, year, drug, extra0, extra1, extra2, extra3, extra4, extra5….',
    );
    expect(said("zh")).toContain("现有列：study、yi、vi");
  });
});
