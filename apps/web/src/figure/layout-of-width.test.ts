import { describe, expect, it } from "vitest";
import { layoutOfWidth } from "./layout-of-width.ts";

describe("layoutOfWidth", () => {
  const all = ["narrow", "wide", "broad"] as const;

  it.each([
    [366, "narrow"],
    [599, "narrow"],
    [600, "wide"],
    [809, "wide"],
    [810, "broad"],
    [1500, "broad"],
  ] as const)("draws %d pixels %s", (width, layout) => {
    expect(layoutOfWidth(width, all)).toBe(layout);
  });

  it("keeps to what is offered", () => {
    expect(layoutOfWidth(1500, ["narrow", "wide"])).toBe("wide");
  });
});
