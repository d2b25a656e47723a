import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { readDataTable } from "./data-table.ts";
import { fitText } from "./fit-text.ts";
import { readModel } from "./read-model.ts";
import { runModel } from "./run-model.ts";
import { csvText, type Table } from "./run-text.fixture.ts";

function text(columns: Table, model: object, lang: "en" | "zh"): string {
  const terms = createTerms(lang);
  const table = readDataTable(csvText(columns));
  const read = readModel(model);
  if (table.kind === "refused" || read.kind === "refused") throw new Error("not read");
  const run = runModel(read.model, table.table, terms);
  if (run.kind !== "output") throw new Error("not run");
  return fitText(run.output, terms);
}

/** Trials of BCG against tuberculosis, Colditz et al. (1994), JAMA 271:698, as in metafor's `dat.bcg`. */
const bcg = {
  ai: [4, 6, 3, 62, 33, 180, 8, 505, 29, 17, 186, 5, 27],
  bi: [119, 300, 228, 13536, 5036, 1361, 2537, 87886, 7470, 1699, 50448, 2493, 16886],
  ci: [11, 29, 11, 248, 47, 372, 10, 499, 45, 65, 141, 3, 29],
  di: [128, 274, 209, 12619, 5761, 1079, 619, 87892, 7232, 1600, 27197, 2338, 17825],
  ablat: [44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33],
};

describe("the scale of a ratio measure", () => {
  const model = { effect: { measure: "RR" }, method: "REML", test: "z" };

  it("is said, and the pooled risk ratio is given as metafor's predict(transf=exp) gives it", () => {
    // metafor: 0.4894 [0.3441, 0.6962], prediction interval 0.1546 to 1.5490.
    const en = text(bcg, model, "en");
    expect(en).toContain("RR: effects, estimates and intervals are natural logarithms.");
    expect(en).toMatch(
      /Back-transformed \(exp\): 0\.4894\d, 95% CI 0\.3440?\d* to 0\.696\d+; another study is expected within 0\.15\d+ to 1\.5\d+/,
    );
    const zh = text(bcg, model, "zh");
    expect(zh).toContain("RR：效应、估计值与区间均为自然对数。");
    expect(zh).toMatch(/反变换（exp）：0\.4894\d，95% CI 0\.344\d+ 至 0\.696\d+；新研究的预测区间/);
  });

  it("is said of effects alone, and with moderators without a pooled effect", () => {
    expect(text(bcg, { ...model, model: "effects", method: undefined, test: undefined }, "en")).toContain(
      "natural logarithms",
    );
    const moderated = text(bcg, { ...model, moderators: "ablat" }, "en");
    expect(moderated).toContain("natural logarithms");
    expect(moderated).not.toContain("Back-transformed");
  });
});

it("is not said of a measure that is not transformed", () => {
  const raw = { ...bcg };
  expect(text(raw, { effect: { measure: "RD" } }, "en")).not.toContain("logarithm");
});

it("log odds are said as such and given back as a proportion", () => {
  // Half of the people in every study: log odds 0, proportion 0.5.
  const en = text({ xi: [10, 20, 30], ni: [20, 40, 60] }, { effect: { measure: "PLO" } }, "en");
  expect(en).toContain("PLO: effects, estimates and intervals are log odds.");
  expect(en).toContain("Back-transformed (proportion): 0.50000");
});
