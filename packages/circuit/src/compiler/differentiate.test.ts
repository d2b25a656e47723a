import { describe, expect, it } from "vitest";
import golden from "../../golden/compiled-derivatives.json" with { type: "json" };
import type { ParameterDerivatives } from "../model-kernel.ts";
import { compileModel } from "./compile.ts";
import { evaluated, kernelOf, loaded, modelOf } from "./kernel.fixture.ts";

/** A state x whose rate is an expression of it and of a parameter g. */
function rateModel(rate: string) {
  return modelOf({
    parameters: [{ name: "g", value: 1, unit: "-" }],
    states: [{ name: "x", unit: "-", initial: "1", rate: `(${rate})*1[1/h]` }],
  });
}

describe("derivatives", () => {
  it.each(golden.rows)("of $expression at x = $x, g = $g", async ({ expression, x, g, value, byX, byG }) => {
    const kernel = await kernelOf(rateModel(expression));
    const { derivative, jacobian } = evaluated(kernel, { state: [x], parameters: [g] });
    // The tolerance covers the roundings of about ten operations and of a logarithm that an exponent of up to 10 multiplies.
    const { relativeTolerance } = golden;
    expect(Math.abs(derivative[0] / value - 1)).toBeLessThan(relativeTolerance);
    expect(Math.abs(jacobian[0][0] / byX - 1)).toBeLessThan(relativeTolerance);
    const exported = await loaded(compileModel(rateModel(expression))[1].text);
    const constants = new Float64Array(kernel.constantCount);
    kernel.constants(Float64Array.of(g), constants);
    const out = new Float64Array(1);
    const { rates } = exported.smallByParameter as ParameterDerivatives;
    rates(0, 0, Float64Array.of(x), Float64Array.of(g), constants, new Float64Array(1), new Int8Array(0), out);
    expect(Math.abs(out[0] - byG)).toBeLessThanOrEqual(relativeTolerance * Math.abs(byG));
  });

  it.each([
    ["x^g", 0.4, 0, 0],
    ["x^g", 0, 1, 0],
    ["x^g", 2.5, 0, 0],
    ["hill(x, 2, g)", 0.4, 0, 0],
    ["hill(x, 2, g)", 0, 0.5, 0],
    ["hill(2, x, g)", 0.4, 1, 0],
    ["x", 1, 0, 1],
    ["x^1.5", 1, 0, 0],
    ["sqrt(x)", 1, 0, 0],
    ["x^2 + 3*x", 1, 0, 3],
  ])("of %s with g = %f at x = 0 are finite", async (rate, g, value, byX) => {
    const { derivative, jacobian } = evaluated(await kernelOf(rateModel(rate)), { state: [0], parameters: [g] });
    expect(derivative[0]).toBe(value);
    expect(jacobian[0][0] + 0).toBe(byX);
  });

  it("tell a negative base by NaN, which a solver refuses", async () => {
    const { derivative } = evaluated(await kernelOf(rateModel("x^g")), { state: [-1e-9], parameters: [0.4] });
    expect(derivative[0]).toBeNaN();
  });
});
