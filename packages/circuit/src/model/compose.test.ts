import { describe, expect, it } from "vitest";
import { composed, type ModelAddition } from "./compose.ts";
import type { ModelDescription } from "./description.ts";

const tank: ModelDescription = {
  name: "tank",
  timeUnit: "h",
  parameters: [{ name: "IN", value: 2, unit: "mM" }],
  inputs: [],
  depots: [],
  constants: [{ name: "twice", unit: "mM", is: "2 * IN" }],
  states: [
    { name: "X", unit: "mM", initial: "IN", rate: "1[1/h] * (IN - X)" },
    { name: "IN2", unit: "mM", initial: "IN", rate: "1[1/h] * (IN - IN2)" },
  ],
  quantities: [{ name: "gap", unit: "mM", is: "IN - X - 1e3[mM] * 0" }],
  switches: [{ name: "full", is: "X - IN", kind: "kink" }],
  outputs: [{ name: "X", unit: "mM", is: "X" }],
};

const doubled: ModelAddition = {
  parameters: [{ name: "more", value: 0, unit: "mM" }],
  part: { quantities: [{ name: "supply", unit: "mM", is: "IN + more" }] },
  substitutions: [{ name: "IN", by: "supply", unless: ["IN2"] }],
  outputs: [],
};

describe("composed", () => {
  const made = composed("two tanks", tank, [doubled]);

  it("takes over a name in rates, quantities and switches, but where it is told not to", () => {
    expect(made.name).toBe("two tanks");
    expect(made.states.map(({ rate }) => rate)).toEqual(["1[1/h] * (supply - X)", "1[1/h] * (IN - IN2)"]);
    expect(made.quantities.map(({ is }) => is)).toEqual(["IN + more", "supply - X - 1e3[mM] * 0"]);
    expect(made.switches.map(({ is }) => is)).toEqual(["X - supply"]);
  });

  it("leaves initial values and constants as they were, and no unit or longer name is touched", () => {
    expect(made.states.map(({ initial }) => initial)).toEqual(["IN", "IN"]);
    expect(made.constants).toEqual(tank.constants);
    expect(() => composed("h", tank, [{ ...doubled, substitutions: [{ name: "h", by: "supply" }] }])).toThrow("h");
  });

  it("lets a later addition take over what an earlier one reads", () => {
    const further: ModelAddition = {
      parameters: [],
      part: { quantities: [{ name: "even", unit: "mM", is: "2 * 1[mM]" }] },
      substitutions: [{ name: "more", by: "even" }],
      outputs: [],
    };
    expect(composed("three", tank, [doubled, further]).quantities[1]?.is).toBe("IN + even");
  });

  it("refuses a name that is given twice and one that nothing reads", () => {
    expect(() => composed("twice", tank, [doubled, doubled])).toThrow(TypeError);
    expect(() => composed("unread", tank, [{ ...doubled, substitutions: [{ name: "OUT", by: "supply" }] }])).toThrow(
      "OUT",
    );
  });
});
