import { expect, it } from "vitest";
import { twoSidedZ } from "./two-sided-z.ts";

// R 4.2.2: qnorm(1 - p / 2).
it.each([
  [0.01, 2.5758293035489],
  [0.05, 1.95996398454005],
  [0.1, 1.64485362695147],
])("is the quantile of a two-sided p of %s", (p, z) => {
  expect(twoSidedZ(p)).toBeCloseTo(z, 12);
});

it.each([0, 1, Number.NaN])("refuses %s", (p) => {
  expect(() => twoSidedZ(p)).toThrow(RangeError);
});
