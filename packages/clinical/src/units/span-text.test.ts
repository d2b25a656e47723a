import { describe, expect, it } from "vitest";
import { spanParts } from "./span-text.ts";

describe("spanParts", () => {
  it.each([
    ["12", ["12"]],
    ["-2", ["-2"]],
    ["12,5", ["12,5"]],
    ["12-48", ["12", "48"]],
    ["12–48", ["12", "48"]],
    ["12 — 48", ["12", "48"]],
    ["12..48", ["12", "48"]],
    ["12～48", ["12", "48"]],
    ["１２~４８", ["12", "48"]],
    ["12至48", ["12", "48"]],
    ["-2..3.5", ["-2", "3.5"]],
    ["\u22122–3", ["-2", "3"]],
    ["0.6-1.2", ["0.6", "1.2"]],
  ])("reads %j", (text, parts) => {
    expect(spanParts(text)).toEqual(parts);
  });

  it.each(["", "one", "12-", "-", "12-24-48", "12/48", "<6"])("does not guess at %j", (text) => {
    expect(spanParts(text)).toBeUndefined();
  });
});
