import { mechanism } from "@materbone/circuit";
import { describe, expect, it } from "vitest";
import { readElements } from "../svg-reading.fixture.ts";
import { circuitGraphFigure } from "./circuit-graph-figure.ts";
import { BENDS, BROAD_PLACES, NARROW_BENDS, NARROW_PLACES } from "./graph-places.ts";

const LAYOUTS = ["broad", "wide", "narrow"] as const;

describe("circuitGraphFigure", () => {
  it("has a place for every node, and no two nodes on one", () => {
    expect(Object.keys(BROAD_PLACES).sort()).toEqual(mechanism.nodes.map(({ id }) => id).sort());
    for (const places of [BROAD_PLACES, NARROW_PLACES]) {
      expect(new Set(Object.values(places).map(String)).size).toBe(Object.keys(places).length);
      for (const id of Object.keys(places)) expect(mechanism.nodes.some((node) => node.id === id)).toBe(true);
    }
    for (const id of [...Object.keys(BENDS), ...Object.keys(NARROW_BENDS)]) {
      expect(mechanism.edges.some((edge) => edge.id === id)).toBe(true);
    }
  });

  it.each(LAYOUTS)("lists every arrow of the paper with a reference, layout %s", (layout) => {
    const drawn = circuitGraphFigure(mechanism, { lang: "en", layout, scope: "paper" });
    const arrows = new Set(drawn.rows.map(([arrow]) => arrow));
    expect([...arrows].sort()).toEqual(Array.from({ length: 34 }, (_, i) => `M${i + 1}`).sort());
    expect(drawn.rows.every((row) => row.length === drawn.header.length && row[6] !== "")).toBe(true);
    expect(readElements(drawn.svg)[0]).toBe("svg");
  });

  it("leaves out of the equations' graph what is held as a direction only, but for what is so by definition", () => {
    const { rows } = circuitGraphFigure(mechanism, { lang: "en", scope: "model" });
    const stated = mechanism.edges.filter((edge) => edge.carried.kind === "stated" && edge.certainty !== "definition");
    const named = new Set(rows.map((row) => `${row[1]}|${row[3]}`));
    for (const { from, to } of stated) {
      const name = (id: string) => mechanism.nodes.find((node) => node.id === id)?.name.en ?? id;
      const headed = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
      if (mechanism.edges.some((edge) => edge.from === from && edge.to === to && edge.carried.kind === "simulated"))
        continue;
      expect(named.has(`${headed(name(from))}|${headed(name(to))}`)).toBe(false);
    }
  });

  it("tells a level in its box and to a reader who cannot see it", () => {
    const levels = new Map([["estradiol", { text: "×0.30", direction: "down" }]] as const);
    const drawn = circuitGraphFigure(mechanism, { lang: "zh", scope: "paper", levels });
    expect(drawn.svg).toContain("↓ ×0.30");
    expect(drawn.marks.some(({ label }) => label.includes("×0.30"))).toBe(true);
  });

  it.each(["zh", "en"] as const)("draws every mark inside the drawing, language %s", (lang) => {
    for (const layout of LAYOUTS) {
      for (const scope of ["paper", "model"] as const) {
        const { marks, width, height } = circuitGraphFigure(mechanism, { lang, layout, scope });
        for (const { x, y } of marks) {
          expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
        }
      }
    }
  });
});
