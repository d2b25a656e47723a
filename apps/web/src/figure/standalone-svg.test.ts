import { describe, expect, it } from "vitest";
import { fileName, standaloneSvg } from "./standalone-svg.ts";

describe("standaloneSvg", () => {
  it("gives the drawing a declaration and its natural size", () => {
    const file = standaloneSvg({
      svg: '<svg xmlns="x" viewBox="0 0 640 400" width="100%"><g/></svg>',
      width: 640,
      height: 400,
    });
    expect(file).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="x" viewBox="0 0 640 400" width="640" height="400"><g/></svg>\n',
    );
  });
});

describe("fileName", () => {
  it.each([
    ["Case 1: change of BMD, by month", "png", "Case-1-change-of-BMD-by-month.png"],
    ["病例 1：产后各月骨密度变化与治疗", "svg", "病例-1-产后各月骨密度变化与治疗.svg"],
    ["../..\\x", "csv", "x.csv"],
    ["", "svg", "figure.svg"],
  ])("of %j", (title, extension, expected) => {
    expect(fileName(title, extension)).toBe(expected);
  });
});
