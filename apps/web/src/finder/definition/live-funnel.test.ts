import { describe, expect, it } from "vitest";
import { countChange, type LiveFunnel, standing } from "./live-funnel.ts";

const count = (women: number) => ({ kind: "count", count: women }) as const;

describe("what is shown", () => {
  const funnel = { smallCell: 11, stages: [] };
  const state: LiveFunnel = { shown: { data: "a", key: "a 1", funnel }, before: funnel, problem: undefined };
  const away = new Error("away");

  it("is never the funnel of other data, also where those could not be counted", () => {
    expect(standing({ ...state, problem: away }, "b", "b 1")).toEqual({
      shown: undefined,
      before: undefined,
      problem: away,
      isStale: false,
    });
  });

  it("is stale while it is that of another state of the definition, or nothing can be counted", () => {
    expect(standing(state, "a", "a 1").isStale).toBe(false);
    expect(standing({ ...state, problem: away }, "a", "a 2")).toMatchObject({ isStale: true, problem: away });
    expect(standing(state, "a", undefined).isStale).toBe(true);
  });

  it("has no problem once the definition is again the one that was counted", () => {
    expect(standing({ ...state, problem: away }, "a", "a 1").problem).toBeUndefined();
  });
});

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
