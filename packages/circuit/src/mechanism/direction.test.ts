import { describe, expect, it } from "vitest";
import { directionAlong } from "./direction.ts";
import { mechanism, readMechanism } from "./mechanism.ts";

const isOfPaper = (edge: { readonly arrow?: string }) => edge.arrow !== undefined;

describe("directionAlong", () => {
  it("follows the paper from suckling to bone", () => {
    const direction = directionAlong(mechanism, "suckling", isOfPaper);
    expect(direction.get("gnrh")).toBe("down");
    expect(direction.get("gonadotropins")).toBe("down");
    expect(direction.get("ovary")).toBe("down");
    expect(direction.get("estradiol")).toBe("down");
    expect(direction.get("opg")).toBe("down");
    expect(direction.get("rankl")).toBe("up");
    expect(direction.get("pthrp")).toBe("up");
    expect(direction.get("resorption")).toBe("up");
  });

  it("leaves out what no way leads to, and knows a risen node as up", () => {
    const direction = directionAlong(mechanism, "scoliosis", isOfPaper);
    expect([...direction]).toEqual([
      ["scoliosis", "up"],
      ["lumbarLoad", "up"],
      ["lumbarFracture", "up"],
    ]);
  });

  it("says both where ways of either sign meet, as in a feedback", () => {
    const direction = directionAlong(mechanism, "calcium");
    expect(direction.get("pth")).toBe("both");
    expect(direction.get("calcium")).toBe("both");
  });

  it("refuses a node that is not there", () => {
    expect(() => directionAlong(mechanism, "liver")).toThrow(RangeError);
  });
});

describe("readMechanism", () => {
  it("refuses an arrow to nowhere, a source that is not there and an id given twice", () => {
    const [edge] = mechanism.edges;
    expect(() => readMechanism({ ...mechanism, edges: [{ ...edge, to: "liver" }] })).toThrow("liver");
    expect(() => readMechanism({ ...mechanism, edges: [{ ...edge, sources: [{ id: "nobody" }] }] })).toThrow("nobody");
    expect(() => readMechanism({ ...mechanism, edges: [edge, edge] })).toThrow("twice");
  });

  it("has every arrow of the paper, with a place in it", () => {
    const arrows = new Set(mechanism.edges.flatMap(({ arrow }) => arrow ?? []));
    expect([...arrows].sort()).toEqual(Array.from({ length: 34 }, (_, i) => `M${i + 1}`).sort());
    for (const { arrow, sources } of mechanism.edges) {
      if (arrow === undefined) continue;
      expect(sources.some(({ id, place }) => id === "paper" && place !== undefined)).toBe(true);
    }
  });

  it("explains every class and group that it uses, and reaches every node", () => {
    const classes = new Set(mechanism.certainties.map(({ id }) => id));
    const groups = new Set(mechanism.groups.map(({ id }) => id));
    const joined = new Set(mechanism.edges.flatMap(({ from, to }) => [from, to]));
    expect(mechanism.edges.every(({ certainty }) => classes.has(certainty))).toBe(true);
    expect(mechanism.nodes.every(({ group }) => groups.has(group))).toBe(true);
    expect(mechanism.nodes.filter(({ id }) => !joined.has(id))).toEqual([]);
  });
});
