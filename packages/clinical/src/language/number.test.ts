import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixed, roundHalfAway, signed } from "./number.ts";

describe("roundHalfAway", () => {
  it.each([
    [1.005, 2, 1.01],
    [-2.05, 1, -2.1],
    [-1.95, 1, -2.0],
    [-1.9999999999999998, 1, -2.0],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [29.666666666666668, 0, 30],
    [37.0206489675516, 2, 37.02],
    [0.678 - 0.618, 3, 0.06],
    [0, 2, 0],
    [1e-9, 2, 0],
  ])("%s to %s decimals is %s", (value, decimals, expected) => {
    expect(roundHalfAway(value, decimals)).toBe(expected);
  });
  it("is symmetric about zero", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          expect(roundHalfAway(-value, decimals)).toBeCloseTo(-roundHalfAway(value, decimals), 10);
        },
      ),
    );
  });

  it("leaves numbers alone that are whole for their size", () => {
    expect(roundHalfAway(-Number.MAX_VALUE, 10)).toBe(-Number.MAX_VALUE);
    expect(roundHalfAway(2 ** 53, 10)).toBe(2 ** 53);
  });

  it("refuses what is not a number", () => {
    expect(() => roundHalfAway(Number.NaN, 1)).toThrow(RangeError);
  });
});

describe("fixed and signed", () => {
  it("print U+2212 and never a negative zero", () => {
    expect(fixed(-4.2, 1)).toBe("\u22124.2");
    expect(fixed(-0.004, 2)).toBe("0.00");
    expect(signed(7.7364, 2)).toBe("+7.74");
    expect(signed(-2.9677, 2)).toBe("\u22122.97");
    expect(signed(0, 1)).toBe("0.0");
  });
});
