import { createTerms } from "@materbone/clinical";
import { benchmark, DEFAULT_CHOICES, shippedLiterature, stratumKey, synthesise } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import { forestFigure } from "../figures/evidence/forest-figure.ts";
import { evidenceForest } from "./evidence-forest.ts";
import { evidenceTable } from "./evidence-table.ts";
import { livingSummary } from "./living-summary.ts";

const synthesis = synthesise(shippedLiterature);
const untreated = benchmark(shippedLiterature);
const OSULLIVAN_24 = "osullivan-2006/bp/lumbarSpine@24";

function stratum(key: string, of = synthesis) {
  const found = of.strata.find((each) => stratumKey(each.stratum) === key);
  if (found === undefined) throw new TypeError(`no stratum ${key}`);
  return found;
}

describe("the evidence table", () => {
  const rows = evidenceTable(shippedLiterature, synthesis, "en").blocks[0]?.groups[0]?.rows ?? [];
  const texts = rows.map(({ cells }) =>
    cells.map(({ lines }) => lines.map((line) => line.map(({ text }) => text).join(""))),
  );

  it("has a row for every outcome, pooled or not", () => {
    expect(texts).toHaveLength(synthesis.rows.length);
  });

  it("prints both readings of O'Sullivan at 24 months, the one in use first", () => {
    const row = texts.find(([study, , , , months]) => study?.[0] === "O'Sullivan 2006" && months?.[0] === "24");
    expect(row?.[5]).toEqual(["+23 (mean)", "+11 (statistic not stated)"]);
  });

  it("says of a value in no pooled effect why, and of others where they were read", () => {
    const choe = texts.find(([study, , , site]) => study?.[0] === "Choe" && site?.[0] === "L4");
    expect(choe?.slice(5)).toEqual([
      ["+17.53 (one woman)"],
      ["Site is too vague or a single vertebra"],
      ["Zhang, Table 3"],
    ]);
  });
});

describe("forest plots of the literature", () => {
  const spine24 = evidenceForest(stratum("lumbarSpine/percentChange/month24"), untreated);
  const bisphosphonate = spine24.groups.find(({ label }) => label?.en === "bisphosphonate");

  it("pool nothing across treatments", () => {
    expect(spine24.overall).toEqual([]);
  });

  it("give the bisphosphonates at 24 months four studies and eight women, and no second diamond for one series", () => {
    expect(bisphosphonate?.pooled.map(({ studies, women, singles }) => [studies, women, singles])).toEqual([
      [4, 8, "kept"],
    ]);
    expect(bisphosphonate?.notes?.map(({ en }) => en)).toContain("Without single women: one study, nothing to pool.");
  });

  it("leave a value without a mean open: no interval, no weight", () => {
    const spine12 = evidenceForest(stratum("lumbarSpine/percentChange/month12"), untreated);
    const rows = spine12.groups.flatMap((group) => group.rows);
    const osullivan = rows.find(({ study }) => study === "O'Sullivan 2006");
    expect(osullivan).toMatchObject({ estimate: 2, badges: ["notStated"] });
    expect(osullivan?.ciLower).toBeUndefined();
    expect(osullivan?.weightPercent).toBeUndefined();
  });

  it("draw every stratum in both languages", () => {
    for (const each of synthesis.strata) {
      for (const lang of ["zh", "en"] as const) {
        expect(forestFigure(evidenceForest(each, untreated), { lang, layout: "narrow" }).svg).toContain("<svg");
      }
    }
  });
});

describe("the living summary", () => {
  const spine24 = (of = synthesis, lang: "zh" | "en" = "en") =>
    livingSummary(shippedLiterature, of, untreated, createTerms(lang)).find((each) =>
      each.startsWith(lang === "en" ? "Lumbar spine, about 24 months, bisphosphonate" : "腰椎，约24个月，双膦酸盐"),
    );

  it("counts studies and women, names the single women and credits no drug", () => {
    expect(spine24()).toContain("4 studies, 8 women, 3 of them single women.");
    expect(spine24()).toContain("not attributable to the drug");
    expect(spine24(synthesis, "zh")).toContain("4项研究，8例，其中3项为单例。");
    expect(spine24(synthesis, "zh")).toContain("不能归因于药物");
  });

  it("moves with the reading that is chosen", () => {
    const other = synthesise(shippedLiterature, { ...DEFAULT_CHOICES, readings: { [OSULLIVAN_24]: 0 } });
    expect(spine24(other)).toContain("3 studies, 3 women, single women only.");
  });

  it("moves with what is taken as a mean", () => {
    const choices = { ...DEFAULT_CHOICES, readings: { [OSULLIVAN_24]: 0 }, readNotStatedAsMean: true };
    expect(spine24(synthesise(shippedLiterature, choices))).toContain("4 studies, 8 women, 3 of them single women.");
  });
});
