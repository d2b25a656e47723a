import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { nodeLevels, rowAt } from "./node-levels.ts";
import type { RanCourse } from "./simulate-course.ts";

const node = (id: string, quantity?: string) => ({
  id,
  name: { en: id, zh: id },
  group: "bone" as const,
  ...(quantity === undefined ? {} : { quantity }),
});

function level(values: readonly number[], row: number, unit = "pM") {
  const course: RanCourse = {
    kind: "ran",
    months: Float64Array.from(values, (_, month) => month),
    values: new Map([["q", Float64Array.from(values)]]),
    units: new Map([["q", unit]]),
    warnings: [],
    steps: 1,
  };
  return nodeLevels({ nodes: [node("n", "q")] }, course, row, createTerms("en")).get("n");
}

describe("what a node does at a moment", () => {
  it("is times rest, the same within 2 %", () => {
    expect(level([50, 60], 1)).toEqual({ text: "×1.20", direction: "up" });
    expect(level([50, 51], 1)).toEqual({ text: "×1.02", direction: "same" });
    expect(level([50, 15], 1)).toEqual({ text: "×0.30", direction: "down" });
  });

  it("is the value itself where rest is 0, or what a difference of two flows leaves of 0", () => {
    expect(level([0, 0.94], 1)).toEqual({ text: "0.94 pM", direction: "up" });
    expect(level([0, 1], 1, "1")).toEqual({ text: "1.00", direction: "up" });
    expect(level([-0.001, 1.77], 1, "mmol/d")).toEqual({ text: "1.77 mmol/d", direction: "up" });
    expect(level([0, 0], 1)).toEqual({ text: "0 pM", direction: "same" });
  });

  it("is nothing where no equation has the node", () => {
    const course: RanCourse = {
      kind: "ran",
      months: Float64Array.of(0),
      values: new Map(),
      units: new Map(),
      warnings: [],
      steps: 0,
    };
    expect(nodeLevels({ nodes: [node("n"), node("m", "absent")] }, course, 0, createTerms("en")).size).toBe(0);
  });
});

it("the row nearest to a month stands for it", () => {
  expect(rowAt([0, 0.25, 0.5, 6], 0.3)).toBe(1);
  expect(rowAt([0, 0.25, 0.5, 6], 60)).toBe(3);
});
