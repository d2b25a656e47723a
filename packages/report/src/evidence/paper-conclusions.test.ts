import { createTerms } from "@materbone/clinical";
import { benchmark, DEFAULT_CHOICES, type Literature, shippedLiterature, synthesise } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import { paperConclusions } from "./paper-conclusions.ts";

const said = (lang: "zh" | "en", literature: Literature = shippedLiterature, readings = {}) =>
  paperConclusions(
    literature,
    synthesise(literature, { ...DEFAULT_CHOICES, readings }),
    benchmark(literature, { readings }),
    createTerms(lang),
  ).map(({ now }) => now);

describe("what the paper concluded from its Table 3", () => {
  it("stands beside what the numbers say, in both languages, and credits no drug", () => {
    const en = said("en");
    expect(en[2]).toContain("Lumbar spine, about 24 months");
    expect(en[2]).toContain("Recovery after weaning is in the same numbers.");
    expect(en[3]).toMatch(/^No randomised trial in PLO is in this literature/);
    expect(said("zh")).toHaveLength(en.length);
  });

  it("moves with the readings and with the literature", () => {
    expect(said("en", shippedLiterature, { "osullivan-2006/bp/lumbarSpine@24": 0 })[2]).not.toBe(said("en")[2]);
    const nothing = said("en", { ...shippedLiterature, studies: [] });
    expect(nothing[0]).toMatch(/^0 reports/);
    expect(nothing[2]).toContain("No two reports can be pooled");
    for (const lang of ["zh", "en"] as const) expect(said(lang).join(" ")).not.toMatch(/NaN|undefined/);
  });
});
