import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { readDataTable } from "./data-table.ts";
import { fitText } from "./fit-text.ts";
import { readModel } from "./read-model.ts";
import { runModel } from "./run-model.ts";
import { csvText } from "./run-text.fixture.ts";

function run(rows: { readonly yi: number[]; readonly vi: number[] }, model: object, lang: "en" | "zh" = "en") {
  const terms = createTerms(lang);
  const table = readDataTable(csvText(rows));
  const read = readModel(model);
  if (table.kind === "refused" || read.kind === "refused") throw new Error("not read");
  const result = runModel(read.model, table.table, terms);
  if (result.kind !== "output" || result.output.kind !== "univariate") throw new Error("not run");
  return { output: result.output, text: fitText(result.output, terms) };
}

const one = { yi: [0.5], vi: [0.04] };
const two = { yi: [0.5, 0.7], vi: [0.04, 0.05] };
const reasons = (model: object, rows = one) =>
  run(rows, model).output.notDefined.map(({ at, reason }) => `${at} ${reason}`);

describe("one study", () => {
  it.each(["knha", "adhoc"])("asked for %s is tested by z, and says so", (test) => {
    const { output, text } = run(one, { test });
    // By hand: 0.5 ± 1.959964 × √0.04.
    expect(output.coefficients[0]?.ciLower).toBeCloseTo(0.1080072, 7);
    expect(output.coefficients[0]?.df).toBeNull();
    expect(reasons({ test })).toContain("/coefficients/0/df normalInstead");
    expect(text).toContain(`REML, ${test} (here z), k = 1`);
    expect(text).toContain("No degrees of freedom are left for the test asked for: test and interval are normal (z).");
    expect(run(one, { test }, "zh").text).toContain(`${test}（此处为 z）`);
  });

  it("has a tau² of 0 as in metafor, named as a stand-in", () => {
    const { output, text } = run(one, {});
    expect(output.tau2).toBe(0);
    expect(reasons({})).toContain("/tau2 zeroInstead");
    expect(text).toContain("tau² cannot be estimated: the 0 stands in for it");
    expect(run(one, {}, "zh").text).toContain("无法估计 tau²：以 0 代之");
  });

  it("says nothing of a test by z that was asked for, nor of tau² that was not to be estimated", () => {
    expect(reasons({ test: "z" }).join()).not.toContain("normalInstead");
    expect(reasons({ method: "FE", test: "z" }).join()).not.toContain("zeroInstead");
    expect(reasons({ tau2: 0.1 }).join()).not.toContain("zeroInstead");
  });
});

it("two studies have their own test and tau²", () => {
  expect(reasons({ test: "knha" }, two).join()).not.toMatch(/normalInstead|zeroInstead/);
  expect(run(two, { test: "knha" }).text).toContain("REML, knha, k = 2");
});
