import { describe, expect, it } from "vitest";
import { readSpread, spreadText } from "./typed-spread.ts";

describe("a spread that is typed into a form", () => {
  it("is read whole, or refused, or none", () => {
    expect(readSpread("")).toEqual({ kind: "empty" });
    expect(readSpread(spreadText({ kind: "sd", texts: ["6.1"] }))).toEqual({
      kind: "value",
      value: { kind: "sd", value: 6.1 },
    });
    expect(readSpread(spreadText({ kind: "ci95", texts: ["−1", "12"] }))).toEqual({
      kind: "value",
      value: { kind: "ci95", lower: -1, upper: 12 },
    });
    for (const half of [
      { kind: "sd", texts: [""] },
      { kind: "se", texts: ["0"] },
      { kind: "range", texts: ["3", ""] },
      { kind: "quartiles", texts: ["9", "3"] },
    ] as const) {
      expect(readSpread(spreadText(half)).kind).toBe("refused");
    }
  });
});
