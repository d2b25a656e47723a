import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calciumBone } from "../generated/calcium-bone.ts";
import { circuit } from "../generated/circuit.ts";
import { outputsAfter } from "../mechanism/course.fixture.ts";
import type { ModelKernel } from "../model-kernel.ts";

const MONTH = 730.5;
const WEEK = 168;

const after = (hours: number, inputs: Readonly<Record<string, number>>) => {
  const outputs = outputsAfter(circuit, [{ hours, inputs }]);
  return (name: string): number => outputs.get(name) ?? Number.NaN;
};

describe("the circuit without nursing", () => {
  const names = calciumBone.states.map(({ name }) => name);

  /** dX/dt of the states of the reference model, each of its own value times a factor, with its inputs and depots. */
  function derivatives(kernel: ModelKernel, factors: readonly number[], inputs: readonly number[], depot: number) {
    const constants = new Float64Array(kernel.constantCount);
    // The calibration gives the circuit its own strength of bisphosphonates: both run with that of the reference.
    const published = ({ name, value }: { readonly name: string; readonly value: number }): number =>
      calciumBone.parameters.find((parameter) => parameter.name === name)?.value ?? value;
    kernel.constants(Float64Array.from(kernel.parameters.map(published)), constants);
    const state = new Float64Array(kernel.states.length);
    kernel.initialState(constants, state);
    names.forEach((name, i) => {
      const at = kernel.states.findIndex((item) => item.name === name);
      state[at] = state[at] === 0 ? factors[i] - 0.5 : state[at] * factors[i];
    });
    const driven = kernel.inputs.map(({ name, value }) => {
      const at = calciumBone.inputs.findIndex((item) => item.name === name);
      return at < 0 ? value : inputs[at];
    });
    const depots = kernel.depots.map(({ name }) => (name === "AALN" ? 0 : depot));
    const drive = Float64Array.from([0, ...driven, ...driven.map(() => 0), ...depots]);
    const modes = new Int8Array(kernel.switches.length);
    const signs = new Float64Array(modes.length);
    kernel.evaluateSwitches(3, state, constants, drive, modes, signs);
    for (let i = 0; i < modes.length; i++) modes[i] = signs[i] > 0 ? 1 : 0;
    const out = new Float64Array(state.length);
    kernel.derivative(3, state, constants, drive, modes, out);
    const places = names.map((name) => kernel.states.findIndex((item) => item.name === name));
    return places.map((at) => ({ rate: out[at], state: state[at] }));
  }

  it("is the reference model to the last bits, but for the calibrated strength of bisphosphonates, whatever its state, its drivers and its drugs", () => {
    const factors = fc.array(fc.double({ min: 0.5, max: 1.5, noNaN: true }), {
      minLength: names.length,
      maxLength: names.length,
    });
    const inputs = fc.array(fc.double({ min: -0.8, max: 1, noNaN: true }), {
      minLength: calciumBone.inputs.length,
      maxLength: calciumBone.inputs.length,
    });
    fc.assert(
      fc.property(factors, inputs, fc.double({ min: 0, max: 5, noNaN: true }), (factor, input, depot) => {
        const composed = derivatives(circuit, factor, input, depot);
        derivatives(calciumBone, factor, input, depot).forEach(({ rate, state }, i) => {
          // The order of multiplication may differ, so the last bits of the fluxes may.
          const bits = 1e-13 * (Math.abs(rate) + Math.abs(state));
          expect(Math.abs(composed[i].rate - rate)).toBeLessThanOrEqual(bits);
        });
      }),
    );
  });
});

describe("nursing", () => {
  it("reaches, when full and of one infant, the drivers of the draft: estradiol 30 %, PTHrP 1 pM, 210 mg of calcium", () => {
    const read = after(4 * MONTH, { NURSING: 1 });
    expect(read("EST")).toBeCloseTo(0.3, 4);
    expect(read("PRP")).toBeCloseTo(1, 4);
    expect(read("milkCa_mmol_per_d") * 40).toBeCloseTo(210, 1);
  });

  it("lowers estradiol by its intensity", () => {
    const estradiol = [0, 0.25, 0.5, 0.75, 1].map((NURSING) => after(4 * MONTH, { NURSING })("EST"));
    for (let i = 1; i < estradiol.length; i++) expect(estradiol[i]).toBeLessThan(estradiol[i - 1]);
    expect(estradiol[1]).toBeGreaterThan(0.9);
  });

  it("takes twice the calcium for twins, 120 mg a day after the sixth month, and leaves estradiol as it is", () => {
    const one = after(4 * MONTH, { NURSING: 1 });
    const two = after(4 * MONTH, { NURSING: 1, INFANTS: 2 });
    const late = after(4 * MONTH, { NURSING: 1, POSTPARTUM: 365 });
    expect(two("milkCa_mmol_per_d")).toBeCloseTo(2 * one("milkCa_mmol_per_d"), 5);
    expect(two("EST")).toBeCloseTo(one("EST"), 5);
    expect(late("milkCa_mmol_per_d") * 40).toBeCloseTo(120, 1);
  });

  it("is forgotten by estradiol within weeks of weaning, and by the breast after it", () => {
    const weaned = (weeks: number) =>
      outputsAfter(circuit, [
        { hours: 6 * MONTH, inputs: { NURSING: 1 } },
        { hours: weeks * WEEK, inputs: { NURSING: 0 } },
      ]);
    expect(weaned(1).get("EST")).toBeLessThan(0.7);
    expect(weaned(4).get("EST")).toBeGreaterThan(0.9);
    expect(weaned(1).get("milkCa_mmol_per_d")).toBe(0);
    expect(weaned(1).get("breast")).toBeGreaterThan(0.5);
    expect(weaned(8).get("PRP")).toBeLessThan(0.01);
  });

  it("loses bone at the spine, and regains most of it within a year", () => {
    const nursed = { hours: 6 * MONTH, inputs: { NURSING: 1 } };
    const atWeaning = outputsAfter(circuit, [nursed]).get("dBMDls_pct") ?? 0;
    const later = outputsAfter(circuit, [nursed, { hours: 12 * MONTH, inputs: { NURSING: 0 } }]).get("dBMDls_pct") ?? 0;
    expect(atWeaning).toBeLessThan(-3);
    expect(later).toBeGreaterThan(-1);
  });
});

describe("pregnancy", () => {
  it("gives the fetus 30 g of calcium, 80 % of it in the third trimester, 300 to 350 mg a day in the last 6 weeks", () => {
    const mgByDay = Array.from(
      { length: 280 },
      (_, day) => after(0.01, { GESTATION: day + 0.5 })("fetalCa_mmol_per_d") * 40,
    );
    const sum = (from: number) => mgByDay.slice(from).reduce((total, mg) => total + mg, 0);
    expect(sum(0) / 1000).toBeCloseTo(30, 1);
    expect(sum(196) / sum(0)).toBeCloseTo(0.8, 2);
    expect(sum(238) / 42).toBeGreaterThan(300);
    expect(sum(238) / 42).toBeLessThan(350);
  });

  it("raises GFR by 40 to 50 % and absorbed calcium from the first trimester, and not on its first day", () => {
    const rest = after(240, {});
    const early = after(240, { GESTATION: 120 });
    expect(early("GFR_L_per_h") / rest("GFR_L_per_h")).toBeGreaterThan(1.4);
    expect(early("GFR_L_per_h") / rest("GFR_L_per_h")).toBeLessThan(1.5);
    expect(early("absorbedCa_mmol_per_d")).toBeGreaterThan(1.5 * rest("absorbedCa_mmol_per_d"));
    expect(after(240, { GESTATION: 1 })("GFR_L_per_h")).toBeCloseTo(rest("GFR_L_per_h"), 5);
  });
});

describe("alendronate", () => {
  it("holds back osteoclast formation as its absorbed share of zoledronate, released by its own half-life", () => {
    const weekly = Array.from({ length: 52 }, () => ({
      hours: WEEK,
      doses: { AALN: 70 },
      // Before the calibration: the absorbed share, and bisphosphonates that can stop formation.
      parameters: { alendronatePotency: 0.006, EmaxBP: 1 },
    }));
    const read = outputsAfter(circuit, weekly);
    expect(read.get("OC_pct")).toBeLessThan(60);
    expect(read.get("bisphosphonateInhibition")).toBeGreaterThan(0.5);
    expect(read.get("bisphosphonateInhibition")).toBeLessThan(0.8);
  });
});
