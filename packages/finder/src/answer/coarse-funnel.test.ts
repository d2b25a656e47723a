import { describe, expect, it } from "vitest";
import { coarseFunnel } from "./coarse-funnel.ts";
import { type ShownCount, SMALL_CELL } from "./suppress-funnel.ts";

/** What the page of an edited definition shows of so many women. */
function coarse(women: number): ShownCount | undefined {
  const people: ShownCount =
    women > 0 && women < SMALL_CELL ? { kind: "small", below: SMALL_CELL } : { kind: "count", count: women };
  return coarseFunnel({ smallCell: SMALL_CELL, stages: [{ id: "candidates", people }] }).stages[0]?.people;
}

describe("the funnel of a definition that is being edited", () => {
  it("gives the nearest multiple of eleven, and keeps none, small and hidden", () => {
    const counts = [11, 16, 17, 27, 28, 30, 1000].map((women) => coarse(women));
    expect(counts).toEqual([11, 11, 22, 22, 33, 33, 1001].map((count) => ({ kind: "count", count })));
    expect(coarse(0)).toEqual({ kind: "count", count: 0 });
    expect(coarse(10)).toEqual({ kind: "small", below: 11 });
    const stages = [{ id: "candidates", people: { kind: "hidden" }, episodes: { kind: "count", count: 30 } }] as const;
    expect(coarseFunnel({ smallCell: 11, stages }).stages).toEqual([
      { id: "candidates", people: { kind: "hidden" }, episodes: { kind: "count", count: 33 } },
    ]);
  });

  it("tells no difference of 1 to 10 women of two definitions, even where all women of one are among the other's", () => {
    const differences = new Map<string, Set<number>>();
    const most = 200;
    for (let fewer = 0; fewer <= most; fewer += 1) {
      for (let more = fewer; more <= most; more += 1) {
        const answers = JSON.stringify([coarse(fewer), coarse(more)]);
        differences.set(answers, (differences.get(answers) ?? new Set()).add(more - fewer));
      }
    }
    for (const possible of differences.values()) {
      const [only] = possible;
      // One difference alone: that of none and none.
      if (possible.size === 1) expect(only).toBe(0);
    }
  });

  it("is not made of a funnel that hides nothing", () => {
    expect(() => coarseFunnel({ smallCell: 0, stages: [] })).toThrow(RangeError);
  });
});
