import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { readDataTable } from "./data-table.ts";
import { sayEvidenceProblem } from "./evidence-problem-words.ts";
import { fitText } from "./fit-text.ts";
import { readModel } from "./read-model.ts";
import { runModel } from "./run-model.ts";
import { csvText, type Table } from "./run-text.fixture.ts";

/** What the command prints as text, or the sentences of its problems. */
function text(columns: Table, model: object, lang: "en" | "zh"): string {
  const terms = createTerms(lang);
  const table = readDataTable(csvText(columns));
  const read = readModel(model);
  if (table.kind === "refused" || read.kind === "refused") throw new Error("not read");
  const run = runModel(read.model, table.table, terms);
  if (run.kind === "output") return fitText(run.output, terms);
  return run.problems.map((problem) => sayEvidenceProblem(problem, terms)).join("\n");
}

const medians = {
  study: ["A", "B", "C", "D"],
  mi: [3, null, null, null],
  sdi: [1, null, null, null],
  ni: [20, 9, 40, 4],
  q1: [null, 2, 1, 2],
  med: [null, 3, 1.5, 3],
  q3: [null, 4.5, 9, 4],
};
const conversions = [{ q1: "q1", median: "med", q3: "q3", n: "ni" }];

describe("medians in the text of a fit", () => {
  const model = { effect: { measure: "MN" }, conversions, label: "study" };

  it("are marked as derived, with their warnings, and the cause where there is none", () => {
    const en = text(medians, model, "en");
    expect(en).toContain("Means and SDs derived from medians");
    expect(en).toContain("Row 3 (B): Mean and SD derived from the median by Luo-Wan-Shi (luoWanShi).");
    expect(en).toContain("Row 3 (B): With n = 9 the methods differ");
    expect(en).toContain("Row 4 (C): The sample is skewed");
    expect(en).toMatch(/Row 5 \(D\): No value of mi\. No value of sdi\. None derived .* \(5 or more\)\./);
    const zh = text(medians, model, "zh");
    expect(zh).toContain("由中位数推算的均值与标准差");
    expect(zh).toContain("第 3 行（B）：n = 9 时各方法差异较大");
    expect(zh).toContain("第 4 行（C）：样本呈偏态");
    expect(zh).toMatch(
      /第 5 行（D）：缺少 mi。缺少 sdi。未能由中位数推算：Luo-Wan-Shi 法（luoWanShi），该方法要求更多例数/,
    );
  });

  it("alone are a table", () => {
    const { mi: _, sdi: __, ...raw } = medians;
    const only = { model: "effects", conversions };
    expect(text(raw, only, "en")).toMatch(
      /row +label +into +method +mean +SD\n.*3 +B +mi, sdi +Luo-Wan-Shi \(luoWanShi\) +\d/,
    );
    expect(text(raw, only, "zh")).toContain("用作");
    expect(text(raw, only, "en")).not.toContain("yi");
  });

  it("that the method does not take are told where no row is left", () => {
    const { mi: _, sdi: __, ...raw } = medians;
    const hozo = { effect: { measure: "MN" }, conversions: [{ ...conversions[0], method: "hozo" }] };
    const en = text({ ...raw, ni: [20, 9, 40, 30] }, hozo, "en");
    expect(en).toContain("None of the 4 rows can be used. Row 3, 4, 5: ");
    expect(en).toContain("(hozo): The method needs the median with both ends of the range, and no quartiles.");
    expect(en).toContain("Methods that can: Luo-Wan-Shi (luoWanShi)");
    expect(text({ ...raw, ni: [20, 9, 40, 30] }, hozo, "zh")).toContain("不接受四分位数");
  });
});

it("assumed SDs and correlations are named on their rows", () => {
  const raw = { m1i: [0.8, 0.9], m2i: [0.7, 0.8], sd1i: [0.1, 0.1], sd2i: [0.1, null], ni: [10, 12], ri: [0.7, null] };
  const model = { effect: { measure: "MC", options: { assumedSd: 0.2, assumedCorrelation: 0.8 } } };
  expect(text(raw, model, "en")).toMatch(/Row 3 \(3\): .*SD assumed to be 0\.2\..*assumed to be 0\.8\./);
  expect(text(raw, { ...model, model: "effects" }, "en")).not.toContain("Row 2 (2)");
  expect(text(raw, model, "zh")).toMatch(/第 3 行（3）：.*标准差假定为 0\.2。/);
});

describe("tests asked for by name", () => {
  const studies = {
    yi: [0.1, 0.4, 0.2, 0.9, 0.3, 0.5],
    vi: [0.02, 0.05, 0.03, 0.04, 0.03, 0.02],
    year: [1, 2, 3, 4, 5, 9],
    drug: ["x", "y", "x", "y", "y", "x"],
    id: ["a", "a", "b", "b", "c", "c"],
  };
  const asked = {
    omnibus: ["year"],
    hypotheses: [
      { weights: { year: 1 }, value: 0.25 },
      { name: "both", weights: { year: 1, drugy: 1 } },
    ],
  };

  it.each([
    ["a meta-analysis", { ...asked, moderators: "~ year + drug" }],
    ["a multilevel model", { ...asked, moderators: "~ year + drug", random: "~ 1 | id" }],
    ["a mixed model", { ...asked, mixed: { formula: "yi ~ year + drug + (1 | id)" } }],
  ])("in %s stand with their values", (_name, model) => {
    const en = text(studies, model, "en");
    expect(en.replaceAll(", ", ",")).toMatch(/Joint test of year +(QM\(1\)|F\(1,[\d.]+\)) = /);
    expect(en).toContain("year = 0.25");
    expect(en).toContain("both = 0");
    expect(en).toContain("All of them at once");
    const zh = text(studies, model, "zh");
    expect(zh).toContain("联合检验：year");
  });
});

describe("analyses beside the fit", () => {
  const studies = {
    yi: [0.1, 0.4, 0.2, 0.9, 0.3, 0.5],
    vi: [0.02, 0.05, 0.03, 0.04, 0.03, 0.02],
    drug: ["x", "y", "x", "y", "y", "x"],
    id: ["a", "a", "b", "b", "c", "c"],
    year: [1, 2, 3, 4, 5, 9],
  };
  const pooled = {
    extras: [
      "fitted",
      "residuals",
      "leaveOneOut",
      "cumulative",
      "influence",
      "blup",
      "egger",
      "rankTest",
      "trimAndFill",
      "failsafe",
      "henmiCopas",
      "excessSignificance",
      "permutation",
      { kind: "bootstrap", n: 100 },
      { kind: "bayes", tau: { kind: "halfNormal", scale: 0.5 } },
      { kind: "subgroups", column: "drug" },
    ],
  };
  const multilevel = { random: "~ 1 | id", extras: ["blup", "profile"] };
  const mixed = { mixed: { formula: "yi ~ year + (1 | id)" }, extras: ["blup", "profile", "fitted"] };

  it.each([
    ["a pooled effect", pooled],
    ["a multilevel model", multilevel],
    ["a mixed model", mixed],
    ["moderators", { moderators: "~ year", extras: ["leaveOneOut", { kind: "predict", at: [{ year: 3 }] }] }],
  ])("of %s are in words", (_name, model) => {
    for (const lang of ["en", "zh"] as const) {
      const said = text(studies, model, lang).replaceAll(/^ {2}\/.*$/gm, "");
      expect(said).not.toMatch(/\b(true|false|halfNormal|[a-z]+[A-Z]\w*)\b/);
      expect(said).not.toMatch(/undefined|\[object/);
      const own = said.slice(said.lastIndexOf("QM(") > 0 ? said.indexOf("H²") : 0);
      if (lang === "zh")
        expect(own).not.toMatch(
          /\b(statistic|failed|estimate|lower|upper|label|row|mean|median|group|shrunken|seed)\b/,
        );
    }
  });

  it("show tests, priors and yes or no as a reader expects them", () => {
    const [en, zh] = [text(studies, pooled, "en"), text(studies, pooled, "zh")];
    expect(en).toMatch(/difference between groups +QM\(1\) = [\d.]+, p = 0\.\d{4}\n/);
    expect(en).toMatch(/prior of τ +half-normal, scale 0\.50000\n/);
    expect(en).toMatch(/refits that did not settle +0\n/);
    expect(zh).toMatch(/组间差异 +QM\(1\)/);
    expect(zh).toMatch(/τ 的先验 +半正态, 尺度/);
    expect(zh).toMatch(/精确 +是\n/);
  });
});
