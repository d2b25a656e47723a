import { describe, expect, it } from "vitest";
import type { Fracture } from "../../record/fracture.ts";
import { windowSensitive } from "./window-sensitive.ts";
import { found } from "./woman.fixture.ts";

const fracturedAt = (months: number | [number, number], more: Partial<Fracture> = {}): Fracture => ({
  site: "L4",
  at: { months },
  mechanism: "lowEnergy",
  ...more,
});
const windows = (...fractures: Fracture[]) => found(windowSensitive, { fractures })[0]?.facts.windowsMonths;

describe("window-sensitive", () => {
  it.each([
    [3, undefined],
    [3.1, [3]],
    [6, [3]],
    [6.1, [3, 6]],
    [12, [3, 6]],
    [12.1, [3, 6, 12]],
    [18, [3, 6, 12]],
    [18.1, undefined],
  ])("a fracture at month %f", (months, expected) => {
    expect(windows(fracturedAt(months))).toEqual(expected);
  });

  it("asks only where every reading of the time is outside", () => {
    expect(windows(fracturedAt([0, 6]))).toBeUndefined();
    expect(windows(fracturedAt([5, 10]))).toEqual([3]);
    expect(windows(fracturedAt([17, 19]))).toBeUndefined();
  });

  it("goes by the earliest fracture", () => {
    expect(windows(fracturedAt(12), fracturedAt(2, { site: "T12" }))).toBeUndefined();
    expect(windows(fracturedAt(12), { site: "T12" })).toBeUndefined();
    expect(windows(fracturedAt(12), fracturedAt(2, { site: "T12", mechanism: "highEnergy" }))).toEqual([3, 6]);
  });

  it("points at the time of the fracture", () => {
    expect(found(windowSensitive, { fractures: [fracturedAt(12)] })[0]?.at).toBe("/fractures/0/at");
  });
});
