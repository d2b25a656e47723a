import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CaseRecord, readCase, readSeriesHead, type SeriesHead } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { caseSummarySchema } from "./case-summary.ts";
import { head, scan, woman } from "./series.fixture.ts";
import { isFractured, summaryOf } from "./summary-of.ts";

function example(name: string): unknown {
  const path = new URL(`../../../examples/qingdao-2016-2019/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(fileURLToPath(path), "utf8"));
}

function published(number: number): { readonly record: CaseRecord; readonly series: SeriesHead } {
  const record = readCase(example(`cases/case-${number}`));
  const series = readSeriesHead(example("series"));
  if (record.kind === "refused" || series.kind === "refused") throw new Error("the example cannot be read");
  return { record: record.value, series: series.value };
}

describe("the summary of a published woman", () => {
  // Numbers of the paper's Tables 1 and 2, and of its case descriptions.
  it("is what the paper prints of case 2", () => {
    const { record, series } = published(2);
    const summary = summaryOf(record, series);
    const spine = (record.scans ?? []).flatMap((one) => one.sites.lumbarSpine?.bmdGPerCm2 ?? []);
    const [first = Number.NaN] = spine;
    const last = spine.at(-1) ?? Number.NaN;
    expect(summary.spineBmd.map(({ bmdGPerCm2 }) => bmdGPerCm2)).toEqual(spine);
    expect(summary.spineChange?.percent).toBeCloseTo(((last - first) / first) * 100, 10);
    expect(summary.ageYears).toBe(record.person?.ageYears);
    expect(summary.fractures.map(({ site }) => site)).toEqual((record.fractures ?? []).map(({ site }) => site));
    expect(isFractured(summary)).toBe(true);
    expect(summary.agents).toContain("zoledronicAcid");
  });

  it.each([1, 2, 3])("of case %i fits its schema", (number) => {
    const { record, series } = published(number);
    const whole = { ...summaryOf(record, series), revision: 1, savedAt: "", isStale: false };
    expect(caseSummarySchema.safeParse(whole).error).toBeUndefined();
  });

  it("says why scans with fractured vertebrae in them are not comparable by not calling them so", () => {
    const { record, series } = published(1);
    const inside = (record.fractures ?? []).some(({ site }) => ["L1", "L2", "L3", "L4"].includes(site));
    expect(summaryOf(record, series).spineChange?.isComparable).toBe(!inside);
  });
});

describe("a summary", () => {
  it("prints scores as they are classed, and takes the lowest site of the diagnostic scan", () => {
    const base = scan("a", 2, 0.7, -2.95);
    const { sites } = base;
    const record = woman("w", {
      scans: [{ ...base, sites: { ...sites, femoralNeck: { zScore: -1.95 } } }, scan("b", 14, 0.6, -9)],
    });
    expect(summaryOf(record, head("s")).lowestZ).toEqual({ site: "lumbarSpine", zScore: -3 });
  });

  it("names the vertebrae only where both scans measured the same", () => {
    const other = { ...scan("b", 14, 0.8, -2) };
    const narrower = {
      ...other,
      sites: { lumbarSpine: { bmdGPerCm2: 0.8, vertebrae: ["L2", "L3"] as ("L2" | "L3")[] } },
    };
    const same = woman("w", { fractures: [], scans: [scan("a", 2, 0.7, -3), other] });
    const unlike = woman("w", { fractures: [], scans: [scan("a", 2, 0.7, -3), narrower] });
    expect(summaryOf(same, head("s")).spineChange).toMatchObject({ vertebrae: "L2-4", isComparable: true });
    expect(summaryOf(unlike, head("s")).spineChange).toMatchObject({ isComparable: false });
    expect(summaryOf(unlike, head("s")).spineChange).not.toHaveProperty("vertebrae");
  });

  it("leaves out what was not recorded, and nothing missing is zero", () => {
    const bare = summaryOf({ schema: "materbone/case/1", id: "w" }, head("s"));
    expect(bare).toMatchObject({ id: "w", tags: [], fractures: [], spineBmd: [], agents: [] });
    for (const absent of ["ageYears", "deliveredOn", "monthsToDiagnosis", "lowestZ", "spineChange", "label"]) {
      expect(bare).not.toHaveProperty(absent);
    }
    expect(bare.verdicts).toMatchObject({ anySite: "undecided", densityAnySite: "undecided" });
  });

  it("keeps the ends of imprecise times, and null for an open end", () => {
    const record = woman("w", {
      pregnancies: [{ index: true, deliveredAt: { date: ["2018", "2018-05"] } }],
      events: [{ kind: "diagnosis", at: { months: [2, null] } }],
    });
    expect(summaryOf(record, head("s"))).toMatchObject({
      deliveredOn: ["2018", "2018-05"],
      monthsToDiagnosis: [2, null],
    });
  });

  it("lists each place of fracture once with its highest grade, by the rule of the series", () => {
    const record = woman("w", {
      fractures: [
        { site: "L1", heightLossPercent: 20 },
        { site: "L1", genantGrade: 2 },
        { site: "T12", heightLossPercent: 20 },
        { site: "hip" },
      ],
    });
    const strict = head("s", { methods: { ...head("s").methods, vertebralFractureRule: "moreThan20Percent" } });
    expect(summaryOf(record, head("s")).fractures).toEqual([
      { site: "L1", grade: 2 },
      { site: "T12", grade: 1 },
      { site: "hip" },
    ]);
    expect(summaryOf(record, strict).fractures).toContainEqual({ site: "T12", grade: 0 });
    expect(
      isFractured({
        fractures: [
          { site: "T12", grade: 0 },
          { site: "L1", grade: 0.5 },
        ],
      }),
    ).toBe(false);
  });

  it("counts open findings only: a review of hers takes one away, a review of another woman none", () => {
    const before = summaryOf(woman("w"), head("s")).openFindings;
    const review = (id: string): SeriesHead =>
      head("s", {
        reviews: [{ rule: "reproductive-plan-missing", case: id, state: "accepted", note: { en: "asked" } }],
      });
    const total = (counts: typeof before): number => counts.major + counts.minor + counts.info;
    expect(total(before)).toBeGreaterThan(0);
    expect(total(summaryOf(woman("w"), review("w")).openFindings)).toBe(total(before) - 1);
    expect(summaryOf(woman("w"), review("x")).openFindings).toEqual(before);
  });
});
