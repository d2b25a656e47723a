import { expect } from "vitest";

/**
 * @param relative - allowed share of the expected value
 * @param absolute - allowed difference around 0
 */
export function expectNear(
  actual: number | undefined,
  expected: number | null | undefined,
  relative: number,
  absolute = 0,
): void {
  if (expected === null || expected === undefined) {
    expect(actual).toBeUndefined();
    return;
  }
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(relative * Math.abs(expected) + absolute);
}
