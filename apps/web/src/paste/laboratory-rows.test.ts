import { ANALYTES, analyteKnowledge } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { analyteNamed } from "./analyte-names.ts";
import { readLaboratoryBlock } from "./laboratory-rows.ts";

const row = (...cells: readonly (string | number)[]): string => cells.join("\t");

describe("analyteNamed", () => {
  it("knows every analyte by its words and symbols in both languages", () => {
    // The published series calls total P1NP T-PINP, and N-MID osteocalcin N-MID.
    for (const analyte of ANALYTES) {
      const { name, symbol } = analyteKnowledge(analyte);
      for (const word of [name.en, name.zh, symbol.en]) expect(analyteNamed(word)).toBe(analyte);
    }
  });

  it.each([
    ["CTX", "betaCtx"],
    ["β-CTX", "betaCtx"],
    ["PTH", "pth"],
    ["甲状旁腺激素（PTH）", "pth"],
    ["25-羟基维生素D", "vitaminD25oh"],
    ["25(OH)D", "vitaminD25oh"],
    ["血清钙", "calcium"],
    ["AKP", "alp"],
    ["24小时尿钙", "urineCalcium24h"],
  ])("knows %s", (text, analyte) => {
    expect(analyteNamed(text)).toBe(analyte);
  });

  it("does not guess", () => {
    expect(analyteNamed("vitamin E")).toBeUndefined();
    expect(analyteNamed("")).toBeUndefined();
  });
});

describe("readLaboratoryBlock", () => {
  it("reads a sheet with a line for each analyte", () => {
    const block = readLaboratoryBlock(
      [
        row("项目", "结果", "单位", "参考区间"),
        row("β-CTX", "0.69", "ng/mL", "0.299-0.573"),
        row("甲状旁腺激素（PTH）", "17.57", "pg/mL", "15～65"),
        row("25(OH)D", "<4.0", "ng/mL", ">20"),
      ].join("\n"),
    );
    expect(block.leftovers).toEqual([]);
    expect(block.rows).toEqual([
      { analyte: "betaCtx", value: "0.69", unit: "ng/mL", interval: { low: "0.299", high: "0.573" } },
      { analyte: "pth", value: "17.57", unit: "pg/mL", interval: { low: "15", high: "65" } },
      { analyte: "vitaminD25oh", value: "<4.0", unit: "ng/mL", interval: { low: "20" } },
    ]);
  });

  it("keeps the digits as printed, and leaves arrows to what is computed", () => {
    const block = readLaboratoryBlock(row("ALP", "112", "↑", "U/L", "35-100"));
    expect(block.rows).toEqual([{ analyte: "alp", value: "112", unit: "U/L", interval: { low: "35", high: "100" } }]);
    expect(block.leftovers).toEqual([]);
    expect(readLaboratoryBlock(row("VitD", "24.30 ng/mL")).rows[0]).toMatchObject({ value: "24.30", unit: "ng/mL" });
  });

  it("reads lines of plain text", () => {
    const block = readLaboratoryBlock("PTH 17.57 pg/mL 15-65\nserum calcium 2.23 mmol/L\n血磷：1.32 mmol/L");
    expect(block.rows.map((found) => [found.analyte, found.value, found.unit])).toEqual([
      ["pth", "17.57", "pg/mL"],
      ["calcium", "2.23", "mmol/L"],
      ["phosphate", "1.32", "mmol/L"],
    ]);
  });

  it("reads analytes across, with units and intervals in rows of their own", () => {
    const block = readLaboratoryBlock(
      [
        row("", "N-MID (ng/mL)", "β-CTX", "T-PINP"),
        row("", "", "ng/mL", "ng/mL"),
        row("结果", "22.85", "0.69", "77.83"),
        row("参考值", "11-43", "0.299-0.573", "15-60"),
      ].join("\n"),
    );
    expect(block.leftovers).toEqual([]);
    expect(block.rows).toEqual([
      { analyte: "nMidOsteocalcin", value: "22.85", unit: "ng/mL", interval: { low: "11", high: "43" } },
      { analyte: "betaCtx", value: "0.69", unit: "ng/mL", interval: { low: "0.299", high: "0.573" } },
      { analyte: "totalP1np", value: "77.83", unit: "ng/mL", interval: { low: "15", high: "60" } },
    ]);
  });

  it("leaves a missing unit to be chosen, and drops nothing in silence", () => {
    const block = readLaboratoryBlock(
      [row("PTH", "17.57"), row("unobtainium", "3", "mg/L"), row("Ca", "2.2", "mmol/L", "redrawn")].join("\n"),
    );
    expect(block.rows[0]).toMatchObject({ analyte: "pth", unit: undefined });
    expect(block.leftovers.map((leftover) => leftover.text)).toEqual(["unobtainium 3 mg/L", "redrawn"]);
  });
});
