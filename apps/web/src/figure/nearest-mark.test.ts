import { describe, expect, it } from "vitest";
import { markAfterKey, nearestMark } from "./nearest-mark.ts";

const marks = [
  { x: 10, y: 10, label: "a" },
  { x: 40, y: 10, x2: 200, label: "bar" },
  { x: 100, y: 14, label: "on the bar" },
];

describe("nearestMark", () => {
  it("takes the nearest, the whole length of a bar counting", () => {
    expect(nearestMark(marks, 12, 12)).toBe(0);
    expect(nearestMark(marks, 150, 12)).toBe(1);
    expect(nearestMark(marks, 199, 30)).toBe(1);
  });

  it("lets a point on a bar be reached", () => {
    expect(nearestMark(marks, 100, 13)).toBe(2);
  });

  it("takes none where none is near", () => {
    expect(nearestMark(marks, 150, 90)).toBeUndefined();
    expect(nearestMark([], 0, 0)).toBeUndefined();
  });
});

describe("markAfterKey", () => {
  it("walks on, back, and to both ends, and stays there", () => {
    expect(markAfterKey("ArrowRight", undefined, 3)).toBe(0);
    expect(markAfterKey("ArrowDown", 0, 3)).toBe(1);
    expect(markAfterKey("ArrowRight", 2, 3)).toBe(2);
    expect(markAfterKey("ArrowLeft", 0, 3)).toBe(0);
    expect(markAfterKey("ArrowUp", undefined, 3)).toBe(2);
    expect(markAfterKey("Home", 2, 3)).toBe(0);
    expect(markAfterKey("End", 0, 3)).toBe(2);
  });

  it("leaves other keys, and figures without marks, alone", () => {
    expect(markAfterKey("Tab", 1, 3)).toBeUndefined();
    expect(markAfterKey("Home", undefined, 0)).toBeUndefined();
  });
});
