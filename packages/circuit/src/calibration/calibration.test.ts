import { fixed } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { circuit } from "../generated/circuit.ts";
import { createRunner } from "../run/create-runner.ts";
import { anchors, comparedAnchors } from "./anchors.ts";
import { arms } from "./arms.ts";
import { distanceFromFit } from "./calibrate.ts";
import { anchorResiduals, calibration, isWithin, MOST_RMS, rootMeanSquare, siteVerdicts } from "./calibration.ts";
import { anchorPredictor } from "./predict-anchors.ts";
import { calibrationStages } from "./stages.ts";

const parameters = Float64Array.from(circuit.parameters, ({ value }) => value);
const builtWith = (name: string): number => circuit.parameters.find((one) => one.name === name)?.value ?? Number.NaN;

describe("the anchors", () => {
  it("are the seventy of the list, each simulated or with the reason why not", () => {
    expect(new Set(anchors.map(({ anchor }) => anchor)).size).toBe(70);
    expect(new Set(anchors.map(({ id }) => id)).size).toBe(anchors.length);
    for (const { id, simulation, value, sd } of anchors) {
      if (simulation.kind === "none") expect(simulation.why.zh, id).not.toBe("");
      else
        expect(
          [value, sd].every((one) => one !== undefined && Number.isFinite(one)),
          id,
        ).toBe(true);
    }
  });

  it("name arms that there are", () => {
    for (const { id, simulation } of comparedAnchors) {
      expect(arms[simulation.arm], id).toBeDefined();
      if (simulation.control !== undefined) expect(arms[simulation.control], id).toBeDefined();
    }
  });

  it("are fitted only where they are marked so", () => {
    for (const { anchors: fitted } of calibrationStages)
      for (const { id, use } of fitted) expect(use, id).toBe("calibrate");
    const fitted = calibrationStages.reduce((sum, stage) => sum + stage.anchors.length, 0);
    expect(fitted).toBe(comparedAnchors.filter(({ use }) => use === "calibrate").length);
  });
});

describe("the committed calibration", () => {
  it("says of every anchor what the committed parameters give", () => {
    const predicted = anchorPredictor(circuit, createRunner(circuit), comparedAnchors)(parameters);
    for (const [i, { id }] of comparedAnchors.entries()) {
      // Kept to four digits.
      expect(Math.abs((predicted[i] ?? 0) - (calibration.predictions[id] ?? Number.NaN)), id).toBeLessThan(0.01);
    }
    expect(Object.keys(calibration.predictions)).toEqual(comparedAnchors.map(({ id }) => id));
  });

  it("is what the model is built with", () => {
    for (const { variables } of calibration.stages) {
      for (const { name, value } of variables) {
        if (!name.startsWith("factor")) expect(builtWith(name) / value, name).toBeCloseTo(1, 3);
      }
    }
  });

  it.each(calibrationStages)("is a stationary point of the $name", (stage) => {
    const distance = distanceFromFit(circuit, createRunner(circuit), stage, parameters);
    const kept = calibration.stages.find(({ name }) => name === stage.name)?.variables ?? [];
    for (const [j, { name, value, standardError = 0 }] of kept.entries()) {
      // A step of the fit from there moves no value by more than a twentieth of its standard error, or by the rounding of what is kept.
      expect(Math.abs(distance[j] ?? Number.NaN), name).toBeLessThan(Math.max(standardError / value / 20, 2e-3));
    }
  });
});

describe("the verdict on a site", () => {
  it("classes a row by the number that is printed", () => {
    for (const [inSd, met] of [
      [1.94, true],
      [2, true],
      [2.049, true],
      [2.05, false],
      [-2.049, true],
      [-2.05, false],
    ] as const) {
      expect(isWithin(inSd), String(inSd)).toBe(met);
    }
    for (const { anchor, inSd, isMet } of anchorResiduals) {
      expect(isMet, anchor.id).toBe(Number(fixed(Math.abs(inSd), 1)) <= 2);
    }
  });

  it("hides a hip unless every validation row of it is met", () => {
    for (const { site, passes, shown, rms, met, rows } of siteVerdicts) {
      const own = anchorResiduals.filter(({ anchor }) => anchor.use === "validate" && anchor.site === site);
      expect(rows).toBe(own.length);
      expect(met).toBe(own.filter(({ inSd }) => Number(fixed(Math.abs(inSd), 1)) <= 2).length);
      expect(rms).toBe(rootMeanSquare(own));
      expect(passes).toBe(met === rows && rms <= MOST_RMS);
      expect(shown).toBe(site === "LS" || passes);
    }
  });
});
