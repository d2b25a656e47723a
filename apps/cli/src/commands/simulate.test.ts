import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { simulateShape } from "../output/simulation-shape.ts";
import { repositoryPath, run, workFolder, writeInput } from "../run.fixture.ts";

const folder = workFolder();
afterAll(folder.remove);

const denosumab = repositoryPath("examples/simulate/p03-denosumab.json");
const base = { schema: "materbone/scenario/1", model: "calcium-bone", outputs: { times: ["0 h", "1 month"] } };

function scenario(name: string, content: object): string {
  return writeInput(join(folder.path, `${name}.json`), { ...base, ...content });
}

describe("simulate, for people", () => {
  it("says hypothesis, the parameters changed with their source, and shows times asked for", async () => {
    const file = scenario("changed", { parameters: { casr: "-0.15 mM" }, title: "Set point" });
    const { code, out, err } = await run(["simulate", "--scenario", file]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Set point\nHypothesis: computed by a model");
    expect(out).toContain("casr = -0.15 mM (0; Riggs et al. 2012");
    expect(out).toMatch(/^ {2}730\.5000 .*/m);
    expect(out).toContain("Research use.");
  });

  it("says the same in Chinese", async () => {
    const { out } = await run(["simulate", "--scenario", denosumab, "--lang", "zh"]);
    expect(out).toContain("假说：由假想个体的模型计算所得");
    expect(out).toContain("此处未列出的行数：");
  });

  it("tells which validation rows the circuit misses where its density is shown, and nothing of the kind elsewhere", async () => {
    const density = scenario("density", { model: "circuit", outputs: { times: ["1 d"], names: ["BMD_LS", "BMD_TH"] } });
    const { out } = await run(["simulate", "--scenario", density]);
    expect(out).toMatch(/^The model misses \d+ of \d+ validation rows of the lumbar spine/m);
    expect(out).toMatch(/^The model misses .* total hip .* not to be relied on/m);
    const { notes } = JSON.parse((await run(["simulate", "--scenario", density, "--format", "json"])).out);
    expect(notes).toHaveLength(3);
    const calcium = scenario("calcium", { model: "circuit", outputs: { times: ["1 d"], names: ["Ca_mM"] } });
    expect((await run(["simulate", "--scenario", calcium])).out).not.toContain("validation");
  });

  it("tells what the circuit warns of, with months, value, threshold and source, and nothing of other models", async () => {
    const file = scenario("warned", {
      model: "circuit",
      start: { from: "rest" },
      inputs: { NURSING: 1, CASUP: "-0.5 mmol/h" },
      doses: [{ agent: "denosumab", amount: "60 mg", at: "3 month" }],
      outputs: { times: ["0 month", "12 month"], names: ["BMD_LS", "BMD_TH"] },
    });
    const { out } = await run(["simulate", "--scenario", file]);
    expect(out).toMatch(/the model lets plasma calcium fall to .* below 2\.11, after denosumab\.\n {4}Source: /);
    expect((await run(["simulate", "--scenario", file, "--lang", "zh"])).out).toContain("模型提示");
    const json = simulateShape.parse(JSON.parse((await run(["simulate", "--scenario", file, "--format", "json"])).out));
    const low = json.warnings.find(({ kind }) => kind === "hypocalcaemia");
    expect(low).toMatchObject({ threshold: 2.11, unit: "mM", agent: "denosumab", source: { status: "read" } });
    expect(low?.value).toBeLessThan(2.11);
    expect(low?.fromMonths).toBeGreaterThan(3);
    expect(low?.fromMonths).toBeLessThan(4);
    expect(json.warnings.map(({ extrapolation }) => extrapolation)).toContain("hip");
    expect((await run(["simulate", "--scenario", denosumab])).out).not.toContain("warns");
  });

  it("tells validation and warnings beside a CSV and under a drawing too", async () => {
    const file = scenario("beside", {
      model: "circuit",
      start: { from: "rest" },
      inputs: { NURSING: 1, CASUP: "-0.5 mmol/h" },
      doses: [{ agent: "denosumab", amount: "60 mg", at: "3 month" }],
      outputs: { times: ["0 month", "12 month"], names: ["dBMD_LS_pct"] },
    });
    const missed = /misses \d+ of \d+ validation rows of the lumbar spine/;
    const printed = await run(["simulate", "--scenario", file, "--format", "csv"]);
    expect(printed.out).toMatch(/^time_h,dBMD_LS_pct,dBMD_LS_pct_untreated\r\n[\d.,e\-\r\n]+$/);
    for (const told of [/^Hypothesis: /, missed, /plasma calcium fall to .* after denosumab/]) {
      expect(printed.err).toMatch(told);
    }
    const out = join(folder.path, "beside.csv");
    await run(["simulate", "--scenario", file, "--out", out]);
    const notes = readFileSync(join(folder.path, "beside.notes.csv"), "utf8");
    expect(notes).toMatch(missed);
    expect(notes).toMatch(/,,hypocalcaemia,3\.\d+,.*,2\.11,mM,denosumab,,/);
    const { out: svg } = await run(["simulate", "--scenario", file, "--format", "svg"]);
    const words = svg.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    expect(words).toMatch(missed);
    expect(words).toMatch(/plasma calcium fall to .* after denosumab\. Source: /);
  });

  it("lists the names of a model with value, unit, meaning and source", async () => {
    const { code, out } = await run(["simulate", "--list", "calcium-bone"]);
    expect(code).toBe(0);
    expect(out).toMatch(/casr +0 +mM +constant calcium equivalents/);
    expect(out).toMatch(/denosumab +60 +mg +DENSC/);
    const csv = await run(["simulate", "--list", "calcium-bone", "--format", "csv", "--lang", "zh"]);
    expect(csv.out.split("\r\n")[0]).toBe("model,kind,name,value,unit,into,meaning,source,hidden");
    const { names } = JSON.parse((await run(["simulate", "--list", "--format", "json"])).out);
    expect(names).toContainEqual(expect.objectContaining({ kind: "input", name: "MILK", unit: "mmol/h" }));
    for (const { kind, meaning } of names) if (kind !== "agent") expect(meaning).not.toBeNull();
  });
});

describe("simulate, where a site of the circuit is hidden", () => {
  const outputs = { times: ["1 d"] };
  const headerOf = async (file: string) =>
    (await run(["simulate", "--scenario", file, "--format", "csv"])).out.split("\r\n")[0]?.split(",");

  it("gives no hip column unless it is named, and marks it in the list", async () => {
    const whole = await headerOf(scenario("whole", { model: "circuit", outputs }));
    expect(whole).toContain("BMD_LS");
    expect(whole?.filter((name) => /_(TH|FN)|tissue(TH|FN)|BMDfn/.test(name))).toEqual([]);
    const named = scenario("named", { model: "circuit", outputs: { ...outputs, names: ["BMD_TH", "dBMDfn_pct"] } });
    expect(await headerOf(named)).toEqual(["time_h", "BMD_TH", "dBMDfn_pct"]);
    expect(await headerOf(scenario("release", { outputs }))).toContain("dBMDfn_pct");
    const { names } = JSON.parse((await run(["simulate", "--list", "circuit", "--format", "json"])).out);
    expect(names).toContainEqual(expect.objectContaining({ name: "BMD_TH", hidden: true }));
    expect(names).toContainEqual(expect.objectContaining({ name: "BMD_LS", hidden: false }));
    const list = await run(["simulate", "--list", "circuit"]);
    expect(list.out).toMatch(/BMD_FN .*not validated: given only where a scenario names it/);
  });

  it("tells of a hip under another name too", async () => {
    const changes = [{ name: "neck", of: "BMD_FN", since: 0 }];
    const file = scenario("renamed", { model: "circuit", outputs: { ...outputs, names: ["Ca_mM"], changes } });
    const { notes, warnings } = JSON.parse((await run(["simulate", "--scenario", file, "--format", "json"])).out);
    expect(notes.join(" ")).toContain("femoral neck");
    expect(warnings.map(({ extrapolation }: { extrapolation: string }) => extrapolation)).toContain("hip");
  });
});

describe("simulate, on the circuit with a drug", () => {
  const inputs = { NURSING: 1 };
  const outputs = { times: [{ from: 0, to: "12 month", every: "6 month" }], names: ["BMD_LS"] };
  const calcitriol = { agent: "calcitriol", amount: "0.5 ug", at: "1 month" };
  const zoledronate = { agent: "zoledronicAcid", amount: "5 mg", at: "2 month" };
  const start = { from: "rest" };
  const treated = scenario("treated", { model: "circuit", start, inputs, outputs, doses: [calcitriol, zoledronate] });
  const untreated = scenario("untreated", { model: "circuit", start, inputs, outputs, doses: [calcitriol] });

  it("gives the course without it in JSON, CSV and text, as the scenario without that dose has it", async () => {
    const alone = simulateShape.parse(
      JSON.parse((await run(["simulate", "--scenario", untreated, "--format", "json"])).out),
    );
    expect(alone.untreated).toBeNull();
    const json = simulateShape.parse(
      JSON.parse((await run(["simulate", "--scenario", treated, "--format", "json"])).out),
    );
    expect(json.untreated?.columns).toEqual(alone.columns);
    expect(json.columns).not.toEqual(alone.columns);
    expect(json.notes.join(" ")).toContain("plus or minus 12 percentage points");
    const csv = (await run(["simulate", "--scenario", treated, "--format", "csv"])).out.split("\r\n");
    expect(csv[0]).toBe("time_h,BMD_LS,BMD_LS_untreated");
    const last = [json, alone].map(({ columns }) => Number(columns[0]?.values?.[2]?.toPrecision(15)));
    expect(csv[3]?.split(",").slice(1).map(Number)).toEqual(last);
    const { out } = await run(["simulate", "--scenario", treated]);
    expect(out.match(/^ {2}8766\.?0* /gm)).toHaveLength(2);
    expect(out).toContain("Without drugs: the same course without drugs that act on bone");
  });
});

describe("simulate, for programs", () => {
  it("prints the columns asked for as CSV, the time first", async () => {
    const file = scenario("columns", {
      outputs: { times: ["0 h", "1 month"], names: ["Ca_mM", "OC"], timeUnit: "month" },
    });
    const { out } = await run(["simulate", "--scenario", file, "--format", "csv"]);
    const [header, first, second, end] = out.split("\r\n");
    expect([header, end]).toEqual(["time_month,Ca_mM,OC", ""]);
    expect(first).toBe("0,2.35,0.00115398");
    expect(second?.split(",")[0]).toBe("1");
  });

  it("prints JSON in its published shape", async () => {
    const file = scenario("json", { parameters: { gamOB: 0.0739 }, outputs: { times: ["1 d"], names: ["OC"] } });
    const output = JSON.parse((await run(["simulate", "--scenario", file, "--format", "json"])).out);
    expect(simulateShape.parse(output)).toMatchObject({
      kind: "hypothesis",
      model: "calcium-bone",
      parameters: [{ name: "gamOB", value: 0.0739, published: 0.0793 }],
      times: [24],
      columns: [{ name: "OC" }],
    });
  });

  it("writes a file, in the form that its ending says", async () => {
    const out = join(folder.path, "new", "denosumab.csv");
    const ran = await run(["simulate", "--scenario", denosumab, "--out", out]);
    expect(ran).toEqual({
      code: 0,
      out: "",
      err: `Trajectory: ${out}\nNotes and warnings: ${join(folder.path, "new", "denosumab.notes.csv")}\n`,
    });
    expect(readFileSync(out, "utf8")).toMatch(/^time_h,/);
  });
});

describe("a percent change since a value of 0", () => {
  const content = {
    outputs: {
      times: ["0 d", "1 d"],
      names: ["Ca_mM"],
      changes: [
        { name: "milk_change", of: "MILK", since: "0 d" },
        { name: "Ca_change", of: "Ca_mM", since: "0 d" },
      ],
    },
    inputs: { MILK: [{ at: "1 h", value: "1 mmol/h" }] },
  };

  /** Nothing of the drug where it is not given. */
  const drugChange = {
    model: "circuit",
    doses: [{ agent: "zoledronicAcid", amount: "5 mg", at: "1 month" }],
    outputs: {
      times: ["2 month", "3 month"],
      names: ["Ca_mM"],
      changes: [{ name: "ABP_change", of: "ABP", since: "2 month" }],
    },
  };

  it.each([
    ["text", "en", "milk_change is undefined and left empty: its output is 0 at 0 h"],
    ["text", "zh", "milk_change 无定义，留空"],
    ["csv", "en", "time_h,Ca_mM,milk_change,Ca_change\r\n0,2.35,,0\r\n"],
    ["json", "en", "milk_change is undefined"],
    ["svg", "en", "Ca_change"],
  ])("is told of and never a number: %s in %s", async (format, lang, words) => {
    const file = scenario("undefined-change", content);
    const { code, out } = await run(["simulate", "--scenario", file, "--format", format, "--lang", lang]);
    expect(code).toBe(0);
    expect(out).toContain(words);
    expect(out).not.toMatch(/NaN|Infinity/);
    if (format === "json") {
      const columns = simulateShape.parse(JSON.parse(out)).columns;
      expect(columns.map(({ values }) => values?.length ?? null)).toEqual([2, null, 2]);
    }
    if (format === "svg") {
      expect(out).not.toContain('-milk_change"');
      expect(out).toContain("milk_change is undefined");
    }
  });

  it("is told beside a CSV", async () => {
    const file = scenario("undefined-change", content);
    const { err } = await run(["simulate", "--scenario", file, "--format", "csv"]);
    expect(err).toContain("milk_change is undefined");
  });

  it.each([
    ["text", "en", "ABP_change is undefined in the course without drugs and left empty"],
    ["text", "zh", "ABP_change（未用药病程）无定义，留空"],
    ["csv", "en", "ABP_change is undefined in the course without drugs"],
    ["json", "en", "ABP_change is undefined in the course without drugs"],
    ["svg", "en", "ABP_change is undefined in the course without drugs"],
  ])("is told of where the course without drugs alone has none: %s in %s", async (format, lang, words) => {
    const file = scenario("undefined-untreated", drugChange);
    const { code, out, err } = await run(["simulate", "--scenario", file, "--format", format, "--lang", lang]);
    expect(code).toBe(0);
    // A drawing breaks its lines.
    expect(`${out}${err}`.replace(/<\/tspan><tspan[^>]*>|<\/text>\s*<text[^>]*>/g, " ")).toContain(words);
    expect(out).not.toMatch(/NaN|Infinity/);
  });

  it("is null beside others", async () => {
    const file = scenario("undefined-change", content);
    const { out } = await run(["simulate", "--compare", `${file},${file}`, "--format", "json"]);
    expect(JSON.parse(out).scenarios[0].columns[1].values).toBeNull();
    const csv = await run(["simulate", "--compare", `${file},${file}`, "--format", "csv"]);
    expect(csv.out).not.toMatch(/NaN/);
    expect(csv.err).toContain("milk_change is undefined");
    expect((await run(["simulate", "--compare", `${file},${file}`])).out).toContain("milk_change is undefined");
  });

  it("has no band of virtual women", async () => {
    const file = scenario("undefined-band", { ...content, model: "circuit" });
    const { code, err } = await run(["simulate", "--scenario", file, "--population", "2", "--seed", "1"]);
    expect(code).toBe(2);
    expect(err).toContain("milk_change is a percent change since a value of 0");
  });

  it("has no band where the course without drugs alone has none", async () => {
    const file = scenario("undefined-untreated-band", drugChange);
    const { code, err } = await run(["simulate", "--scenario", file, "--population", "2", "--seed", "1"]);
    expect(code).toBe(2);
    expect(err).toContain("ABP_change is a percent change since a value of 0");
  });
});

describe("simulate refuses", () => {
  it("a scenario with mistakes: all of them, with line and place, in both languages", async () => {
    const file = scenario("wrong", {
      parameters: { kGFF: "0.27 1/year", casr: -0.15 },
      doses: [
        { agent: "denosumab", amount: "-60 mg", at: "0 h" },
        { agent: "teriparatid", amount: "20 ug", at: "0 h", every: "24 h", count: 1e9 },
        { agent: "denosumab", amount: "60 mg", at: "2 month" },
      ],
    });
    const { code, out, err } = await run(["simulate", "--scenario", file, "--format", "csv"]);
    expect([code, out]).toEqual([2, ""]);
    for (const told of [
      `${file}:11 /parameters/kGFF: The model calcium-bone has no parameter "kGFF". Did you mean "kGFR"?`,
      `${file}:12 /parameters/casr: -0.15 has no unit. Write it, as in "-0.15 mM".`,
      `${file}:17 /doses/0/amount: The dose -60 mg is negative, and nothing can be taken out by a dose. Write 0 or more.`,
      `${file}:21 /doses/1/agent: The model calcium-bone has no drug "teriparatid". Did you mean "teriparatide"?`,
      "/doses/1: 1000000001 doses are more than 100000: the integration stops and starts anew at each",
      "/doses/2/at: The dose at 1461 h lies outside the run, which goes from 0 h to 730.5 h.",
    ]) {
      expect(err).toContain(told);
    }
    expect((await run(["simulate", "--scenario", file, "--lang", "zh"])).err).toContain("缺少单位");
  });

  it("a model, a file or an option that is not there, and to write over what it reads", async () => {
    expect((await run(["simulate"])).err).toBe("--scenario is needed. Name a file with it.\n");
    expect((await run(["simulate", "--list", "calciumbone"])).err).toContain('Did you mean "calcium-bone"?');
    expect((await run(["simulate", "--scenario", join(folder.path, "none.json")])).code).toBe(2);
    expect((await run(["simulate", "--scenario", denosumab, "--out", denosumab])).err).toContain(
      "is the file that is read",
    );
    expect((await run(["simulate", "--scenario", denosumab, "--format", "xml"])).code).toBe(2);
    expect((await run(["simulate", "--scenario", writeInput(join(folder.path, "list.json"), "[]")])).code).toBe(2);
  });

  it("an empty file, and says what a scenario needs", async () => {
    for (const [name, text] of [
      ["none.json", ""],
      ["blank.json", " \n"],
    ] as const) {
      const { code, err } = await run(["simulate", "--scenario", writeInput(join(folder.path, name), text)]);
      expect(code).toBe(2);
      expect(err).toContain('the file is empty. A scenario needs at least { "schema": "materbone/scenario/1"');
    }
  });

  it("to go on where plasma calcium runs out, and says which state went where, when, and what to do", async () => {
    const file = scenario("runs-out", { inputs: { MILK: "2 mmol/h", FETAL: "2 mmol/h" } });
    const { code, out, err } = await run(["simulate", "--scenario", file]);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toMatch(
      /^The simulation stopped at \d+\.\d+ h after \d+ steps: .* Farthest from its start went P \(plasma calcium amount\): from 32\.900 to \S+ mmol\. Look at the inputs/,
    );
    const zh = await run(["simulate", "--scenario", file, "--lang", "zh"]);
    expect(zh.err).toMatch(/偏离起点最远的是 P（.+）：由 32\.900 变为 \S+ mmol。请核对/);
  });

  it.each([
    ["calcium-bone", { MILK: "1e9 mmol/h" }, "MILK is 1000000000 mmol/h, and the model holds only for >= 0 mmol/h and"],
    ["circuit", { NURSING: -1 }, "NURSING is -1, and the model holds only for >= 0 and <= 2 (assumed:"],
    ["circuit", { INFANTS: 40 }, "INFANTS is 40, and the model holds only for"],
    ["circuit", { POSTPARTUM: "-1 d" }, "POSTPARTUM is -1 d, and the model holds only for"],
    ["circuit", { GESTATION: "400 d" }, "GESTATION is 400 d, and the model holds only for"],
    ["circuit", { CASUP: "-1.1 mmol/h" }, "CASUP is -1.1 mmol/h, and the model holds only for"],
    ["circuit", { CTRIOL: "-1 pmol/h" }, "CTRIOL is -1 pmol/h, and the model holds only for"],
  ])("inputs of %s that it does not hold for, with the reason: %j", async (model, inputs, words) => {
    const file = scenario("beyond", { model, inputs });
    const { code, err } = await run(["simulate", "--scenario", file]);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).toMatch(/\((?:assumed|numerical): /);
  });

  it("to go on where the model has no rest, and says so", async () => {
    const file = scenario("no-rest", { start: { from: "rest" }, parameters: { IPTHinf: "-1000 pmol/h" } });
    const { code, err } = await run(["simulate", "--scenario", file]);
    expect([2, 3]).toContain(code);
    expect(err).not.toMatch(/\n\s+at |Error/);
  });
});

describe("simulate, as a drawing", () => {
  it("draws BMD with and without the doses where the scenario asks for it", async () => {
    const file = repositoryPath("examples/simulate/nursing-then-zoledronate.json");
    const { code, out } = await run(["simulate", "--scenario", file, "--format", "svg", "--lang", "zh"]);
    expect(code).toBe(0);
    expect(out).toContain("骨密度较分娩时变化");
    expect(out).toContain("未用药");
    expect(out).toContain("唑来膦酸");
    expect(out).toContain("±12 个百分点");
  });

  it("draws other columns in small plots, by the ending of the file", async () => {
    const file = scenario("hormones", {
      outputs: { times: [{ from: "0 h", to: "2 month", every: "1 month" }], names: ["PTH_pM", "Ca_mM"] },
    });
    const out = join(folder.path, "hormones.svg");
    expect((await run(["simulate", "--scenario", file, "--out", out, "--lang", "en"])).code).toBe(0);
    const svg = readFileSync(out, "utf8");
    expect(svg).toContain("Simulated hormones and markers");
    expect(svg).toContain("Months since the start");
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("refuses to draw a list", async () => {
    const { code, err } = await run(["simulate", "--list", "circuit", "--format", "svg"]);
    expect(code).toBe(2);
    expect(err).toContain("svg");
  });
});
