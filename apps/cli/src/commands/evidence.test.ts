import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { literatureSchema } from "@materbone/evidence";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evidenceBenchmarkShape, evidenceForestShape } from "../output/evidence-shapes.ts";
import { run } from "../run.fixture.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "materbone-evidence-"));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

describe("evidence table", () => {
  it("prints every value with its document in both languages", async () => {
    const zh = await run(["evidence", "table", "--lang", "zh"]);
    expect(zh.code).toBe(0);
    expect(zh.out).toContain("PLO骨密度变化文献");
    expect(zh.out).toContain("+23（均值）");
    const en = await run(["evidence", "table", "--format", "csv", "--lang", "en"]);
    expect(en.out).toContain("O'Sullivan 2006");
  });

  it("gives the literature as JSON that it takes back", async () => {
    const { out } = await run(["evidence", "table", "--format", "json"]);
    expect(literatureSchema.safeParse(JSON.parse(out)).success).toBe(true);
    const file = join(folder, "mine.json");
    await writeFile(file, out);
    const again = await run(["evidence", "table", "--literature", file, "--format", "json"]);
    expect(JSON.parse(again.out)).toEqual(JSON.parse(out));
  });

  it("adds a CSV to the shipped literature, and refuses a bad one by row, column and value", async () => {
    const file = join(folder, "more.csv");
    const header = "study,reached,treatment,women,site,months,statistic,value,document,checkedBy";
    await writeFile(file, `${header}\nWang 2025,abstract,denosumab,4,lumbarSpine,12,mean,16.2,Wang 2025,A. Reader\n`);
    const added = await run(["evidence", "table", "--literature", file, "--lang", "en"]);
    expect(added.out).toContain("Wang 2025");
    await writeFile(file, `${header}\nWang 2025,abstract,denosumab,4,lumbarSpine,12,mean,much,Wang 2025,A. Reader\n`);
    const refused = await run(["evidence", "table", "--literature", file, "--lang", "en"]);
    expect(refused.code).toBe(2);
    expect(refused.out).toBe("");
    expect(refused.err).toContain(`${file}: Row 2: value is "much", not a number.`);
  });
});

describe("evidence forest", () => {
  it("pools like with like, and shows what moves with another reading", async () => {
    const { out } = await run(["evidence", "forest", "--format", "json"]);
    const { strata } = evidenceForestShape.parse(JSON.parse(out));
    const spine24 = strata.find(({ site, window }) => site === "lumbarSpine" && window === "month24");
    const drug = spine24?.pools.find(({ treatment }) => treatment === "bisphosphonate");
    expect(drug?.rows.map(({ study }) => study)).toEqual(["osullivan-2006", "hellmeyer", "kabi"]);
    const other = await run([
      "evidence",
      "forest",
      "--format",
      "json",
      "--reading",
      "osullivan-2006/bp/lumbarSpine@24=1",
    ]);
    const moved = evidenceForestShape
      .parse(JSON.parse(other.out))
      .strata.find(({ site, window }) => site === "lumbarSpine" && window === "month24")
      ?.pools.find(({ treatment }) => treatment === "bisphosphonate");
    expect(moved?.rows.map(({ study }) => study)).toEqual(["hellmeyer", "kabi"]);
    expect(moved?.excluded).toEqual([{ outcome: "osullivan-2006/bp/lumbarSpine@24", reason: "statisticUnlikeMean" }]);
  });

  it("writes one forest plot a stratum", async () => {
    const out = join(folder, "forest");
    const result = await run(["evidence", "forest", "--out", out, "--lang", "zh"]);
    expect(result.code).toBe(0);
    const files = await readdir(out);
    expect(files).toContain("lumbarSpine-percentChange-month24.svg");
    expect(await readFile(join(out, "lumbarSpine-percentChange-month24.svg"), "utf8")).toContain("双膦酸盐");
  });

  it.each([
    ["--sd", "300", "--sd 300 is not an SD between women. Write pooled, or points above 0 up to 100"],
    ["--sd", "abc", "--sd abc is not an SD between women. Write pooled, or points above 0 up to 100"],
    ["--sd", "0", "points above 0"],
    ["--reading", "osullivan-2006/bp/lumbarSpine@24=7", "names no reading"],
    ["--reading", "osullivan-2006/bp/lumbarSpine@24=3", "names no reading"],
    ["--reading", "osullivan-2006/bp/lumbarSpine@24=0", "counted from 1"],
    ["--reading", "osullivan-2006/bp/lumbarSpine@24=1.5", "counted from 1"],
  ])("refuses %s %s", async (option, value, says) => {
    const { code, err } = await run(["evidence", "forest", option, value, "--lang", "en"]);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

describe("the reading of evidence table", () => {
  it("is counted from 1: the second of two is taken", async () => {
    const { out } = await run(["evidence", "forest", "--format", "json", "--reading", `${CONFLICT}=2`]);
    const pools = evidenceForestShape.parse(JSON.parse(out)).strata.flatMap(({ pools }) => pools);
    const row = pools.flatMap(({ rows }) => rows).find(({ outcomes }) => outcomes.includes(CONFLICT));
    expect(row?.yi).toBe(23);
  });

  it("is refused in Chinese too when it is counted from 0", async () => {
    const { code, err } = await run(["evidence", "table", "--reading", `${CONFLICT}=0`, "--lang", "zh"]);
    expect(code).toBe(2);
    expect(err).toContain("数值序号（从 1 起）");
  });
});

/** O'Sullivan 2006: +11 in one document, the mean +23 in another. */
const CONFLICT = "osullivan-2006/bp/lumbarSpine@24";

describe("the SD of evidence table", () => {
  it("is refused in Chinese too", async () => {
    const { code, err } = await run(["evidence", "table", "--sd", "abc", "--lang", "zh"]);
    expect(code).toBe(2);
    expect(err).toContain("请填写 pooled，或大于 0 且不超过 100 的百分点数");
  });

  it("may be any number of points", async () => {
    expect((await run(["evidence", "table", "--sd", "6.5", "--lang", "en"])).code).toBe(0);
  });
});

describe("evidence benchmark", () => {
  it("gives bands, the values behind them and the bands without each", async () => {
    const { out } = await run(["evidence", "benchmark", "--format", "json"]);
    const { sites } = evidenceBenchmarkShape.parse(JSON.parse(out));
    const [spine, neck, hip] = sites;
    expect([spine?.band.kind, neck?.band.kind, hip?.band.kind]).toEqual(["band", "band", "noBand"]);
    expect(spine?.without).toHaveLength(5);
  });

  it("draws the change without a drug site by site", async () => {
    const out = join(folder, "benchmark");
    expect((await run(["evidence", "benchmark", "--out", out, "--lang", "en"])).code).toBe(0);
    const files = await readdir(out);
    expect(files.sort()).toEqual(["femoralNeck", "lumbarSpine", "totalHip"].map((site) => `benchmark-${site}.svg`));
    expect(await readFile(join(out, "benchmark-lumbarSpine.svg"), "utf8")).toContain("Kalkwarf 1997");
    expect(await readFile(join(out, "benchmark-totalHip.svg"), "utf8")).toContain("too few for a band");
  });

  it("says in both languages that it is no control group", async () => {
    expect((await run(["evidence", "benchmark", "--lang", "en"])).out).toContain("Not a control group");
    expect((await run(["evidence", "benchmark", "--lang", "zh"])).out).toContain("并非对照组");
  });
});
