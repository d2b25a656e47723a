import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { checkShape } from "../output/shapes.ts";
import { published, run, runJson, varied, workFolder, writeInput } from "../run.fixture.ts";
import { jsonSchema } from "./schema.ts";

const folder = workFolder();
afterAll(folder.remove);

type Findings = z.infer<typeof checkShape>;

async function findings(...args: readonly string[]): Promise<Findings["findings"]> {
  return checkShape.parse(await runJson("check", ...args)).findings;
}

describe("check", () => {
  it.each([published, varied])("prints JSON of the published shape and schema (%s)", async (source) => {
    const output = await runJson("check", source);
    expect(checkShape.parse(output)).toEqual(output);
    expect(z.fromJSONSchema(jsonSchema("check-output")).safeParse(output).error).toBeUndefined();
  });

  it("asks about the series first, then about each woman in the order of the files", async () => {
    const order = (await findings(published)).map((found) => found.case);
    expect([...new Set(order)]).toEqual([null, "case-1", "case-2", "case-3"]);
    expect(order).toEqual([...order].sort((a, b) => (a ?? "").localeCompare(b ?? "")));
  });

  it("says the message in the language asked for and keeps everything else", async () => {
    const en = await findings(published, "--lang", "en");
    const zh = await findings(published, "--lang", "zh");
    const bare = (list: Findings["findings"]) => list.map(({ message: _, note: __, ...rest }) => rest);
    expect(bare(zh)).toEqual(bare(en));
    expect(zh.every((found) => /\p{Script=Han}/u.test(found.message))).toBe(true);
  });

  it.each(["en", "zh"])("prints the same findings as text, CSV and NDJSON (%s)", async (lang) => {
    const all = await findings(published, "--lang", lang);
    const csv = await run(["check", published, "--format", "csv", "--lang", lang]);
    const lines = await run(["check", published, "--format", "ndjson", "--lang", lang]);
    const text = await run(["check", published, "--lang", lang]);
    expect(csv.out.split("\r\n")).toHaveLength(all.length + 2);
    expect(csv.out.startsWith("rule,severity,case,at,message,state\r\n")).toBe(true);
    const each = lines.out.trimEnd().split("\n");
    expect(each.map((line) => JSON.parse(line))).toEqual(all);
    for (const found of all) expect(text.out).toContain(`${found.rule}  ${found.at}`);
    expect([csv.err, lines.err, text.err]).toEqual(["", "", ""]);
  });

  it("checks one woman with --case, and asks nothing about the series then", async () => {
    const all = await findings(published);
    expect(await findings(published, "--case", "case-2")).toEqual(all.filter((found) => found.case === "case-2"));
  });

  it("judges a loose case by itself: the rules of a series ask nothing", async () => {
    const loose = await findings(join(published, "cases", "case-2.json"));
    expect(loose.length).toBeGreaterThan(0);
    expect(loose.every((found) => found.case === "case-2")).toBe(true);
  });

  it("judges NDJSON with the methods and intervals of a series where one is named", async () => {
    const { readFileSync } = await import("node:fs");
    const names = ["case-1", "case-2", "case-3"];
    const records = names.map((name) => JSON.parse(readFileSync(join(published, "cases", `${name}.json`), "utf8")));
    const file = writeInput(join(folder.path, "three.ndjson"), records.map((one) => JSON.stringify(one)).join("\n"));
    const all = await findings(published);
    expect(await findings(file, "--series", published)).toEqual(all.filter((found) => found.case !== null));
    expect(await findings(file, "--case", "case-3", "--series", published)).toEqual(
      all.filter((found) => found.case === "case-3"),
    );
    const unknown = await run(["check", file, "--case", "case3", "--format", "json"]);
    expect([unknown.code, unknown.out]).toEqual([2, ""]);
    expect(unknown.err).toContain('There is no case "case3". Did you mean "case-');
  });

  it("says so when there is nothing to ask", async () => {
    const file = writeInput(join(folder.path, "quiet.json"), quiet);
    expect((await run(["check", file])).out).toBe("Nothing to ask.\n");
    expect((await run(["check", file, "--lang", "zh"])).out).toBe("没有存疑之处。\n");
    expect(await runJson("check", file)).toEqual({ findings: [] });
  });
});

describe("check --fail-on", () => {
  it.each([
    [published, "major", 1],
    [published, "minor", 1],
    [published, "info", 1],
  ])("%s at %s exits with %i", async (source, severity, code) => {
    expect((await run(["check", source, "--fail-on", severity])).code).toBe(code);
  });

  it("exits with 0 without the option, whatever is found", async () => {
    expect((await run(["check", published])).code).toBe(0);
  });

  it("counts severities at and above, and only open findings", async () => {
    const found = await findings(writeInput(join(folder.path, "info.json"), onlyMinor));
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([["value-missing", "minor"]]);
    const file = join(folder.path, "info.json");
    expect((await run(["check", file, "--fail-on", "major"])).code).toBe(0);
    expect((await run(["check", file, "--fail-on", "minor"])).code).toBe(1);
    expect((await run(["check", file, "--fail-on", "info"])).code).toBe(1);
    const reviews = [{ rule: "value-missing", case: "woman", state: "accepted", note: "not measured" }];
    const ethics = { approval: "approved", consent: "obtained" };
    const series = { schema: "materbone/series/1", id: "s", title: "S", ethics, reviews, cases: [onlyMinor] };
    const reviewed = writeInput(join(folder.path, "reviewed.json"), series);
    expect((await findings(reviewed)).map(({ state, note }) => [state, note])).toEqual([["accepted", "not measured"]]);
    expect((await run(["check", reviewed, "--fail-on", "info"])).code).toBe(0);
    expect((await run(["check", reviewed])).out).toContain("[");
  });
});

const items = [
  ["calcium", "phosphate", "alp", "creatinine", "vitaminD25oh", "pth", "tsh", "cortisol"],
  ["coeliacSerology", "proteinElectrophoresis"],
].flat();

/** A woman whose work-up is complete, so that only her unrecorded BMI is left to ask about. */
const onlyMinor = {
  schema: "materbone/case/1",
  id: "woman",
  workup: items.map((item) => ({ item, status: "normal" })),
};

const quiet = { ...onlyMinor, person: { bmiKgPerM2: 22 } };
