import { describe, expect, it } from "vitest";
import { type CellPlace, enterFrom, moveOf, rangeBetween, runStart } from "./grid-keys.ts";

const whole = { isWhole: true, isAtStart: false, isAtEnd: false };
const inside = { isWhole: false, isAtStart: false, isAtEnd: false };

describe("moveOf", () => {
  it("moves between rows whatever the caret does", () => {
    for (const caret of [whole, inside]) {
      expect(moveOf("ArrowUp", caret)).toEqual({ rows: -1, cols: 0 });
      expect(moveOf("ArrowDown", caret)).toEqual({ rows: 1, cols: 0 });
    }
  });

  it("leaves left and right to the text while it is edited", () => {
    expect(moveOf("ArrowLeft", inside)).toBeUndefined();
    expect(moveOf("ArrowRight", inside)).toBeUndefined();
    expect(moveOf("ArrowLeft", whole)).toEqual({ rows: 0, cols: -1 });
    expect(moveOf("ArrowRight", { ...inside, isAtEnd: true })).toEqual({ rows: 0, cols: 1 });
    expect(moveOf("ArrowLeft", { ...inside, isAtStart: true })).toEqual({ rows: 0, cols: -1 });
  });

  it("knows no other key", () => {
    expect(moveOf("a", whole)).toBeUndefined();
  });
});

describe("rangeBetween", () => {
  it("does not mind which corner came first", () => {
    expect(rangeBetween({ row: 2, col: 1 }, { row: 0, col: 3 })).toEqual({
      from: { row: 0, col: 1 },
      to: { row: 2, col: 3 },
    });
  });
});

describe("Enter", () => {
  const pressed = (from: CellPlace, tabs: number): CellPlace | undefined => {
    let start: CellPlace | undefined;
    for (let step = 0; step < tabs; step++) start = runStart(start, "Tab", { row: from.row, col: from.col + step });
    return start;
  };

  it("stays in its column where nobody came by Tab", () => {
    expect(enterFrom({ row: 2, col: 3 }, undefined, false)).toEqual({ row: 3, col: 3 });
    expect(enterFrom({ row: 2, col: 3 }, undefined, true)).toEqual({ row: 1, col: 3 });
  });

  it("goes below the cell in which the run of Tab began", () => {
    expect(enterFrom({ row: 0, col: 2 }, pressed({ row: 0, col: 0 }, 2), false)).toEqual({ row: 1, col: 0 });
    expect(enterFrom({ row: 4, col: 3 }, pressed({ row: 4, col: 1 }, 2), false)).toEqual({ row: 5, col: 1 });
  });

  it("goes up in its column with Shift, run or not", () => {
    expect(enterFrom({ row: 4, col: 3 }, pressed({ row: 4, col: 1 }, 2), true)).toEqual({ row: 3, col: 3 });
  });

  it("forgets a run of another row", () => {
    const start = pressed({ row: 0, col: 0 }, 3);
    expect(enterFrom({ row: 1, col: 2 }, start, false)).toEqual({ row: 2, col: 2 });
    expect(runStart(start, "Tab", { row: 1, col: 1 })).toEqual({ row: 1, col: 1 });
  });
});
