import { exp } from "@materbone/numerics";
import { firstBoundBroken, type PhysiologicalBound } from "./acceptance.ts";
import { womenDrawer } from "./draw-woman.ts";
import type { SimulatorOf } from "./population-runner.ts";

/** A job of the tests: bone that is lost and comes back at a woman's own rates, in closed form. */
export type ToyJob = {
  readonly times: readonly number[];
  readonly bounds: readonly PhysiologicalBound[];
  /** Fails for women whose loss is above this. */
  readonly failsAbove?: number;
};

export const TOY_JOB: ToyJob = {
  times: [0, 6, 12, 18],
  bounds: [{ output: "loss", state: "lactation", low: 1, high: 12 }],
};

export const toySimulatorOf: SimulatorOf<ToyJob> = ({ times, bounds, failsAbove = Number.POSITIVE_INFINITY }) => ({
  draw: womenDrawer({
    parameters: [
      { name: "loss", distribution: { kind: "logNormal", median: 5, sdLog: 0.5 } },
      { name: "rate", distribution: { kind: "logNormal", median: 0.2, sdLog: 0.3 } },
      { name: "level", distribution: { kind: "normal", mean: 1, sd: 0.12 } },
    ],
    correlations: [{ between: ["loss", "rate"], value: 0.6 }],
  }),
  parameterCount: 3,
  featureCount: 1,
  valueCount: times.length,
  admit: ([loss = 0], features) => {
    features[0] = loss;
    return firstBoundBroken(bounds, "lactation", () => loss);
  },
  run: ([loss = 0, rate = 0], values) => {
    if (loss > failsAbove) throw new Error("the toy breaks");
    times.forEach((time, at) => {
      values[at] = -loss * exp(-rate * time);
    });
    return undefined;
  },
});
