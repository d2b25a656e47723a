import { describe, expect, it } from "vitest";
import * as z from "zod";
import { assessShape } from "../output/shapes.ts";
import { published, run, runJson, varied } from "../run.fixture.ts";
import { jsonSchema } from "./schema.ts";

type Assessed = z.infer<typeof assessShape>;

async function assessed(...args: readonly string[]): Promise<Assessed> {
  return assessShape.parse(await runJson("assess", ...args));
}

function criteria({ verdicts }: Assessed, woman: string, definition: string): Readonly<Record<string, string>> {
  const verdict = verdicts.find((one) => one.case === woman && one.definition === definition);
  return Object.fromEntries((verdict?.criteria ?? []).map(({ id, status }) => [id, status]));
}

describe("assess", () => {
  it.each([published, varied])("prints JSON of the published shape and schema (%s)", async (source) => {
    const output = await runJson("assess", source);
    expect(assessShape.parse(output)).toEqual(output);
    expect(z.fromJSONSchema(jsonSchema("assess-output")).safeParse(output).error).toBeUndefined();
  });

  // Z-scores of case 2 before treatment: lumbar spine -2.9, femoral neck -1.6, total hip -2.0 (source paper, Table 2).
  it("finds the density of case 2 met by any site and not by all sites", async () => {
    const output = await assessed(published, "--definition", "paper-any-site,paper-all-sites");
    expect(criteria(output, "case-2", "paper-any-site")).toEqual({
      timing: "met",
      "fragility-fracture": "met",
      density: "met",
      exclusion: "undecided",
    });
    expect(criteria(output, "case-2", "paper-all-sites")).toMatchObject({ density: "notMet" });
    expect(new Set(output.verdicts.map((verdict) => verdict.definition))).toEqual(
      new Set(["paper-any-site", "paper-all-sites"]),
    );
  });

  it("leaves all three women undecided on exclusion, and says what is not documented", async () => {
    const { verdicts } = await assessed(published, "--definition", "paper-any-site");
    expect(verdicts.map((verdict) => [verdict.case, verdict.outcome])).toEqual([
      ["case-1", "undecided"],
      ["case-2", "undecided"],
      ["case-3", "undecided"],
    ]);
    for (const { criteria: all } of verdicts) {
      const exclusion = all.find((criterion) => criterion.id === "exclusion");
      expect(exclusion?.status).toBe("undecided");
      expect(exclusion?.missing.length).toBeGreaterThan(0);
    }
  });

  it("keeps to one woman with --case", async () => {
    const output = await assessed(published, "--case", "case-2");
    const women = [...output.verdicts, ...output.sensitivity, ...output.considerInstead].map((row) => row.case);
    expect(new Set(women)).toEqual(new Set(["case-2"]));
  });

  it("gives every window, site rule and operator in the sensitivity table", async () => {
    const { sensitivity } = await assessed(published, "--case", "case-2", "--definition", "paper-any-site");
    expect(new Set(sensitivity.map((row) => row.windowMonths))).toEqual(new Set([3, 6, 12, 18, 24, 36]));
    expect(new Set(sensitivity.map((row) => `${row.sites} ${row.operator}`))).toEqual(
      new Set(["any <", "any <=", "all <", "all <="]),
    );
  });

  it.each(["en", "zh"])("prints text and CSV without a word of the other language left over (%s)", async (lang) => {
    const text = await run(["assess", varied, "--lang", lang]);
    const csv = await run(["assess", varied, "--lang", lang, "--format", "csv"]);
    expect([text.code, csv.code, text.err, csv.err]).toEqual([0, 0, "", ""]);
    expect(text.out).toContain(lang === "zh" ? "需考虑的其他情况" : "Consider instead:");
    expect(text.out).toContain(lang === "zh" ? "仅供研究使用" : "Research use.");
    const rows = csv.out.trimEnd().split("\r\n");
    expect(rows[0]).toBe("case,definition,outcome,criterion,status,because,missing");
    const { verdicts } = await assessed(varied);
    expect(rows.length - 1).toBe(verdicts.reduce((sum, verdict) => sum + verdict.criteria.length, 0));
  });

  it("says the reasons in the language asked for; outcomes stay words of the format", async () => {
    const en = await assessed(published);
    const zh = await assessed(published, "--lang", "zh");
    expect(zh.verdicts.map((verdict) => verdict.outcome)).toEqual(en.verdicts.map((verdict) => verdict.outcome));
    const reasons = zh.verdicts.flatMap((verdict) =>
      verdict.criteria.flatMap((one) => [...one.because, ...one.missing]),
    );
    expect(reasons.filter((reason) => !/\p{Script=Han}/u.test(reason))).toEqual([]);
  });
});
