import { describe, expect, it } from "vitest";
import { published, run, varied } from "../run.fixture.ts";

describe("tables", () => {
  // Table 2 of the source paper, first row of case 1 at the lumbar spine.
  it.each([
    ["text", "en"],
    ["text", "zh"],
    ["csv", "en"],
    ["csv", "zh"],
    ["markdown", "en"],
    ["markdown", "zh"],
    ["html", "en"],
    ["html", "zh"],
  ])("prints Table 2 as %s in %s", async (format, lang) => {
    const { code, out, err } = await run(["tables", published, "--table", "2", "--format", format, "--lang", lang]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("0.678");
    expect(out).toContain("−4.2");
    expect(out).toContain("37.02");
    expect(out.endsWith("\n")).toBe(true);
    if (lang === "en") expect(out.replaceAll(/lang="[^"]*"/g, "")).not.toMatch(/\p{Script=Han}/u);
  });

  it("prints all three without --table", async () => {
    const { out } = await run(["tables", published, "--lang", "zh"]);
    expect([out.includes("表1"), out.includes("表2"), out.includes("表3")]).toEqual([true, true, true]);
  });

  it.each(["1", "2", "3"])("prints Table %s of any series", async (table) => {
    for (const lang of ["en", "zh"]) {
      expect((await run(["tables", varied, "--table", table, "--lang", lang])).code).toBe(0);
    }
  });
});
