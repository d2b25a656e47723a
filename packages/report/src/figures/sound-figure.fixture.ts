import { expect } from "vitest";
import type { Figure } from "./figure.ts";
import { overlaps, readElements, readTexts, viewBox } from "./svg-reading.fixture.ts";

/** Laws of every drawing: well-formed, no hole, words apart and inside, marks inside and tied to rows. */
export function expectSound({ svg, marks, rows, header }: Figure): void {
  expect(readElements(svg)[0]).toBe("svg");
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  const { width, height } = viewBox(svg);
  const texts = readTexts(svg);
  expect(overlaps(texts)).toEqual([]);
  for (const { left, right, bottom, words } of texts) {
    expect(left, words).toBeGreaterThanOrEqual(-0.01);
    expect(right, words).toBeLessThanOrEqual(width + 0.01);
    expect(bottom, words).toBeLessThanOrEqual(height);
  }
  for (const { x, y, row, label } of marks) {
    expect(x >= 0 && x <= width && y >= 0 && y <= height, label).toBe(true);
    expect(rows[row ?? -1], label).toBeDefined();
  }
  for (const row of rows) expect(row.length).toBe(header.length);
}
