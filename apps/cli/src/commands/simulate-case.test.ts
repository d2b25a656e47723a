import { afterAll, describe, expect, it } from "vitest";
import { simulateCaseShape } from "../output/case-simulation-shape.ts";
import { simulateCompareShape } from "../output/comparison-shape.ts";
import { simulatePopulationShape } from "../output/population-shape.ts";
import { published, repositoryPath, run, workFolder, writeInput } from "../run.fixture.ts";

const folder = workFolder();
afterAll(folder.remove);
const FEW = ["--population", "40", "--workers", "1"];
/** Told beside every density of the spine. */
const MISSED = /The model misses \d+ of \d+ validation rows of the lumbar spine/;
const scenario = writeInput(`${folder.path}/nursing.json`, {
  schema: "materbone/scenario/1",
  model: "circuit",
  start: { from: "rest" },
  inputs: {
    NURSING: [
      { at: 0, value: 1 },
      { at: "3 month", value: 0 },
    ],
  },
  doses: [{ agent: "zoledronicAcid", amount: "5 mg", at: "4 month" }],
  outputs: { times: [{ from: 0, to: "6 month", every: "3 month" }], names: ["BMD_LS"], timeUnit: "month" },
});

describe("materbone simulate --series --case", () => {
  it("gives each published case with its untreated course, its scans and what is not in the model", async () => {
    for (const [id, weaned] of [
      ["case-1", [15]],
      ["case-2", [6]],
      ["case-3", [3, 9]],
    ] as const) {
      const { code, out } = await run(["simulate", "--series", published, "--case", id, ...FEW, "--format", "json"]);
      expect(code).toBe(0);
      const output = simulateCaseShape.parse(JSON.parse(out));
      expect(output.variants.map(({ weanedMonth }) => weanedMonth)).toEqual(weaned);
      for (const variant of output.variants) {
        expect(variant.untreatedScenario.inputs).toEqual(variant.scenario.inputs);
        expect(variant.untreatedScenario.doses).toEqual([]);
        expect(variant.scenario.doses?.length).toBeGreaterThan(0);
        expect(variant.fit?.restLevelsGPerCm2.map(({ site }) => site)).toContain("lumbarSpine");
      }
      expect(output.scans.length).toBeGreaterThan(1);
      for (const { warnings } of output.variants) {
        expect(warnings).toContainEqual(
          expect.objectContaining({ kind: "bisphosphonateMayConceive", agent: "zoledronicAcid" }),
        );
        expect(warnings.map(({ extrapolation }) => extrapolation)).not.toContain("hip");
      }
      if (id === "case-1") {
        expect(output.variants[0]?.warnings.map(({ extrapolation }) => extrapolation)).toContain(
          "zoledronateBeyond24Months",
        );
      }
      expect(output.notes.join(" ")).toContain("plus or minus 12 percentage points");
      expect(output.notes.join(" ")).toMatch(MISSED);
    }
  });

  it("says hypothesis, the uncertainty and what is left out, in both languages", async () => {
    const args = ["simulate", "--series", published, "--case", "case-3", ...FEW];
    const english = await run([...args, "--lang", "en"]);
    expect(english.out).toContain("Hypothesis");
    expect(english.out).toContain("menatetrenone (vitamin K₂): the model has no equation for it");
    expect(english.out).toContain("without drugs");
    expect(english.out).toContain("zoledronic acid: 5 mg in month 9");
    expect(english.out).toMatch(MISSED);
    expect(english.out).toMatch(/24 months after weaning: virtual women .* 6 published women \+12\.2 %/);
    expect(english.out.match(/taken as elemental calcium/g)).toHaveLength(1);
    expect(english.out).toContain("From month 9: zoledronic acid in a woman who may conceive");
    const chinese = await run([...args, "--lang", "zh"]);
    expect(chinese.out).toContain("±12 个百分点");
    expect(chinese.out).toContain("未用药");
    expect(chinese.out).toContain("自第 9 个月起：育龄期女性使用唑来膦酸");
    expect(chinese.out).not.toContain("断乳");
  });

  it("draws her course with and without her drugs, her scans over it, and why a hip is not shown", async () => {
    const args = ["simulate", "--series", published, "--case", "case-3", ...FEW, "--format", "svg"];
    const { code, out } = await run([...args, "--lang", "en"]);
    expect(code).toBe(0);
    expect(out.startsWith("<svg ")).toBe(true);
    expect(out).toContain("Hypothesis, not a forecast.");
    expect(out).toContain("Without a drug");
    expect(out).toContain("plus or minus 12 percentage points");
    expect(out).toContain("Not shown: total hip");
    expect(out.match(/in a woman who may conceive/g)?.length).toBe(1);
    const words = out.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    expect(words).toMatch(MISSED);
    expect(words).toContain("zoledronic acid in a woman who may conceive");
    const csv = await run([...args.slice(0, -1), "csv", "--lang", "en"]);
    expect(csv.err).toMatch(MISSED);
    expect(csv.err).toContain("zoledronic acid in a woman who may conceive");
    expect(out).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("draws every woman of the series over women without a drug when no case is named", async () => {
    const { code, out } = await run(["simulate", "--series", published, ...FEW, "--format", "svg", "--lang", "en"]);
    expect(code).toBe(0);
    for (const id of ["Case 1, weaned at month 15", "Case 2, weaned at month 6", "Case 3, weaned at month 3–9"]) {
      expect(out).toContain(id);
    }
    expect(out).toContain("Without a drug, 95% of women");
    expect(out).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("draws both readings of weaning in one quantity where too few women fit one of them", async () => {
    const args = ["simulate", "--series", published, "--case", "case-3", "--population", "100", "--workers", "1"];
    const json = simulateCaseShape.parse(JSON.parse((await run([...args, "--format", "json"])).out));
    const isFitted = json.variants.map(({ fit }) => fit !== null && fit.bandsGPerCm2 !== null);
    expect(new Set(isFitted).size, "the readings have to differ for this to tell anything").toBe(2);
    const { out } = await run([...args, "--format", "svg", "--lang", "en"]);
    expect(out).toContain("Change of BMD since delivery, %");
    const ends = json.variants.map(({ expectedPercent }) => expectedPercent[0]?.untreated.median.at(-1));
    for (const end of ends) expect(out).toContain(`+${end?.toFixed(1)}%`);
  });

  it("refuses in words what is missing or no number", async () => {
    const noCase = await run(["simulate", "--series", published, "--lang", "en"]);
    expect([noCase.code, noCase.err]).toEqual([2, expect.stringContaining("--case")]);
    const women = await run([
      "simulate",
      "--series",
      published,
      "--case",
      "case-2",
      "--population",
      "many",
      "--lang",
      "en",
    ]);
    expect([women.code, women.err]).toEqual([2, expect.stringContaining('"many" is not a whole number')]);
  });

  it("says of a series why no woman is drawn, and refuses a month of weaning that is nobody's", async () => {
    const series = writeInput(`${folder.path}/nobody.json`, {
      schema: "materbone/series/1",
      id: "nobody",
      title: { en: "Nobody", zh: "无人" },
      cases: [{ schema: "materbone/case/1", id: "w", pregnancies: [{ index: true, lactation: { breastfed: "yes" } }] }],
    });
    const args = ["simulate", "--series", series, ...FEW, "--format", "svg", "--lang", "en"];
    const nobody = await run(args);
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining("no woman of the series can be drawn")]);
    const weaned = await run([...args, "--weaned", "4"]);
    expect([weaned.code, weaned.err]).toEqual([2, expect.stringContaining("--weaned is of one woman")]);
  });

  it("asks for a month of weaning that the record does not hold", async () => {
    const series = `${folder.path}/silent.json`;
    writeInput(series, {
      schema: "materbone/series/1",
      id: "silent",
      title: { en: "Silent", zh: "无记录" },
      cases: [{ schema: "materbone/case/1", id: "w", pregnancies: [{ index: true, lactation: { breastfed: "yes" } }] }],
    });
    const args = ["simulate", "--series", series, "--case", "w", ...FEW, "--lang", "en"];
    const asked = await run(args);
    expect([asked.code, asked.err]).toEqual([2, expect.stringContaining("--weaned")]);
    const given = await run([...args, "--weaned", "4"]);
    expect([given.code, given.out]).toEqual([0, expect.stringContaining("Weaned in month 4")]);
  });
});

describe("materbone simulate --population", () => {
  it("gives bands with the untreated course, weights that sum to 1, and the same for the same seed", async () => {
    const args = ["simulate", "--scenario", scenario, ...FEW, "--seed", "5", "--format", "json"];
    const { code, out } = await run(args);
    expect(code).toBe(0);
    const { population, columns, notes, warnings } = simulatePopulationShape.parse(JSON.parse(out));
    expect(notes.join(" ")).toMatch(MISSED);
    expect(warnings.map(({ kind }) => kind)).toContain("bisphosphonateMayConceive");
    const text = await run([...args.slice(0, -1), "text", "--lang", "en"]);
    expect(text.out).toMatch(MISSED);
    expect(text.out).toContain("zoledronic acid in a woman who may conceive");
    const csv = await run([...args.slice(0, -1), "csv", "--lang", "en"]);
    expect(csv.err).toMatch(MISSED);
    expect(population.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(columns[0]?.bands.map(({ course }) => course)).toEqual(["treated", "untreated"]);
    expect((await run(args)).out).toBe(out);
    const other = await run([...args.slice(0, -4), "--seed", "6", "--format", "json"]);
    expect(other.out).not.toBe(out);
  });

  it("refuses another model than the circuit", async () => {
    const file = repositoryPath("examples/simulate/p03-denosumab.json");
    const { code, err } = await run(["simulate", "--scenario", file, ...FEW, "--lang", "en"]);
    expect([code, err]).toEqual([2, expect.stringContaining("circuit")]);
  });
});

describe("materbone simulate --compare", () => {
  it("sets scenarios of several models side by side and blends nothing", async () => {
    const other = repositoryPath("examples/simulate/p03-denosumab.json");
    const { code, out } = await run(["simulate", "--compare", `${scenario},${other}`, "--format", "json"]);
    expect(code).toBe(0);
    const { scenarios } = simulateCompareShape.parse(JSON.parse(out));
    expect(scenarios.map(({ model }) => model)).toEqual(["circuit", "calcium-bone"]);
    expect(scenarios.map(({ columns }) => columns.length).every((count) => count > 0)).toBe(true);
    expect(scenarios[0]?.notes.join(" ")).toMatch(MISSED);
    expect(scenarios[0]?.warnings.map(({ kind }) => kind)).toContain("bisphosphonateMayConceive");
    expect(scenarios[1]?.notes).toHaveLength(2);
    expect(scenarios[1]?.notes[1]).toContain("two published equations of the lumbar spine");
    expect(scenarios[1]?.warnings).toEqual([]);
    const text = await run(["simulate", "--compare", `${scenario},${other}`]);
    expect(text.out).toMatch(MISSED);
    expect(text.out).toContain("zoledronic acid in a woman who may conceive");
    expect((await run(["simulate", "--compare", `${scenario},${other}`, "--format", "csv"])).err).toMatch(MISSED);
  });
});
