import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printedClaim, printsAs } from "./printed-claim.ts";

describe("printedClaim", () => {
  it("keeps the digits of a string and the sign", () => {
    expect(printedClaim("16.60")).toEqual({ value: 16.6, decimals: 2 });
    expect(printedClaim("-1.50")).toEqual({ value: -1.5, decimals: 2 });
    expect(printedClaim("+3")).toEqual({ value: 3, decimals: 0 });
    expect(printedClaim(16.6)).toEqual({ value: 16.6, decimals: 1 });
  });
});

describe("printsAs", () => {
  it("rounds half away from zero at the printed digits", () => {
    expect(printsAs(29.5, printedClaim("30"))).toBe(true);
    expect(printsAs(29.4999, printedClaim("30"))).toBe(false);
    expect(printsAs(-1.505, printedClaim("-1.51"))).toBe(true);
    expect(printsAs(16.6013, printedClaim("16.60"))).toBe(true);
    expect(printsAs(16.6013, printedClaim("16.6"))).toBe(true);
    expect(printsAs(16.6013, printedClaim("16.61"))).toBe(false);
  });

  it("accepts every number at its own digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99999, max: 99999 }), (cents) => {
        const text = (cents / 100).toFixed(2);
        expect(printsAs(Number(text), printedClaim(text))).toBe(true);
      }),
    );
  });
});
