import { describe, expect, it } from "vitest";
import { doseFactor, parseDoseUnit } from "./dose-unit.ts";

describe("parseDoseUnit", () => {
  it("reads the micro sign both ways, mcg, Chinese and full-width forms alike", () => {
    for (const spelling of ["ug", "µg", "μg", "mcg", "微克", "ＵＧ", " ug "]) {
      expect(parseDoseUnit(spelling)).toEqual({ kind: "mass", milligrams: 0.001 });
    }
  });

  it("reads activity and its ten-thousands", () => {
    expect(parseDoseUnit("IU")).toEqual({ kind: "activity", internationalUnits: 1 });
    expect(parseDoseUnit("国际单位")).toEqual({ kind: "activity", internationalUnits: 1 });
    expect(parseDoseUnit("万单位")).toEqual({ kind: "activity", internationalUnits: 10_000 });
  });

  it("does not guess", () => {
    for (const unit of ["tablet", "片", "", "mL", "constructor"]) expect(parseDoseUnit(unit)).toBeUndefined();
  });
});

describe("doseFactor", () => {
  it("turns masses and activities, never one into the other", () => {
    expect(doseFactor("g", "mg")).toBe(1000);
    expect(doseFactor("ug", "mg")).toBe(0.001);
    expect(doseFactor("万单位", "IU")).toBe(10_000);
    expect(doseFactor("IU", "ug")).toBeUndefined();
    expect(doseFactor("tablet", "tablet")).toBeUndefined();
  });
});
