import { describe, expect, it } from "vitest";
import { printedValue } from "./printed-value.ts";

describe("printedValue", () => {
  it("keeps the printed digits", () => {
    expect(printedValue("0.30")).toEqual({ value: 0.3, censored: undefined, decimals: 2 });
    expect(printedValue("0.680")).toEqual({ value: 0.68, censored: undefined, decimals: 3 });
    expect(printedValue(112)).toEqual({ value: 112, censored: undefined, decimals: 0 });
    expect(printedValue(13.7)).toEqual({ value: 13.7, censored: undefined, decimals: 1 });
  });

  it("keeps detection limits", () => {
    expect(printedValue("<0.1")).toEqual({ value: 0.1, censored: "<", decimals: 1 });
    expect(printedValue("> 60")).toEqual({ value: 60, censored: ">", decimals: 0 });
    expect(printedValue("≤0.10")).toEqual({ value: 0.1, censored: "<", decimals: 2, limitIncluded: true });
    expect(printedValue("≥90")).toEqual({ value: 90, censored: ">", decimals: 0, limitIncluded: true });
  });
});
