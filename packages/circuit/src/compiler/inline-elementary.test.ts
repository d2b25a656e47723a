import { exp, log } from "@materbone/numerics";
import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluated, kernelOf, modelOf } from "./kernel.fixture.ts";

const model = modelOf({
  parameters: [{ name: "k", value: 1, unit: "1/h" }],
  states: [
    { name: "E", unit: "-", initial: "1", rate: "k*exp(E)" },
    { name: "L", unit: "-", initial: "1", rate: "k*log(L)" },
    { name: "P", unit: "-", initial: "1", rate: "k*exp(1 + log(L)*log(P))" },
  ],
});

it("writes out exp and log with the bits of those of numerics", async () => {
  const kernel = await kernelOf(model);
  const exponent = fc.double({ min: -800, max: 800, noNaN: true });
  const positive = fc.double({ min: 5e-324, max: 1e308, noNaN: true });
  const nearOne = fc.double({ min: 0.5, max: 2, noNaN: true });
  fc.assert(
    fc.property(exponent, fc.oneof(positive, nearOne), nearOne, (e, l, p) => {
      const { derivative } = evaluated(kernel, { state: [e, l, p] });
      expect(derivative).toEqual([exp(e), log(l), exp(1 + log(l) * log(p))]);
    }),
  );
});

it("leaves log of zero finite and of less no number", async () => {
  const kernel = await kernelOf(model);
  expect(evaluated(kernel, { state: [0, 0, 1] }).derivative[1]).toBe(-1e300);
  expect(evaluated(kernel, { state: [0, -1, 1] }).derivative[1]).toBeNaN();
});
