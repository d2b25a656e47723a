import { describe, expect, it } from "vitest";
import { sparkline } from "./sparkline.ts";

const size = { width: 100, height: 40, margin: 5 };

describe("sparkline", () => {
  it("sets the earliest left, the highest top, inside the margin", () => {
    const { points } = sparkline(
      [
        { months: [3, 3], bmdGPerCm2: 0.6 },
        { months: [9, 9], bmdGPerCm2: 0.7 },
        { months: [15, 15], bmdGPerCm2: 0.8 },
      ],
      size,
    );
    expect(points.map(({ x }) => x)).toEqual([5, 50, 95]);
    expect(points[0]?.y).toBe(35);
    expect(points[1]?.y).toBeCloseTo(20, 12);
    expect(points[2]?.y).toBeCloseTo(5, 12);
    expect(points.every(({ isCertain }) => isCertain)).toBe(true);
  });

  it("reaches over a time that is a range, and dots the stroke that leads to it", () => {
    const { points, strokes } = sparkline(
      [
        { months: [15, 15], bmdGPerCm2: 0.678 },
        { months: [39, 51], bmdGPerCm2: 0.929 },
      ],
      size,
    );
    expect(points[1]).toMatchObject({ isCertain: false, reach: [65, 95] });
    expect(points[1]?.x).toBe(80);
    expect(strokes.map(({ isCertain }) => isCertain)).toEqual([false]);
  });

  it("takes the known end of an open time, as uncertain", () => {
    const { points } = sparkline(
      [
        { months: [0, 0], bmdGPerCm2: 0.6 },
        { months: [12, null], bmdGPerCm2: 0.7 },
      ],
      size,
    );
    expect(points[1]).toMatchObject({ x: 95, isCertain: false });
    expect(points[1]).not.toHaveProperty("reach");
  });

  it("sets a value without a time evenly between its neighbours", () => {
    const { points } = sparkline(
      [{ months: [0, 0], bmdGPerCm2: 0.6 }, { bmdGPerCm2: 0.62 }, { months: [24, 24], bmdGPerCm2: 0.7 }],
      size,
    );
    expect(points[1]).toMatchObject({ x: 50, isCertain: false });
  });

  it("keeps the order of the record when no time is known", () => {
    const { points } = sparkline([{ bmdGPerCm2: 0.6 }, { bmdGPerCm2: 0.7 }, { bmdGPerCm2: 0.65 }], size);
    expect(points.map(({ x }) => x)).toEqual([5, 50, 95]);
    expect(points.some(({ isCertain }) => isCertain)).toBe(false);
  });

  it("stands in the middle with one value or values all alike", () => {
    expect(sparkline([{ months: [6, 6], bmdGPerCm2: 0.6 }], size).points[0]).toMatchObject({ x: 50, y: 20 });
  });

  it("draws nothing of nothing", () => {
    expect(sparkline([], size)).toEqual({ points: [], strokes: [] });
  });
});
