import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { repositoryPath, run, workFolder, writeInput } from "../run.fixture.ts";
import { jsonSchema } from "./schema.ts";

const folder = workFolder();
afterAll(folder.remove);

const examples = repositoryPath("examples/evidence");
const EXAMPLES = [
  ["bcg", "univariate"],
  ["bmd-change", "multilevel"],
  ["bmd-visits", "mixed"],
] as const;

function fit(data: string, model: string, ...more: readonly string[]): ReturnType<typeof run> {
  return run(["evidence", "fit", "--data", data, "--model", model, ...more]);
}

function example(name: string, ...more: readonly string[]): ReturnType<typeof run> {
  return fit(join(examples, `${name}.csv`), join(examples, `${name}.json`), ...more);
}

/** Writes a table and a model for one test. */
function files(name: string, data: string, model: object | string): readonly [string, string] {
  return [writeInput(join(folder.path, `${name}.csv`), data), writeInput(join(folder.path, `${name}.json`), model)];
}

describe.each(EXAMPLES)("evidence fit of the example %s", (name, kind) => {
  it("prints JSON of the published shape, and its model is of the published shape", async () => {
    const { code, out, err } = await example(name, "--format", "json");
    expect([code, err]).toEqual([0, ""]);
    const shape = z.fromJSONSchema(jsonSchema(`evidence-fit-${kind}`));
    expect(shape.safeParse(JSON.parse(out)).error).toBeUndefined();
    const model = z.fromJSONSchema(jsonSchema("evidence-model"));
    const text = readFileSync(join(examples, `${name}.json`), "utf8");
    expect(model.safeParse(JSON.parse(text)).error).toBeUndefined();
  });

  it("prints text in both languages, coefficients as CSV, and an R script with the data", async () => {
    const [en, zh, csv, r] = await Promise.all([
      example(name),
      example(name, "--lang", "zh"),
      example(name, "--format", "csv"),
      example(name, "--format", "r"),
    ]);
    expect([en.code, zh.code, csv.code, r.code]).toEqual([0, 0, 0, 0]);
    expect(en.out).toContain("estimate");
    expect(en.out).not.toMatch(/\p{Script=Han}|NaN|undefined/u);
    expect(zh.out).toContain("估计值");
    expect(csv.out.split("\r\n")[0]).toBe("name,estimate,se,statistic,df,p,ciLower,ciUpper");
    expect(r.out).toContain("dat <- data.frame(");
    expect(r.out).toContain({ univariate: "rma(", multilevel: "rma.mv(", mixed: "lmer(" }[kind]);
  });
});

describe("evidence fit", () => {
  it("agrees with metafor on the BCG trials: dat.bcg, REML, Knapp-Hartung, allocation and latitude", async () => {
    const { out } = await example("bcg", "--format", "json");
    const { coefficients, tau2 } = JSON.parse(out);
    // From the reference results, case "bcg_logRR/~ factor(alloc) + ablat/REML/knha".
    expect(tau2).toBeCloseTo(0.144591, 5);
    expect(coefficients[3]).toMatchObject({ name: "ablat", df: 9 });
    expect(coefficients[3].estimate).toBeCloseTo(-0.0272758, 6);
  });

  it("needs both files and says which is missing", async () => {
    expect(await run(["evidence", "fit", "--data", "a.csv"])).toMatchObject({
      code: 2,
      out: "",
      err: "--model is needed. Name a file with it.\n",
    });
    expect((await run(["evidence", "fit", "--model", "a.json", "--lang", "zh"])).err).toBe(
      "缺少 --data。请用它指定文件。\n",
    );
  });

  it("tells every problem of both files with row, column, value and mend", async () => {
    const [data, model] = files("bad", "study,yi,vi,x\nA,0.1,-0.2,1\nB,abc,0.1,2\nC,0.3,0,3\n", {
      effect: { yi: "yi", vi: "vi" },
    });
    const { code, out, err } = await fit(data, model);
    expect([code, out]).toEqual([2, ""]);
    expect(err.split("\n")).toEqual([
      `${data}:2: -0.2 in column "vi" has to be above 0. Check the value.`,
      `${data}:3: "abc" in the number column "yi". Write a number, or NA when there is none.`,
      `${data}:4: 0 in column "vi" has to be above 0. Check the value.`,
      "",
    ]);
    const zh = await fit(data, model, "--lang", "zh");
    expect(zh.err).toContain(`${data}:3：数值列“yi”中出现文本“abc”。`);
  });

  it.each([
    ["collinear", { moderators: "~ x + I(2 * x)" }, "/moderators: The column I(2 * x) follows from x, so that"],
    ["column", { moderators: "~ xx" }, '/moderators: The data have no column "xx". Did you mean "x"?'],
    ["formula", { moderators: "~ x +" }, '/moderators: The formula "~ x +" cannot be read at character 6 (its end)'],
    ["key", { moderator: "~ x" }, '/moderator: "moderator" is not a field of this format. Did you mean "moderators"?'],
    ["json", "{", ":1:2: not JSON: a closing } is missing"],
  ])("names what is wrong with a model: %s", async (name, model, words) => {
    const [data, file] = files(name, "study,yi,vi,x\nA,0.1,0.2,1\nB,0.2,0.1,2\nC,0.3,0.1,3\nD,0.1,0.1,4\n", model);
    const { code, out, err } = await fit(data, file);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
    expect(err.startsWith(file)).toBe(true);
  });

  it("fits one study and says what one study cannot tell", async () => {
    const [data, model] = files("one", "yi,vi\n0.5,0.04\n", {});
    const { code, out } = await fit(data, model, "--format", "json");
    expect(code).toBe(0);
    const output = JSON.parse(out);
    expect(output).toMatchObject({ k: 1, predictionInterval: null, seTau2: null, notes: [{ kind: "oneStudy" }] });
    expect(output.notDefined.map(({ at }: { readonly at: string }) => at)).toContain("/predictionInterval");
  });

  it.each([
    ["", "No rows of data."],
    ["yi,vi\n", "No rows of data."],
    ['yi,vi\n0.1,"0.2\n', ":2: A text in quotes that begins here is never closed."],
    ["yi,vi\n0.1,0.2,0.3\n", ":2: 3 cells, and the header names 2 columns."],
    ["yi,yi\n0.1,0.2\n", ':1: The column name "yi" stands twice.'],
  ])("refuses the table %j", async (text, words) => {
    const [data, model] = files(`table-${text.length}`, text, {});
    const { code, err } = await fit(data, model);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it("reads semicolons, decimal commas, a byte order mark and Windows line ends", async () => {
    const [data, model] = files("europe", "\ufeffStudie;yi;vi\r\nA;0,1;0,02\r\nB;0,4;0,05\r\nC;0,2;0,03\r\n", {
      label: "Studie",
    });
    const { code, out } = await fit(data, model, "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(out).rows[1]).toMatchObject({ row: 3, label: "B", yi: 0.4, vi: 0.05 });
  });

  it("a group of commands lists its commands, and names the nearest to a slip", async () => {
    expect((await run(["evidence"])).out).toContain("fit");
    expect(await run(["evidence", "fti"])).toMatchObject({ code: 2 });
    expect((await run(["evidence", "fti"])).err).toContain("Did you mean fit?");
  });
});
