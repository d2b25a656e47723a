import { describe, expect, it } from "vitest";
import { countChange } from "./live-funnel.ts";

const count = (women: number) => ({ kind: "count", count: women }) as const;

describe("how a count moved", () => {
  it("is told as the rounded counts stand", () => {
    expect(countChange(count(66), count(55))).toBe(-11);
    expect(countChange(count(66), count(66))).toBe(0);
  });

  it("is not told where one of the two is not shown", () => {
    expect(countChange({ kind: "small", below: 11 }, count(66))).toBeUndefined();
    expect(countChange(count(66), { kind: "hidden" })).toBeUndefined();
    expect(countChange(undefined, count(66))).toBeUndefined();
  });
});
