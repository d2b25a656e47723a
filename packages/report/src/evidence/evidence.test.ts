import { createTerms } from "@materbone/clinical";
import { benchmark, DEFAULT_CHOICES, shippedLiterature, stratumKey, synthesise } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import { baujatFigure } from "../figures/evidence/baujat-figure.ts";
import { forestFigure } from "../figures/evidence/forest-figure.ts";
import { funnelFigure } from "../figures/evidence/funnel-figure.ts";
import { galbraithFigure } from "../figures/evidence/galbraith-figure.ts";
import { influenceFigure } from "../figures/evidence/influence-figure.ts";
import { prismaGaps } from "../figures/evidence/prisma-data.ts";
import { prismaFigure } from "../figures/evidence/prisma-figure.ts";
import { sensitivityStripFigure } from "../figures/evidence/sensitivity-strip-figure.ts";
import type { Cell } from "../tables/table.ts";
import { evidenceFlow } from "./evidence-flow.ts";
import { evidenceForest } from "./evidence-forest.ts";
import { evidenceFunnel } from "./evidence-funnel.ts";
import { evidenceInfluence } from "./evidence-influence.ts";
import { evidenceStrip } from "./evidence-strip.ts";
import { evidenceTable, placesOf } from "./evidence-table.ts";
import { livingSummary } from "./living-summary.ts";
import { evidenceBaujat, evidenceGalbraith } from "./pool-figures.ts";
import { pooledTable } from "./pooled-table.ts";

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

  it("give the bisphosphonates at 24 months three studies and seven women, and no second diamond for one series", () => {
    expect(bisphosphonate?.pooled.map(({ studies, women, singles }) => [studies, women, singles])).toEqual([
      [3, 7, "kept"],
    ]);
    expect(bisphosphonate?.notes?.map(({ en }) => en)).toContain("Without single women: one study, nothing to pool.");
  });

  it("say why a prediction interval is as narrow as the interval of the pooled effect", () => {
    const group = spine24.groups.find(({ label }) => label?.en === "bisphosphonate");
    const [pooled] = group?.pooled ?? [];
    // O'Sullivan 23.0, Hellmeyer 20.9 and Kabi 27.2 with an SD of 8.6: Q = 0.3 of 2 degrees of freedom.
    expect(pooled?.prediction).toEqual({ kind: "interval", lower: pooled?.lower, upper: pooled?.upper });
    expect(group?.notes?.map(({ en }) => en).join(" ")).toContain("heterogeneity between studies is estimated as 0");
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
    expect(spine24()).toContain("3 studies, 7 women, 2 of them single women.");
    expect(spine24()).toContain("not attributable to the drug");
    expect(spine24(synthesis, "zh")).toContain("3项研究，7例，其中2项为单例。");
    expect(spine24(synthesis, "zh")).toContain("不能归因于药物");
  });

  it("moves with the reading that is chosen", () => {
    const other = synthesise(shippedLiterature, { ...DEFAULT_CHOICES, readings: { [OSULLIVAN_24]: 0 } });
    expect(spine24(other)).toContain("2 studies, 2 women, single women only.");
  });

  it("moves with what is taken as a mean", () => {
    const choices = { ...DEFAULT_CHOICES, readings: { [OSULLIVAN_24]: 0 }, readNotStatedAsMean: true };
    expect(spine24(synthesise(shippedLiterature, choices))).toContain("3 studies, 7 women, 2 of them single women.");
  });
});

describe("courses unlike each other", () => {
  const pool = stratum("lumbarSpine/percentChange/month12").pools.find(({ treatment }) => treatment === "sequence");
  const [sanchez, nomura] = pool?.rows ?? [];
  const texts = (cells: readonly Cell[]) =>
    cells.map(({ lines }) => lines.map((line) => line.map(({ text }) => text).join("")));

  it("have every value by its study and no number for all in the table of pools", () => {
    const group = pooledTable(synthesis, "en").blocks[0]?.groups[1];
    const row = texts(group?.rows.find(({ cells }) => texts(cells)[0]?.[0] === "Drugs in sequence")?.cells ?? []);
    expect(row.slice(1)).toEqual([
      ["2"],
      ["2"],
      [
        "Sanchez 2016 +14.0",
        `${nomura?.label} +${nomura?.yi.toFixed(1)}`,
        "Courses unlike each other, shown side by side and not pooled",
      ],
      ["–"],
      ["–"],
      ["–"],
      ["–"],
    ]);
  });

  it("have a sentence of their own", () => {
    const sentence = (lang: "zh" | "en", start: string) =>
      livingSummary(shippedLiterature, synthesis, untreated, createTerms(lang)).find((each) => each.startsWith(start));
    const en = sentence("en", "Lumbar spine, about 12 months, drugs in sequence");
    expect(en).toContain("The courses are unlike each other and are not pooled; the changes were +14.0% (");
    expect(en).not.toContain("Pooled change");
    const zh = sentence("zh", "腰椎，约12个月，序贯用药");
    expect(zh).toContain("各研究用药过程不同，未作合并；变化分别为+14.0%（");
    expect(zh).not.toContain("合并变化");
  });

  it("have no weight in the forest plot, and the reason below", () => {
    const forest = evidenceForest(stratum("lumbarSpine/percentChange/month12"), untreated);
    const group = forest.groups.find(({ label }) => label?.en === "drugs in sequence");
    expect(group?.pooled).toEqual([]);
    expect(group?.rows.every(({ weightPercent }) => weightPercent === undefined)).toBe(true);
    expect(group?.notes?.map(({ en }) => en)).toContain(
      "No pooled effect: the courses are unlike each other and only stand side by side.",
    );
    expect(forestFigure(forest, { lang: "zh", layout: "broad" }).svg).toContain("各研究用药过程不同");
  });

  it("are not called the only study of their stratum", () => {
    const places = placesOf(synthesis);
    const members = [sanchez, nomura].flatMap((row) => row?.members ?? []);
    expect(members.map((row) => places.get(row))).toEqual(["unlikeCourses", "unlikeCourses"]);
  });
});

describe("the other figures of the evidence", () => {
  const spine24 = stratum("lumbarSpine/percentChange/month24");
  const pool = spine24.pools.find(({ treatment }) => treatment === "bisphosphonate");
  if (pool === undefined) throw new TypeError("no pool");

  it("draw every study of a pooled effect, in both languages", () => {
    for (const lang of ["zh", "en"] as const) {
      const options = { lang, layout: "narrow" as const };
      const drawn = [
        baujatFigure(some(evidenceBaujat(spine24, pool)), options),
        galbraithFigure(some(evidenceGalbraith(spine24, pool)), options),
        funnelFigure(some(evidenceFunnel(spine24, pool)), options),
        influenceFigure(some(evidenceInfluence(spine24, pool)), options),
      ];
      for (const { rows } of drawn)
        expect(rows.map(([study]) => study)).toEqual(["O'Sullivan 2006", "Hellmeyer", "Kabi"]);
    }
  });

  it("strips the assumed SDs beside the pooled one, and says why there is nothing without single women", () => {
    const strip = some(evidenceStrip(spine24, pool));
    expect(strip.rows.map(({ at }) => at)).toEqual(["primary/all", "sd-5/all", "sd-7/all", "sd-10/all"]);
    expect(strip.notes?.map(({ en }) => en)).toEqual(["Without single women: one study, nothing to pool."]);
    expect(sensitivityStripFigure(strip, { lang: "zh" }).rows.length).toBeGreaterThan(3);
  });

  it("are not made where nothing is pooled", () => {
    const denosumab = some(spine24.pools.find(({ treatment }) => treatment === "denosumab"));
    expect(evidenceBaujat(spine24, denosumab)).toBeUndefined();
    expect(evidenceStrip(spine24, denosumab)).toBeUndefined();
  });

  it("lead from the reports found to the studies included without a gap", () => {
    const flow = evidenceFlow(shippedLiterature);
    expect(prismaGaps(flow)).toEqual([]);
    expect(prismaFigure(flow, { lang: "zh" }).svg).toContain("文献筛选流程");
  });
});

function some<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError("nothing there");
  return value;
}
