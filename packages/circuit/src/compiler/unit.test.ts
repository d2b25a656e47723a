import { describe, expect, it } from "vitest";
import { areSameUnit, divideUnits, formatUnit, multiplyUnits, parseUnit, unitPower } from "./unit.ts";

describe("units", () => {
  it.each([
    ["pM", "pmol/L"],
    ["mM", "umol/mL"],
    ["ng/mL", "ug/L"],
    ["mmol/(L h)", "mM/h"],
    ["mmol/L/h", "mM/h"],
    ["1/(pmol h)", "pmol^-1 h^-1"],
    ["g/cm2", "g cm^-2"],
    ["0/1", "-"],
    ["1", "-"],
    ["mol/mol", "-"],
    ["pM/nmol", "1/kL"],
    ["kg/m3", "g/L"],
    ["mU/dL", "cU/L"],
    ["h*h", "h^2"],
  ])("reads %s as %s", (a, b) => {
    expect(areSameUnit(parseUnit(a), parseUnit(b))).toBe(true);
  });

  it.each([
    ["pmol", "mmol"],
    ["pM", "pmol"],
    ["1/h", "1/d"],
    ["month", "d"],
    ["mg", "mmol"],
    ["%", "-"],
    ["ng/mL", "ng/L"],
    ["U", "IU"],
  ])("tells %s from %s", (a, b) => {
    expect(areSameUnit(parseUnit(a), parseUnit(b))).toBe(false);
  });

  it("has 24 h in a day, 730.5 h in a month and 12 months in a year", () => {
    const scale = (a: string, b: string): ReadonlyMap<string, number> => divideUnits(parseUnit(a), parseUnit(b));
    expect(formatUnit(scale("d", "h"))).toBe("24");
    expect(formatUnit(scale("month", "h"))).toBe("730.5");
    expect(formatUnit(scale("year", "month"))).toBe("12");
    expect(formatUnit(scale("h", "min"))).toBe("60");
    expect(formatUnit(scale("min", "s"))).toBe("60");
  });

  it.each(["furlong", "pmol/", "(pmol", "pmol)", "", "2 h", "p", "pmol//h", "h^"])("refuses %j", (text) => {
    expect(() => parseUnit(text)).toThrow(TypeError);
  });

  it.each([
    "pmol/h",
    "mmol/L",
    "1/h",
    "1/(h pmol)",
    "g/L",
    "L/h",
    "mol^2/L^2",
    "-",
    "pM/h",
    "mmol/d",
    "g/cm2",
    "month",
  ])("writes %s so that it reads the same", (text) => {
    const unit = parseUnit(text);
    expect(areSameUnit(parseUnit(formatUnit(unit)), unit)).toBe(true);
  });

  it("takes roots exactly", () => {
    const root = unitPower(parseUnit("mmol/h"), 0.5);
    expect(areSameUnit(multiplyUnits(root, root), parseUnit("mmol/h"))).toBe(true);
  });
});
