import { describe, expect, it } from "vitest";
import { alignedPoints, valueAt } from "./aligned-points.ts";
import { changesSince, tableMonths, valuesAt } from "./compare/compared-numbers.ts";
import type { CourseResult } from "./simulate-course.ts";

const scan = (id: string, month: number, bmdGPerCm2: number, device = "a") => ({
  scan: id,
  at: `/scans/${id}`,
  site: "lumbarSpine",
  bmdGPerCm2,
  name: { en: id, zh: id },
  month,
  months: { earliest: month, latest: month },
  device,
});

describe("scans beside a course", () => {
  const months = [0, 6, 12];
  const percents = [0, -4, 2];

  it("lie on the course at the first scan, and move from there as she did", () => {
    const points = alignedPoints([scan("second", 12, 0.96), scan("first", 6, 0.8)], months, percents);
    expect(points.map(({ scan: id, isAnchor }) => [id, isAnchor])).toEqual([
      ["first", true],
      ["second", false],
    ]);
    expect(points[0]?.percent).toBeCloseTo(-4, 12);
    // From 0.96 of her level to 0.96 * 0.96 / 0.8 = 1.152 of it.
    expect(points[1]?.percent).toBeCloseTo(15.2, 10);
  });

  it("are laid on it device by device, since a level of another device is another level", () => {
    const points = alignedPoints([scan("first", 6, 0.8), scan("other", 12, 1.1, "b")], months, percents);
    expect(points[1]).toMatchObject({ isAnchor: true });
    expect(points[1]?.percent).toBeCloseTo(2, 12);
  });
});

it("a value between two rows lies on the straight line between them, and beyond the ends it stays", () => {
  expect(valueAt([0, 6, 12], [0, -4, 2], 9)).toBeCloseTo(-1, 12);
  expect(valueAt([0, 6], [1, 3], -1)).toBe(1);
  expect(valueAt([0, 6], [1, 3], 60)).toBe(3);
});

describe("numbers at months", () => {
  const result: CourseResult = {
    kind: "ran",
    months: Float64Array.of(0, 6, 12),
    values: new Map([["bmd", Float64Array.of(0, -4, 2)]]),
    units: new Map([["bmd", "%"]]),
    warnings: [],
    steps: 1,
  };

  it("end with the course", () => {
    expect(valuesAt(result, "bmd", [6, 12, 18])).toEqual([-4, 2, undefined]);
    expect(valuesAt(undefined, "bmd", [6])).toEqual([undefined]);
    expect(tableMonths(29)).toEqual([6, 12, 18, 24, 29]);
  });

  it("since a later month are ratios, not differences", () => {
    // 1.02 over 0.96 is 1.0625.
    expect(changesSince(result, "bmd", 6, [6])[0]).toBeCloseTo(6.25, 10);
  });
});
