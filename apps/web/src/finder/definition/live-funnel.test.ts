import { describe, expect, it } from "vitest";
import { countChange } from "./live-funnel.ts";

const count = (women: number) => ({ kind: "count", count: women }) as const;

describe("how a count moved", () => {
  it("is told exactly from eleven women on, and below only that it did", () => {
    expect(countChange(count(60), count(49), 11)).toEqual({ kind: "exact", by: -11 });
    expect(countChange(count(60), count(50), 11)).toEqual({ kind: "small", by: -10 });
    expect(countChange(count(60), count(61), 11)).toEqual({ kind: "small", by: 1 });
    expect(countChange(count(60), count(60), 11)).toEqual({ kind: "same" });
  });

  it("is not told where one of the two is not shown", () => {
    expect(countChange({ kind: "small", below: 11 }, count(60), 11)).toEqual({ kind: "unknown" });
    expect(countChange(count(60), { kind: "hidden" }, 11)).toEqual({ kind: "unknown" });
    expect(countChange(undefined, count(60), 11)).toEqual({ kind: "unknown" });
  });
});
