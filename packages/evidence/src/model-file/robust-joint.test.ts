import { describe, expect, it } from "vitest";
import type { UnivariateOutput } from "./fit-shape.ts";
import { runColumns } from "./run-text.fixture.ts";

const columns = {
  study: [..."AABBBCCCDDEEEFFFF"],
  yi: [0.3, 0.5, 0.1, 0.2, 0.4, 0.9, 0.7, 0.8, 0.2, 0.1, 0.6, 0.5, 0.3, 0.4, 0.8, 0.2, 0.5],
  vi: [0.05, 0.04, 0.06, 0.05, 0.03, 0.08, 0.04, 0.05, 0.02, 0.06, 0.05, 0.07, 0.03, 0.05, 0.04, 0.06, 0.05],
  x: [1, 2, 1, 3, 2, 4, 3, 5, 1, 2, 2, 3, 1, 2, 4, 1, 3],
  z: [0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 1, 1],
};

function fit(moderators: string): UnivariateOutput {
  const robust = { cluster: "study", type: "CR2" };
  return runColumns(columns, { method: "FE", test: "z", moderators, robust }) as UnivariateOutput;
}

describe("the joint test of bias-reduced robust tests", () => {
  it("is Hotelling's with the degrees of freedom of Tipton and Pustejovsky (2015)", () => {
    const omnibus = fit("~ x + z").robust?.omnibus;
    // tools/golden/robust-joint.py: dense matrices over all pairs of clusters with numpy 2.4, by the formulas of clubSandwich's HTZ.
    expect((omnibus?.statistic ?? 0) / 209.2038751975 - 1).toBeCloseTo(0, 10);
    expect(omnibus?.df[1]).toBeCloseTo(2.504487413026, 10);
    expect((omnibus?.p ?? 0) / 0.00163367558294 - 1).toBeCloseTo(0, 9);
  });

  it("of one coefficient is its t test squared", () => {
    const { omnibus, coefficients } = fit("~ x").robust ?? {};
    const { statistic, df } = coefficients?.[1] ?? {};
    expect(omnibus?.statistic).toBeCloseTo((statistic ?? 0) ** 2, 9);
    expect(omnibus?.df[1]).toBeCloseTo(df ?? 0, 9);
    expect(omnibus?.p).toBeCloseTo(coefficients?.[1]?.p ?? 0, 12);
  });
});
