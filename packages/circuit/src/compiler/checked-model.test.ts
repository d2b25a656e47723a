import { describe, expect, it } from "vitest";
import type { ModelDescription } from "../model/description.ts";
import { checkModel } from "./checked-model.ts";
import { modelOf } from "./kernel.fixture.ts";
import { ModelError } from "./model-error.ts";

/** A model of calcium and PTH whose one quantity is `is`, in `unit`. */
function withQuantity(is: string, unit: string, parts: Partial<ModelDescription> = {}): ModelDescription {
  return modelOf({
    parameters: [
      { name: "V1", value: 14, unit: "L" },
      { name: "k", value: 0.1, unit: "1/h" },
      { name: "g", value: 2.3, unit: "-" },
    ],
    states: [
      { name: "P", unit: "mmol", initial: "32.9[mmol]", rate: "0[mmol/h]" },
      { name: "PTH", unit: "pmol", initial: "53.9[pmol]", rate: "0[pmol/h]" },
    ],
    switches: [{ name: "high", is: "P - 40[mmol]", kind: "kink" }],
    quantities: [{ name: "q", unit, is }],
    ...parts,
  });
}

function problemOf(description: ModelDescription): string {
  try {
    checkModel(description);
  } catch (error) {
    if (error instanceof ModelError) return error.message;
    throw error;
  }
  return "none";
}

describe("units in a model", () => {
  it.each([
    ["P/V1", "mM"],
    ["k*P + 2.5[mmol/d]*(24[h/d])^-1*24[h/d]/24[h/d]*24[h/d]", "mmol/h", "differ"],
    ["k*PTH*1e-9[mmol/pmol]", "mmol/h"],
    ["exp(-k*t)*P", "mmol"],
    ["sqrt(P/P_0)", "-"],
    ["P^2/P_0^0.5", "mmol^3", "declared"],
    ["(P/P_0)^g*PTH^-1", "1/pmol"],
    ["hill(PTH/V1, 4[pM], g)", "-"],
    ["hill(PTH/V1, 4[pmol/L], g)", "-"],
    ["either(high, P, P_0)", "mmol"],
    ["100[%]*P/P_0", "%"],
  ])("%s in %s", (is, unit, problem = "none") => {
    expect(problemOf(withQuantity(is, unit))).toContain(problem);
  });

  it.each([
    ["P + PTH", "mmol", "quantity q at character 1: units differ: P is in mmol, PTH is in pmol"],
    ["2*(P - 1)", "mmol", "units differ: P is in mmol, 1 is in -"],
    ["k*P - 3[mmol/d]", "mmol/h", "units differ: k*P is in mmol/h, 3[mmol/d] is in mmol/d"],
    ["hill(PTH/V1, 4[mM], g)", "-", "units differ: PTH/V1 is in pmol/L, 4[mM] is in mmol/L"],
    ["either(high, P, PTH)", "mmol", "units differ: P is in mmol, PTH is in pmol"],
    ["exp(k)", "-", "k is in 1/h, but has to be a pure number"],
    ["2^k", "-", "k is in 1/h, but has to be a pure number"],
    ["P^g", "-", "P is in mmol, so its exponent has to be a whole or half number"],
    ["P^0.3", "-", "P is in mmol, so its exponent has to be a whole or half number"],
    ["P/V1", "pM", "quantity q: is in mmol/L, but pmol/L is declared"],
    ["3[furlong]", "-", 'unit "furlong" is not known'],
  ])("%s in %s is refused", (is, unit, problem) => {
    expect(problemOf(withQuantity(is, unit))).toContain(problem);
  });

  it("holds a rate to the unit of its state per time unit of the model", () => {
    const wrong = [{ name: "A", unit: "mmol", initial: "0[mmol]", rate: "1[mmol/d]" }];
    expect(problemOf(modelOf({ states: wrong }))).toContain("rate of A: is in");
    expect(problemOf(modelOf({ states: wrong, timeUnit: "d" }))).toBe("none");
  });

  it("shows the equation and where in it", () => {
    expect(problemOf(withQuantity("1 + (P + PTH)/P", "-"))).toContain(
      "\n  1 + (P + PTH)/P\n      ^^^^^^^^^\n".trimEnd(),
    );
  });
});

describe("names in a model", () => {
  it.each([
    ["P + Q", 'quantity q at character 5: "Q" is not known'],
    ["sin(P)", 'function "sin" is not known'],
    ["hill(P)", "hill takes 3 inputs, not 1"],
    ["either(low, P, P)", "low is not a switch"],
    ["P/0", "division by 0"],
    ["q", "is defined by itself: q -> q"],
  ])("%s: %s", (is, problem) => {
    expect(problemOf(withQuantity(is, "mmol"))).toContain(problem);
  });

  it("lets constants and initial values depend on one another in any order, but not in a circle", () => {
    const state = (initial: string) => ({ name: "A", unit: "mmol", initial, rate: "0[mmol/h]" });
    const constants = [
      { name: "a", unit: "mmol", is: "b*2" },
      { name: "b", unit: "mmol", is: "A_0" },
    ];
    expect(problemOf(modelOf({ constants, states: [state("3[mmol]")] }))).toBe("none");
    const problem = problemOf(modelOf({ constants, states: [state("a")] }));
    expect(problem).toContain("is defined by itself: a -> b -> A_0 -> a");
  });

  it("keeps what varies out of constants, initial values and depot rates", () => {
    const varies = '"P" varies in time and cannot stand here';
    expect(problemOf(withQuantity("P", "mmol", { constants: [{ name: "c", unit: "mmol", is: "P" }] }))).toContain(
      varies,
    );
    expect(problemOf(withQuantity("P", "mmol", { depots: [{ name: "D", unit: "mg", rate: "k*P/P_0" }] }))).toContain(
      varies,
    );
  });

  it("refuses a name twice, a function's name and no name", () => {
    const parameter = (name: string) => ({ name, value: 1, unit: "-" });
    expect(problemOf(modelOf({ parameters: [parameter("a"), parameter("a")] }))).toBe("a: is given twice");
    expect(problemOf(modelOf({ parameters: [parameter("hill")] }))).toBe("hill: is the name of a function");
    expect(problemOf(modelOf({ parameters: [parameter("2a")] }))).toBe("2a: is not a name");
    expect(problemOf(modelOf({ parameters: [{ ...parameter("a"), value: Number.NaN }] }))).toBe("a: has the value NaN");
  });
});
