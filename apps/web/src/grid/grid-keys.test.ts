import { describe, expect, it } from "vitest";
import { moveOf, rangeBetween } from "./grid-keys.ts";

const whole = { isWhole: true, isAtStart: false, isAtEnd: false };
const inside = { isWhole: false, isAtStart: false, isAtEnd: false };

describe("moveOf", () => {
  it("moves between rows whatever the caret does", () => {
    for (const caret of [whole, inside]) {
      expect(moveOf("ArrowUp", false, caret)).toEqual({ rows: -1, cols: 0 });
      expect(moveOf("ArrowDown", false, caret)).toEqual({ rows: 1, cols: 0 });
      expect(moveOf("Enter", false, caret)).toEqual({ rows: 1, cols: 0 });
      expect(moveOf("Enter", true, caret)).toEqual({ rows: -1, cols: 0 });
    }
  });

  it("leaves left and right to the text while it is edited", () => {
    expect(moveOf("ArrowLeft", false, inside)).toBeUndefined();
    expect(moveOf("ArrowRight", false, inside)).toBeUndefined();
    expect(moveOf("ArrowLeft", false, whole)).toEqual({ rows: 0, cols: -1 });
    expect(moveOf("ArrowRight", false, { ...inside, isAtEnd: true })).toEqual({ rows: 0, cols: 1 });
    expect(moveOf("ArrowLeft", false, { ...inside, isAtStart: true })).toEqual({ rows: 0, cols: -1 });
  });

  it("knows no other key", () => {
    expect(moveOf("a", false, whole)).toBeUndefined();
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
