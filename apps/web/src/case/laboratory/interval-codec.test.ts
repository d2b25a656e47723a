import { expect, it } from "vitest";
import { intervalCodec } from "./interval-codec.ts";

it.each([
  ["15-65", { low: "15", high: "65" }, "15–65"],
  ["0.299～0.573", { low: "0.299", high: "0.573" }, "0.299–0.573"],
  ["< 60", { high: "60" }, "≤60"],
  ["≤60", { high: "60" }, "≤60"],
  ["<=60", { high: "60" }, "≤60"],
  [">20.0", { low: "20.0" }, "≥20.0"],
  ["≥ 20", { low: "20" }, "≥20"],
])("reads %s and keeps its digits", (text, value, printed) => {
  expect(intervalCodec.read(text)).toEqual({ kind: "value", value });
  expect(intervalCodec.print(value)).toBe(printed);
  expect(intervalCodec.read(printed)).toEqual({ kind: "value", value });
});

it("does not guess", () => {
  expect(intervalCodec.read("normal")).toMatchObject({ kind: "refused" });
  expect(intervalCodec.read(" ")).toEqual({ kind: "empty" });
});
