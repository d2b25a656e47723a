import { createTerms } from "@materbone/clinical";
import { shippedLiterature, synthesise } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import { filteredRows, NO_WINDOW, placedRows, type RowFilter } from "./row-filter.ts";

const rows = placedRows(synthesise(shippedLiterature));
const shown = (filter: RowFilter, lang: "zh" | "en" = "en") =>
  filteredRows(rows, shippedLiterature, filter, createTerms(lang));

describe("the filter of the outcomes", () => {
  it("shows everything at first, and every facet counts everything once", () => {
    const { shown: all, counts } = shown({});
    expect(all).toHaveLength(rows.length);
    for (const counted of Object.values(counts)) {
      expect([...counted.values()].reduce((sum, count) => sum + count, 0)).toBe(rows.length);
    }
  });

  it("leaves those about which documents disagree", () => {
    expect(shown({ conflict: "only" }).shown.map(({ row }) => row.study.id)).toEqual([
      "laroche-2017",
      "osullivan-2006",
    ]);
  });

  it("finds words in any order, in the words of either language, whatever their case and width", () => {
    const keys = (find: string, lang: "zh" | "en" = "en") => shown({ find }, lang).shown.map(({ row }) => row.key);
    expect(keys("SULLIVAN lumbar").length).toBeGreaterThan(0);
    expect(keys("lumbar o’sullivan")).toEqual(keys("SULLIVAN lumbar"));
    expect(keys("腰椎 sullivan", "zh")).toEqual(keys("SULLIVAN lumbar"));
    expect(keys("ｓｕｌｌｉｖａｎ lumbar")).toEqual(keys("SULLIVAN lumbar"));
    expect(keys("nothing of the kind")).toEqual([]);
  });

  it("narrows by every facet together, and counts what each other choice would show", () => {
    const { shown: some, counts } = shown({ site: "lumbarSpine", treatment: "teriparatide", window: "month24" });
    expect(some.length).toBeGreaterThan(1);
    for (const { row } of some) {
      expect([row.outcome.site, row.treatment]).toEqual(["lumbarSpine", "teriparatide"]);
    }
    const neck = shown({ site: "femoralNeck", treatment: "teriparatide", window: "month24" }).shown;
    expect(counts.site.get("femoralNeck")).toBe(neck.length);
    expect(counts.site.get("lumbarSpine")).toBe(some.length);
  });

  it("tells those in a pooled effect from those left out, by reason", () => {
    const pooled = shown({ use: "pooled" }).shown;
    expect(pooled.length).toBeGreaterThan(10);
    expect(shown({ use: "notPlo" }).shown.every(({ row }) => row.study.population.kind === "other")).toBe(true);
    expect(shown({ use: "pooled", population: "other" }).shown).toEqual([]);
    expect(shown({ window: NO_WINDOW }).counts.use.has("noTime")).toBe(true);
  });
});
