import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps, readTexts } from "../svg-reading.fixture.ts";
import { boxAbout, type PointLabel, placeLabels } from "./place-labels.ts";

const frame = { left: 0, right: 400, top: 0, bottom: 300 };

function label(x: number, y: number, words = "Hong 2018"): PointLabel {
  return { x, y, reach: 5, words, fill: "#1f2a30" };
}

describe("placeLabels", () => {
  it("puts a lone label beside its mark", () => {
    const { drawing, left } = placeLabels([label(100, 100)], { frame, marks: [boxAbout(100, 100, 5)], lines: [] });
    expect(left).toEqual([]);
    const [text] = readTexts(drawing.map(({ markup }) => markup).join(""));
    expect(text?.left).toBeCloseTo(107, 1);
  });

  it("hands back a label that finds no place", () => {
    const narrow = { left: 0, right: 30, top: 0, bottom: 20 };
    expect(placeLabels([label(10, 10)], { frame: narrow, marks: [], lines: [] }).left).toEqual([0]);
  });

  it("never lets labels lie on each other, on a mark or outside, and loses none", () => {
    const point = fc.record({ x: fc.integer({ min: 5, max: 395 }), y: fc.integer({ min: 5, max: 295 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 25 }), (points) => {
        const marks = points.map(({ x, y }) => boxAbout(x, y, 5));
        const { drawing, left } = placeLabels(
          points.map(({ x, y }) => label(x, y)),
          { frame, marks, lines: [] },
        );
        const texts = readTexts(drawing.map(({ markup }) => markup).join(""));
        expect(texts.length + left.length).toBe(points.length);
        expect(overlaps(texts)).toEqual([]);
        for (const box of texts) {
          expect(box.left).toBeGreaterThanOrEqual(-0.01);
          expect(box.right).toBeLessThanOrEqual(400.01);
          for (const mark of marks) {
            const isClear =
              box.right <= mark.left || box.left >= mark.right || box.bottom <= mark.top || box.top >= mark.bottom;
            expect(isClear).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
