import { describe, expect, it } from "vitest";
import * as z from "zod";
import { therapyShape } from "../output/shapes.ts";
import { published, run, runJson, varied } from "../run.fixture.ts";
import { jsonSchema } from "./schema.ts";

type Women = z.infer<typeof therapyShape>["cases"];

async function women(...args: readonly string[]): Promise<Women> {
  return therapyShape.parse(await runJson("therapy", ...args)).cases;
}

describe("therapy", () => {
  it.each([published, varied])("prints JSON of the published shape and schema (%s)", async (source) => {
    const output = await runJson("therapy", source);
    expect(therapyShape.parse(output)).toEqual(output);
    expect(z.fromJSONSchema(jsonSchema("therapy-output")).safeParse(output).error).toBeUndefined();
  });

  it("tells what was given, how it compares with listed regimens, and what was declined", async () => {
    const [first] = await women(published, "--case", "case-1");
    const zoledronicAcid = first?.exposures.find((exposure) => exposure.agent === "zoledronicAcid");
    expect(zoledronicAcid?.cumulative).toEqual({ low: 5, high: 5, unit: "mg" });
    expect(first?.regimens).toContainEqual(expect.objectContaining({ agent: "zoledronicAcid", result: "inside" }));
    const [third] = await women(published, "--case", "case-3");
    // Case 3 declined bisphosphonates because of the cost (source paper).
    expect(third?.declined).toEqual([{ agent: "bisphosphonateUnspecified", at: expect.any(String), reason: "cost" }]);
  });

  it("names each delay; symptom to diagnosis was 12, 6 and 3 months", async () => {
    const all = await women(published);
    const delay = (id: string) => all.map((woman) => woman.delays.find((one) => one.id === id)?.months);
    expect(delay("symptomToDiagnosis")).toEqual([
      [12, 12],
      [6, 6],
      [3, 3],
    ]);
  });

  it("checks readiness for the agent asked for, else for the bone-active agents of the record", async () => {
    const agents = async (...args: readonly string[]) =>
      new Set(
        (await women(published, "--case", "case-3", ...args)).flatMap((one) => one.readiness.map((row) => row.agent)),
      );
    expect(await agents("--agent", "denosumab")).toEqual(new Set(["denosumab"]));
    expect(await agents()).toContain("zoledronicAcid");
  });

  it("reads the plan at the month asked for", async () => {
    const states = async (months: string) =>
      (await women(published, "--case", "case-2", "--as-of", months))[0]?.plan.map((item) => item.state);
    const early = await states("0");
    const late = await states("720");
    expect(early).toHaveLength(late?.length ?? 0);
    expect(early).not.toEqual(late);
  });

  it.each(["en", "zh"])("prints text and CSV (%s)", async (lang) => {
    const text = await run(["therapy", varied, "--lang", lang]);
    const csv = await run(["therapy", varied, "--lang", lang, "--format", "csv"]);
    expect([text.code, csv.code, text.err, csv.err]).toEqual([0, 0, "", ""]);
    expect(text.out).toContain(lang === "zh" ? "仅供研究使用" : "Research use.");
    const rows = csv.out.trimEnd().split("\r\n");
    expect(rows[0]).toBe("case,delay,monthsLow,monthsHigh,missing");
    expect(rows.length - 1).toBe((await women(varied)).reduce((sum, woman) => sum + woman.delays.length, 0));
  });
});
