import { expect, it } from "vitest";
import { bracketed, labelled } from "./punctuation.ts";

it("has the marks of the language", () => {
  expect([labelled("Z值", "无法识别", "zh"), labelled("Z-score", "not read", "en")]).toEqual([
    "Z值：无法识别",
    "Z-score: not read",
  ]);
  expect([bracketed("医院或中心", "选填", "zh"), bracketed("Hospital", 3, "en")]).toEqual([
    "医院或中心（选填）",
    "Hospital (3)",
  ]);
});
