import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { dataTable } from "./data-table.ts";
import { rScript } from "./r-script.ts";
import { rName, rNumber, rString, rVector } from "./r-text.ts";
import { readModel } from "./read-model.ts";
import { runModel } from "./run-model.ts";

const odd = dataTable({
  yi: [0.1, 0.4, 0.3, 0.9],
  vi: [0.02, 0.05, 0.03, 0.04],
  "a\\b": [1, 2, 3, 5],
  "c`d": [4, 1, 2, 7],
  "two words": ["p", "p", "q", "q"],
});
const table = dataTable({
  study: ['A "one"', "B\nlast", "C", "D", "E"],
  yi: [0.1, 0.4, 1 / 3, 0.9, 0.2],
  vi: [0.02, 0.05, 0.03, 0.04, 1e-3],
  drug: ["BP", "none", "TPTD", "BP", "none"],
  "two words": [1, 2, 3, 4, undefined],
});

function script(model: object, of = table): string {
  const read = readModel(model);
  if (read.kind === "refused") throw new Error(JSON.stringify(read.problems));
  const run = runModel(read.model, of, createTerms("en"));
  if (run.kind === "refused") throw new Error(JSON.stringify(run.problems));
  return rScript(run.prepared, run.output);
}

describe("rScript", () => {
  it("holds the data whole, numbers with all digits and texts escaped", () => {
    const text = script({ label: "study" });
    expect(text).toContain(".yi = c(0.1, 0.4, 0.3333333333333333, 0.9, 0.2)");
    expect(text).toContain('"A \\"one\\"", "B\\u000alast"');
    expect(text).toContain("`two words` = c(1, 2, 3, 4, NA)");
  });

  it("sets levels in our order, whatever the locale of R", () => {
    expect(script({})).toContain('levels = c("BP", "none", "TPTD")');
  });

  it("asks rma for method, test and level, and for iterations to the end", () => {
    const text = script({ moderators: "~ drug", method: "PM", test: "knha", level: 90 });
    expect(text).toContain(
      'rma(.yi, .vi, mods = ~ drug, data = dat, slab = .label, method = "PM", test = "knha", level = 90,',
    );
    expect(text).toContain("threshold = 1e-12");
  });

  it("writes the design matrix where R would lose the contrasts of a factor", () => {
    const text = script({ moderators: "~ factor(drug)", factors: { drug: { contrast: "sum" } } });
    expect(text).toContain('dimnames = list(NULL, c("intrcpt", "factor(drug)1", "factor(drug)2"))');
    expect(text).toContain("mods = .X[, -1, drop = FALSE]");
  });

  it("names the rows that are left out", () => {
    expect(script({ moderators: "~ `two words`" })).toContain("# Not in the fit: row 6 (E), missing two words");
  });

  it("doubles backslashes of names and leaves names that R cannot read to the design matrix", () => {
    expect(script({ moderators: { terms: ["a\\b"] } }, odd)).toContain("mods = ~ `a\\\\b`");
    expect(script({ moderators: { terms: ["c`d"] } }, odd)).toContain("mods = .X[, -1, drop = FALSE]");
  });

  it("groups by plain names where rma.mv cannot read a name", () => {
    const text = script({ random: "~ 1 | `two words`" }, odd);
    expect(text).toContain('dat$.group1 <- dat[["two words"]]');
    expect(text).toContain("random = ~ 1 | .group1");
  });

  it("a multilevel fit also at our variances", () => {
    const text = script({ random: "~ 1 | drug/study", test: "z" });
    expect(text).toContain("random = ~ 1 | drug/study");
    expect(text).toMatch(/sigma2 = c\([\d.e-]+, [\d.e-]+\)/);
  });
});

describe("pieces of R", () => {
  it.each([
    ["x.1", "x.1"],
    ["two words", "`two words`"],
    ["1st", "`1st`"],
    ["if", "`if`"],
    ["a`b", "`a\\`b`"],
    ["变量", "`变量`"],
  ])("the name %s is %s", (name, code) => {
    expect(rName(name)).toBe(code);
  });

  it("texts, numbers and vectors", () => {
    expect(rString('a\\b"\t')).toBe('"a\\\\b\\"\\u0009"');
    expect([rNumber(1e-7), rNumber(undefined), rNumber(-0.5)]).toEqual(["1e-7", "NA", "-0.5"]);
    expect(rVector([])).toBe("c()");
    expect(rVector(Array.from({ length: 60 }, () => "1234")).split("\n").length).toBeGreaterThan(2);
  });
});
