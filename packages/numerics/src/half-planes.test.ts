import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonRegion } from "./half-planes.ts";

describe("commonRegion", () => {
  it("finds the box of a triangle", () => {
    const triangle = [
      { a: -1, b: 0, c: 0 },
      { a: 0, b: -1, c: 0 },
      { a: 1, b: 2, c: 4 },
    ];
    expect(commonRegion(triangle)).toEqual({ x: [0, 4], y: [0, 2] });
  });

  it("keeps a single common point and refuses a gap", () => {
    const touching = [
      { a: 1, b: 0, c: 1 },
      { a: -1, b: 0, c: -1 },
    ];
    expect(commonRegion(touching)?.x).toEqual([1, 1]);
    expect(commonRegion([...touching, { a: 1, b: 0, c: 0.999 }])).toBeUndefined();
  });

  it("leaves unbounded sides infinite", () => {
    expect(commonRegion([{ a: 1, b: 0, c: 3 }])).toEqual({ x: [-Infinity, 3], y: [-Infinity, Infinity] });
  });

  it("holds the point that every half-plane was drawn around", () => {
    const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
    const side = fc.record({ a: coordinate, b: coordinate, slack: fc.double({ min: 0.001, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(coordinate, coordinate, fc.array(side, { maxLength: 8 }), (x, y, sides) => {
        const region = commonRegion(sides.map(({ a, b, slack }) => ({ a, b, c: a * x + b * y + slack })));
        expect(region).toBeDefined();
        expect(region?.x[0]).toBeLessThanOrEqual(x + 1e-9);
        expect(region?.x[1]).toBeGreaterThanOrEqual(x - 1e-9);
        expect(region?.y[0]).toBeLessThanOrEqual(y + 1e-9);
        expect(region?.y[1]).toBeGreaterThanOrEqual(y - 1e-9);
      }),
    );
  });

  it("keeps the point where coefficients are the smallest numbers that there are", () => {
    const region = commonRegion([
      { a: 1 / 24, b: -5e-324, c: 1e-9 / 24 + 0.001 },
      { a: 0, b: 6e-323, c: 0.001 },
    ]);
    expect(region?.x[1]).toBeGreaterThanOrEqual(0.024);
    expect(region?.y).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  it("refuses coefficients that are not numbers", () => {
    expect(() => commonRegion([{ a: Number.NaN, b: 0, c: 1 }])).toThrow(RangeError);
  });
});
