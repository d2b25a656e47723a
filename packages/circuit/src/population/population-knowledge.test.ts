import { describe, expect, it } from "vitest";
import { circuitSimulation } from "../simulation-models.ts";
import { circuitPopulation } from "./circuit-job.ts";
import { circuitSimulator } from "./circuit-simulator.ts";
import { womenDrawer } from "./draw-woman.ts";
import { populationKnowledge, statedPrior } from "./population-knowledge.ts";
import { simulateBatch } from "./simulate-batch.ts";
import { virtualWomen } from "./virtual-women.ts";

describe("what is stated of virtual women", () => {
  it("names a known source for every figure", () => {
    const { sources, spreads, bounds, anchors, levels } = populationKnowledge;
    const known = new Set(sources.map(({ id }) => id));
    const named = [...spreads, ...bounds, levels].map(({ source }) => source);
    for (const id of [...named, ...anchors.flatMap(({ source }) => source)]) expect(known).toContain(id);
  });

  it("draws every stated parameter of the circuit, susceptibility among them", () => {
    const prior = statedPrior(circuitSimulation.kernel.parameters);
    expect(prior.parameters.map(({ name }) => name)).toEqual(populationKnowledge.spreads.map(({ name }) => name));
    expect(prior.parameters.map(({ name }) => name)).toContain(populationKnowledge.susceptibility);
    expect(() => womenDrawer(prior)).not.toThrow();
  });

  it("weighs women of the circuit to the untreated rows at 12 months, mean and SD", () => {
    const { job, anchors } = circuitPopulation(circuitSimulation, []);
    const women = virtualWomen(simulateBatch(circuitSimulator(job), 1, 0, 200), 1, anchors);
    if (women.weighting.kind !== "anchored") throw new Error(women.weighting.kind);
    const [twelve] = women.weighting.anchors;
    // A thousandth of the standard error of a mean, and of a variance, of 13 women.
    expect(twelve?.reachedMean).toBeCloseTo(6.7, 2);
    expect(twelve?.reachedSd).toBeCloseTo(5.34, 2);
    expect(women.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});
