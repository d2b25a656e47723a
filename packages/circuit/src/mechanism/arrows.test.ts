import { describe, expect, it } from "vitest";
import { circuit } from "../generated/circuit.ts";
import { outputsAfter, type Span } from "./course.fixture.ts";
import { directionAlong } from "./direction.ts";
import { type Carried, type MechanismEdge, mechanism } from "./mechanism.ts";

type Simulated = Extract<Carried, { kind: "simulated" }>;

/** Relative change of what is read that counts as a change: well above the tolerance of the method, 1e-5 a step. */
const SEEN = 1e-4;

/** The run with the change and the one without: what holds in both, then the change, then the time to the reading. */
function readings({ change, read, afterHours, given = {} }: Simulated): { changed: number; unchanged: number } {
  const { inputs = {}, parameters = {}, doses = {}, settleHours } = given;
  const before: readonly Span[] = settleHours === undefined ? [] : [{ hours: settleHours, inputs, parameters, doses }];
  const held: Omit<Span, "hours"> = settleHours === undefined ? { inputs, parameters, doses } : {};
  const run = (span: Omit<Span, "hours">): number => {
    const value = outputsAfter(circuit, [...before, { hours: afterHours, ...span }]).get(read);
    if (value === undefined) throw new RangeError(`the circuit has no output ${read}`);
    return value;
  };
  switch (change.kind) {
    case "state":
      return { changed: run({ ...held, factors: { [change.name]: change.factor } }), unchanged: run(held) };
    case "input": {
      const { name, to, against } = change;
      const other = against === undefined ? {} : { [name]: against };
      return {
        changed: run({ ...held, inputs: { ...held.inputs, [name]: to } }),
        unchanged: run({ ...held, inputs: { ...held.inputs, ...other } }),
      };
    }
    case "parameter": {
      const { name, factor = 1, to } = change;
      const value = to ?? factor * (circuit.parameters.find((item) => item.name === name)?.value ?? Number.NaN);
      return {
        changed: run({ ...held, parameters: { ...held.parameters, [name]: value } }),
        unchanged: run(held),
      };
    }
    case "dose":
      return {
        changed: run({ ...held, doses: { ...held.doses, [change.into]: change.amount } }),
        unchanged: run(held),
      };
  }
}

function expectedSign({ sign, carried }: MechanismEdge & { readonly carried: Simulated }): number {
  return (sign === "+" ? 1 : -1) * (carried.source === "up" ? 1 : -1) * (carried.inverse === true ? -1 : 1);
}

describe("every arrow points where the paper or the equations say", () => {
  it.each(mechanism.edges.map((edge) => [edge.id, edge] as const))("%s", (_, edge) => {
    const { carried } = edge;
    if (carried.kind === "stated") {
      const direction = directionAlong({ nodes: mechanism.nodes, edges: [edge] }, edge.from);
      expect(direction.get(edge.to)).toBe(edge.sign === "+" ? "up" : "down");
      return;
    }
    const { changed, unchanged } = readings(carried);
    const scale = Math.max(Math.abs(changed), Math.abs(unchanged));
    expect((expectedSign({ ...edge, carried }) * (changed - unchanged)) / scale).toBeGreaterThan(SEEN);
  });
});

describe("the graph and the circuit", () => {
  const outputs = new Set(circuit.outputs.map(({ name }) => name));

  it("name the same quantities", () => {
    expect(mechanism.nodes.flatMap(({ quantity }) => quantity ?? []).filter((name) => !outputs.has(name))).toEqual([]);
  });

  it("disagree about OPG: low estradiol lowers it for days only, so M9 is stated", () => {
    const lowered = (hours: number) => outputsAfter(circuit, [{ hours, inputs: { ETGT: -0.7 } }]).get("O") ?? 0;
    expect(lowered(72)).toBeLessThan(3.9);
    expect(lowered(4383)).toBeGreaterThan(5);
  });

  it("have no synergy of PTHrP and low estradiol: more than either, not more than their sum", () => {
    for (const read of ["OC", "resorption_mmol_per_d"]) {
      const at = (ETGT: number, PRPT: number) =>
        outputsAfter(circuit, [{ hours: 4383, inputs: { ETGT, PRPT } }]).get(read) ?? 0;
      const [none, low, pthrp, both] = [at(0, 0), at(-0.7, 0), at(0, 1), at(-0.7, 1)];
      expect(both).toBeGreaterThan(Math.max(low, pthrp));
      expect(both - none).toBeLessThan(low - none + (pthrp - none));
      expect(both / none).toBeLessThan((low / none) * (pthrp / none));
    }
  });
});
