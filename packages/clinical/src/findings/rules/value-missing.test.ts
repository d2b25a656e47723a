import { describe, expect, it } from "vitest";
import { valueMissing } from "./value-missing.ts";
import { found } from "./woman.fixture.ts";

describe("value-missing", () => {
  it("asks for the body mass index", () => {
    expect(found(valueMissing, {})[0]?.at).toBe("/person/bmiKgPerM2");
    expect(found(valueMissing, { person: { heightCm: 160 } })).toHaveLength(1);
  });

  it("is content with it, or with height and weight", () => {
    expect(found(valueMissing, { person: { bmiKgPerM2: 22.58 } })).toEqual([]);
    expect(found(valueMissing, { person: { heightCm: 160, weightKg: 55 } })).toEqual([]);
  });
});
